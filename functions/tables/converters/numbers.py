"""Whole numbers, numbers with decimals and birth years.

A dot groups thousands and a comma marks decimals, as people in Viet Nam write.
"""

from __future__ import annotations

import re

from functions.domain.workbook import Cell
from functions.tables.converters.base import (
    Context,
    Converted,
    Remark,
    accept,
    refuse,
    show_number,
)
from functions.tables.converters.dates import find_date
from functions.tables.converters.texts import as_text
from functions.tables.words import plain

_APPROXIMATE = re.compile(
    r"^(~|≈|khoảng|gần|hơn|trên|dưới|tầm|chừng|ước|xấp xỉ|độ)\s*(?=\d)|(?<=\d)\s*\+$",
    re.IGNORECASE,
)
_LETTERS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
_DIGITS_WITH_LETTERS = re.compile(r"[\dOolI]*\d[\dOolI.,]*")
_RANGE = re.compile(r"\d\s*(-|–|—|đến|tới)\s*\d")
_SEVERAL = re.compile(r"\d[^\d]*[+;/,]\s*[^\d]*\d|\d\s+\D+\s+\d")
_UNIT_WORDS = re.compile(
    r"\s*(lượt người|lượt|người|tnv|em|hộ|buổi|lớp|ngày|giờ|bộ|cái|chiếc|máy|phòng|chỗ|xe|"
    r"suất|đội|đoàn viên|học sinh|bạn)\.?$",
    re.IGNORECASE,
)
_DOT_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")
_COMMA_THOUSANDS = re.compile(r"[1-9]\d{0,2}(,\d{3})+")
_SPACE_THOUSANDS = re.compile(r"\d{1,3}( \d{3})+")
_MINIMUM_AGE_SURE = 16
_BEYOND_EXACT = 10**15  # a sheet keeps fifteen digits


def convert_int(cell: Cell, context: Context) -> Converted:
    """Read a whole number that is not negative."""
    read = convert_number(cell, context)
    if isinstance(read.value, int | float) and not float(read.value).is_integer():
        return refuse("not_integer")
    return accept(int(read.value), *read.remarks) if isinstance(read.value, float) else read


def convert_number(cell: Cell, context: Context) -> Converted:
    """Read a number that is not negative."""
    read = _number(cell)
    if not isinstance(read.value, int | float):
        return read
    if read.value < 0:
        return refuse("negative")
    return _limited(read.value, context, read.remarks)


def convert_birth_year(cell: Cell, context: Context) -> Converted:
    """Read a year of birth; of a whole date only the year is kept."""
    read = _year(cell, context)
    year = read.value
    if not isinstance(year, int):
        return read
    limited = _limited(year, context, read.remarks, grouped=False)
    if limited.value is None:
        return limited
    youngest_sure = context.campaign.last.year - _MINIMUM_AGE_SURE
    if year > youngest_sure:
        return accept(year, *limited.remarks, Remark("under_16", {"read_as": str(year)}))
    if year == youngest_sure:
        return accept(year, *limited.remarks, Remark("may_be_under_16", {"read_as": str(year)}))
    return limited


def _year(cell: Cell, context: Context) -> Converted:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if 1900 <= cell <= 2100 and float(cell).is_integer():  # noqa: PLR2004 - plainly a year
            return accept(int(cell))
        day = find_date(cell, context)
        return accept(day.value.year) if day.value else refuse("bad_number")
    text = as_text(cell)
    if not text:
        return accept(None)
    if match := re.fullmatch(r"(?:sinh năm|sn|năm)?\s*(\d{4})", text, re.IGNORECASE):
        return accept(int(match[1]))
    if match := re.fullmatch(r"\d{2}", text):
        century = 2000 if int(text) <= context.campaign.last.year % 100 else 1900
        year = century + int(text)
        return accept(year, Remark("two_digit_year", {"read_as": str(year)}))
    # A whole date: only the year is kept, whatever the order of day and month.
    match = re.fullmatch(r"\d{1,2}\D+\d{1,2}\D+(\d{4})", text)
    return accept(int(match[1])) if match else refuse("bad_number")


def _number(cell: Cell) -> Converted:
    if isinstance(cell, bool):
        return refuse("bad_number")
    if isinstance(cell, int | float):
        return accept(cell) if abs(cell) < _BEYOND_EXACT else refuse("bad_number")
    text = as_text(cell)
    remarks = []
    bare = _APPROXIMATE.sub("", _UNIT_WORDS.sub("", text).strip())
    approximate = bare != _UNIT_WORDS.sub("", text).strip()
    bare = _UNIT_WORDS.sub("", bare).strip()
    value = _parse(bare)
    if value is None and _DIGITS_WITH_LETTERS.fullmatch(bare):
        value = _parse(bare.translate(_LETTERS))
        remarks.append("letter_for_digit")
    if value is None:
        return refuse(_why_not(text))
    if _COMMA_THOUSANDS.fullmatch(bare):
        remarks.append("us_thousands")
    elif re.fullmatch(r"\d+\.\d+", bare) and not _DOT_THOUSANDS.fullmatch(bare):
        remarks.append("dot_decimal")
    if approximate:
        remarks.append("approximate")
    return accept(value, *(Remark(code, {"read_as": show_number(value)}) for code in remarks))


def _parse(text: str) -> float | None:
    negative = text.startswith("-")
    digits = text.removeprefix("-")
    if _SPACE_THOUSANDS.fullmatch(digits):
        digits = digits.replace(" ", "")
    elif _COMMA_THOUSANDS.fullmatch(digits):
        digits = digits.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d+", digits):
        digits = digits.replace(",", ".")
    if not re.fullmatch(r"\d{1,15}(\.\d+)?", digits):
        return None
    value = float(digits) * (-1 if negative else 1)
    return int(value) if value.is_integer() else value


def _why_not(text: str) -> str:
    if _RANGE.search(text):
        return "range_not_allowed"
    if _SEVERAL.search(text) and any(letter.isdigit() for letter in plain(text)):
        return "multiple_values"
    return "bad_number"


def _limited(
    value: float, context: Context, remarks: tuple[Remark, ...], *, grouped: bool = True
) -> Converted:
    show = show_number if grouped else str
    field = context.field
    low, high = field.minimum, field.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        return refuse(
            "out_of_range",
            read_as=show(value),
            minimum=show(low if low is not None else 0),
            maximum=show(high) if high is not None else "…",
        )
    return accept(value, *remarks)
