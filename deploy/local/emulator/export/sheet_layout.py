"""Sizes, visibility, frozen panes, groups, filter and protection of one tab."""

from typing import Any

from deploy.local.emulator import a1
from deploy.local.emulator.cells.view import View
from deploy.local.emulator.export.row_heights import row_heights
from deploy.local.emulator.export.styles import hex_colour
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.defaults import COLUMN_PIXELS, ROW_PIXELS
from deploy.local.emulator.state.sheet import Group, Sheet

ROWS, COLUMNS = 1_048_576, 16_384
A3 = 8
_DEEPEST = 7


def lay_out(sheet: Sheet, page: Any, view: View) -> None:  # noqa: ANN401 - XlsxWriter ships no types
    """Set everything about a tab that is not in a cell."""
    properties = sheet.properties
    grid = properties["gridProperties"]
    if properties.get("hidden"):
        page.hide()
    if properties.get("rightToLeft"):
        page.right_to_left()
    if "tabColorStyle" in properties:
        page.set_tab_color(hex_colour(properties["tabColorStyle"].get("rgbColor", {})))
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
    _size_rows(sheet, page, view)
    if sheet.basic_filter is not None:
        rect = sheet.rect(sheet.basic_filter["range"]).clipped(ROWS, COLUMNS)
        page.autofilter(rect.top, rect.left, rect.bottom - 1, rect.right - 1)
    _protect(sheet, page)


def _size_columns(sheet: Sheet, page: Any) -> None:  # noqa: ANN401
    page.set_column_pixels(0, min(sheet.columns, COLUMNS) - 1, COLUMN_PIXELS)
    levels = _levels(sheet.column_groups)
    for column in sorted({*sheet.column_properties, *levels}):
        if column < COLUMNS:
            stored = sheet.column_properties.get(column, {})
            pixels = stored.get("pixelSize", COLUMN_PIXELS)
            options = _options(stored, levels.get(column, 0))
            page.set_column_pixels(column, column, pixels, None, options)


def _size_rows(sheet: Sheet, page: Any, view: View) -> None:  # noqa: ANN401
    for row, pixels in row_heights(sheet, view, Rect(0, 0, ROWS, COLUMNS)).items():
        page.set_row_pixels(row, pixels)
    levels = _levels(sheet.row_groups)
    for row in sorted({*sheet.row_properties, *levels}):
        if row < ROWS:
            stored = sheet.row_properties.get(row, {})
            pixels = stored.get("pixelSize", ROW_PIXELS)
            page.set_row_pixels(row, pixels, None, _options(stored, levels.get(row, 0)))


def _levels(groups: list[Group]) -> dict[int, int]:
    levels: dict[int, int] = {}
    for group in groups:
        for index in range(group.start, group.end):
            levels[index] = min(levels.get(index, 0) + 1, _DEEPEST)
    return levels


def _options(stored: Json, level: int) -> Json:
    options: Json = {"hidden": True} if stored.get("hiddenByUser") else {}
    return {**options, "level": level} if level else options


def _protect(sheet: Sheet, page: Any) -> None:  # noqa: ANN401
    for protection in sheet.protections:
        whole = sheet.rect(protection.get("range", {})).covers(sheet.all)
        if not whole or "range" not in protection or protection.get("warningOnly"):
            continue
        page.protect("", {"format_cells": True, "format_columns": True, "format_rows": True})
        for free in protection.get("unprotectedRanges", []):
            rect = sheet.rect(free).clipped(ROWS, COLUMNS)
            page.unprotect_range(
                f"{_cell(rect.top, rect.left)}:{_cell(rect.bottom - 1, rect.right - 1)}"
            )
        return


def _cell(row: int, column: int) -> str:
    return a1.cell_name(row, column)
