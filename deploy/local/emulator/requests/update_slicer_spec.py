"""Changes what a slicer filters and how it looks."""

from typing import Final

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.embedded import find_in
from deploy.local.emulator.edits.fields import overlay, read_fields
from deploy.local.emulator.edits.slicers import stored_slicer
from deploy.local.emulator.shapes import Json

KIND = "updateSlicerSpec"
LIMITS: Final = ("Criteria that filter by colour.",)


def apply(edit: Edit, body: Json) -> Json:
    """Change the masked parts of a slicer's specification."""
    mask = read_fields(body, "SlicerSpec")
    slicer = find_in(edit, "slicer", body.get("slicerId", 0))
    old = {"applyToPivotTables": False, **slicer["spec"]}
    slicer["spec"] = stored_slicer(edit, overlay(old, body.get("spec", {}), mask))
    return {}
