"""Units that were merged or renamed: what people write, and what it is on the campaign's days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from functions.tables.converters.gazetteer import find
from functions.tables.converters.patterns import any_of
from sheets_schema.model import Schema
from sheets_schema.unit_tree import Unit

_JOINED = rf"(?:đã\s+)?{any_of('sáp nhập', 'sát nhập', 'nhập')}\s+{any_of('vào', 'thành')}"
_NOW = rf"(?:nay\s+(?:là|thuộc)|hiện\s+nay\s+là|{_JOINED}|(?:đã\s+)?đổi\s+(?:tên\s+)?thành|→|->)"
_ONCE = any_of("trước đây", "trước kia", "trước", "tên cũ", "cũ")
_ONCE_BEHIND = any_of("cũ", "trước đây")
# Words without which nothing here can fit; most texts have none of them.
_CHANGE = re.compile(any_of("nay", "nhập", "đổi", "→", "->", "cũ", "trước"), re.IGNORECASE)
_OLD_THEN_NEW = re.compile(rf"(?P<before>.+?)[\s,;(\-–]*{_NOW}\s*(?P<after>.+?)\)?", re.IGNORECASE)
_NEW_THEN_OLD = (
    re.compile(
        rf"(?P<after>.+?)\s*[,;(\-–]++\s*{_ONCE}\s*(?:là|:)\s*(?P<before>.+?)\)?", re.IGNORECASE
    ),
    re.compile(
        rf"(?P<after>.+?)\s*[,;(\-–]++\s*(?P<before>.+?)\s+{_ONCE_BEHIND}\)?", re.IGNORECASE
    ),
)
_OLD = re.compile(rf"(?P<before>.+?)\s*[,;(\-–]*+\s*{_ONCE_BEHIND}\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Renamed:
    """The two names of one place, before and after; `after` is empty where it was not typed."""

    before: str
    after: str = ""


def split_renamed(text: str) -> Renamed | None:
    """Return both names where a text tells of a change, else None."""
    if not _CHANGE.search(text):
        return None
    for form in (_OLD_THEN_NEW, *_NEW_THEN_OLD):
        if match := form.fullmatch(text):
            return Renamed(match["before"].strip(), match["after"].strip())
    match = _OLD.fullmatch(text)
    return Renamed(match["before"].strip()) if match else None


def units_before(schema: Schema, renamed: Renamed, level: str) -> tuple[Unit, ...]:
    """Return the units, of any day, that became the other one by what the tree knows."""
    days = _days(schema)
    before = [unit for day in days for unit in find(schema, day, level, renamed.before).units]
    after = {unit.code for day in days for unit in find(schema, day, level, renamed.after).units}
    return tuple(unit for unit in before if after.intersection(unit.successors))


def successors_of(schema: Schema, day: date, level: str, text: str) -> tuple[Unit, ...]:
    """Return the units of `day` that took over the unit that `text` named until then."""
    found: dict[str, Unit] = {}
    for other in _days(schema):
        if other >= day:
            break
        gone = [each for each in find(schema, other, level, text).units if not each.exists_on(day)]
        for unit in gone:
            for code in unit.successors:
                if now := schema.units.get(code, day):
                    found[code] = now
    return tuple(found.values())


@lru_cache(maxsize=64)
def _days(schema: Schema) -> tuple[date, ...]:
    """Return the first day of each period of the tree."""
    return tuple(sorted({each.valid_from for each in schema.units}))
