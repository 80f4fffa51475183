"""A saved filter."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.filters import stored_filter
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import identifiers

KIND = "addFilterView"


def apply(edit: Edit, body: Json) -> Json:
    """Add a filter view to the tab of its range."""
    wanted = body.get("filter", {})
    taken = {view["filterViewId"] for sheet in edit.workbook.sheets for view in sheet.filter_views}
    identifier = wanted.get("filterViewId") or identifiers.number()
    if identifier in taken:
        raise RequestFault(f"FilterView with id {identifier} already exists.")
    title = wanted.get("title") or f"Filter {len(taken) + 1}"
    sheet, stored = stored_filter(edit, wanted)
    stored = {"filterViewId": identifier, "title": title, **stored}
    sheet.filter_views.append(stored)
    return {"addFilterView": {"filter": stored}}
