"""Takes a tab away."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.copies import forget_sheet
from deploy.local.emulator.edits.references import retitle
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

KIND = "deleteSheet"


def apply(edit: Edit, body: Json) -> Json:
    """Delete a tab; what refers to it becomes #REF!."""
    sheet = edit.sheet(body.get("sheetId", 0), "sheet")
    edit.guard(sheet, sheet.all)
    workbook = edit.workbook
    others = [other for other in workbook.sheets if other is not sheet]
    if not others:
        raise RequestFault("You can't remove all the sheets in a document.")
    if all(other.properties.get("hidden") for other in others):
        raise RequestFault("You can't remove all the visible sheets in a document.")
    workbook.sheets = others
    forget_sheet(others, sheet.id)
    workbook.named_ranges = [
        entry for entry in workbook.named_ranges if entry["range"].get("sheetId", 0) != sheet.id
    ]
    workbook.metadata = [entry for entry in workbook.metadata if not _on(entry, sheet.id)]
    retitle(workbook, sheet.title, None)
    return {}


def _on(entry: Json, sheet_id: int) -> bool:
    location = entry["location"]
    spot = location.get("dimensionRange")
    return location.get("sheetId") == sheet_id or (
        spot is not None and spot.get("sheetId", 0) == sheet_id
    )
