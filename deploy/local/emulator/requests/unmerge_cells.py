"""Parts joined cells."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

KIND = "unmergeCells"


def apply(edit: Edit, body: Json) -> Json:
    """Undo every merge inside the range."""
    sheet, rect = edit.area(body.get("range"))
    edit.guard(sheet, rect)
    for merge in sheet.merges:
        if merge.meets(rect) and not rect.covers(merge):
            raise RequestFault(
                "You must select all cells in a merged range to merge or unmerge them."
            )
    sheet.merges = [merge for merge in sheet.merges if not rect.covers(merge)]
    return {}
