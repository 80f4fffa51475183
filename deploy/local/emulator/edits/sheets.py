"""Titles and copies of tabs."""

import copy

from deploy.local.emulator.edits.copies import name_tables, relocate, renumber
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
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
        "sheetType": stored["sheetType"],
    }
    if sheet.is_grid:
        shown["gridProperties"] = {name: grid[name] for name in (*order, *after) if name in grid}
    more = ("hidden", "tabColor", "tabColorStyle", "rightToLeft")
    return {**shown, **{name: stored[name] for name in more if name in stored}}


def clone(
    source: Sheet, target: Workbook, sheet_id: int | None, title: str, *, within: bool
) -> Sheet:
    """Return a deep copy of a tab for ``target``, under another id and title.

    What hangs on it gets ids of its own. ``within`` says that the copy stays in its document.
    """
    # JSON keys are texts: the copy takes the same way as a record read from disk.
    sheet = read_sheet(copy.deepcopy(sheet_record(source)))
    sheet_id = target.free_sheet_id() if sheet_id is None else sheet_id
    sheet.properties = {**sheet.properties, "sheetId": sheet_id, "title": title}
    renumber(sheet)
    relocate(sheet, source.id, within=within)
    name_tables(sheet, {t["name"].casefold() for other in target.sheets for t in other.tables})
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
