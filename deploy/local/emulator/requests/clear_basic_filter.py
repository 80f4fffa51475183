"""Takes a tab's filter away."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.shapes import Json

KIND = "clearBasicFilter"


def apply(edit: Edit, body: Json) -> Json:
    """Clear the filter of a tab, if it has one."""
    edit.sheet(body.get("sheetId", 0)).basic_filter = None
    return {}
