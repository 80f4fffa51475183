"""Moves cells."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.pasting import TYPES, move_references, paste
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json

KIND = "cutPaste"


def apply(edit: Edit, body: Json) -> Json:
    """Move a range; formulas that point into it follow when formulas move."""
    source_sheet, source = edit.area(body.get("source"), "source")
    sheet, top, left = edit.place(body.get("destination", {}))
    target = Rect(top, left, top + source.height, left + source.width)
    kind = TYPES[body.get("pasteType", "PASTE_NORMAL")]
    edit.guard(source_sheet, source)
    edit.guard(sheet, target)
    paste(edit, (source_sheet, source), (sheet, [target]), kind, cut=True)
    if "entered" in kind.layers:
        move_references(edit, (source_sheet, source), (sheet, target))
    return {}
