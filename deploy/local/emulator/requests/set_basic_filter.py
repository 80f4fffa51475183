"""The filter of a tab."""

from typing import Final

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.filters import stored_filter
from deploy.local.emulator.edits.row_sorting import sort_rows
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json

KIND = "setBasicFilter"
LIMITS: Final = ("Criteria and sort orders by colour, and those of data sources.",)


def apply(edit: Edit, body: Json) -> Json:
    """Set the filter of a tab; an older one goes away, sort orders are carried out."""
    sheet, stored = stored_filter(edit, body.get("filter", {}))
    sheet.basic_filter = stored
    area = sheet.rect(stored["range"])
    below = Rect(area.top + 1, area.left, area.bottom, area.right)
    if "sortSpecs" in stored and below.height:
        sort_rows(edit, sheet, below, stored["sortSpecs"])
    return {}
