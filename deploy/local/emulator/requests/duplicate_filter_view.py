"""A second saved filter like another."""

import copy
from typing import Final

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.filters import find_view, view_json
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import identifiers

KIND = "duplicateFilterView"
UNCERTAIN: Final = ("DuplicateFilterView: the copy is titled 'Copy of ...', as in the editor.",)


def apply(edit: Edit, body: Json) -> Json:
    """Copy a filter view on its tab under a new id."""
    sheet, position = find_view(edit, body.get("filterId", 0))
    source = sheet.filter_views[position]
    twin = {
        **copy.deepcopy(source),
        "filterViewId": identifiers.number(),
        "title": f"Copy of {source['title']}",
    }
    sheet.filter_views.append(twin)
    return {"duplicateFilterView": {"filter": view_json(edit.workbook, twin)}}
