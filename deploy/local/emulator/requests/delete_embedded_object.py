"""Takes a chart or slicer away."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.embedded import find, take_out
from deploy.local.emulator.shapes import Json

KIND = "deleteEmbeddedObject"


def apply(edit: Edit, body: Json) -> Json:
    """Delete a chart or slicer."""
    take_out(edit, find(edit, body.get("objectId", 0)))
    return {}
