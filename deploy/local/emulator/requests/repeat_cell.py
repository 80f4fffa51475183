"""One cell's parts written into every cell of a range."""

from deploy.local.emulator.edits.cells import CellWriter, displaced_cell
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.fields import read_fields
from deploy.local.emulator.shapes import Json

KIND = "repeatCell"


def apply(edit: Edit, body: Json) -> Json:
    """Write the masked parts of ``cell`` everywhere; relative references of a formula follow."""
    mask = read_fields(body, "CellData", "cell")
    sheet, rect = edit.area(body.get("range"))
    edit.guard(sheet, rect)
    cell = body.get("cell", {})
    writer = CellWriter(edit, sheet, mask)
    for row in range(rect.top, rect.bottom):
        for column in range(rect.left, rect.right):
            here = displaced_cell(cell, edit.decimal, row - rect.top, column - rect.left)
            writer.write(row, column, here)
    return {}
