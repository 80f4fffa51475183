"""Which cells of a unit's workbook are marked, and which unit is worth a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deploy.local.pictures.archive import Archive, Grid
from functions.writers.layout.tabs import header_row
from sheets_schema.model import Schema, Table


@dataclass(frozen=True, slots=True)
class Marks:
    """What «Lỗi cần sửa» says: the number of findings, and the cells marked red and yellow.

    A cell is named as the sheet names it: the id of its row, a bar, the title of its column.
    """

    count: int
    red: frozenset[str]
    yellow: frozenset[str]


def marks_of(archive: Archive, schema: Schema) -> Marks:
    """Read the findings of one unit's workbook."""
    table = schema.table("unit", "findings")
    severity, mark = table.column("severity"), table.column("mark")
    rows = [
        (row[severity], row[mark] if len(row) > mark else "")
        for row in archive.grid(table.title)[header_row(table) + 1 :]
        if len(row) > severity and row[severity]
    ]
    labels = schema.lists["severity"]

    def marked(code: str) -> frozenset[str]:
        return frozenset(name for kind, name in rows if kind == labels.label(code) and name)

    return Marks(len(rows), marked("error"), marked("warning"))


def marked_columns(grid: Grid, table: Table, rows: int, marks: frozenset[str]) -> set[int]:
    """Return the positions of the columns that have a mark in the first `rows` of a tab."""
    header = grid[header_row(table)]
    return {
        column
        for row in grid[header_row(table) + 1 : rows]
        for column, title in enumerate(header)
        if row and f"{row[0]}|{title}" in marks
    }


def unit_to_show(archives: Mapping[str, Archive], schema: Schema, rows: int) -> str:
    """Return the unit with the most findings.

    One whose first `rows` of needs hold red and yellow cells comes before all others; of equals
    the first is taken.
    """
    table = schema.table("unit", "needs")

    def worth(code: str) -> tuple[int, int]:
        archive = archives[code]
        marks = marks_of(archive, schema)
        grid = archive.grid(table.title)
        kinds = [
            bool(marked_columns(grid, table, rows, each)) for each in (marks.red, marks.yellow)
        ]
        return sum(kinds), marks.count

    return max(sorted(archives), key=worth)
