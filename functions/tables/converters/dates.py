"""The column kinds `date` and `date_range`: one day, or days from a first to a last one."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
from functions.tables.converters.day_forms import Found
from functions.tables.converters.day_ranges import Days, find_days
from functions.tables.converters.days import find_day
from functions.tables.converters.texts import as_text, lines_of

_NEARBY_YEARS = 1
_UNFINISHED = re.compile(r"^\s*[-–—]\s*\d|\d\s*[-–—]\s*$")
_COMPACT_ISO = range(20000101, 21001232)


def convert_date(cell: Cell, context: Context) -> Converted:
    """Read one day."""
    if found := find_date(cell, context):
        return _one_day(found, found.day, context)
    if isinstance(cell, str) and (days := find_days(lines_of(cell).casefold(), context.campaign)):
        return refuse("multiple_values" if days.listed else "range_not_allowed")
    return _unreadable(context)


def convert_date_range(cell: Cell, context: Context) -> Converted:
    """Read days from a first to a last one, or a single day, as a Window."""
    if isinstance(cell, str) and _UNFINISHED.search(cell):
        return _unreadable(context)
    if found := find_date(cell, context):
        return _one_day(found, Window(found.day, found.day), context)
    days = find_days(lines_of(cell).casefold(), context.campaign) if isinstance(cell, str) else None
    return _range(days, context) if days else _unreadable(context)


def find_date(cell: Cell, context: Context) -> Found | None:
    """Return the day that a cell names, with the codes of remarks; None when it names none."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return _of_number(cell, context)
    return find_day(as_text(cell).casefold(), context.campaign)


def _of_number(number: float, context: Context) -> Found | None:
    if is_serial(number):
        return Found(from_serial(number))
    if float(number).is_integer() and int(number) in _COMPACT_ISO:
        return find_day(str(int(number)), context.campaign)
    return None


def _one_day(found: Found, value: object, context: Context) -> Converted:
    remarks = _remarks(found.codes, show_date(found.day), found.day, context)
    return _in_campaign(Window(found.day, found.day), value, remarks, context)


def _range(days: Days, context: Context) -> Converted:
    if days.last < days.first:
        return refuse("bad_date", reason=context.schema.text("date_reason.end_first"))
    if days.scattered:
        return refuse("multiple_values")
    window = Window(days.first, days.last)
    shown = f"{show_date(days.first)} - {show_date(days.last)}"
    remarks = _remarks(days.codes, shown, days.wrong_weekday or days.first, context)
    return _in_campaign(window, window, remarks, context)


def _remarks(codes: Sequence[str], shown: str, day: date, context: Context) -> list[Remark]:
    """Return remarks on what was `shown`; a wrong weekday is that of `day`."""
    weekday = context.schema.text(f"weekdays.{day.weekday()}") if codes else ""
    return [
        Remark(code, {"read_as": show_date(day), "weekday": weekday})
        if code == "weekday_mismatch"
        else Remark(code, {"read_as": shown})
        for code in codes
    ]


def _unreadable(context: Context) -> Converted:
    return refuse("bad_date", reason=context.schema.text("date_reason.unreadable"))


def _in_campaign(
    window: Window, value: object, remarks: list[Remark], context: Context
) -> Converted:
    """Accept `value`, which lies in `window`; refuse a year that cannot be meant."""
    if far := _too_far(window.first, context) or _too_far(window.last, context):
        return Converted(None, (far,))
    campaign = context.campaign
    if campaign.first <= window.first and window.last <= campaign.last:
        return accept(value, *remarks)
    outside = window.first if window.first < campaign.first else window.last
    data = {
        "read_as": show_date(outside),
        "first": show_date(campaign.first),
        "last": show_date(campaign.last),
    }
    return accept(value, *remarks, Remark("out_of_campaign", data))


def _too_far(day: date, context: Context) -> Remark | None:
    """Return what is wrong with a day whose year cannot be meant."""
    middle = context.campaign.first.year
    if context.any_year or abs(day.year - middle) <= _NEARBY_YEARS:
        return None
    low, high = str(middle - _NEARBY_YEARS), str(middle + _NEARBY_YEARS)
    return Remark("out_of_range", {"read_as": str(day.year), "minimum": low, "maximum": high})
