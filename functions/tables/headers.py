"""Header rows: where they are, one row high or two, and what they call each column.

In a header of two rows the upper one holds labels of single columns and groups; below a group
stand the labels of its columns. Groups are merged cells, of which a paste leaves only the first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from functions.domain.workbook import Cell, Tab
from functions.tables.labels import label_of
from functions.tables.words import clean
from sheets_schema.model import Field, FilledBy, Table

_SEARCH_ROWS = 20
_FEWEST_LABELS = 2


@dataclass(frozen=True, slots=True)
class Caption:
    """The words above one column, as typed. `row` is the cell's, `group` what stands over it."""

    row: int
    text: str
    group: str = ""

    @property
    def whole(self) -> str:
        """The words with those of the group before them."""
        return f"{self.group}: {self.text}" if self.group else self.text

    def field(self, table: Table) -> Field | None:
        """Return the column of `table` that is meant, or None."""
        return label_of(table, self.whole) or label_of(table, self.text)


@dataclass(frozen=True, slots=True)
class Header:
    """One or two rows of captions, by zero-based column."""

    row: int
    height: int
    captions: Mapping[int, Caption]

    @property
    def end_row(self) -> int:
        """The first row below."""
        return self.row + self.height

    def fields(self, table: Table) -> dict[int, Field]:
        """Return the columns of `table` that are named, by position."""
        named = ((column, each.field(table)) for column, each in self.captions.items())
        return {column: found for column, found in named if found}

    def count(self, table: Table) -> int:
        """Return how many different columns of `table` are named."""
        return len({each.name for each in self.fields(table).values()})

    def only(self, columns: Collection[int]) -> Header:
        """Return the header of some columns."""
        kept = {column: each for column, each in self.captions.items() if column in columns}
        return Header(self.row, self.height, kept)


def find_header(tab: Tab, table: Table) -> Header | None:
    """Return the header that names the most columns among the first rows, the upper of equals."""
    every = sum(each.filled_by is not FilledBy.FORMULA for each in table.fields)
    best: Header | None = None
    most = min(_FEWEST_LABELS, len(table.fields)) - 1
    for row in range(min(len(tab.rows), _SEARCH_ROWS)):
        for header in headers_at(tab, row):
            count = header.count(table)
            # A title over a header is no part of it.
            beneath = best and best.end_row == header.end_row and header.height < best.height
            if count > most or (count == most and beneath):
                best, most = header, count
        if best and most >= every and best.end_row <= row + 1:
            break
    return best


def headers_at(tab: Tab, row: int, columns: Collection[int] | None = None) -> Iterator[Header]:
    """Yield what begins in a row, taken as a header of one row and, where it can be, of two.

    Over merged cells with labels below it can be nothing else: of «Số lượt» over «Nam» and «Nữ»,
    neither column is the number. With `columns`, nothing else is looked at.
    """
    upper, lower = (_texts(_cells(tab, each, columns)) for each in (row, row + 1))
    groups = dict(_groups(tab, row, upper, lower))
    figures = any(isinstance(cell, int | float) for _, cell in _cells(tab, row + 1, columns))
    # Where both rows say something outside a group, the lower one holds no labels but data.
    fits = (
        groups and not figures and all(column in groups for column in upper.keys() & lower.keys())
    )
    if not (fits and _is_merged(tab, row, groups)):
        yield Header(row, 1, {column: Caption(row, text) for column, text in upper.items()})
    if fits:
        yield Header(row, 2, dict(_captions(row, upper, lower, groups)))


def _cells(tab: Tab, row: int, columns: Collection[int] | None) -> list[tuple[int, Cell]]:
    cells = tab.rows[row] if row < len(tab.rows) else ()
    return [each for each in enumerate(cells) if columns is None or each[0] in columns]


def _texts(cells: Iterable[tuple[int, Cell]]) -> dict[int, str]:
    return {column: cell for column, cell in cells if isinstance(cell, str) and clean(cell)}


def _is_merged(tab: Tab, row: int, groups: Collection[int]) -> bool:
    return any(
        merge.first_row <= row
        and merge.end_row == row + 1
        and any(merge.first_column <= column < merge.end_column for column in groups)
        for merge in tab.merges
    )


def _groups(
    tab: Tab, row: int, upper: Mapping[int, str], lower: Mapping[int, str]
) -> Iterator[tuple[int, str]]:
    """Yield the columns that stand in a group, each with the words over the group."""
    merged: set[int] = set()
    for merge in tab.merges:
        columns = range(merge.first_column, merge.end_column)
        if merge.first_row <= row < merge.end_row:
            merged.update(columns)
            if merge.end_row == row + 1 and len(columns) > 1 and columns[0] in upper:
                yield from ((column, upper[columns[0]]) for column in columns if column in lower)
    for column, text in upper.items():
        end = column + 1
        while end in lower and end not in upper and end not in merged:
            end += 1
        if column in lower and column not in merged and end > column + 1:
            yield from ((each, text) for each in range(column, end))


def _captions(
    row: int, upper: Mapping[int, str], lower: Mapping[int, str], groups: Mapping[int, str]
) -> Iterator[tuple[int, Caption]]:
    for column in sorted(upper.keys() | lower.keys()):
        if column in lower:
            yield column, Caption(row + 1, lower[column], groups.get(column, ""))
        else:
            yield column, Caption(row, upper[column])
