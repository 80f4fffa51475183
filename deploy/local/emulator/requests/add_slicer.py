"""A slicer on a tab."""

from typing import Final

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.embedded import NO_POSITION, free_id, overlaid
from deploy.local.emulator.edits.slicers import stored_slicer
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

KIND = "addSlicer"
LIMITS: Final = ("Criteria that filter by colour.",)


def apply(edit: Edit, body: Json) -> Json:
    """Add a slicer over the cells of a tab."""
    wanted = body.get("slicer", {})
    identifier = free_id(edit, wanted.get("slicerId"))
    spec = stored_slicer(edit, wanted.get("spec"))
    position = wanted.get("position", {})
    if "overlayPosition" not in position:
        raise RequestFault(NO_POSITION)
    sheet, shown = overlaid(edit, position["overlayPosition"], {})
    slicer: Json = {"slicerId": identifier, "spec": spec, "position": shown}
    sheet.slicers.append(slicer)
    return {"addSlicer": {"slicer": slicer}}
