"""Joins cells."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json

KIND = "mergeCells"


def apply(edit: Edit, body: Json) -> Json:
    """Merge a range as a whole, by rows or by columns; the top left value stays."""
    sheet, rect = edit.area(body.get("range"))
    edit.guard(sheet, rect)
    kinds = {"MERGE_ALL": _all, "MERGE_ROWS": _by_rows, "MERGE_COLUMNS": _by_columns}
    split = kinds.get(body.get("mergeType", "MERGE_ALL"), _all)
    for merge in sheet.merges:
        if merge.meets(rect) and not rect.covers(merge):
            raise RequestFault(
                "You must select all cells in a merged range to merge or unmerge them."
            )
    kept = [merge for merge in sheet.merges if not rect.covers(merge)]
    new = [part for part in split(rect) if part.height * part.width > 1]
    sheet.merges = kept + new
    for part in new:
        for row, column, _ in list(sheet.grid.entered.within(part)):
            if (row, column) != (part.top, part.left):
                edit.workbook.enter(sheet, row, column, None)
    return {}


def _all(rect: Rect) -> list[Rect]:
    return [rect]


def _by_rows(rect: Rect) -> list[Rect]:
    return [Rect(row, rect.left, row + 1, rect.right) for row in range(rect.top, rect.bottom)]


def _by_columns(rect: Rect) -> list[Rect]:
    return [Rect(rect.top, at, rect.bottom, at + 1) for at in range(rect.left, rect.right)]
