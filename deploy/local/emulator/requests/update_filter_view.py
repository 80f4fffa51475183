"""Changes a saved filter."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.fields import overlay, read_fields
from deploy.local.emulator.edits.filters import find_view, stored_filter
from deploy.local.emulator.shapes import Json

KIND = "updateFilterView"


def apply(edit: Edit, body: Json) -> Json:
    """Change the masked parts of a filter view."""
    mask = read_fields(body, "FilterView")
    wanted = body.get("filter", {})
    sheet, position = find_view(edit, wanted.get("filterViewId", 0))
    old = sheet.filter_views[position]
    _, stored = stored_filter(edit, overlay(old, wanted, mask))
    kept = {"filterViewId": old["filterViewId"], "title": old["title"]}
    sheet.filter_views[position] = {**kept, **stored, "filterViewId": old["filterViewId"]}
    return {}
