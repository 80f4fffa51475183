"""How tall a row has to be for its wrapped text, as Google shows it; a file has to say so."""

import math

from deploy.local.emulator.cells.view import View
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.state.defaults import COLUMN_PIXELS, ROW_PIXELS
from deploy.local.emulator.state.sheet import Sheet

_FONT_SIZE = 10
_PADDING = 6
_LETTER = 0.62
_BOLD_LETTER = 0.68
_LINE = 1.7
"""Pixels per point of font size: the mean width of a letter, and the height of a line."""

_TALLEST = 540


def row_heights(sheet: Sheet, view: View, bounds: Rect) -> dict[int, int]:
    """Return the height in pixels of each row that wrapped text makes taller than the default.

    Rows whose height somebody set are left out.
    """
    widths = {
        (merge.top, merge.left): sum(
            _width(sheet, column) for column in range(merge.left, merge.right)
        )
        for merge in sheet.merges
    }
    covered = {
        (row, column)
        for merge in sheet.merges
        for row in range(merge.top, merge.bottom)
        for column in range(merge.left, min(merge.right, bounds.right))
    } - set(widths)
    heights: dict[int, int] = {}
    for row, column, style in sheet.grid.formats.within(bounds):
        if style.get("wrapStrategy") != "WRAP" or (row, column) in covered:
            continue
        text = view.effective(sheet, row, column)
        if not isinstance(text, str) or "pixelSize" in sheet.row_properties.get(row, {}):
            continue
        width = widths.get((row, column)) or _width(sheet, column)
        height = _height(text, width, style.get("textFormat", {}))
        heights[row] = max(heights.get(row, ROW_PIXELS), height)
    return {row: height for row, height in heights.items() if height > ROW_PIXELS}


def _width(sheet: Sheet, column: int) -> int:
    found: int = sheet.column_properties.get(column, {}).get("pixelSize", COLUMN_PIXELS)
    return found


def _height(text: str, width: int, font: dict[str, object]) -> int:
    size = font.get("fontSize", _FONT_SIZE)
    points = size if isinstance(size, int) else _FONT_SIZE
    letter = points * (_BOLD_LETTER if font.get("bold") else _LETTER)
    room = max(1.0, (width - _PADDING) / letter)
    lines = sum(max(1, math.ceil(len(line) / room)) for line in text.split("\n"))
    return min(_TALLEST, math.ceil(lines * points * _LINE) + _PADDING)
