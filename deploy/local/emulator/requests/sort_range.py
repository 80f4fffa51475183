"""Sorts the rows of a range."""

from deploy.local.emulator.cells.view import View
from deploy.local.emulator.edits.blocks import Block, lift
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.sorting import sort_key
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

KIND = "sortRange"


def apply(edit: Edit, body: Json) -> Json:
    """Sort whole rows of the range; the first spec is the primary key, blanks go last."""
    sheet, rect = edit.area(body.get("range"))
    edit.guard(sheet, rect)
    specs = body.get("sortSpecs", [])
    if not specs:
        raise RequestFault("sortSpecs must not be empty.")
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
    if falling_keeps_order(order, rect.top):
        return {}
    rows: dict[int, Block] = {row: lift(sheet, rect.left, rect.right, row) for row in order}
    for target, row in enumerate(order, rect.top):
        rows[row].lay(edit, sheet, target, rect.left)
    return {}


def falling_keeps_order(order: list[int], top: int) -> bool:
    """Say whether the rows already stand in that order."""
    return order == list(range(top, top + len(order)))
