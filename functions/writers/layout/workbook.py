"""A whole new workbook, laid out in one request."""

from __future__ import annotations

from collections.abc import Sequence

from functions.ports import Request
from functions.writers.layout.headers import headers
from functions.writers.layout.lists import lists
from functions.writers.layout.marks import marks
from functions.writers.layout.protection import protections
from functions.writers.layout.rows import columns, numbered
from functions.writers.layout.tabs import keys, sheet_properties, widths
from functions.writers.layout.validation import validations
from functions.writers.words import book_of
from sheets_schema.model import Schema, TableKind


def tab_properties(schema: Schema, unit: str) -> list[dict[str, object]]:
    """Return the API `SheetProperties` of every tab of a new workbook, in order."""
    return [sheet_properties(schema, table) for table in schema.book(book_of(unit))]


def layout(
    schema: Schema, unit: str, communes: Sequence[str], editors: Sequence[str]
) -> list[Request]:
    """Return the requests that lay out the workbook of `unit` (PROVINCE for the province's).

    `communes` are the full names for the unit's dropdown, `editors` may write the closed cells.
    """
    requests: list[Request] = []
    for table in schema.book(book_of(unit)):
        requests += columns(schema, table)
        requests += headers(schema, table)
        requests += numbered(schema, table, unit)
        requests += validations(schema, table)
        requests += marks(schema, table)
        requests += widths(schema, table)
        requests += keys(table)
        if table.kind is TableKind.LISTS:
            requests += lists(schema, table, communes)
    # Protection comes last, so that nothing above depends on who lays the workbook out.
    for table in schema.book(book_of(unit)):
        requests += protections(table, editors)
    return requests
