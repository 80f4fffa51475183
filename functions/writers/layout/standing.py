"""Where a table stands in its tab, now that people have moved, inserted and deleted things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from functions.domain.workbook import Tab
from functions.writers.layout.tabs import first_row, header_row
from sheets_schema.model import Field, FilledBy, Table, TableKind


@dataclass(frozen=True, slots=True)
class Standing:
    """One table in one tab; rows and columns are zero-based.

    `first_row` is the first row below the header and the example, `columns` are by field name.
    `row_count` is how many rows the tab has once tonight's rows have been added to it, so what lies
    beyond `tab.row_count` is new. `added` names the columns that are being inserted just now.
    """

    table: Table
    tab: Tab
    header_row: int
    first_row: int
    columns: Mapping[str, int]
    row_count: int
    added: frozenset[str] = frozenset()

    @property
    def sheet_id(self) -> int:
        """The id of the tab."""
        return self.tab.sheet_id

    @property
    def is_new(self) -> bool:
        """Whether the tab is being made just now."""
        return self.tab.row_count == 0

    def fields(self) -> Iterator[tuple[int, Field]]:
        """Yield the columns that are there, with their positions, in the schema's order."""
        for each in self.table.fields:
            if each.name in self.columns:
                yield self.columns[each.name], each

    def is_robots(self, field: Field) -> bool:
        """Whether the robot fills this column in a tab where people type too."""
        return field.filled_by is not FilledBy.PEOPLE and self.table.kind is not TableKind.ROBOT


def as_provisioned(table: Table, tab: Tab, row_count: int) -> Standing:
    """Return where a table stands in a tab in which nobody can move anything."""
    columns = {each.name: index for index, each in enumerate(table.fields)}
    top = header_row(table)
    return Standing(table, tab, top, first_row(table), columns, row_count)
