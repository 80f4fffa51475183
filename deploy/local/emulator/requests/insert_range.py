"""Empty cells in the middle of a tab."""

from typing import Final

from deploy.local.emulator.edits.block_shifts import band_of, shift_block
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.dimensions import shift_dimension
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.shifts import Insertion

KIND = "insertRange"
LIMITS: Final = ("A table among the cells that shift is a 501.",)
UNCERTAIN: Final = (
    (
        "InsertRange: the grid grows only when cells that hold something would be pushed over its "
        "edge; what Google does then is not recorded."
    ),
    "InsertRange: new cells are without format; Google may take it from a neighbour.",
)


def apply(edit: Edit, body: Json) -> Json:
    """Insert empty cells; those below (ROWS) or to the right (COLUMNS) move away."""
    sheet, rect = edit.area(body.get("range"))
    dimension = shift_dimension(body)
    rows = dimension == "ROWS"
    band = band_of(sheet, rect, dimension)
    edit.guard(sheet, band)
    count = rect.height if rows else rect.width
    needed = _last_filled(sheet, band, rows=rows) + count
    if rows:
        sheet.resize(max(sheet.rows, needed), sheet.columns)
    else:
        sheet.resize(sheet.rows, max(sheet.columns, needed))
    edit.check_size()
    shift_block(edit, sheet, rect, Insertion(rect.top if rows else rect.left, count), dimension)
    _cut(sheet)
    return {}


def _last_filled(sheet: Sheet, band: Rect, *, rows: bool) -> int:
    filled = [
        (row if rows else column) + 1
        for layer in (sheet.grid.entered, sheet.grid.notes)
        for row, column, _ in layer.within(band)
    ]
    merged = [merge.bottom if rows else merge.right for merge in sheet.merges if band.covers(merge)]
    return max([0, *filled, *merged])


def _cut(sheet: Sheet) -> None:
    """Drop formats and rules that were pushed over the edge."""
    for layer in sheet.grid.layers():
        over = [
            (row, column)
            for row, column, _ in layer.everything()
            if row >= sheet.rows or column >= sheet.columns
        ]
        for row, column in over:
            layer.put(row, column, None)
