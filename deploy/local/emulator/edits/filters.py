"""Basic filters and filter views: kept and shown; hidden values are read all the same."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import grid_range
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy
from deploy.local.emulator.state.sheet import Sheet

_KEPT = ("title", "sortSpecs", "criteria", "filterSpecs")


def stored_filter(edit: Edit, wanted: Json) -> tuple[Sheet, Json]:
    """Return the tab and the filter as it is kept: its range closed on all sides."""
    sheet, rect = edit.area(wanted.get("range"))
    tidied = tidy(wanted)
    stored: Json = {"range": grid_range(rect, sheet.id)}
    return sheet, stored | {name: tidied[name] for name in _KEPT if name in tidied}


def find_view(edit: Edit, identifier: int) -> tuple[Sheet, int]:
    """Return tab and position of a filter view."""
    for sheet in edit.workbook.sheets:
        for position, view in enumerate(sheet.filter_views):
            if view["filterViewId"] == identifier:
                return edit.sheet(sheet.id), position
    raise RequestFault(f"No filter view with id: {identifier}")
