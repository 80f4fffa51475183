"""Reads a place of several parts: a name and what lies above it, or more than was asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from functions.tables.converters.base import Converted, refuse
from functions.tables.converters.gazetteer import Match
from functions.tables.converters.patterns import any_of
from functions.tables.converters.place_scope import Scope
from functions.tables.words import spoken

_PARTS = re.compile(r"\s*[,;()\n/+&]\s*|\s+[-–—]\s+|\s+(?:thuộc|và)\s+")
_TIGHT_PARTS = re.compile(r"\s*[,;()\n/+&\-–—]\s*")
_UNIT_TYPES = any_of(
    "xã", "phường", "thị trấn", "huyện", "thị xã", "thành phố", "tỉnh", "tp", "tx", "tt"
)
_BEFORE_A_TYPE = re.compile(rf"\s+(?<!thị )(?={_UNIT_TYPES}\b)", re.IGNORECASE)
# Places inside a commune say more than was asked, and nothing else than the commune.
_INSIDE_A_COMMUNE = re.compile(
    rf"""{
        any_of(
            "ấp",
            "thôn",
            "khóm",
            "kp",
            "khu phố",
            "khu",
            "tổ",
            "đường",
            "số",
            "nhà",
            "nhà văn hóa",
            "nvh",
            "trường",
            "thcs",
            "thpt",
            "tiểu học",
            "chợ",
            "trụ sở",
            "hội trường",
            "trung tâm",
            "văn phòng",
            "trạm",
            "đồn",
            "ubnd",
            "ban",
            "tại",
        )
    }\b""",
    re.IGNORECASE,
)
_PROVINCE_WORD = re.compile(r"^tỉnh\s+", re.IGNORECASE)
_A_PAIR = 2


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a text, as a unit of the level that was asked for and of the other one."""

    asked: Match
    other: Match


def read_parts(text: str, scope: Scope) -> Match | Converted | None:
    """Return what the parts of a text mean together, why they cannot, or None for no places."""
    for pattern in (_PARTS, _TIGHT_PARTS, _BEFORE_A_TYPE):
        first, *others = [part for part in pattern.split(text) if part] or [""]
        parts = [first, *(each for each in others if not _is_province(each, scope))]
        if parts != [text] and (found := _together(parts, scope)):
            return found
    return _together(_before_a_name(text, scope), scope)


def _is_province(text: str, scope: Scope) -> bool:
    name = spoken(_PROVINCE_WORD.sub("", text))
    return any(spoken(each.name) == name for each in scope.units("province"))


def _before_a_name(text: str, scope: Scope) -> list[str]:
    """Split `Tân Hà Tân Châu`, where nothing but a blank stands before what lies above."""
    words = text.split()
    of_commune = scope.level == "commune"
    for unit in scope.units("district" if of_commune else "province"):
        count = len(unit.name.split())
        if len(words) > count and spoken(" ".join(words[-count:])) == spoken(unit.name):
            name = " ".join(words[:-count])
            return [name, unit.full_name] if of_commune else [name]
    return [text]


def _together(texts: list[str], scope: Scope) -> Match | Converted | None:
    parts = list(_known(texts, scope))
    if len(parts) < len(texts):
        return None
    if len(parts) == 1:
        return parts[0].asked if parts[0].asked.units else None
    return _district(parts) if scope.level == "district" else _commune(parts, scope)


def _known(texts: Iterable[str], scope: Scope) -> Iterable[_Part]:
    """Yield the parts up to the first that names no place."""
    other = replace(scope, level="district" if scope.level == "commune" else "commune")
    for text in texts:
        part = _Part(scope.find(text), other.find(text))
        if not part.asked.units and not part.other.units and not _INSIDE_A_COMMUNE.match(text):
            return
        yield part


def _district(parts: list[_Part]) -> Match | Converted | None:
    """Read a district beside which one of its communes is named too."""
    named = [each.asked for each in parts if each.asked.units]
    sure = [each for each in named if each.typed] or named
    if not sure:
        return None
    if any(each.units != sure[0].units for each in sure):
        return refuse("multiple_values")
    if len(named) == len(parts):
        return Match(sure[0].units, sure[0].remark)
    below = [unit for each in parts if not each.asked.units for unit in each.other.units]
    if below and all(unit.parent != sure[0].units[0].code for unit in below):
        return None
    return Match(sure[0].units, "extra_text")


def _commune(parts: list[_Part], scope: Scope) -> Match | Converted | None:
    """Read a commune beside which its district, or a place inside it, is named too."""
    pairs = [
        (commune.asked, district.other)
        for commune in parts
        for district in parts
        if commune is not district and commune.asked.units and district.other.units
    ]
    for commune, district in pairs:
        above = {each.code for each in district.units}
        held = tuple(each for each in commune.units if each.parent in above)
        if held:
            extra = "extra_text" if len(parts) > _A_PAIR else ""
            return Match(held, commune.remark or extra)
    if pairs:
        commune = next((each for each, _ in pairs if each.typed), pairs[0][0])
        return scope.wrong_parent(commune.units[0])
    named = [each.asked for each in parts if each.asked.units]
    if len(named) > 1:
        return refuse("multiple_values")
    return Match(named[0].units, named[0].remark or "extra_text") if named else None
