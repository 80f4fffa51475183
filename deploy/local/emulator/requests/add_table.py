"""A table over cells of a tab."""

from deploy.local.emulator.cells.view import View
from deploy.local.emulator.edits import tables
from deploy.local.emulator.edits.bandings import check_free
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect, grid_range
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import identifiers
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.tables import column_title

KIND = "addTable"


def apply(edit: Edit, body: Json) -> Json:
    """Make cells a table; its first row is the header."""
    wanted = body.get("table", {})
    sheet, rect = edit.area(wanted.get("range"))
    edit.guard(sheet, rect)
    tables.check_place(sheet, rect)
    check_free(sheet, rect)
    name = tables.check_name(edit, wanted.get("name") or tables.free_name(edit.workbook))
    columns = wanted.get("columnProperties", [])
    typed = tables.stored_columns(edit, columns, rect.width)
    table: Json = {
        "tableId": _free_id(edit, wanted.get("tableId")),
        "name": name,
        "range": grid_range(rect, sheet.id),
        "rowsProperties": tables.stored_rows(wanted.get("rowsProperties", {})),
        "columns": [typed.get(index, {}) for index in range(rect.width)],
    }
    _write_names(edit, (sheet, rect), table, columns)
    sheet.tables.append(table)
    tables.fill_types(edit, sheet, table)
    return {"addTable": {"table": tables.table_json(View(edit.workbook), sheet, table)}}


def _free_id(edit: Edit, wanted: str | None) -> str:
    taken = {table["tableId"] for sheet in edit.workbook.sheets for table in sheet.tables}
    if wanted and wanted in taken:
        raise RequestFault(f"A table with id {wanted} already exists.")
    return wanted or str(identifiers.number())


def _write_names(edit: Edit, place: tuple[Sheet, Rect], table: Json, columns: list[Json]) -> None:
    """Write the names sent; columns sent without one are numbered among themselves."""
    sheet, rect = place
    unnamed = 0
    for column in sorted(columns, key=lambda one: int(one.get("columnIndex", 0))):
        name = column.get("columnName")
        if not name:
            name = column_title(unnamed)
            unnamed += 1
        tables.write_header(edit, sheet, table, column.get("columnIndex", 0), name)
    for index in range(rect.width):
        if sheet.grid.entered.get(rect.top, rect.left + index) is None:
            tables.write_header(edit, sheet, table, index, column_title(index))
