"""The rows that the campaign file puts into the province's workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from functions.domain.workbook import Cell, CellError
from functions.ports import Request
from functions.writers import style
from functions.writers.layout.ranges import write_cells
from functions.writers.layout.tabs import first_row, sheet_id
from sheets_schema.model import FilledBy, Schema, Table


def settings_rows(schema: Schema, values: Mapping[str, Cell]) -> list[Request]:
    """Return the request that fills «Cấu hình»: one row for each setting, with its value."""
    table = schema.table("province", "settings")
    rows: list[list[Mapping[str, object]]] = []
    for each in schema.settings:
        shown = style.cell_format(number=style.NUMBER_FORMATS.get(each.kind))
        value = {**_entered(values.get(each.name)), "userEnteredFormat": shown}
        rows.append([_entered(each.name), _entered(each.title), value, _entered(each.description)])
    fields = "userEnteredValue"
    values_only = [[row[0], row[1]] for row in rows]
    column = table.column("value")
    return [
        write_cells(sheet_id(table), first_row(table), 0, values_only, fields),
        write_cells(
            sheet_id(table),
            first_row(table),
            column,
            [[row[2]] for row in rows],
            "userEnteredValue,userEnteredFormat",
        ),
        write_cells(
            sheet_id(table), first_row(table), column + 1, [[row[3]] for row in rows], fields
        ),
    ]


def table_rows(table: Table, rows: Sequence[Mapping[str, Cell]]) -> list[Request]:
    """Return the requests that fill the columns people own, from the first row on."""
    if not rows:
        return []
    return [
        write_cells(
            sheet_id(table),
            first_row(table),
            index,
            [[_entered(row.get(each.name))] for row in rows],
            "userEnteredValue",
        )
        for index, each in enumerate(table.fields)
        if each.filled_by is FilledBy.PEOPLE and any(row.get(each.name) is not None for row in rows)
    ]


def _entered(cell: Cell) -> dict[str, object]:
    if cell is None or isinstance(cell, CellError):
        return {}
    if isinstance(cell, bool):
        return {"userEnteredValue": {"boolValue": cell}}
    kind = "stringValue" if isinstance(cell, str) else "numberValue"
    return {"userEnteredValue": {kind: cell}}
