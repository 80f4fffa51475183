"""Tabs that are just being made, and workbooks laid out on a local Google."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from functions.domain.look import Look
from functions.domain.workbook import Cell, Tab
from functions.writers.layout.mend import Occasion
from functions.writers.layout.standing import Standing, as_provisioned
from functions.writers.layout.tabs import row_count, sheet_id
from functions.writers.layout.workbook import complete
from sheets_schema.model import Table
from tests.campaigns import schema


def new(table: Table) -> Standing:
    """Return where a table stands in a tab that is just being made."""
    rows = row_count(table, len(schema().settings))
    return as_provisioned(table, Tab(sheet_id(table), table.title, 0), rows)


def old(
    table: Table, rows: Sequence[Sequence[Cell]] = (), look: Look | None = None, **more: object
) -> Standing:
    """Return where a table stands in a tab that is there, with these cells and this look."""
    standing = new(table)
    tab = replace(
        standing.tab,
        rows=tuple(tuple(row) for row in rows),
        row_count=standing.row_count,
        column_count=len(table.fields),
        look=look or Look(),
        **more,  # type: ignore[arg-type]  # other fields of a tab
    )
    return replace(standing, tab=tab)


def lay_out(google: Any, unit: str, communes: Sequence[str] = ()) -> str:  # noqa: ANN401 - the fixture
    """Create a workbook on the local Google, lay it out in one request and return its id."""
    workbook_id: str = google.factory.create("Mùa hè số", "")
    empty = google.workbooks.read(workbook_id)
    repairs = complete(schema(), empty, {}, {}, Occasion(unit, communes, google.owner))
    requests = [request for each in repairs for request in each.requests]
    google.workbooks.write(workbook_id, requests)
    return workbook_id
