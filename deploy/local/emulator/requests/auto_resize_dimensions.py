"""Rows or columns sized to what they hold."""

from deploy.local.emulator.cells.view import View
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.dimensions import check_inside, strip
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.defaults import ROW_PIXELS

KIND = "autoResizeDimensions"


PIXELS_A_LETTER = 8
PADDING = 11
SMALLEST = 21


def apply(edit: Edit, body: Json) -> Json:
    """Set the size of each row or column from its longest text."""
    sheet, dimension, start, end = edit.dimension(body.get("dimensions"))
    check_inside(sheet, dimension, end)
    view = View(edit.workbook)
    longest: dict[int, int] = {}
    for row, column, _ in sheet.grid.entered.within(strip(sheet, dimension, start, end)):
        at = row if dimension == "ROWS" else column
        lines = view.formatted(sheet, row, column).split("\n")
        size = len(lines) if dimension == "ROWS" else max(len(line) for line in lines)
        longest[at] = max(longest.get(at, 0), size)
    stored = sheet.dimension_properties(dimension)
    for at, size in longest.items():
        pixels = size * ROW_PIXELS if dimension == "ROWS" else size * PIXELS_A_LETTER + PADDING
        stored[at] = {**stored.get(at, {}), "pixelSize": max(pixels, SMALLEST)}
    return {}
