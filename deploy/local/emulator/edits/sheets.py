"""Titles and copies of tabs."""

import copy

from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import identifiers
from deploy.local.emulator.state.records import read_sheet, sheet_record
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook

TITLE_LIMIT = 100


def check_title(workbook: Workbook, title: str, besides: Sheet | None = None) -> None:
    """Refuse a title that is empty, too long or taken by another tab."""
    if not title:
        raise RequestFault("The sheet name cannot be empty.")
    if len(title) > TITLE_LIMIT:
        raise RequestFault("The sheet name cannot be greater than 100 characters.")
    other = workbook.titled(title)
    if other is not None and other is not besides:
        raise RequestFault(
            f'A sheet with the name "{title}" already exists. Please enter another name.'
        )


def untitled(workbook: Workbook) -> str:
    """Return the first free ``SheetN``."""
    number = len(workbook.sheets) + 1
    while workbook.titled(f"Sheet{number}") is not None:
        number += 1
    return f"Sheet{number}"


def sheet_properties(workbook: Workbook, sheet: Sheet) -> Json:
    """Return Google's SheetProperties of a tab, in Google's order."""
    stored = sheet.properties
    grid = stored["gridProperties"]
    order = ("rowCount", "columnCount", "frozenRowCount", "frozenColumnCount", "hideGridlines")
    after = ("rowGroupControlAfter", "columnGroupControlAfter")
    shown = {
        "sheetId": sheet.id,
        "title": sheet.title,
        "index": workbook.sheets.index(sheet),
        "sheetType": "GRID",
        "gridProperties": {name: grid[name] for name in (*order, *after) if name in grid},
    }
    more = ("hidden", "tabColor", "tabColorStyle", "rightToLeft")
    return {**shown, **{name: stored[name] for name in more if name in stored}}


def clone(source: Sheet, sheet_id: int, title: str) -> Sheet:
    """Return a deep copy of a tab under another id and title; protections get new ids."""
    # JSON keys are texts: the copy takes the same way as a record read from disk.
    sheet = read_sheet(copy.deepcopy(sheet_record(source)))
    sheet.properties = {**sheet.properties, "sheetId": sheet_id, "title": title}
    for protection in sheet.protections:
        protection["protectedRangeId"] = identifiers.number()
    for stored in (
        sheet.protections,
        sheet.conditional_formats,
        sheet.filter_views,
        sheet.bandings,
    ):
        for item in stored:
            _relocate(item, sheet_id)
    if sheet.basic_filter is not None:
        _relocate(sheet.basic_filter, sheet_id)
    sheet.dirty = True
    return sheet


def _relocate(item: Json, sheet_id: int) -> None:
    places = [item["range"]] if "range" in item else []
    for place in places + item.get("ranges", []) + item.get("unprotectedRanges", []):
        place.pop("sheetId", None)
        if sheet_id:
            place["sheetId"] = sheet_id
