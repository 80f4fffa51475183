"""One day as people in Viet Nam write it: the day first, with words, times and weekdays around."""

from __future__ import annotations

import re
from functools import lru_cache

from functions.domain.records import Window
from functions.domain.serials import from_serial, is_serial
from functions.tables.converters.day_forms import Found, read_plain, read_whole
from functions.tables.converters.day_words import (
    take_weekday,
    unwrapped,
    without_doubt,
    without_times,
)
from functions.tables.converters.patterns import any_of

_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?|(\d{2})\.(\d{3})")
# A day that is only part of what such words say is not the day that was meant.
_NOT_A_DAY_WORDS = any_of(
    *("từ", "đến", "tới", "trước", "sau", "hết", "đầu", "giữa", "cuối", "trở"),
    *("hằng", "hàng", "mỗi", "tuần", "quý", "lịch", "âm", "al"),
    *("hoãn", "hủy", "huỷ", "không", "chưa", "hoặc", "hay"),
)
_NOT_A_DAY = re.compile(rf"\b{_NOT_A_DAY_WORDS}\b")
_INSIDE = re.compile(
    r"(?<![\d/.\-])\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}(?![\d/\-]|\.\d)"
    r"|\b\d{1,2} tháng \d{1,2} năm \d{4}\b"
)
_MOST_DIGITS = len("2024 07 15 08 00 00 000000 07 00".replace(" ", ""))
"""Digits of a day with the longest time; in what has more, a day is not worth looking for."""


@lru_cache(maxsize=16384)
def find_day(text: str, campaign: Window) -> Found | None:
    """Return the one day that a text in small letters names; a missing year is the campaign's."""
    if found := read_plain(text):
        return found
    if match := _SERIAL.fullmatch(text):
        number = int(match[1] or match[2] + match[3])
        return Found(from_serial(number), ("serial_as_text",)) if is_serial(number) else None
    if sum(each.isdecimal() for each in text) > _MOST_DIGITS:
        return None
    surer = without_doubt(text)
    rest = take_weekday(without_times(surer))
    found = read_whole(unwrapped(rest.text), campaign) or _inside(rest.text, campaign)
    if found is None:
        return None
    codes = ["approximate"] if surer != text else []
    codes += found.codes
    if rest.weekday is not None and rest.weekday != found.day.weekday():
        codes.append("weekday_mismatch")
    return Found(found.day, tuple(dict.fromkeys(codes)))


def _inside(text: str, campaign: Window) -> Found | None:
    """Read the one whole day in a text that says something else too."""
    days = _INSIDE.findall(text)
    rest = _INSIDE.sub(" ", text)
    if len(days) != 1 or re.search(r"\d", rest) or _NOT_A_DAY.search(rest):
        return None
    found = read_whole(days[0], campaign)
    return found and Found(found.day, (*found.codes, "extra_text"))
