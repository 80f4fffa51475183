"""The filter of a tab."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.filters import stored_filter
from deploy.local.emulator.shapes import Json

KIND = "setBasicFilter"


def apply(edit: Edit, body: Json) -> Json:
    """Set the filter of a tab; an older one goes away."""
    sheet, stored = stored_filter(edit, body.get("filter", {}))
    sheet.basic_filter = stored
    return {}
