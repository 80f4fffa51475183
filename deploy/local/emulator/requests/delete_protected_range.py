"""Takes a protection away."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.protections import find
from deploy.local.emulator.shapes import Json

KIND = "deleteProtectedRange"


def apply(edit: Edit, body: Json) -> Json:
    """Delete a protection the user may edit."""
    sheet, position = find(edit, body.get("protectedRangeId", 0))
    del sheet.protections[position]
    return {}
