"""Copies cells."""

from typing import Final

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.pasting import TYPES, paste, tiled
from deploy.local.emulator.shapes import Json

KIND = "copyPaste"
LIMITS: Final = ("Formulas with relative references cannot be transposed.",)


def apply(edit: Edit, body: Json) -> Json:
    """Copy a range, repeated as often as it fits into the destination."""
    source_sheet, source = edit.area(body.get("source"), "source")
    target_sheet, target = edit.area(body.get("destination"), "destination")
    kind = TYPES[body.get("pasteType", "PASTE_NORMAL")]
    transpose = body.get("pasteOrientation") == "TRANSPOSE"
    spots = tiled(source, target, transpose=transpose)
    for spot in spots:
        edit.guard(target_sheet, spot)
    paste(edit, (source_sheet, source), (target_sheet, spots), kind, transpose=transpose)
    return {}
