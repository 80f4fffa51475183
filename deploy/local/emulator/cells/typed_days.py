"""Typed dates: 5/8/2024, 2024-08-05, 5 Aug 2024, Aug 5, 5 tháng 8, 2024."""

import re
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from deploy.local.emulator.cells.calendars import ENGLISH, Calendar
from deploy.local.emulator.cells.locales import Locale
from deploy.local.emulator.cells.today import today

UNCERTAIN: Final = (
    (
        "The pattern of a typed date follows its zeros: 05/11/2024 is dd/mm/yyyy, 5/11/2024 is "
        "d/m/yyyy, and so is 15/11/2024; 2024-11-15 is yyyy-mm-dd."
    ),
    "Years of two digits below 30 count as 20xx, the others as 19xx.",
    "Dates with dots (5.8.2024) are dates in every locale when they have a year.",
    (
        "A month with a year in digits (8/2024, 2024-08) stays text; with a name (Aug 2024) it is a"
        " date."
    ),
    "Month names right beside digits (SEPT2, MARCH1) stay text, as was reported.",
    "A day in words (ngày 5 tháng 8 năm 2024) and a time before its date stay text.",
)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<a>[-/.])(?P<month>\d{1,2})(?P=a)(?P<day>\d{1,2})")
_YEAR_LAST = r"(?P<{}>\d{{1,2}})(?P<a>[-/.])(?P<{}>\d{{1,2}})(?:(?P=a)(?P<year>\d{{4}}|\d{{2}}))?"
_DAY_FIRST = re.compile(_YEAR_LAST.format("day", "month"))
_MONTH_FIRST = re.compile(_YEAR_LAST.format("month", "day"))
_CENTURY_SPLIT = 30
_SHORT_YEAR = 2


class Day(NamedTuple):
    """A date and the pattern that shows it the way it was typed."""

    date: date
    pattern: str


def read_day(text: str, locale: Locale) -> Day | None:
    """Return the date a text stands for; one without a year is of this year."""
    match = _YEAR_FIRST.fullmatch(text)
    if match is None:
        match = (_DAY_FIRST if locale.day_first else _MONTH_FIRST).fullmatch(text)
    if match is None:
        return _named(text, locale.calendar)
    if match["a"] == "." and match["year"] is None:
        return None
    return _day(match, int(match["month"]))


def _day(match: re.Match[str], month: int) -> Day | None:
    found = match.groupdict()
    year, day = found.get("year"), found.get("day")
    try:
        moment = date(_year(year), month, int(day or 1))
    except ValueError:
        return None
    padded = _is_padded(match)
    letters: list[tuple[int, int, str]] = []
    for name, group in found.items():
        if group is not None and name in ("year", "month", "day", "long", "short"):
            letters.append((*match.span(name), _letters(name, group, padded=padded)))
    return Day(moment, _replaced(match.string, letters))


def _is_padded(match: re.Match[str]) -> bool:
    """Say whether days and months of one digit would have been typed with a zero before them."""
    found = match.groupdict()
    groups = [found.get("day") or "", found.get("month") or ""]
    iso = match.re is _YEAR_FIRST and match["a"] == "-" and all(len(group) > 1 for group in groups)
    return iso or any(group.startswith("0") for group in groups)


def _letters(name: str, group: str, *, padded: bool) -> str:
    if name in ("long", "short"):
        return "mmmm" if name == "long" else "mmm"
    if name == "year":
        return "y" * len(group)
    return name[0] * (2 if padded and len(group) > 1 else 1)


def _replaced(text: str, spans: list[tuple[int, int, str]]) -> str:
    for start, end, letters in sorted(spans, reverse=True):
        text = text[:start] + letters + text[end:]
    return text


def _year(digits: str | None) -> int:
    if digits is None:
        return today().year
    year = int(digits)
    if len(digits) > _SHORT_YEAR:
        return year
    return year + (2000 if year < _CENTURY_SPLIT else 1900)


@lru_cache(maxsize=8)
def _months(calendar: Calendar) -> dict[str, int]:
    names = (calendar.months, calendar.short_months)
    found = {name.lower(): number for line in names for number, name in enumerate(line, 1)}
    return found | ({"sept": 9} if calendar is ENGLISH else {})


@lru_cache(maxsize=8)
def _grammars(calendar: Calendar) -> tuple[re.Pattern[str], ...]:
    long = {name.lower() for name in calendar.months} - {
        name.lower() for name in calendar.short_months
    }
    short = set(_months(calendar)) - long
    month = rf"(?:(?P<long>{_any_of(long)})|(?P<short>{_any_of(short)}))"
    weekday = rf"(?:(?P<weekday>{_any_of({*calendar.days, *calendar.short_days})}),? )?"
    day = r"(?P<day>\d{1,2})"
    forms = (
        rf"{weekday}{day}(?P<a>[ /-]){month}(?:(?:(?P=a)|, )(?P<year>\d{{4}}|\d{{2}}))?",
        rf"{weekday}{month}[ -]{day}(?:,? (?P<year>\d{{4}}))?",
        rf"{month}[ -](?P<year>\d{{4}})",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _any_of(names: set[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def _named(text: str, calendar: Calendar) -> Day | None:
    for grammar in _grammars(calendar):
        match = grammar.fullmatch(text)
        if match is not None:
            found = match.groupdict()
            name = (found["long"] or found["short"]).lower()
            day = _day(match, _months(calendar)[name])
            return None if day is None else _with_weekday(day, found.get("weekday"), calendar)
    return None


def _with_weekday(day: Day, typed: str | None, calendar: Calendar) -> Day | None:
    """Return the date with its weekday in the pattern; None when that is another day."""
    if typed is None:
        return day
    number = day.date.weekday()
    rest = day.pattern[len(typed) :]
    for name, letters in ((calendar.days[number], "dddd"), (calendar.short_days[number], "ddd")):
        if typed.lower() == name.lower():
            return Day(day.date, letters + rest)
    return None
