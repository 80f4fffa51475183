"""Takes alternating colours away."""

from deploy.local.emulator.edits.bandings import find_banding
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.shapes import Json

KIND = "deleteBanding"


def apply(edit: Edit, body: Json) -> Json:
    """Delete a banded range."""
    sheet, position = find_banding(edit, body.get("bandedRangeId", 0))
    del sheet.bandings[position]
    return {}
