"""The column kind `birth_year`: of a date of birth only the year is kept."""

from __future__ import annotations

import re
from datetime import date

from functions.domain.serials import from_serial, to_serial
from functions.domain.workbook import Cell
from functions.tables.converters.base import Context, Converted, Remark, accept, refuse
from functions.tables.converters.dates import find_date
from functions.tables.converters.numbers import limited, read_figure
from functions.tables.converters.patterns import any_of
from functions.tables.converters.texts import as_text

_MINIMUM_AGE_SURE = 16
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_CENTURY = 100
_BORN_FROM, _BORN_UNTIL = to_serial(date(1920, 1, 1)), to_serial(date(2051, 1, 1))
_LABEL = re.compile(
    rf"^(?:{any_of('ngày', 'năm')}\s+)?"
    rf"(?:sinh\s*{any_of('năm', 'ngày', 'vào')}?|{any_of('sn', 'ns', 'năm', 'tháng')})\s*[:.]?\s*"
)
_AGE = re.compile(r"\s*\(?\b\d{1,2} tuổi\b\)?")
_SLANG = re.compile(r"2k(\d{1,2})")
_DATED = re.compile(r"(?:\d{1,2}\s*[/.\-]\s*){1,2}([1-9]\d{3})|(?:\d{1,2}\s*[/.\-]\s*){2}(\d{2})")
_YEAR = re.compile(r"([1-9]\d{3})(?:\.0)?")
_SHORT_YEAR = re.compile(r"(\d{1,2})(?:\.0)?")
_NEARLY_A_YEAR = re.compile(r"[12li|][\doli|]{3}")
_LETTERS = str.maketrans("oli|", "0111")


def convert_birth_year(cell: Cell, context: Context) -> Converted:
    """Read a year of birth and say of whom a guardian has to be asked."""
    read = _year(cell, context)
    year = read.value
    if not isinstance(year, int):
        return read
    inside = limited(year, context, read.remarks, str)
    youngest_sure = context.campaign.last.year - _MINIMUM_AGE_SURE
    if inside.value is None or year < youngest_sure:
        return inside
    code = "under_16" if year > youngest_sure else "may_be_under_16"
    return accept(year, *inside.remarks, Remark(code, {"read_as": str(year)}))


def _year(cell: Cell, context: Context) -> Converted:
    if isinstance(cell, bool):
        return refuse("bad_number")
    if isinstance(cell, int | float):
        return _of_number(cell, context)
    text = _LABEL.sub("", _AGE.sub("", as_text(cell).casefold()).strip(" .,;'’\"()"))
    return _of_digits(text, context) or _of_date(text, context) or _of_figure(text)


def _of_number(number: float, context: Context) -> Converted:
    """Read a number cell: a year, the end of one, or the serial of a date."""
    if _is_year(number):
        return accept(int(number))
    if 0 <= number < _CENTURY and float(number).is_integer():
        return _two_digits(int(number), context)
    if _BORN_FROM <= number < _BORN_UNTIL:
        return accept(from_serial(number).year)
    return refuse("bad_number")


def _of_digits(text: str, context: Context) -> Converted | None:
    """Read `2004`, `04` and `2k4`, and the year of `5/6/2004` whatever its day is."""
    if match := _YEAR.fullmatch(text):
        return accept(int(match[1]))
    if match := _SHORT_YEAR.fullmatch(text) or _SLANG.fullmatch(text):
        return _two_digits(int(match[1]), context)
    if match := _DATED.fullmatch(text):
        return accept(int(match[1])) if match[1] else _two_digits(int(match[2]), context)
    if _NEARLY_A_YEAR.fullmatch(text) and re.search(r"\d", text):
        mended = text.translate(_LETTERS)
        return accept(int(mended), Remark("letter_for_digit", {"read_as": mended}))
    return None


def _of_date(text: str, context: Context) -> Converted | None:
    found = find_date(text, context)
    if found is None:
        return None
    year = found.day.year
    codes = ("serial_as_text",) if "serial_as_text" in found.codes else ()
    return accept(year, *(Remark(code, {"read_as": str(year)}) for code in codes))


def _of_figure(text: str) -> Converted:
    """Read a year with words of doubt or with a blank or a dot in it."""
    found = read_figure(text)
    if isinstance(found, str):
        return refuse(found)
    if not _is_year(found.value) or not re.search(r"\d\D?\d{3}", text):
        return refuse("bad_number")
    year = int(found.value)
    return accept(year, *(Remark(code, {"read_as": str(year)}) for code in found.codes))


def _is_year(number: float) -> bool:
    return _FIRST_YEAR <= number <= _LAST_YEAR and float(number).is_integer()


def _two_digits(number: int, context: Context) -> Converted:
    year = (2000 if number <= context.campaign.last.year % _CENTURY else 1900) + number
    return accept(year, Remark("two_digit_year", {"read_as": str(year)}))
