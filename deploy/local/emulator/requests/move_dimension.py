"""Rows or columns moved to another place."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.dimensions import check_inside, strip
from deploy.local.emulator.edits.references import shift_all
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.shifts import Move

KIND = "moveDimension"


def apply(edit: Edit, body: Json) -> Json:
    """Move rows or columns in front of ``destinationIndex``, counted before the move."""
    sheet, dimension, start, end = edit.dimension(body.get("source"))
    check_inside(sheet, dimension, end)
    target = body.get("destinationIndex", 0)
    if not 0 <= target <= sheet.length(dimension):
        raise RequestFault(f"destinationIndex {target} is out of bounds.")
    if start < target < end:
        raise RequestFault("destinationIndex cannot be inside the source range.")
    edit.guard(sheet, strip(sheet, dimension, start, end))
    shift_all(edit.workbook, sheet, Move(start, end, target), dimension)
    return {}
