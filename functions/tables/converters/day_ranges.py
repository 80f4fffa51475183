"""Several days in one text: from a first to a last one, or a list of them.

Every text here is in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice, pairwise

from functions.domain.records import Window
from functions.tables.converters.day_forms import Found, make_day, read_plain, with_digits
from functions.tables.converters.day_words import WEEKDAY, without_doubt, without_times
from functions.tables.converters.days import find_day
from functions.tables.converters.patterns import any_of

_PLAIN = re.compile(r"([\d/]+)\s*[-–]\s*([\d/]+)")
_FROM = re.compile(r"^(?:trong\s+)?(?:kể\s+)?(?:từ\s+(?:các\s+)?ngày|từ|các\s+ngày)\b[\s:]*")
_TO_WORDS = r"\b(?:cho\s+)?(?:đến|tới)(?:\s+hết)?(?:\s+ngày)?\b"
_TO_SIGNS = r"->|=>|\.{2,}|[–—→~…\-]"
_TO_OF_ISO = r"(?<=-\d\d)/(?=\d{4}-)"  # 2024-07-15/2024-07-18
_TO = re.compile(rf"\s*(?:{_TO_WORDS}|(?:{_TO_SIGNS})++|{_TO_OF_ISO})\s*")
_AND = re.compile(r"\s*(?:[,;+&\n]|\b(?:và|hoặc|hay)\b)\s*")
_OR = re.compile(r"\b(?:hoặc|hay)\b")
_WEEKDAYS = re.compile(
    rf"\b{WEEKDAY}\b[\s,]*(?:{any_of('đến', 'tới', 'và', '-', '–')}\s*(?={WEEKDAY}))?"
)
_DAYS_LONG = r"(?:trong\s+)?0?(\d{1,2}) ngày"
_LENGTH = re.compile(rf"^\(?{_DAYS_LONG}\b\)?[\s,:(]*(?=\D*\d)|[\s,(]+{_DAYS_LONG}\)?$")
_BARE_DAY = re.compile(r"\d{1,2}|[oli]\d|\d[oli]")
_DIGIT = re.compile(r"\d")
_ASSUMED = "assumed_year"
_MOST_JOINTS = 12
"""Hyphens in two days of the form `2024-07-15` with hours and weekdays, and the one between."""


@dataclass(frozen=True, slots=True)
class Days:
    """A first and a last day, and the one of the two whose weekday is wrong.

    `listed` days were written one by one, `scattered` ones leave gaps.
    """

    first: date
    last: date
    codes: tuple[str, ...] = ()
    wrong_weekday: date | None = None
    listed: bool = False
    scattered: bool = False


@lru_cache(maxsize=16384)
def find_days(text: str, campaign: Window) -> Days | None:
    """Return the days that a text in small letters names, None when it names no such thing.

    The last day may come before the first: that is for the caller to refuse.
    """
    if found := _plain(text):
        return found
    text, length = _take_length(text.strip())
    timeless = without_times(text)
    surer = without_doubt(timeless)
    found = _several(without_times(surer), campaign)
    if found is None or (length and (found.last - found.first).days + 1 != length):
        return None
    return replace(found, codes=(*found.codes, "approximate")) if surer != timeless else found


def _plain(text: str) -> Days | None:
    """Read `15/7/2024 - 18/7/2024`, which nearly every range is."""
    match = _PLAIN.fullmatch(text)
    if match and (first := read_plain(match[1])) and (last := read_plain(match[2])):
        return Days(first.day, last.day, tuple(dict.fromkeys((*first.codes, *last.codes))))
    return None


def _several(text: str, campaign: Window) -> Days | None:
    """Read a list or a range, with the weekdays in it or, where they say no more, without."""
    found = _listed(text, campaign) or _from_to(text, campaign)
    if found is None and (fewer := _WEEKDAYS.sub(" ", text)) != text:
        fewer = fewer.strip(" ,;:()-–")
        return _listed(fewer, campaign) or _from_to(fewer, campaign)
    return found


def _take_length(text: str) -> tuple[str, int | None]:
    match = _LENGTH.search(text)
    if not match:
        return text, None
    return f"{text[: match.start()]} {text[match.end() :]}".strip(), int(match[1] or match[2])


def _from_to(text: str, campaign: Window) -> Days | None:
    bare = _FROM.sub("", text)
    for match in islice(_TO.finditer(bare), _MOST_JOINTS):
        start, end = bare[: match.start()].strip(" (,"), bare[match.end() :].strip()
        if (
            _DIGIT.search(start)
            and _DIGIT.search(end)
            and (found := _between(start, end, campaign))
        ):
            return found
    return None


def _between(start: str, end: str, campaign: Window) -> Days | None:
    """Read both ends; what one leaves out, the other says."""
    first = find_day(start, campaign)
    last = find_day(end, campaign) or (_bare(end, first.day) if first else None)
    if first is None and last is not None:
        first = _bare(start.removeprefix("ngày ").removeprefix("mùng "), last.day)
    if first is None or last is None:
        return None
    codes = dict.fromkeys((*first.codes, *last.codes))
    if (_ASSUMED in first.codes) != (_ASSUMED in last.codes):
        sure_first, sure_last = _in_year(first, last.day.year), _in_year(last, first.day.year)
        if sure_first is None or sure_last is None:
            return None
        first, last = sure_first, sure_last
        if not (_BARE_DAY.fullmatch(start) or _BARE_DAY.fullmatch(end)):
            del codes[_ASSUMED]
    wrong = next((each.day for each in (first, last) if "weekday_mismatch" in each.codes), None)
    return Days(first.day, last.day, tuple(codes), wrong)


def _in_year(found: Found, year: int) -> Found | None:
    """Give a day whose year was assumed the year that the other end names."""
    if _ASSUMED not in found.codes:
        return found
    day = make_day(year, found.day.month, found.day.day)
    return Found(day, found.codes) if day else None


def _bare(text: str, other: date) -> Found | None:
    """Read `15` in `15-18/7`: a day of the month in which the other end lies."""
    if not _BARE_DAY.fullmatch(text):
        return None
    digits = with_digits(text)
    day = make_day(other.year, other.month, int(digits))
    return Found(day, () if digits == text else ("letter_for_digit",)) if day else None


def _listed(text: str, campaign: Window) -> Days | None:
    """Read `15, 16, 17/7/2024`: what a day leaves out, the one after it says."""
    parts = [part for part in _AND.split(_FROM.sub("", text)) if part]
    if len(parts) <= 1:
        return None
    days: list[Days] = []
    for part in reversed(parts):
        found = _part(part, days[-1] if days else None, campaign)
        if found is None:
            return None
        days.append(found)
    days.reverse()
    codes = tuple(dict.fromkeys(code for each in days for code in each.codes))
    if any(_ASSUMED not in each.codes for each in days):
        codes = tuple(each for each in codes if each != _ASSUMED)
    scattered = bool(_OR.search(text)) or not _follow(days)
    last = max(each.last for each in days)
    return Days(days[0].first, last, codes, listed=True, scattered=scattered)


def _part(part: str, after: Days | None, campaign: Window) -> Days | None:
    found = find_day(part, campaign)
    if found is None and after is not None:
        found = _bare(part.removeprefix("ngày ").strip(), after.first)
        if found and _ASSUMED in after.codes:
            found = Found(found.day, (*found.codes, _ASSUMED))
    elif found is not None and after is not None:
        found = _in_year(found, after.first.year)
    return Days(found.day, found.day, found.codes) if found else _from_to(part, campaign)


def _follow(days: Sequence[Days]) -> bool:
    """Say whether each day follows the one before."""
    return all(one.last + timedelta(days=1) == other.first for one, other in pairwise(days))
