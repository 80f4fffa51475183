"""Rows of the campaign file that the province's workbook does not have yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from functions.domain.workbook import Cell, CellError
from functions.ports import Request
from functions.writers import style
from functions.writers.layout.ranges import write_cells
from functions.writers.layout.standing import Standing
from sheets_schema.model import Field, FilledBy, Schema

Row = Mapping[str, Cell]


def missing_settings(schema: Schema, standing: Standing, values: Row) -> list[Request]:
    """Return the requests that add the settings that «Cấu hình» has no row for.

    A setting that has a row keeps its value, whatever the campaign file says.
    """
    rows = [
        {
            "setting": each.name,
            "title": each.title,
            "value": values.get(each.name),
            "meaning": each.description,
        }
        for each in schema.settings
    ]
    kinds = {each.name: each for each in schema.settings}
    at = standing.columns["value"]
    requests: list[Request] = []
    for number, row in _absent(standing, rows, ("setting",)):
        for column, each in standing.fields():
            requests.append(_cell(standing, number, column, row.get(each.name)))
        look = {"userEnteredFormat": _format(kinds[str(row["setting"])])}
        requests.append(write_cells(standing.sheet_id, number, at, [[look]], "userEnteredFormat"))
    return requests


def missing_rows(standing: Standing, rows: Sequence[Row], identity: Sequence[str]) -> list[Request]:
    """Return the requests that add those of `rows` that no row of the table is about.

    Two rows are about the same when they have the same cells in the columns `identity`. New rows go
    into the first ones in which nobody typed.
    """
    return [
        _cell(standing, number, column, row.get(each.name))
        for number, row in _absent(standing, rows, identity)
        for column, each in standing.fields()
        if each.filled_by is FilledBy.PEOPLE and row.get(each.name) is not None
    ]


def row_of(standing: Standing, name: str, value: str) -> int | None:
    """Return the row whose cell in the column `name` is `value`, None when there is none."""
    column = standing.columns.get(name)
    if column is None:
        return None
    rows = range(standing.first_row, len(standing.tab.rows))
    return next((row for row in rows if _plain(standing.tab.cell(row, column)) == value), None)


def _absent(
    standing: Standing, rows: Sequence[Row], identity: Sequence[str]
) -> Iterator[tuple[int, Row]]:
    """Yield the rows that are not there, each with a free row to put it in."""
    tab, columns = standing.tab, standing.columns
    if any(name not in columns for name in identity):
        return
    own = [at for at, each in standing.fields() if each.filled_by is FilledBy.PEOPLE]
    used = range(standing.first_row, len(tab.rows))
    there = {tuple(_plain(tab.cell(row, columns[name])) for name in identity) for row in used}
    taken = {row for row in used if tab.holds(row, [*own, *(columns[name] for name in identity)])}
    number = standing.first_row
    for row in rows:
        if tuple(_plain(row.get(name)) for name in identity) in there:
            continue
        while number in taken:
            number += 1
        yield number, row
        number += 1


def _plain(cell: Cell) -> str:
    """Return a cell as text: 705 and '705' name the same unit."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None or isinstance(cell, CellError) else str(cell).strip()


def _format(setting: Field) -> dict[str, object]:
    return style.cell_format(number=style.NUMBER_FORMATS.get(setting.kind))


def _cell(standing: Standing, row: int, column: int, cell: Cell) -> Request:
    return write_cells(standing.sheet_id, row, column, [[entered(cell)]], "userEnteredValue")


def entered(cell: Cell) -> dict[str, object]:
    """Return a cell as it was read as an API `CellData`; an error or nothing clears it."""
    if cell is None or isinstance(cell, CellError):
        return {}
    if isinstance(cell, bool):
        return {"userEnteredValue": {"boolValue": cell}}
    kind = "stringValue" if isinstance(cell, str) else "numberValue"
    return {"userEnteredValue": {kind: cell}}
