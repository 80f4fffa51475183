"""The column kinds `commune`, `unit` and `unit_or_province`: administrative units by any name."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from functions.domain.records import PROVINCE
from functions.domain.workbook import Cell
from functions.tables.converters.base import Context, Converted, Remark, accept, refuse
from functions.tables.converters.gazetteer import bare
from functions.tables.converters.patterns import any_of
from functions.tables.converters.place_parts import read_parts
from functions.tables.converters.place_scope import Scope, ambiguous
from functions.tables.converters.successors import (
    Renamed,
    split_renamed,
    successors_of,
    units_before,
)
from functions.tables.converters.texts import as_text, lines_of
from functions.tables.converters.unit_names import split_name
from functions.tables.words import plain

_NEAR = 75
"""How alike two spellings are, of 100, before one is offered for the other."""

_WHOLE_PROVINCE = frozenset({"toan tinh", "ca tinh", "tinh", "toan doan"})
_AREA = any_of("xã ", "vùng ", "địa bàn ")
_TRAITS = any_of(
    *("biên giới", "khó khăn", "đặc biệt khó khăn", "sâu", "sâu vùng xa", "sâu, vùng xa", "xa"),
    *("ntm", "nông thôn mới", "điểm"),
)
_DESCRIPTION = re.compile(rf"\s*[(\-–,]\s*{_AREA}?{_TRAITS}\)?$")


def convert_commune(cell: Cell, context: Context) -> Converted:
    """Read the code of a commune; in a unit's workbook only of that unit's communes."""
    return _convert(cell, context, "commune")


def convert_unit(cell: Cell, context: Context) -> Converted:
    """Read the code of a unit of the level below the province."""
    has_districts = Scope(context.schema, context.campaign.first, "").units("district")
    return _convert(cell, context, "district" if has_districts else "commune")


def convert_unit_or_province(cell: Cell, context: Context) -> Converted:
    """Read the code of a unit below the province, or PROVINCE for the whole province."""
    if plain(as_text(cell)) in _WHOLE_PROVINCE:
        return accept(PROVINCE)
    return convert_unit(cell, context)


def _convert(cell: Cell, context: Context, level: str) -> Converted:
    typed = lines_of(cell).strip(" .,;:")
    text = _DESCRIPTION.sub("", typed)
    if not text:
        return accept(None)
    scope = Scope(context.schema, context.campaign.first, level, context.unit)
    read = _read(text, scope)
    if text == typed or read.value is None or read.remarks:
        return read
    unit = scope.schema.units.get(str(read.value), scope.day)
    return accept(read.value, Remark("extra_text", {"read_as": unit.full_name if unit else text}))


@lru_cache(maxsize=16384)
def _read(text: str, scope: Scope) -> Converted:
    if renamed := split_renamed(text):
        return _renamed(renamed, scope)
    match = scope.find(text)
    if match.units:
        return scope.told(match)
    parts = read_parts(text, scope)
    if isinstance(parts, Converted):
        return parts
    return scope.told(parts) if parts else _other_day(text, scope) or _unknown(text, scope)


def _renamed(renamed: Renamed, scope: Scope) -> Converted:
    """Read `xã X, nay là phường Y`: the campaign's day decides which of the two is meant."""
    before = scope.find(renamed.before)
    if not renamed.after:
        merged = _other_day(renamed.before, scope)
        return merged or (scope.told(before) if before.units else _unknown(renamed.before, scope))
    old = units_before(scope.schema, renamed, scope.level)
    if still := tuple(each for each in before.units if each in old):
        return scope.told(replace(before, units=still))
    after = scope.find(renamed.after)
    # A new unit may have the name of another old one: the tree has to know of the change.
    return scope.told(after) if old and after.units else ambiguous([renamed.before, renamed.after])


def _other_day(text: str, scope: Scope) -> Converted | None:
    """Read the name of a unit that was merged before the campaign."""
    now = successors_of(scope.schema, scope.day, scope.level, text)
    if not now:
        return None
    if len(now) > 1:
        return ambiguous([each.full_name for each in now])
    if not scope.is_own(now[0]):
        return scope.wrong_parent(now[0])
    return accept(now[0].code, Remark("successor_unit", {"read_as": now[0].full_name}))


def _unknown(text: str, scope: Scope) -> Converted:
    """Refuse a text that names nothing, with the nearest name where one is near."""
    mine = [each for each in scope.units(scope.level) if scope.is_own(each)]
    near = process.extractOne(
        plain(split_name(text).text),
        [plain(bare(each)) for each in mine],
        scorer=fuzz.ratio,
        score_cutoff=_NEAR,
    )
    words = ""
    if near:
        words = scope.schema.text("common.suggestion", suggestion=mine[near[2]].full_name)
    return refuse("unknown_unit", suggestion=words, example=mine[0].full_name if mine else "")
