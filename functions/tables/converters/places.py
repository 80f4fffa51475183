"""Units and communes by name, code or abbreviation."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz, process

from functions.domain.records import PROVINCE
from functions.domain.workbook import Cell
from functions.tables.converters.base import Context, Converted, Remark, accept, refuse
from functions.tables.converters.texts import as_text
from functions.tables.words import has_tones, plain, spoken
from sheets_schema.model import Schema
from sheets_schema.unit_tree import Unit

_NEAR = 75
_LONGEST_ABBREVIATION = 3
# What people write before a name, longest first, and the types it stands for.
_TYPES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("thanh pho", ("Thành phố",)), ("huyen doan", ("Huyện",)), ("thanh doan", ("Thành phố",)),
    ("thi doan", ("Thị xã",)), ("thi tran", ("Thị trấn",)), ("thi xa", ("Thị xã",)),
    ("phuong", ("Phường",)), ("huyen", ("Huyện",)), ("t p", ("Thành phố",)),
    ("t x", ("Thị xã",)), ("t t", ("Thị trấn",)), ("tp", ("Thành phố",)), ("tx", ("Thị xã",)),
    ("tt", ("Thị trấn",)), ("xa", ("Xã",)), ("h", ("Huyện",)), ("p", ("Phường",)),
    ("x", ("Xã",)),
)  # fmt: skip
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_WHOLE_PROVINCE = frozenset({"toan tinh", "ca tinh", "tinh"})
_PROVINCE = re.compile(r"^(?P<name>.+?)[\s,(\-–]+tỉnh (?P<province>[^,()]+?)\)?$", re.IGNORECASE)
_PARENT = re.compile(
    r"^(?P<name>.+?)\s*(?:[,(\-–]|\bthuộc\b)\s*(?P<parent>[^,()]+?)\)?$", re.IGNORECASE
)


def convert_commune(cell: Cell, context: Context) -> Converted:
    """Read the code of a commune; in a unit's workbook only of that unit's communes."""
    return _convert(cell, context, "commune")


def convert_unit(cell: Cell, context: Context) -> Converted:
    """Read the code of a district-level unit."""
    return _convert(cell, context, "district")


def convert_unit_or_province(cell: Cell, context: Context) -> Converted:
    """Read the code of a district-level unit, or PROVINCE for the whole province."""
    if plain(as_text(cell)) in _WHOLE_PROVINCE:
        return accept(PROVINCE)
    return _convert(cell, context, "district")


def _convert(cell: Cell, context: Context, level: str) -> Converted:
    text = as_text(cell)
    if not text:
        return accept(None)
    day = context.campaign.first
    text = _without_province(context.schema, day, text)
    units = context.schema.units.at_level(level, day)
    parent = context.unit if level == "commune" else ""
    found, remark = _find(context.schema, day, level, text)
    if not found and (match := _PARENT.match(text)):
        found, remark = _inside(context.schema, day, level, match["name"], match["parent"])
    if not found:
        return _unknown(context, text, [each for each in units if parent in ("", each.parent)])
    own = [each for each in found if parent in ("", each.parent)]
    if not own:
        where = context.schema.units.get(found[0].parent, day)
        return refuse("wrong_parent", parent=where.full_name if where else "")
    if len(own) > 1:
        names = [_with_parent(context.schema, each, day) for each in own]
        return refuse("ambiguous_unit", candidates="; ".join(names), first_candidate=names[0])
    remarks = [Remark(remark, {"read_as": own[0].full_name})] if remark else []
    return accept(own[0].code, *remarks)


def _without_province(schema: Schema, day: date, text: str) -> str:
    """Leave out the name of the only province that can be meant: `Tân Biên, tỉnh Tây Ninh`."""
    match = _PROVINCE.match(text)
    names = [spoken(each.name) for each in schema.units.at_level("province", day)]
    return match["name"] if match and spoken(match["province"]) in names else text


def _with_parent(schema: Schema, unit: Unit, day: date) -> str:
    parent = schema.units.get(unit.parent, day)
    return f"{unit.full_name}, {parent.full_name}" if parent else unit.full_name


def _inside(
    schema: Schema, day: date, level: str, name: str, parent: str
) -> tuple[tuple[Unit, ...], str]:
    above = _find(schema, day, "district" if level == "commune" else "province", parent)[0]
    found, remark = _find(schema, day, level, name)
    codes = {each.code for each in above}
    return tuple(each for each in found if each.parent in codes), remark


@lru_cache(maxsize=8192)
def _find(schema: Schema, day: date, level: str, text: str) -> tuple[tuple[Unit, ...], str]:
    """Return the units that a text may mean and the code of the remark it deserves."""
    units = schema.units.at_level(level, day)
    by_code = tuple(each for each in units if each.code == text)
    if by_code:
        return by_code, ""
    types, name = _split_type(text)
    for key in (spoken, plain):
        named = tuple(each for each in units if key(_bare(each)) == key(name))
        if not named:
            continue
        right = tuple(each for each in named if not types or each.type in types)
        accent = key is plain and has_tones(name)
        if not right:
            return named, "type_mismatch"
        if (
            not types
            and level == "district"
            and any(
                spoken(above.name) == spoken(name)
                for above in schema.units.at_level("province", day)
            )
        ):
            return right, "could_be_province"
        return right, "accent_mismatch" if accent else ""
    initials = tuple(each for each in units if _initials(_bare(each)) == text.casefold())
    return (initials, "") if len(initials) == 1 else ((), "")


def _split_type(text: str) -> tuple[tuple[str, ...], str]:
    """Split `TX. Hoà Thành` into the types it may mean and the name."""
    words = re.sub(r"[.\s()]+", " ", text).strip().split(" ")
    for prefix, types in _TYPES:
        count = prefix.count(" ") + 1
        if len(words) > count and plain(" ".join(words[:count])) == prefix:
            return types, _arabic(" ".join(words[count:]))
        # «GÒ DẦU (huyện)», but no lone letters at the end.
        spelled_out = len(prefix) > _LONGEST_ABBREVIATION
        if spelled_out and len(words) > count and plain(" ".join(words[-count:])) == prefix:
            return types, _arabic(" ".join(words[:-count]))
    return (), text


def _bare(unit: Unit) -> str:
    """Return the name without its type; a numbered ward is listed as «Phường 1»."""
    return unit.name.removeprefix(f"{unit.type} ")


def _arabic(name: str) -> str:
    return _ROMAN.get(name.casefold(), name.removeprefix("0") if name.isdigit() else name)


def _initials(name: str) -> str:
    words = plain(name).split()
    return "".join(word[0] for word in words) if len(words) > 2 else ""  # noqa: PLR2004


def _unknown(context: Context, text: str, units: list[Unit]) -> Converted:
    names = [plain(_bare(each)) for each in units]
    near = process.extractOne(plain(_split_type(text)[1]), names, scorer=fuzz.ratio)
    words = ""
    if near and near[1] >= _NEAR:
        words = context.schema.text("common.suggestion", suggestion=units[near[2]].full_name)
    return refuse("unknown_unit", suggestion=words, example=units[0].full_name if units else "")
