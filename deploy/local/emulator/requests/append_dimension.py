"""Empty rows or columns at the end of a tab."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

KIND = "appendDimension"


def apply(edit: Edit, body: Json) -> Json:
    """Enlarge the grid."""
    sheet = edit.sheet(body.get("sheetId", 0))
    length = body.get("length", 0)
    if length < 1:
        raise RequestFault("length must be greater than 0.")
    if body.get("dimension") == "COLUMNS":
        sheet.resize(sheet.rows, sheet.columns + length)
    elif body.get("dimension") == "ROWS":
        sheet.resize(sheet.rows + length, sheet.columns)
    else:
        raise RequestFault("No dimension specified.")
    edit.check_size()
    return {}
