"""Empty rows or columns in the middle of a tab."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.dimensions import insert
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

KIND = "insertDimension"


def apply(edit: Edit, body: Json) -> Json:
    """Insert rows or columns; everything behind moves."""
    sheet, dimension, start, end = edit.dimension(body.get("range"))
    inherit = body.get("inheritFromBefore", False)
    if inherit and start == 0:
        raise RequestFault("inheritFromBefore cannot be true if inserting at index 0.")
    if start > sheet.length(dimension):
        raise RequestFault(
            f"range.startIndex[{start}] is greater than the grid's {sheet.length(dimension)}."
        )
    insert(edit, sheet, dimension, (start, end), inherit_before=inherit)
    return {}
