"""What a tab is like as a whole: frozen rows, hidden helper columns, widths of new columns."""

from __future__ import annotations

from collections.abc import Iterator

from functions.ports import Request
from functions.writers.layout.standing import Standing
from functions.writers.layout.tabs import widths
from sheets_schema.model import Schema, TableKind

MOST_FROZEN_ROWS = 4
"""More frozen rows than that would leave no room to type on a phone."""


def shape(schema: Schema, standing: Standing) -> list[Request]:
    """Return the requests that freeze, hide and widen what is not."""
    table = standing.table
    requests: list[Request] = []
    if table.fields and not standing.is_new:
        requests += _frozen(standing)
    hidden = standing.tab.look.hidden_columns
    if standing.is_new:
        requests += [
            _columns(standing, index, {"pixelSize": size}, "pixelSize")
            for index, size in enumerate(widths(schema, table))
        ]
    for column, each in standing.fields():
        if each.name in standing.added:
            requests.append(_columns(standing, column, {"pixelSize": each.width}, "pixelSize"))
        if each.hidden and column not in hidden:
            requests.append(_columns(standing, column, {"hiddenByUser": True}, "hiddenByUser"))
    return requests


def _frozen(standing: Standing) -> Iterator[Request]:
    look, rows = standing.tab.look, standing.header_row + 1
    grid: dict[str, object] = {}
    if look.frozen_rows != rows <= MOST_FROZEN_ROWS:
        grid["frozenRowCount"] = rows
    typed = standing.table.kind in (TableKind.INPUT, TableKind.LEDGER)
    if typed and look.frozen_columns < 1:
        grid["frozenColumnCount"] = 1
    if grid:
        properties = {"sheetId": standing.sheet_id, "gridProperties": grid}
        fields = ",".join(f"gridProperties.{name}" for name in grid)
        yield {"updateSheetProperties": {"properties": properties, "fields": fields}}


def _columns(standing: Standing, index: int, properties: dict[str, object], fields: str) -> Request:
    where = {
        "sheetId": standing.sheet_id,
        "dimension": "COLUMNS",
        "startIndex": index,
        "endIndex": index + 1,
    }
    return {
        "updateDimensionProperties": {"range": where, "properties": properties, "fields": fields}
    }
