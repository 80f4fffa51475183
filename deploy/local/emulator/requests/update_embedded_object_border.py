"""The line around a chart."""

from typing import Final

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.embedded import find
from deploy.local.emulator.edits.fields import overlay, read_fields
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.requests.add_chart import stored_border
from deploy.local.emulator.shapes import Json

KIND = "updateEmbeddedObjectBorder"
UNCERTAIN: Final = (
    "UpdateEmbeddedObjectBorder: a slicer has no border; Google's sentence for it is not known.",
)


def apply(edit: Edit, body: Json) -> Json:
    """Change the masked parts of a chart's border."""
    mask = read_fields(body, "EmbeddedObjectBorder")
    _, items, at = find(edit, body.get("objectId", 0))
    chart = items[at]
    if "chartId" not in chart:
        raise RequestFault("Only charts have a border.")
    # Both spellings of the colour are one field: whichever is named replaces both.
    kept = {} if mask else chart.get("border", {})
    border = overlay(kept, body.get("border", {}), mask)
    chart.pop("border", None)
    if border:
        chart["border"] = stored_border(border)
    return {}
