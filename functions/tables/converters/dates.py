"""Days and ranges of days, the day first, as people in Viet Nam write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from functions.domain.records import Window
from functions.domain.serials import from_serial, is_serial
from functions.domain.workbook import Cell
from functions.tables.converters.base import (
    Context,
    Converted,
    Remark,
    accept,
    refuse,
    show_date,
)
from functions.tables.converters.texts import as_text

_SEP = r"\s*[/.\-]\s*"
_NUMERIC = re.compile(rf"(\d{{1,2}}){_SEP}(\d{{1,2}})(?:{_SEP}(\d{{4}}|\d{{2}}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})\s*(?:tháng|thg)\s*(\d{1,2})(?:\s*,?\s*(?:năm)?\s*(\d{4}))?")
_NOISE = re.compile(
    r"^(\d{1,2}\s*(giờ|h|g|:)\s*(\d{2})?\s*(phút)?\s*,?\s*)|^(sáng|chiều|tối|trưa)\s+|^ngày\s+|\s+\d{1,2}:\d{2}(:\d{2})?$"
)
_WEEKDAY = re.compile(r"^(thứ\s*(hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|cn|t[2-7])\s*,?\s+")
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5}
_FROM = re.compile(r"^(từ\s+ngày|từ)\s+")
_TO = re.compile(
    r"\s*(?:\bđến hết ngày\b|\bđến ngày\b|\bđến hết\b|\bđến\b|\btới\b|[–—→]|(?<=\s)-(?=\s)|-)\s*"
)
_SAME_MONTH_LIST = re.compile(r"(\d{1,2}(?:\s*,\s*\d{1,2})+)((?:\s*[/.]\s*\d{1,2}){1}.*)")
_NEARBY_YEARS = 1


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day with remarks, or None."""

    value: date | None
    remarks: tuple[Remark, ...] = ()


def convert_date(cell: Cell, context: Context) -> Converted:
    """Read one day."""
    found = find_date(cell, context)
    if isinstance(cell, str) and _find_range(as_text(cell).casefold(), context):
        return refuse("range_not_allowed")
    if found.value is None:
        return _refuse(context)
    return _in_campaign(found.value, found.value, found.remarks, context)


def convert_date_range(cell: Cell, context: Context) -> Converted:
    """Read days from a first to a last one, or a single day."""
    if isinstance(cell, str):
        found = _find_range(as_text(cell).casefold(), context)
        if isinstance(found, Converted):
            return found
        if found:
            window, remarks = found
            shown = f"{show_date(window.first)} - {show_date(window.last)}"
            remarks = tuple(
                # Which weekday it is can be said of one day only.
                each if "weekday" in each.data else Remark(each.code, {"read_as": shown})
                for each in remarks
            )
            return _in_campaign(window.first, window.last, remarks, context, window=window)
    day = find_date(cell, context)
    if day.value is None:
        return _refuse(context)
    window = Window(day.value, day.value)
    return _in_campaign(day.value, day.value, day.remarks, context, window=window)


def find_date(cell: Cell, context: Context) -> FoundDate:
    """Return the day that a cell names; a missing year is the campaign's."""
    if isinstance(cell, bool):
        return FoundDate(None)
    if isinstance(cell, int | float):
        return FoundDate(from_serial(cell) if is_serial(cell) else None)
    text = as_text(cell).casefold()
    if re.fullmatch(r"\d{5}", text) and is_serial(int(text)):
        day = from_serial(int(text))
        return FoundDate(day, (Remark("serial_as_text", {"read_as": show_date(day)}),))
    weekday, text = _take_weekday(text)
    found = _from_text(_strip_noise(text), context)
    if found.value and weekday is not None and found.value.weekday() != weekday:
        words = context.schema.text(f"weekdays.{found.value.weekday()}")
        data = {"read_as": show_date(found.value), "weekday": words}
        return FoundDate(found.value, (*found.remarks, Remark("weekday_mismatch", data)))
    return found


def _refuse(context: Context) -> Converted:
    return refuse("bad_date", reason=context.schema.text("date_reason.unreadable"))


def _strip_noise(text: str) -> str:
    before = ""
    while text != before:
        before, text = text, _NOISE.sub("", text).strip()
    return text.removesuffix(".").strip()


def _take_weekday(text: str) -> tuple[int | None, str]:
    match = _WEEKDAY.match(text)
    if not match:
        return None, text
    rest = text[match.end() :]
    name = match[2] or match[1]
    if name in _WEEKDAYS:
        return _WEEKDAYS[name], rest
    digits = re.sub(r"\D", "", name)
    return (int(digits) - 2 if digits else 6), rest


