"""Writes rows of cells."""

from deploy.local.emulator.edits.cells import CellWriter
from deploy.local.emulator.edits.context import Edit, beyond
from deploy.local.emulator.edits.fields import read_fields
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet

KIND = "updateCells"


def apply(edit: Edit, body: Json) -> Json:
    """Write the masked parts of the given cells.

    With ``start`` only the cells given change; with ``range`` the rest of it is cleared.
    """
    mask = read_fields(body, "CellData", "rows")
    rows = [row.get("values", []) for row in body.get("rows", [])]
    sheet, rect = _target(edit, body, rows)
    if rect is None:
        return {}
    edit.guard(sheet, rect)
    writer = CellWriter(edit, sheet, mask)
    for at in range(rect.top, rect.bottom):
        given = rows[at - rect.top] if at - rect.top < len(rows) else []
        width = rect.width if "range" in body else len(given)
        for offset in range(width):
            writer.write(at, rect.left + offset, given[offset] if offset < len(given) else {})
    return {}


def _target(edit: Edit, body: Json, rows: list[list[Json]]) -> tuple[Sheet, Rect | None]:
    width = max((len(row) for row in rows), default=0)
    if "range" in body:
        sheet, rect = edit.area(body["range"])
        if len(rows) > rect.height:
            raise RequestFault(
                f"Attempting to write row: {rect.top + rect.height}, beyond the last requested "
                f"row of: {rect.bottom - 1}"
            )
        if width > rect.width:
            raise RequestFault(
                f"Attempting to write column: {rect.left + rect.width}, beyond the last requested "
                f"column of: {rect.right - 1}"
            )
        return sheet, rect
    if "start" not in body:
        raise RequestFault("Either start or range must be set.")
    sheet, top, left = edit.place(body["start"])
    if not width:
        return sheet, None
    rect = Rect(top, left, top + len(rows), left + width)
    if rect.bottom > sheet.rows or rect.right > sheet.columns:
        raise RequestFault(beyond(sheet, rect))
    return sheet, rect
