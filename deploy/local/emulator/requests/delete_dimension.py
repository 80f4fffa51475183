"""Rows or columns taken out of a tab."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.dimensions import delete
from deploy.local.emulator.shapes import Json

KIND = "deleteDimension"


def apply(edit: Edit, body: Json) -> Json:
    """Delete rows or columns; everything behind moves up."""
    sheet, dimension, start, end = edit.dimension(body.get("range"))
    delete(edit, sheet, dimension, start, end)
    return {}
