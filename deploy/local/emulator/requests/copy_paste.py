"""Copies cells."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.pasting import TYPES, paste, tiled
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

KIND = "copyPaste"


def apply(edit: Edit, body: Json) -> Json:
    """Copy a range, repeated as often as it fits into the destination."""
    source_sheet, source = edit.area(body.get("source"), "source")
    target_sheet, target = edit.area(body.get("destination"), "destination")
    kind = body.get("pasteType", "PASTE_NORMAL")
    if kind not in TYPES:
        raise RequestFault(f"The local server does not support pasteType {kind}.")
    if body.get("pasteOrientation") == "TRANSPOSE":
        raise RequestFault("The local server does not support pasteOrientation TRANSPOSE.")
    spots = tiled(source, target)
    for spot in spots:
        edit.guard(target_sheet, spot)
    paste(edit, (source_sheet, source), (target_sheet, spots), TYPES[kind])
    return {}
