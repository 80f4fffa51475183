"""Title, position, size, colour and visibility of a tab."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.fields import overlay, read_fields
from deploy.local.emulator.edits.metadata import drop_beyond
from deploy.local.emulator.edits.references import retitle
from deploy.local.emulator.edits.sheets import check_title
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.masks import ALL, Mask, wants
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy
from deploy.local.emulator.state.sheet import Sheet

KIND = "updateSheetProperties"


def apply(edit: Edit, body: Json) -> Json:
    """Change the masked properties of one tab."""
    mask = read_fields(body, "SheetProperties")
    new = body.get("properties", {})
    sheet = edit.sheet(new.get("sheetId", 0), "sheet")
    if mask == ALL or "title" in mask:
        _rename(edit, sheet, new.get("title", ""))
    if mask == ALL or "hidden" in mask:
        _hide(edit, sheet, hidden=new.get("hidden", False))
    if "index" in mask:
        _move(edit, sheet, new.get("index", 0))
    if sheet.is_grid:
        _resize(edit, sheet, new.get("gridProperties", {}), mask)
    elif new.get("gridProperties") and wants(mask, "gridProperties"):
        raise RequestFault("Grid properties cannot be set on a sheet that is not a grid.")
    sheet.properties = _rest(sheet, new, mask)
    return {}


def _rename(edit: Edit, sheet: Sheet, title: str) -> None:
    check_title(edit.workbook, title, besides=sheet)
    old = sheet.title
    sheet.properties["title"] = title
    if old != title:
        retitle(edit.workbook, old, title)


def _hide(edit: Edit, sheet: Sheet, *, hidden: bool) -> None:
    others = [other for other in edit.workbook.sheets if other is not sheet]
    if hidden and all(other.properties.get("hidden") for other in others):
        raise RequestFault("You can't hide all the sheets in a document.")


def _move(edit: Edit, sheet: Sheet, index: int) -> None:
    sheets = edit.workbook.sheets
    if not 0 <= index <= len(sheets):
        raise RequestFault(f"Sheet index {index} is out of bounds.")
    # The index is that of before the move: a tab that goes to the right leaves a place behind it.
    index -= index > sheets.index(sheet)
    sheets.remove(sheet)
    sheets.insert(index, sheet)


def _resize(edit: Edit, sheet: Sheet, sizes: Json, mask: Mask) -> None:
    below = mask.get("gridProperties", ALL)
    if mask != ALL and "gridProperties" not in mask:
        return
    wanted = {"rowCount": sheet.rows, "columnCount": sheet.columns}
    for name in wanted:
        if name in sizes and (below in (ALL, {}) or name in below):
            wanted[name] = sizes[name]
            if sizes[name] < 1:
                raise RequestFault("The grid must have at least one row and one column.")
    rows, columns = wanted["rowCount"], wanted["columnCount"]
    for lost in (
        Rect(rows, 0, sheet.rows, sheet.columns),
        Rect(0, columns, sheet.rows, sheet.columns),
    ):
        if lost.height > 0 and lost.width > 0:
            edit.guard(sheet, lost)
    if (rows, columns) != (sheet.rows, sheet.columns):
        sheet.resize(rows, columns)
        drop_beyond(edit.workbook, sheet)
        edit.workbook.restructured()
    edit.check_size()


def _rest(sheet: Sheet, new: Json, mask: Mask) -> Json:
    old = sheet.properties
    sizes = {"rowCount": sheet.rows, "columnCount": sheet.columns}
    merged = overlay(old, new, mask)
    grid = sizes
    if sheet.is_grid:
        grid = tidy({**merged.get("gridProperties", {}), **sizes})
        check_frozen(grid)
    merged = {key: item for key, item in merged.items() if key not in ("index", "gridProperties")}
    kept = {
        "sheetId": sheet.id,
        "title": sheet.title,
        "sheetType": old["sheetType"],
        "gridProperties": grid,
    }
    result = {**tidy({**merged, **kept}), **kept}
    if not result.get("tabColorStyle", {"rgbColor": 1}).get("rgbColor"):
        result.pop("tabColorStyle")
        result.pop("tabColor", None)
    return result


def check_frozen(grid: Json) -> None:
    """Refuse frozen rows or columns that are fewer than none, or all of the grid."""
    if min(grid.get("frozenRowCount", 0), grid.get("frozenColumnCount", 0)) < 0:
        raise RequestFault("The number of frozen rows and columns cannot be negative.")
    if grid.get("frozenRowCount", 0) >= grid["rowCount"]:
        raise RequestFault("You can't freeze all visible rows on the sheet.")
    if grid.get("frozenColumnCount", 0) >= grid["columnCount"]:
        raise RequestFault("You can't freeze all visible columns on the sheet.")
