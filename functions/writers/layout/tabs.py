"""What a new tab is like: its id, its size, its frozen rows, the widths of its columns."""

from __future__ import annotations

from functions.writers import style
from functions.writers.tabs import guide, summary
from functions.writers.tabs.base import INFO_ROWS
from sheets_schema.model import Schema, Table, TableKind

_SHEET_IDS = 1000
_PAGE_ROWS = 120
_ROBOT_ROWS = 200
_LIST_WIDTH = 200
_PAGE_WIDTHS = {"summary": summary.WIDTHS, "guide": guide.WIDTHS}


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


def sheet_properties(schema: Schema, table: Table, tab_id: int, index: int) -> dict[str, object]:
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
        "sheetId": tab_id,
        "title": table.title,
        "index": index,
        "tabColorStyle": style.colour(table.colour),
        "gridProperties": grid,
    }


def widths(schema: Schema, table: Table) -> tuple[int, ...]:
    """Return the widths of a new tab's columns in pixels."""
    if table.kind is TableKind.PAGE:
        return tuple(_PAGE_WIDTHS[table.name])
    if table.kind is TableKind.LISTS:
        return (_LIST_WIDTH,) * column_count(schema, table)
    return tuple(each.width for each in table.fields)
