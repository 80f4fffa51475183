"""Puts the rows of a range into order."""

from deploy.local.emulator.cells.view import View
from deploy.local.emulator.edits.blocks import Block, lift
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.sorting import sort_key
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet


def sort_rows(edit: Edit, sheet: Sheet, rect: Rect, specs: list[Json]) -> None:
    """Sort whole rows of ``rect``; the first spec is the primary key, blanks go last.

    Raises:
        RequestFault: A key lies outside the range, or the user may not edit it.
    """
    edit.guard(sheet, rect)
    view = View(edit.workbook)
    order = list(range(rect.top, rect.bottom))
    for spec in reversed(specs):
        column = spec.get("dimensionIndex", 0)
        if not rect.left <= column < rect.right:
            raise RequestFault(f"dimensionIndex {column} is outside the range.")
        falling = spec.get("sortOrder") == "DESCENDING"
        keys = {row: sort_key(view.effective(sheet, row, column)) for row in order}
        filled = [row for row in order if keys[row] is not None]
        blank = [row for row in order if keys[row] is None]
        order = sorted(filled, key=lambda row: keys[row] or (), reverse=falling) + blank
    if order == list(range(rect.top, rect.bottom)):
        return
    rows: dict[int, Block] = {row: lift(sheet, rect.left, rect.right, row) for row in order}
    for target, row in enumerate(order, rect.top):
        rows[row].lay(edit, sheet, target, rect.left)
