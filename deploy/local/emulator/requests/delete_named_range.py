"""Takes a name away."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.names import position_of
from deploy.local.emulator.shapes import Json

KIND = "deleteNamedRange"


def apply(edit: Edit, body: Json) -> Json:
    """Delete a named range; its cells stay."""
    del edit.workbook.named_ranges[position_of(edit, body.get("namedRangeId", ""))]
    edit.workbook.restructured()
    return {}
