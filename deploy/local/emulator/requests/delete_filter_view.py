"""Takes a saved filter away."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.filters import find_view
from deploy.local.emulator.shapes import Json

KIND = "deleteFilterView"


def apply(edit: Edit, body: Json) -> Json:
    """Delete a filter view."""
    sheet, position = find_view(edit, body.get("filterId", 0))
    del sheet.filter_views[position]
    return {}
