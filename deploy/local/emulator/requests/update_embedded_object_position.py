"""Another place or size for a chart or slicer."""

from typing import Final

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.embedded import CHART_SIZE, find, placed, take_out
from deploy.local.emulator.edits.fields import overlay, read_fields
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

KIND = "updateEmbeddedObjectPosition"
UNCERTAIN: Final = (
    (
        "UpdateEmbeddedObjectPosition: whether Google asks for fields when newSheet or sheetId is "
        "set is not known; the documentation says they are used with overlayPosition only."
    ),
)


def apply(edit: Edit, body: Json) -> Json:
    """Move or resize an object; ``fields`` are those of OverlayPosition."""
    new = body.get("newPosition", {})
    mask = read_fields(body, "OverlayPosition") if _needs_fields(new) else {}
    held = find(edit, body.get("objectId", 0))
    item = held[1][held[2]]
    is_chart = "chartId" in item
    if not is_chart and "overlayPosition" not in new:
        raise RequestFault("A slicer can be positioned only on an existing sheet.")
    if "overlayPosition" in new:
        old = item["position"].get("overlayPosition", {})
        new = {"overlayPosition": overlay(old, new["overlayPosition"], mask)}
    sheet, position = placed(edit, new, CHART_SIZE if is_chart else {})
    item["position"] = position
    if sheet is not held[0]:
        take_out(edit, held)
        (sheet.charts if is_chart else sheet.slicers).append(item)
    return {"updateEmbeddedObjectPosition": {"position": position}}


def _needs_fields(position: Json) -> bool:
    return "sheetId" not in position and not position.get("newSheet")
