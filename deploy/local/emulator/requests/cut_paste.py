"""Moves cells."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.pasting import TYPES, move_references, paste
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json

KIND = "cutPaste"


def apply(edit: Edit, body: Json) -> Json:
    """Move a range; formulas that point into it follow."""
    source_sheet, source = edit.area(body.get("source"), "source")
    sheet, top, left = edit.place(body.get("destination", {}))
    target = Rect(top, left, top + source.height, left + source.width)
    kind = body.get("pasteType", "PASTE_NORMAL")
    if kind not in TYPES:
        raise RequestFault(f"The local server does not support pasteType {kind}.")
    edit.guard(source_sheet, source)
    edit.guard(sheet, target)
    sheet.resize(max(sheet.rows, target.bottom), max(sheet.columns, target.right))
    edit.check_size()
    paste(edit, (source_sheet, source), (sheet, [target]), TYPES[kind], cut=True)
    move_references(edit, (source_sheet, source), (sheet, target))
    return {}
