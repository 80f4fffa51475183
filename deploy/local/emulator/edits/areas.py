"""Finds the cells that a data filter means without developer metadata."""

from deploy.local.emulator.edits.context import beyond
from deploy.local.emulator.edits.ranges import find
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook


def area_of(workbook: Workbook, data_filter: Json) -> tuple[Sheet, Rect]:
    """Return tab and cells inside the grid of a filter by ``a1Range`` or ``gridRange``.

    Raises:
        RequestFault: It has neither, or its cells are not there.
        GoogleError: The A1 text cannot be read.
    """
    if "a1Range" in data_filter:
        place = find(workbook, data_filter["a1Range"])
        return place.sheet, place.rect.clipped(place.sheet.rows, place.sheet.columns)
    if "gridRange" not in data_filter:
        raise RequestFault("No data filter specified.")
    wanted = data_filter["gridRange"]
    sheet = sheet_at(workbook, wanted.get("sheetId", 0))
    rect = sheet.rect(wanted)
    if min(rect.top, rect.left) < 0 or rect.height < 1 or rect.width < 1:
        raise RequestFault("Invalid gridRange: it must have at least one row and one column.")
    if rect.top >= sheet.rows or rect.left >= sheet.columns:
        raise RequestFault(beyond(sheet, rect))
    return sheet, rect.clipped(sheet.rows, sheet.columns)


def sheet_at(workbook: Workbook, sheet_id: int) -> Sheet:
    """Return a tab to read from.

    Raises:
        RequestFault: There is none with that id.
    """
    sheet = workbook.sheet(sheet_id)
    if sheet is None or not sheet.is_grid:
        raise RequestFault(f"No grid with id: {sheet_id}")
    return sheet


def strip_of(workbook: Workbook, dimension_range: Json) -> tuple[Sheet, Rect]:
    """Return tab and cells of a DimensionRange, open sides filled, clipped to the grid.

    Raises:
        RequestFault: It names no tab or dimension.
    """
    sheet = sheet_at(workbook, dimension_range.get("sheetId", 0))
    start = max(dimension_range.get("startIndex", 0), 0)
    dimension = dimension_range.get("dimension")
    if dimension == "ROWS":
        rect = Rect(start, 0, dimension_range.get("endIndex", sheet.rows), sheet.columns)
    elif dimension == "COLUMNS":
        rect = Rect(0, start, sheet.rows, dimension_range.get("endIndex", sheet.columns))
    else:
        raise RequestFault("No dimension specified.")
    return sheet, rect.clipped(sheet.rows, sheet.columns)
