"""A new tab."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.sheets import check_title, sheet_properties, untitled
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.requests.update_sheet_properties import check_frozen
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy
from deploy.local.emulator.state.defaults import COLUMNS, ROWS
from deploy.local.emulator.state.sheet import new_sheet

KIND = "addSheet"


def apply(edit: Edit, body: Json) -> Json:
    """Add a tab, at the end unless ``index`` says where."""
    workbook = edit.workbook
    wanted = tidy(body.get("properties", {}))
    sheet_id = wanted.get("sheetId", 0) or workbook.free_sheet_id()
    if workbook.sheet(sheet_id) is not None:
        raise RequestFault(f"Sheet with id {sheet_id} already exists.")
    if wanted.get("sheetType", "GRID") != "GRID":
        raise RequestFault(f"A sheet of type {wanted['sheetType']} cannot be added.")
    title = wanted.get("title") or untitled(workbook)
    check_title(workbook, title)
    sizes = wanted.get("gridProperties", {})
    if min(sizes.get("rowCount", ROWS), sizes.get("columnCount", COLUMNS)) < 1:
        raise RequestFault("The grid must have at least one row and one column.")
    index = wanted.get("index", len(workbook.sheets))
    if not 0 <= index <= len(workbook.sheets):
        raise RequestFault(f"Sheet index {index} is out of bounds.")
    sheet = new_sheet(
        sheet_id, title, sizes.get("rowCount", ROWS), sizes.get("columnCount", COLUMNS)
    )
    sheet.properties["gridProperties"].update(sizes)
    check_frozen(sheet.properties["gridProperties"])
    for name in ("hidden", "tabColor", "tabColorStyle", "rightToLeft"):
        if name in wanted:
            sheet.properties[name] = wanted[name]
    workbook.sheets.insert(index, sheet)
    edit.check_size()
    workbook.restructured()
    return {"addSheet": {"properties": sheet_properties(workbook, sheet)}}
