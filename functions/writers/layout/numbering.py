"""The numbered rows of an input tab: their ids, their formulas, and more of them in time.

Ids are never used twice: the highest number that a tab ever gave is kept in its metadata.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from functions.domain.workbook import HIGHEST_KEY
from functions.ports import Request
from functions.writers.diff import runs
from functions.writers.layout.formulas import formula
from functions.writers.layout.ranges import write_cells
from functions.writers.layout.spans import same_words
from functions.writers.layout.standing import Standing
from sheets_schema.model import Field, FilledBy, Schema, TableKind

FEWEST_FREE = 5
"""A tab with fewer numbered rows in which nothing was typed gets more."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """The requests that number a tab, and the rows that it has afterwards."""

    requests: list[Request]
    row_count: int


def numbering(schema: Schema, standing: Standing, unit: str, given: Mapping[int, str]) -> Numbering:
    """Return what the numbered rows of a tab lack.

    `given` are the ids, by row, of rows that people added. `standing.row_count` is grown when the
    rows do not suffice.
    """
    table = standing.table
    id_field = table.id_field
    if table.kind is not TableKind.INPUT or not table.prefix or id_field is None:
        return Numbering([], standing.row_count)
    column = standing.columns.get(id_field.name)
    if column is None:
        return Numbering([], standing.row_count)
    added = _added(standing, unit, column, given)
    ids = {**given, **added}
    row_count = standing.row_count
    requests: list[Request] = []
    if ids and max(ids) >= row_count:
        length = max(ids) + 1 - row_count
        row_count += length
        if not standing.is_new:
            where = {"sheetId": standing.sheet_id, "dimension": "ROWS", "length": length}
            requests.append({"appendDimension": where})
    requests += _column(standing, column, {row: _text(row_id) for row, row_id in ids.items()})
    for at, each in standing.fields():
        if each.filled_by is FilledBy.FORMULA:
            requests += _column(standing, at, _formulas(schema, standing, each, column, ids))
    return Numbering([*requests, *_highest(standing, ids)], row_count)


def _added(standing: Standing, unit: str, column: int, given: Mapping[int, str]) -> dict[int, str]:
    """Return the ids of rows that are added below, when few free ones are left."""
    table, tab = standing.table, standing.tab
    pattern = re.compile(rf"{re.escape(table.prefix)}-{re.escape(unit)}-(\d{{1,6}})")
    typed = [at for at, each in standing.fields() if each.filled_by is FilledBy.PEOPLE]
    numbers = [tab.highest]
    last = standing.first_row - 1
    free = 0
    for row in range(standing.first_row, len(tab.rows)):
        match = pattern.fullmatch(str(tab.cell(row, column) or given.get(row, "")).strip())
        holds = tab.holds(row, typed)
        if match:
            numbers.append(int(match[1]))
            free += not holds
        if match or any(cell not in (None, "") for cell in tab.rows[row]):
            last = row
    numbers += [int(each.rpartition("-")[2]) for each in given.values()]
    last = max([last, *given])
    if free >= min(FEWEST_FREE, table.rows):
        return {}
    highest = max(numbers)
    more = table.rows if standing.is_new else max(table.rows // 2, FEWEST_FREE)
    return {last + each: table.row_id(unit, highest + each) for each in range(1, more + 1)}


def _formulas(
    schema: Schema, standing: Standing, field: Field, id_column: int, ids: Mapping[int, str]
) -> dict[int, Mapping[str, object]]:
    """Return the formula cells that are missing or other than they should be."""
    tab = standing.tab
    wanted = formula(schema, standing.table, field, standing.columns)
    column = standing.columns[field.name]
    numbered = {
        row
        for row in range(standing.first_row, len(tab.rows))
        if str(tab.cell(row, id_column)).startswith(f"{standing.table.prefix}-")
    }
    return {
        row: {"userEnteredValue": {"formulaValue": wanted}}
        for row in sorted(numbered | ids.keys())
        if not same_words(tab.formulas.get((row, column)), wanted)
    }


def _column(
    standing: Standing, column: int, cells: Mapping[int, Mapping[str, object]]
) -> Iterator[Request]:
    for first, last in runs(sorted(cells)):
        block = [[cells[row]] for row in range(first, last + 1)]
        yield write_cells(standing.sheet_id, first, column, block, "userEnteredValue")


def _text(row_id: str) -> Mapping[str, object]:
    return {"userEnteredValue": {"stringValue": row_id}}


def _highest(standing: Standing, ids: Mapping[int, str]) -> list[Request]:
    """Return the request that notes the highest number, where it has become higher."""
    highest = max((int(each.rpartition("-")[2]) for each in ids.values()), default=0)
    if highest <= standing.tab.highest:
        return []
    at = {"sheetId": standing.sheet_id}
    if not standing.tab.highest:
        entry = {
            "metadataKey": HIGHEST_KEY,
            "metadataValue": str(highest),
            "visibility": "DOCUMENT",
            "location": at,
        }
        return [{"createDeveloperMetadata": {"developerMetadata": entry}}]
    lookup = {"metadataKey": HIGHEST_KEY, "metadataLocation": at}
    change = {
        "dataFilters": [{"developerMetadataLookup": lookup}],
        "developerMetadata": {"metadataValue": str(highest)},
        "fields": "metadataValue",
    }
    return [{"updateDeveloperMetadata": change}]
