"""Finds the table that values are appended to."""

from deploy.local.emulator.rects import Rect
from deploy.local.emulator.state.sheet import Sheet


def table_in(sheet: Sheet, rect: Rect) -> Rect | None:
    """Return the last table that starts inside ``rect``: filled cells without a gap around them."""
    last = None
    for row, column, _ in sheet.grid.entered.within(rect):
        last = (row, column)
    if last is None:
        return None
    return _grown(sheet, Rect(last[0], last[1], last[0] + 1, last[1] + 1))


def _grown(sheet: Sheet, table: Rect) -> Rect:
    while True:
        around = Rect(
            max(table.top - 1, 0), max(table.left - 1, 0), table.bottom + 1, table.right + 1
        )
        cells = [(row, column) for row, column, _ in sheet.grid.entered.within(around)]
        rows = [row for row, _ in cells]
        columns = [column for _, column in cells]
        grown = Rect(
            min(*rows, table.top),
            min(*columns, table.left),
            max(*rows, table.bottom - 1) + 1,
            max(*columns, table.right - 1) + 1,
        )
        if grown == table:
            return table
        table = grown
