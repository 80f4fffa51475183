"""A copy of a tab in the same document."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.sheets import check_title, clone, sheet_properties
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

KIND = "duplicateSheet"


def apply(edit: Edit, body: Json) -> Json:
    """Copy a tab with everything on it."""
    workbook = edit.workbook
    source = edit.sheet(body.get("sourceSheetId", 0), "sheet")
    sheet_id = body.get("newSheetId") or workbook.free_sheet_id()
    if workbook.sheet(sheet_id) is not None:
        raise RequestFault(f"Sheet with id {sheet_id} already exists.")
    title = body.get("newSheetName") or copy_title(edit, source.title)
    check_title(workbook, title)
    sheet = clone(source, workbook, sheet_id, title, within=True)
    workbook.sheets.insert(body.get("insertSheetIndex", 0), sheet)
    edit.check_size()
    workbook.restructured()
    return {"duplicateSheet": {"properties": sheet_properties(workbook, sheet)}}


def copy_title(edit: Edit, title: str) -> str:
    """Return a free ``Copy of ...`` title."""
    base, number = f"Copy of {title}", 0
    name = base
    while edit.workbook.titled(name) is not None:
        number += 1
        name = f"{base} {number}"
    return name