def _from_text(text: str, context: Context) -> FoundDate:
    fixed = re.sub(r"(?<=[\d/])o(?=[\d/])|(?<=\d)o\b", "0", text)
    remarks = ["letter_for_digit"] if fixed != text else []
    if match := _ISO.fullmatch(fixed):
        day = _make(int(match[1]), int(match[2]), int(match[3]))
        return _found(day, remarks)
    match = _NUMERIC.fullmatch(fixed) or _WORDS.fullmatch(fixed)
    if not match:
        return FoundDate(None)
    first, second = int(match[1]), int(match[2])
    if match[3]:
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)  # noqa: PLR2004 - two digits
    else:
        year = context.campaign.first.year
        remarks.append("assumed_year")
    day = _make(year, second, first)
    if day is None and match.re is _NUMERIC and first <= 12 < second:  # noqa: PLR2004 - months
        day = _make(year, first, second)
        remarks.append("month_first")
    return _found(day, remarks)


def _too_far(day: date, context: Context) -> Remark | None:
    """Return what is wrong with a day whose year cannot be meant."""
    middle = context.campaign.first.year
    if context.any_year or abs(day.year - middle) <= _NEARBY_YEARS:
        return None
    low, high = str(middle - _NEARBY_YEARS), str(middle + _NEARBY_YEARS)
    return Remark("out_of_range", {"read_as": str(day.year), "minimum": low, "maximum": high})


def _found(day: date | None, codes: list[str]) -> FoundDate:
    if day is None:
        return FoundDate(None)
    return FoundDate(day, tuple(Remark(code, {"read_as": show_date(day)}) for code in codes))


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _find_range(
    text: str, context: Context
) -> tuple[Window, tuple[Remark, ...]] | Converted | None:
    """Return a window, a refusal, or None when the text names no range at all."""
    if match := _SAME_MONTH_LIST.fullmatch(text):
        return _from_list(match[1], match[2], context)
    bare = _FROM.sub("", text)
    whole = find_date(text, context).value
    if whole and not _too_far(whole, context):
        return None
    for match in _TO.finditer(bare):
        start, end = bare[: match.start()].strip(), bare[match.end() :].strip()
        last = find_date(end, context)
        if last.value is None or not start:
            continue
        first = _start(start, last.value, context)
        if first.value is None:
            continue
        if first.value > last.value:
            return refuse("bad_date", reason=context.schema.text("date_reason.end_first"))
        remarks = {each.code: each for each in (*last.remarks, *first.remarks)}
        return Window(first.value, last.value), tuple(remarks.values())
    return _refuse(context) if bare != text else None


def _start(start: str, last: date, context: Context) -> FoundDate:
    """Return the first day; the month and year it leaves out are those of the last one."""
    bare = _strip_noise(start)
    if re.fullmatch(r"\d{1,2}", bare):
        return FoundDate(_make(last.year, last.month, int(bare)))
    found = find_date(start, context)
    day = found.value
    if day is None or all(each.code != "assumed_year" for each in found.remarks):
        return found
    remarks = tuple(each for each in found.remarks if each.code != "assumed_year")
    return FoundDate(_make(last.year, day.month, day.day), remarks)


def _from_list(
    days: str, rest: str, context: Context
) -> tuple[Window, tuple[Remark, ...]] | Converted:
    """Read `15, 16, 17/7/2024`: days of one month, which must follow one another."""
    numbers = [int(each) for each in re.findall(r"\d+", days)]
    last = find_date(f"{numbers[-1]}{rest}", context)
    first = _make(last.value.year, last.value.month, numbers[0]) if last.value else None
    if last.value is None or first is None:
        return _refuse(context)
    if numbers != list(range(numbers[0], numbers[-1] + 1)):
        return refuse("multiple_values")
    return Window(first, last.value), last.remarks


def _in_campaign(
    first: date,
    last: date,
    remarks: tuple[Remark, ...],
    context: Context,
    window: Window | None = None,
) -> Converted:
    if far := _too_far(first, context) or _too_far(last, context):
        return Converted(None, (far,))
    campaign = context.campaign
    value: object = window or first
    if first < campaign.first or last > campaign.last:
        data = {
            "read_as": show_date(first if first < campaign.first else last),
            "first": show_date(campaign.first),
            "last": show_date(campaign.last),
        }
        return accept(value, *remarks, Remark("out_of_campaign", data))
    return accept(value, *remarks)
