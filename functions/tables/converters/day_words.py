"""What people write around a day: words of doubt, times, parts of the day, weekdays.

Every text here is in small letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from functions.tables.converters.patterns import LETTER, any_of

WEEKDAY = (
    rf"(?:thứ\s*(?:{any_of('hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'bẩy')}|[2-7])"
    rf"|{any_of('chủ nhật', 'chúa nhật', 'cn')}|t[2-7])"
)
"""A weekday by its name, its number or its abbreviation."""

_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5}
_SUNDAY = 6
_FIRST_NUMBERED = 2  # Monday is «thứ 2»
_WEEKDAY_BEFORE = re.compile(rf"\(?\b({WEEKDAY})\b\)?\s*[,:.\-–]?\s*(?:ngày\b)?")
_WEEKDAY_BEHIND = re.compile(rf"[,\s(]+({WEEKDAY})\)?$")

_GUESSES = any_of("dự kiến", "dự tính", "khoảng", "tầm", "độ", "chừng", "~", "≈")
_DOUBT = re.compile(
    rf"^(?:vào\s+)?{_GUESSES}\s*(?:vào\s+)?"
    r"|\s*\?+$"
    r"|[\s(]+dự kiến\)?$"
)

_HOUR = rf"{any_of('giờ', 'h', 'g')}(?!{LETTER})"
# The figures behind an hour are minutes, but in «8h 15/7» and «8h 15-7-24» they are the day.
_MINUTES = r"\s*\d{2}(?!\d|\s*/|[.\-]\d{1,2}[.\-/]\d)\s*(?:phút|['’p])?"
_CLOCK = r":\s*\d{2}(?::\d{2})?"
_TIME = rf"\d{{1,2}}\s*(?:{_CLOCK}|{_HOUR}(?:{_MINUTES})?)"
_TIMES = re.compile(
    rf"(?:\b{any_of('vào lúc', 'lúc', 'vào', 'từ')}\s+)?"
    rf"(?<![\d/.\-]){_TIME}(?:\s*{any_of('-', '–', 'đến', 'tới')}\s*{_TIME})?"
)
_PART_OF_DAY = re.compile(
    rf"\b(?:vào\s+)?(?:các\s+)?(?:buổi\s+)?{any_of('sáng', 'trưa', 'chiều', 'tối')}\b"
    rf"|\b{any_of('cả ngày', 'đầu giờ', '1/2 ngày', 'am', 'pm')}\b"
)
_EMPTY_BRACKETS = re.compile(r"\(\s*[,.\-–]*\s*\)")
_APOSTROPHE = re.compile(r"(?<=[/.\-])['’](?=\d{2}\b)")  # «15/7/'24»
_WRAPPING = re.compile(r"^(?:(?:các\s+)?ngày\b[\s:]*|(?:mùng|mồng)\s+|vào\b\s*)+")


@dataclass(frozen=True, slots=True)
class WithWeekday:
    """A text from which a weekday was taken: 0 is Monday, None where there was none."""

    text: str
    weekday: int | None = None


def without_doubt(text: str) -> str:
    """Leave out words and marks that say that a day is not certain."""
    return _DOUBT.sub("", text)


def without_times(text: str) -> str:
    """Leave out times and parts of a day; of brackets, those with nothing else in them."""
    text = _PART_OF_DAY.sub(" ", _TIMES.sub(" ", _APOSTROPHE.sub("", text)))
    return " ".join(_EMPTY_BRACKETS.sub(" ", text).split()).strip(" ,;.:–-'\"`’")


def take_weekday(text: str) -> WithWeekday:
    """Take the weekday off either end of a text that holds figures beside it."""
    match = _WEEKDAY_BEFORE.match(text) or _WEEKDAY_BEHIND.search(text)
    if match is None:
        return WithWeekday(text)
    rest = f"{text[: match.start()]} {text[match.end() :]}".strip(" ,.-–")
    if not any(each.isdecimal() for each in rest):
        return WithWeekday(text)
    return WithWeekday(rest, _number_of(match[1]))


def unwrapped(text: str) -> str:
    """Leave out the words and brackets that stand around every day: «ngày», «mùng», «vào»."""
    return _WRAPPING.sub("", text.strip()).strip("()[] ")


def _number_of(weekday: str) -> int:
    name = weekday.removeprefix("thứ").strip()
    if name[-1].isdigit():
        return int(name[-1]) - _FIRST_NUMBERED
    return _WEEKDAYS.get(name, _SUNDAY)
