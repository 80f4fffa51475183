"""Sorts the rows of a range."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.row_sorting import sort_rows
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

KIND = "sortRange"


def apply(edit: Edit, body: Json) -> Json:
    """Sort whole rows of the range; the first spec is the primary key, blanks go last."""
    sheet, rect = edit.area(body.get("range"))
    specs = body.get("sortSpecs", [])
    if not specs:
        raise RequestFault("sortSpecs must not be empty.")
    sort_rows(edit, sheet, rect, specs)
    return {}
