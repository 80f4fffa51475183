"""Finds a table in a workbook, however people have moved, renamed, copied or hidden its parts.

The tab is found first, then its header, then the columns under it, then whatever else stands in the
same tab: the same table again with its columns elsewhere, or rows of another table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from functions.domain.findings import Finding, Place
from functions.domain.workbook import Tab, Workbook
from functions.tables.blocks import Block, blocks_below, blocks_beside, foreign_blocks, other_table
from functions.tables.columns import Columns, is_complete, read_columns
from functions.tables.headers import Header, find_header
from functions.tables.ids import own_id
from functions.tables.labels import label_of
from functions.tables.leftovers import columns_without_label, hidden_rows, rows_of_another_table
from functions.tables.row_kinds import is_empty
from functions.tables.tabs import find_tab, tab_findings, typed_rows
from sheets_schema.model import Schema, Table, TableKind

__all__ = ["Located", "Part", "find_tab", "label_of", "locate"]

_NO_HEADER = Header(0, 0, {})
_LISTED_TITLES = 6
_FEWEST_REQUIRED = 3


@dataclass(frozen=True, slots=True)
class Part:
    """Rows under one header: zero-based, `end_row` exclusive. `columns` is by field name.

    `common` are the columns that people add to any tab, by name: known and never read.
    """

    first_row: int
    end_row: int
    columns: Mapping[str, int]
    common: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Located:
    """A table found in a tab. `columns` maps field names to zero-based columns.

    `parts` are the rows to read, top to bottom; `first_row` and `columns` are those of the first
    part. Without `parts` all rows from the first one on are one part. `header` is the row of a
    header of one row, None where there is none or one of two rows.
    """

    table: Table
    tab: Tab
    first_row: int
    columns: Mapping[str, int] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    header: int | None = None

    def __post_init__(self) -> None:
        if not self.parts:
            end = max(self.first_row, len(self.tab.rows))
            object.__setattr__(self, "parts", (Part(self.first_row, end, self.columns),))

    def columns_at(self, row: int) -> Mapping[str, int]:
        """Return the columns of the part that a zero-based row is in, else those of the first."""
        within = (each for each in self.parts if each.first_row <= row < each.end_row)
        return next(within, self.parts[0]).columns


def locate(
    unit: str, workbook: Workbook, table: Table, schema: Schema
) -> tuple[Located | None, list[Finding]]:
    """Find `table` in `workbook`.

    Returns the place and what is wrong with the tab; no place when its rows cannot be read safely.
    """
    findings = tab_findings(workbook, table, schema, Place(unit, table.name))
    tab = find_tab(workbook, table)
    if tab is None:
        return None, findings
    search = _Search(tab, table, schema, Place(unit, table.name, sheet_id=tab.sheet_id), findings)
    return search.run(), findings


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks through one tab; what is wrong with it is added to `findings`."""

    tab: Tab
    table: Table
    schema: Schema
    place: Place
    findings: list[Finding]

    def run(self) -> Located | None:
        header = find_header(self.tab, self.table)
        if header is None or self._is_foreign(header):
            header = _NO_HEADER
            self._say_header_lost()
        foreign = foreign_blocks(self.tab, self.table, self.schema, header)
        header = header.only(header.captions.keys() - _columns_of(foreign))
        columns = self._columns(header, range(header.end_row, len(self.tab.rows)), self.tab)
        below, beside = self._blocks(header, columns)
        beside += foreign
        self._say_other_tables(below, beside)
        if not is_complete(self.table, columns.fields):
            return None
        parts = (*self._above(header, columns), *self._parts(header, columns, below))
        self._say_leftovers(parts, header.captions.keys() | _columns_of(beside))
        return Located(
            self.table,
            self.tab,
            parts[0].first_row,
            parts[0].columns,
            parts,
            header.row if header.height == 1 else None,
        )

    def _is_foreign(self, header: Header) -> bool:
        named = {each.name: column for column, each in header.fields(self.table).items()}
        other = other_table(header, self.table, self.schema)
        return other is not None and not is_complete(self.table, named)

    def _say_header_lost(self) -> None:
        data = {"tab": self.table.title}
        if self.tab.column_keys:
            self.findings.append(Finding("header_gone", self.place, data=data))
        else:
            titles = [each.title for each in self.table.fields[:_LISTED_TITLES]]
            data["titles"] = ", ".join(titles) + ", …"
            self.findings.append(Finding("header_missing", self.place, data=data))

    def _columns(self, header: Header, rows: range, tab: Tab) -> Columns:
        at = replace(self.place, row=header.row) if tab is not self.tab else self.place
        columns = read_columns(tab, self.table, self.schema, header, rows, at)
        if header.captions or tab.column_keys:
            self.findings.extend(columns.findings)
        return columns

    def _blocks(self, header: Header, columns: Columns) -> tuple[list[Block], list[Block]]:
        """Return the blocks above and below the table's rows, and those next to them."""
        if self.table.kind is not TableKind.INPUT:
            return [], []
        below = blocks_below(self.tab, self.table, self.schema, header, columns.fields)
        beside = blocks_beside(self.tab, self.table, self.schema, header, columns.fields)
        taken = {row for each in below for row in range(each.header.row, each.end_row)}
        return below, [each for each in beside if each.header.row not in taken]

    def _above(self, header: Header, columns: Columns) -> Iterator[Part]:
        """Yield the table's rows above the header: somebody sorted the whole sheet."""
        first = next((row for row in range(header.row) if self._is_row(row, columns)), None)
        if self.table.prefix and first is not None:
            yield Part(first, header.row, columns.fields, columns.common)

    def _is_row(self, row: int, columns: Columns) -> bool:
        """Say whether a row above the header has an id or all that is required, as no title has."""
        fields = columns.fields
        id_field = self.table.id_field
        at = fields.get(id_field.name) if id_field else None
        if at is not None and own_id(self.table, self.tab.cell(row, at)):
            return True
        required = [each.name for each in self.table.fields if each.required and each != id_field]
        return len(required) >= _FEWEST_REQUIRED and not any(
            is_empty(self.tab.cell(row, fields[name])) for name in required if name in fields
        )

    def _parts(self, header: Header, columns: Columns, blocks: Iterable[Block]) -> Iterator[Part]:
        below = [each for each in blocks if each.header.row >= header.end_row]
        end = min((each.header.row for each in below), default=len(self.tab.rows))
        first = header.end_row
        yield Part(first, max(first, end), columns.fields, columns.common)
        for each in below:
            if each.table is self.table:
                rows = range(each.header.end_row, each.end_row)
                # Developer metadata says where the columns of the first part are.
                again = self._columns(each.header, rows, replace(self.tab, column_keys={}))
                if is_complete(self.table, again.fields):
                    yield Part(rows.start, rows.stop, again.fields, again.common)

    def _say_other_tables(self, below: Iterable[Block], beside: Iterable[Block]) -> None:
        for each in below:
            if each.table is not self.table:
                place = replace(self.place, row=each.header.row)
                self.findings.extend(rows_of_another_table(self.tab, self.table, each, place))
        # In the rows next to another table may stand good ones of this one: none is named.
        for each in beside:
            self.findings.extend(rows_of_another_table(self.tab, self.table, each, self.place))

    def _say_leftovers(self, parts: Sequence[Part], labelled: set[int]) -> None:
        width = max(map(len, self.tab.rows), default=0)
        unknown = set(range(width)) - labelled - set(parts[0].columns.values())
        if self.table.kind is TableKind.INPUT and unknown:
            rows = self._typed_rows(parts[0])
            self.findings.extend(columns_without_label(self.tab, unknown, rows, self.place))
        if self.tab.hidden_rows:
            rows = [row for part in parts for row in self._typed_rows(part)]
            self.findings.extend(hidden_rows(self.tab, rows, self.place))

    def _typed_rows(self, part: Part) -> list[int]:
        rows = range(part.first_row, part.end_row)
        return typed_rows(self.tab, self.table, self.schema, rows, part.columns)


def _columns_of(blocks: Iterable[Block]) -> set[int]:
    return {column for each in blocks for column in each.header.captions}
