"""Rows written below the last row that holds anything."""

from typing import Final

from deploy.local.emulator import errors
from deploy.local.emulator.edits.cells import CellWriter
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.fields import read_fields
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json

KIND = "appendCells"
LIMITS: Final = ("Cells cannot be appended to the body of a table (tableId).",)


def apply(edit: Edit, body: Json) -> Json:
    """Add rows after the last row with data, enlarging the grid where needed."""
    if "tableId" in body:
        raise errors.unimplemented("appendCells with tableId")
    mask = read_fields(body, "CellData", "rows")
    sheet = edit.sheet(body.get("sheetId", 0))
    rows = [row.get("values", []) for row in body.get("rows", [])]
    width = max((len(row) for row in rows), default=0)
    top = max((row + 1 for row, cells in sheet.grid.entered.rows.items() if cells), default=0)
    if not width:
        return {}
    edit.guard(sheet, Rect(top, 0, top + len(rows), width))
    sheet.resize(max(sheet.rows, top + len(rows)), max(sheet.columns, width))
    edit.check_size()
    writer = CellWriter(edit, sheet, mask)
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            writer.write(top + at, column, cell)
    return {}
