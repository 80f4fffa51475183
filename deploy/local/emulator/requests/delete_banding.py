"""Takes alternating colours away."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

KIND = "deleteBanding"


def apply(edit: Edit, body: Json) -> Json:
    """Delete a banded range."""
    identifier = body.get("bandedRangeId", 0)
    for sheet in edit.workbook.sheets:
        for position, stored in enumerate(sheet.bandings):
            if stored["bandedRangeId"] == identifier:
                del edit.sheet(sheet.id).bandings[position]
                return {}
    raise RequestFault(f"No banding with id: {identifier}")
