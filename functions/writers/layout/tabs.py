"""The tabs of a workbook: ids, sizes, frozen rows, widths, and the keys by which they are known."""

from __future__ import annotations

from functions.domain.workbook import COLUMN_KEY, TAB_KEY
from functions.ports import Request
from functions.writers import style
from functions.writers.tabs import summary
from functions.writers.tabs.base import INFO_ROWS
from sheets_schema.model import Schema, Table, TableKind

_SHEET_IDS = 1000
_PAGE_ROWS = 120
_ROBOT_ROWS = 200
_PAGE_WIDTHS = {"summary": summary.WIDTHS, "guide": (760,)}


def sheet_id(table: Table) -> int:
    """Return the id that a tab gets when it is made, so that one request can lay it out."""
    return _SHEET_IDS + table.order


def header_row(table: Table) -> int:
    """Return the zero-based row of a tab's header."""
    return INFO_ROWS if table.kind in (TableKind.ROBOT, TableKind.LEDGER) else 0


def first_row(table: Table) -> int:
    """Return the zero-based row of the first numbered row; an example row stands above it."""
    return header_row(table) + (2 if table.kind is TableKind.INPUT and table.prefix else 1)


def row_count(table: Table, settings: int = 0) -> int:
    """Return how many rows a new tab has."""
    if table.kind is TableKind.INPUT:
        return first_row(table) + (table.rows or settings)
    if table.kind is TableKind.LEDGER:
        return first_row(table) + table.rows
    return _PAGE_ROWS if table.kind is TableKind.PAGE else _ROBOT_ROWS


def column_count(schema: Schema, table: Table) -> int:
    """Return how many columns a new tab has."""
    if table.kind is TableKind.PAGE:
        return len(_PAGE_WIDTHS[table.name])
    return (
        len(schema.lists_of(table.book)) + 1 if table.kind is TableKind.LISTS else len(table.fields)
    )


def sheet_properties(schema: Schema, table: Table) -> dict[str, object]:
    """Return the API `SheetProperties` of a new tab."""
    grid: dict[str, object] = {
        "rowCount": row_count(table, len(schema.settings)),
        "columnCount": column_count(schema, table),
    }
    if table.kind is TableKind.PAGE:
        grid["hideGridlines"] = True
    else:
        grid["frozenRowCount"] = header_row(table) + 1
        if table.kind in (TableKind.INPUT, TableKind.LEDGER):
            grid["frozenColumnCount"] = 1
    return {
        "sheetId": sheet_id(table),
        "title": table.title,
        "index": table.order - 1,
        "tabColorStyle": style.colour(table.colour),
        "gridProperties": grid,
    }


def keys(table: Table) -> list[Request]:
    """Return the requests that mark a tab and its columns, so that they are found when renamed."""
    requests: list[Request] = [_metadata(TAB_KEY, table.name, {"sheetId": sheet_id(table)})]
    for column, each in enumerate(table.fields):
        where = {
            "sheetId": sheet_id(table),
            "dimension": "COLUMNS",
            "startIndex": column,
            "endIndex": column + 1,
        }
        requests.append(_metadata(COLUMN_KEY, each.name, {"dimensionRange": where}))
    return requests


def widths(schema: Schema, table: Table) -> list[Request]:
    """Return the requests that set column widths and hide helper columns."""
    pixels: tuple[int, ...] = tuple(each.width for each in table.fields)
    if table.kind is TableKind.PAGE:
        pixels = tuple(_PAGE_WIDTHS[table.name])
    elif table.kind is TableKind.LISTS:
        pixels = (200,) * column_count(schema, table)
    requests = [
        _columns(table, index, {"pixelSize": size}, "pixelSize")
        for index, size in enumerate(pixels)
    ]
    requests += [
        _columns(table, index, {"hiddenByUser": True}, "hiddenByUser")
        for index, each in enumerate(table.fields)
        if each.hidden
    ]
    return requests


def _columns(table: Table, index: int, properties: dict[str, object], fields: str) -> Request:
    return {
        "updateDimensionProperties": {
            "range": {
                "sheetId": sheet_id(table),
                "dimension": "COLUMNS",
                "startIndex": index,
                "endIndex": index + 1,
            },
            "properties": properties,
            "fields": fields,
        }
    }


def _metadata(key: str, value: str, location: dict[str, object]) -> Request:
    entry = {
        "metadataKey": key,
        "metadataValue": value,
        "visibility": "DOCUMENT",
        "location": location,
    }
    return {"createDeveloperMetadata": {"developerMetadata": entry}}
