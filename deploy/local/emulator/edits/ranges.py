"""Finds the cells that an A1 text means in a workbook."""

from dataclasses import dataclass

from deploy.local.emulator import a1, errors
from deploy.local.emulator.a1 import OpenRect
from deploy.local.emulator.edits.context import beyond
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook


@dataclass(frozen=True)
class Place:
    """A tab, the cells meant (open sides filled from the grid) and the corners as written."""

    sheet: Sheet
    rect: Rect
    written: OpenRect

    @property
    def name(self) -> str:
        """The normalised name of the cells inside the grid."""
        inside = self.rect.clipped(self.sheet.rows, self.sheet.columns)
        return name_of(self.sheet, inside)


def name_of(sheet: Sheet, rect: Rect) -> str:
    """Return the normalised name of a block."""
    return a1.range_name(sheet.title, rect.top, rect.left, rect.bottom, rect.right)


def find(workbook: Workbook, text: str) -> Place:
    """Return what ``text`` means.

    Raises:
        GoogleError: No such tab or range, or it starts beyond the grid.
    """
    title, rest = a1.split_sheet(text)
    if title is None:
        place = _without_tab(workbook, text)
    else:
        sheet = workbook.titled(title)
        written = a1.parse_cells(rest) if rest else a1.WHOLE
        if sheet is None or not sheet.is_grid:
            place = None
        elif written is None:
            place = _named(workbook, rest, sheet)
        else:
            place = _place(sheet, written)
    if place is None:
        raise errors.bad_range(text)
    if place.rect.top >= place.sheet.rows or place.rect.left >= place.sheet.columns:
        raise errors.invalid(beyond(place.sheet, place.rect))
    return place


def _without_tab(workbook: Workbook, text: str) -> Place | None:
    written = a1.parse_cells(text)
    grids = [sheet for sheet in workbook.sheets if sheet.is_grid]
    sheet = next((one for one in grids if one is workbook.titled(text)), None)
    if written is not None and grids:
        # Google takes a bare ``D3`` as the cell, on the tab of that name if there is one.
        return _place(sheet or grids[0], written)
    if sheet is not None:
        return _place(sheet, a1.WHOLE)
    return _named(workbook, text, None)


def _named(workbook: Workbook, name: str, sheet: Sheet | None) -> Place | None:
    for entry in workbook.named_ranges:
        if entry["name"].casefold() == name.casefold():
            owner = workbook.sheet(entry["range"].get("sheetId", 0))
            if owner is not None and sheet in (None, owner):
                return _place(owner, _written(entry["range"]))
    return None


def _written(grid_range: Json) -> OpenRect:
    return OpenRect(
        grid_range.get("startRowIndex"),
        grid_range.get("startColumnIndex"),
        grid_range.get("endRowIndex"),
        grid_range.get("endColumnIndex"),
    )


def _place(sheet: Sheet, written: OpenRect) -> Place:
    top, left = written.top or 0, written.left or 0
    bottom = sheet.rows if written.bottom is None else written.bottom
    right = sheet.columns if written.right is None else written.right
    return Place(sheet, Rect(top, left, max(bottom, top + 1), max(right, left + 1)), written)
