"""Removes rows that repeat earlier ones."""

from typing import Final

from deploy.local.emulator.cells.view import View
from deploy.local.emulator.edits.blocks import lift
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.merges import refuse_vertical
from deploy.local.emulator.edits.sorting import SortKey, sort_key
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet

KIND = "deleteDuplicates"
UNCERTAIN: Final = (
    (
        "DeleteDuplicates: rows that are blank in the compared columns repeat each other too; the "
        "documentation makes no exception for them."
    ),
)


def apply(edit: Edit, body: Json) -> Json:
    """Keep the first of all rows with the same values; the rows below move up in the range.

    Values are compared without regard to case and format; content beside the range stays.
    """
    sheet, rect = edit.area(body.get("range"))
    edit.guard(sheet, rect)
    refuse_vertical(sheet, rect)
    columns = _columns(edit, sheet, rect, body.get("comparisonColumns", []))
    view = View(edit.workbook)
    seen: set[tuple[SortKey | None, ...]] = set()
    kept = []
    for row in range(rect.top, rect.bottom):
        key = tuple(sort_key(view.effective(sheet, row, column)) for column in columns)
        if key not in seen:
            seen.add(key)
            kept.append(lift(sheet, rect.left, rect.right, row))
    for target, block in enumerate(kept, rect.top):
        block.lay(edit, sheet, target, rect.left)
    _clear(edit, sheet, Rect(rect.top + len(kept), rect.left, rect.bottom, rect.right))
    removed = rect.height - len(kept)
    return {KIND: {"duplicatesRemovedCount": removed} if removed else {}}


def _columns(edit: Edit, sheet: Sheet, rect: Rect, wanted: list[Json]) -> list[int]:
    found: set[int] = set()
    for one in wanted:
        owner, dimension, start, end = edit.dimension(one)
        if owner is not sheet or dimension != "COLUMNS" or start < rect.left or end > rect.right:
            raise RequestFault("comparisonColumns must be columns inside the range.")
        found.update(range(start, end))
    return sorted(found) or list(range(rect.left, rect.right))


def _clear(edit: Edit, sheet: Sheet, rect: Rect) -> None:
    for row, column, _ in list(sheet.grid.entered.within(rect)):
        edit.workbook.enter(sheet, row, column, None)
    for layer in sheet.grid.layers():
        layer.clear(rect)
