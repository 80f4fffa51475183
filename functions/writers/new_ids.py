"""Gives rows of a tab in disorder an id, and the formulas that go with it."""

from __future__ import annotations

from collections.abc import Mapping

from functions.ports import Request
from functions.writers.layout.formulas import formula
from functions.writers.layout.ranges import write_cells
from sheets_schema.model import FilledBy, Schema, Table


def id_requests(
    schema: Schema,
    table: Table,
    sheet_id: int,
    columns: Mapping[str, int],
    rows: Mapping[int, str],
) -> list[Request]:
    """Return the requests that write the ids of `rows` (by zero-based row) and their formulas."""
    requests: list[Request] = []
    for row, row_id in sorted(rows.items()):
        for each in table.fields:
            if each.name not in columns:
                continue
            if each.kind == "id":
                value = {"stringValue": row_id}
            elif each.filled_by is FilledBy.FORMULA:
                value = {"formulaValue": formula(schema, table, each, columns)}
            else:
                continue
            cell = {"userEnteredValue": value}
            requests.append(
                write_cells(sheet_id, row, columns[each.name], [[cell]], "userEnteredValue")
            )
    return requests
