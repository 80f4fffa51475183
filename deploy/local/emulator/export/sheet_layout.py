"""Sizes, visibility, frozen panes, groups, filter and protection of one tab."""

from typing import Any

from deploy.local.emulator.cells.filtering import filtered_rows
from deploy.local.emulator.cells.view import View
from deploy.local.emulator.export.filters import add_filter
from deploy.local.emulator.export.protection import protect
from deploy.local.emulator.export.row_heights import row_heights
from deploy.local.emulator.export.styles import hex_colour
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.defaults import COLUMN_PIXELS, ROW_PIXELS
from deploy.local.emulator.state.sheet import Group, Sheet
from deploy.local.emulator.state.workbook import Workbook

ROWS, COLUMNS = 1_048_576, 16_384
A3 = 8
_DEEPEST = 7


def lay_out(workbook: Workbook, sheet: Sheet, page: Any, view: View) -> None:  # noqa: ANN401 - XlsxWriter ships no types
    """Set everything about a tab that is not in a cell."""
    properties = sheet.properties
    grid = properties["gridProperties"]
    mark_tab(sheet, page)
    if properties.get("rightToLeft"):
        page.right_to_left()
    if grid.get("hideGridlines"):
        page.hide_gridlines(2)
    frozen = (grid.get("frozenRowCount", 0), grid.get("frozenColumnCount", 0))
    if any(frozen):
        page.freeze_panes(*frozen)
    # A wide tab prints on pages as wide as it is, not in strips.
    page.set_landscape()
    page.set_paper(A3)
    page.fit_to_pages(1, 0)
    _size_columns(sheet, page)
    _size_rows(sheet, page, view, filtered_rows(workbook, view, sheet))
    add_filter(workbook, sheet, page, view)
    protect(workbook, sheet, page)


def mark_tab(sheet: Sheet, page: Any) -> None:  # noqa: ANN401
    """Set visibility and colour of a tab, which pages of charts have as well."""
    if sheet.properties.get("hidden"):
        page.hide()
    if "tabColorStyle" in sheet.properties:
        page.set_tab_color(hex_colour(sheet.properties["tabColorStyle"].get("rgbColor", {})))


def _size_columns(sheet: Sheet, page: Any) -> None:  # noqa: ANN401
    page.set_column_pixels(0, min(sheet.columns, COLUMNS) - 1, COLUMN_PIXELS)
    levels = _levels(sheet.column_groups)
    folded = {group.end for group in sheet.column_groups if group.collapsed}
    for column in sorted({*sheet.column_properties, *levels, *folded}):
        if column < COLUMNS:
            stored = sheet.column_properties.get(column, {})
            options = _options(stored, levels.get(column, 0), folded=column in folded)
            pixels = stored.get("pixelSize", COLUMN_PIXELS)
            page.set_column_pixels(column, column, pixels, None, options)


def _size_rows(sheet: Sheet, page: Any, view: View, filtered: set[int]) -> None:  # noqa: ANN401
    heights = row_heights(sheet, view, Rect(0, 0, ROWS, COLUMNS))
    levels = _levels(sheet.row_groups)
    folded = {group.end for group in sheet.row_groups if group.collapsed}
    for row in sorted({*sheet.row_properties, *levels, *heights, *filtered, *folded}):
        if row < ROWS:
            stored = sheet.row_properties.get(row, {})
            options = _options(stored, levels.get(row, 0), folded=row in folded)
            if row in filtered:
                options["hidden"] = True
            pixels = stored.get("pixelSize", heights.get(row, ROW_PIXELS))
            page.set_row_pixels(row, pixels, None, options)


def _levels(groups: list[Group]) -> dict[int, int]:
    levels: dict[int, int] = {}
    for group in groups:
        for index in range(group.start, group.end):
            levels[index] = min(levels.get(index, 0) + 1, _DEEPEST)
    return levels


def _options(stored: Json, level: int, *, folded: bool) -> Json:
    """Return XlsxWriter's options; the line behind a folded group carries its button."""
    options: Json = {"hidden": True} if stored.get("hiddenByUser") else {}
    if level:
        options["level"] = level
    if folded:
        options["collapsed"] = True
    return options
