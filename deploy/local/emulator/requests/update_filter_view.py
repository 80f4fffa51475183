"""Changes a saved filter."""

from typing import Final

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.fields import overlay, read_fields
from deploy.local.emulator.edits.filters import BACKING, find_view, stored_filter
from deploy.local.emulator.masks import Mask
from deploy.local.emulator.shapes import Json

KIND = "updateFilterView"
LIMITS: Final = ("Criteria and sort orders by colour, and those of data sources.",)


def apply(edit: Edit, body: Json) -> Json:
    """Change the masked parts of a filter view."""
    mask = read_fields(body, "FilterView")
    wanted = body.get("filter", {})
    sheet, position = find_view(edit, wanted.get("filterViewId", 0))
    old = sheet.filter_views[position]
    new = overlay(_without_twins(old, mask), wanted, mask)
    target, stored = stored_filter(edit, new)
    title = new.get("title") or old["title"]
    del sheet.filter_views[position]
    place = position if target is sheet else len(target.filter_views)
    view = {"filterViewId": old["filterViewId"], "title": title, **stored}
    target.filter_views.insert(place, view)
    return {}


def _without_twins(old: Json, mask: Mask) -> Json:
    """Forget what says the same as a masked field in another way."""
    kept = dict(old)
    if "namedRangeId" in old or "tableId" in old:
        # The range is only what the name or the table covered when the view was stored.
        del kept["range"]
    for group in (BACKING, ("criteria", "filterSpecs")):
        if any(name in mask for name in group):
            for name in group:
                kept.pop(name, None)
    return kept
