"""Finds administrative units by name, type, abbreviation or code on one day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from functions.tables.converters.unit_names import Name, split_name
from functions.tables.words import clean, has_tones, plain, spoken
from sheets_schema.model import Schema
from sheets_schema.unit_tree import Unit

_GLUED = {"tp": "Thành phố", "tx": "Thị xã", "tt": "Thị trấn"}
_FEWEST_INITIALS = 2
_DOTS = re.compile(r"[.\s]")


@dataclass(frozen=True, slots=True)
class Match:
    """The units that a text may mean, and the code of the remark that the reading deserves.

    `typed` says that the text named a type, as in «xã Tân Hà».
    """

    units: tuple[Unit, ...] = ()
    remark: str = ""
    typed: bool = False


@dataclass(frozen=True, slots=True)
class _Index:
    """The units of one level on one day, by whatever they may be called."""

    by_code: Mapping[str, tuple[Unit, ...]]
    by_sound: Mapping[str, tuple[Unit, ...]]
    by_letters: Mapping[str, tuple[Unit, ...]]
    by_initials: Mapping[str, tuple[Unit, ...]]
    types: frozenset[str]
    sounds_of_others: frozenset[str]
    """What the units of other levels are called."""
    shared_with_province: frozenset[str]
    """The names, without diacritics, that a province has as well."""


@lru_cache(maxsize=16384)
def find(schema: Schema, day: date, level: str, text: str) -> Match:
    """Return what `text` may mean among the units of `level` on `day`."""
    index = _index(schema, day, level)
    text = clean(text).strip(" .,;:\"'").removesuffix(".0")
    if by_code := index.by_code.get(text):
        return Match(by_code)
    name = split_name(text)
    if name.type and name.type not in index.types:
        return Match()
    sound = spoken(name.text)
    if same := index.by_sound.get(sound):
        return _judge(index, name, same)
    same = index.by_letters.get(plain(name.text), ())
    # «Hòa Thạnh» is a commune; in a column of districts it is no misspelt «Hòa Thành».
    if same and not (has_tones(name.text) and sound in index.sounds_of_others):
        return _judge(index, name, same, misspelt=has_tones(name.text))
    return Match(_by_initials(index, name), typed=bool(name.type))


@lru_cache(maxsize=64)
def units_at(schema: Schema, day: date, level: str) -> tuple[Unit, ...]:
    """Return the units of one level on `day`, in the order of their codes."""
    return schema.units.at_level(level, day)


def bare(unit: Unit) -> str:
    """Return the name without its type; a numbered ward is listed as «Phường 1»."""
    return unit.name.removeprefix(f"{unit.type} ")


@lru_cache(maxsize=64)
def _index(schema: Schema, day: date, level: str) -> _Index:
    units = units_at(schema, day, level)
    provinces = units_at(schema, day, "province") if level == "district" else ()
    others = (each for each in schema.units if each.level != level and each.exists_on(day))
    return _Index(
        by_code=_grouped(units, lambda unit: unit.code),
        by_sound=_grouped(units, lambda unit: spoken(bare(unit))),
        by_letters=_grouped(units, lambda unit: plain(bare(unit))),
        by_initials=_grouped(units, lambda unit: _initials(bare(unit))),
        types=frozenset(each.type for each in units),
        sounds_of_others=frozenset(spoken(bare(each)) for each in others),
        shared_with_province=frozenset(plain(each.name) for each in provinces),
    )


def _grouped(units: Iterable[Unit], key: Callable[[Unit], str]) -> dict[str, tuple[Unit, ...]]:
    grouped: dict[str, tuple[Unit, ...]] = {}
    for unit in units:
        grouped[key(unit)] = (*grouped.get(key(unit), ()), unit)
    return grouped


def _judge(index: _Index, name: Name, same: tuple[Unit, ...], *, misspelt: bool = False) -> Match:
    """Choose among the units of one name those of the type that was typed, if any."""
    typed = bool(name.type)
    right = tuple(each for each in same if not typed or each.type == name.type)
    if not right:
        return Match(same, "type_mismatch", typed)
    if misspelt:
        return Match(right, "accent_mismatch", typed)
    if not typed and plain(name.text) in index.shared_with_province:
        return Match(right, "could_be_province")
    return Match(right, typed=typed)


def _by_initials(index: _Index, name: Name) -> tuple[Unit, ...]:
    """Read `DMC` and `TX HT`; two letters alone say too little."""
    wanted, kind = _DOTS.sub("", name.text).casefold(), name.type
    for prefix, glued in _GLUED.items():
        if not kind and wanted.startswith(prefix):
            wanted, kind = wanted.removeprefix(prefix), glued
    if len(wanted) < (_FEWEST_INITIALS if kind else _FEWEST_INITIALS + 1):
        return ()
    found = tuple(
        each for each in index.by_initials.get(wanted, ()) if not kind or each.type == kind
    )
    return found if len(found) == 1 else ()


def _initials(name: str) -> str:
    return "".join(word[0] for word in plain(name).split())
