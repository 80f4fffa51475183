"""Other cells, columns, colours or another name for a table."""

from typing import Final

from deploy.local.emulator.edits import tables
from deploy.local.emulator.edits.bandings import check_free
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.fields import overlay, read_fields
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.masks import Mask, wants
from deploy.local.emulator.rects import grid_range
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet

KIND = "updateTable"
LIMITS: Final = ("Moving a table to another tab.",)
UNCERTAIN: Final = (
    (
        "UpdateTable: what happens to cells below a table that gets a footer is not known; here "
        "they become the footer."
    ),
    "UpdateTable: a range given together with a footer is taken as it is, not enlarged by a row.",
)
_FOOTER = "footerColorStyle"


def apply(edit: Edit, body: Json) -> Json:
    """Change the masked parts of a table; a list of columns replaces all columns."""
    mask = read_fields(body, "Table")
    wanted = body.get("table", {})
    sheet, position = tables.find_table(edit, wanted.get("tableId", ""))
    table = dict(sheet.tables.pop(position))
    if wants(mask, "name"):
        table["name"] = tables.check_name(edit, wanted.get("name", ""))
    if wants(mask, "rowsProperties"):
        _recolour(table, wanted, mask)
    if wants(mask, "range"):
        table["range"] = wanted.get("range")
    target, rect = edit.area(table["range"])
    if target is not sheet:
        raise RequestFault("A table cannot be moved to another sheet.")
    edit.guard(sheet, rect)
    tables.check_place(sheet, rect)
    check_free(sheet, rect)
    table["range"] = grid_range(rect, sheet.id)
    table["columns"] = (table["columns"] + [{}] * rect.width)[: rect.width]
    if wants(mask, "columnProperties"):
        _retype(edit, sheet, table, wanted.get("columnProperties", []))
    sheet.tables.insert(position, table)
    tables.fill_types(edit, sheet, table)
    return {}


def _recolour(table: Json, wanted: Json, mask: Mask) -> None:
    old = table.get("rowsProperties", {})
    both = overlay({"rowsProperties": old}, wanted, mask)
    new = tables.stored_rows(both.get("rowsProperties") or {})
    table["rowsProperties"] = new
    grown = (_FOOTER in new) - (_FOOTER in old)
    table["range"] = {**table["range"], "endRowIndex": table["range"]["endRowIndex"] + grown}


def _retype(edit: Edit, sheet: Sheet, table: Json, columns: list[Json]) -> None:
    typed = tables.stored_columns(edit, columns, len(table["columns"]))
    if not all(column.get("columnName") for column in columns):
        raise RequestFault("Table header row cell must have a value.")
    table["columns"] = [typed.get(index, {}) for index in range(len(table["columns"]))]
    for column in columns:
        index = column.get("columnIndex", 0)
        tables.write_header(edit, sheet, table, index, column["columnName"])
