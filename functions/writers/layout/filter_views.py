"""Filter views: one click shows a reader what waits for them, without moving a row for others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from functions.ports import Request
from functions.writers.layout.ranges import grid_range
from sheets_schema.model import Schema, Table, TableKind

Criteria = Mapping[str, object]
"""What one column must show, as Google's `FilterCriteria`."""


def filter_views(  # noqa: PLR0917 - where a tab stands is said in full
    schema: Schema,
    table: Table,
    sheet_id: int,
    columns: Mapping[str, int],
    header_row: int,
    rows: int,
    have: frozenset[str],
) -> list[Request]:
    """Return the requests that add the views a tab lacks; a reader's own are left alone.

    Args:
        schema: the words of the views.
        table: the tab as the schema knows it.
        sheet_id: the tab as Google knows it.
        columns: where the columns stand now, by name; a view of a column that is gone is left out.
        header_row: the zero-based row of the header.
        rows: how many rows the tab has.
        have: the titles of the views that stand there.
    """
    return [
        _view(title, sheet_id, (header_row, rows), columns, columns[name], criteria)
        for title, name, criteria in _wanted(schema, table)
        if name in columns and title not in have
    ]


def _wanted(schema: Schema, table: Table) -> Iterator[tuple[str, str, Criteria]]:
    """Yield title, column and criteria of each view of a tab."""
    if table.kind is TableKind.INPUT and any(each.formula == "status" for each in table.fields):
        others = [schema.text(f"status.{name}") for name in ("new", "accepted")]
        # Rows in which nothing is typed show an empty status.
        yield schema.text("filter_views.mine"), "status", {"hiddenValues": ["", *others]}
    elif (table.book, table.name) == ("unit", "arrivals"):
        starts = _condition("TEXT_STARTS_WITH", schema.text("filter_views.not_reported"))
        yield schema.text("filter_views.not_reported"), "report", starts
    elif (table.book, table.name) == ("unit", "findings"):
        error = _condition("TEXT_EQ", schema.lists["severity"].label("error"))
        yield schema.text("filter_views.errors"), "severity", error


def _condition(kind: str, word: str) -> Criteria:
    return {"condition": {"type": kind, "values": [{"userEnteredValue": word}]}}


def _view(
    title: str,
    sheet_id: int,
    rows: tuple[int, int],
    columns: Mapping[str, int],
    column: int,
    criteria: Criteria,
) -> Request:
    where = grid_range(sheet_id, rows=rows, columns=(0, max(columns.values()) + 1))
    spec = {"columnIndex": column, "filterCriteria": dict(criteria)}
    return {"addFilterView": {"filter": {"title": title, "range": where, "filterSpecs": [spec]}}}
