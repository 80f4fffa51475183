"""A saved filter."""

from typing import Final

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.filters import free_view_id, stored_filter, view_json
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import identifiers

KIND = "addFilterView"
LIMITS: Final = ("Criteria and sort orders by colour, and those of data sources.",)


def apply(edit: Edit, body: Json) -> Json:
    """Add a filter view to the tab of its range."""
    wanted = body.get("filter", {})
    identifier = free_view_id(edit, wanted.get("filterViewId"), identifiers.number())
    count = sum(len(sheet.filter_views) for sheet in edit.workbook.sheets)
    title = wanted.get("title") or f"Filter {count + 1}"
    sheet, stored = stored_filter(edit, wanted)
    stored = {"filterViewId": identifier, "title": title, **stored}
    sheet.filter_views.append(stored)
    return {"addFilterView": {"filter": view_json(edit.workbook, stored)}}
