"""What stands in a tab and is not read, and what is read though nobody sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from functions.domain.findings import Finding, Place
from functions.domain.workbook import Tab, column_letters
from functions.tables.blocks import Block
from sheets_schema.model import Table


def rows_of_another_table(tab: Tab, table: Table, block: Block, place: Place) -> Iterator[Finding]:
    """Say which rows of the tab of `table` hold the table of `block`, if any do."""
    rows = range(block.header.end_row, block.end_row)
    filled = [row for row in rows if tab.holds(row, block.header.captions)]
    if filled:
        data = {
            "tab": table.title,
            "other": block.table.title,
            "first": str(filled[0] + 1),
            "last": str(filled[-1] + 1),
        }
        yield Finding("other_table", place, block.table.title, data)


def columns_without_label(
    tab: Tab, columns: Iterable[int], rows: Iterable[int], place: Place
) -> Iterator[Finding]:
    """Say which of `columns` hold something next to `rows`, which are read."""
    rows = list(rows)
    for column in sorted(columns):
        filled = [row for row in rows if tab.holds(row, (column,))]
        if filled:
            at = replace(place, row=filled[0], column=column)
            data = {"column": column_letters(column), "count": str(len(filled))}
            yield Finding("unlabelled_column", at, data=data)


def hidden_rows(tab: Tab, rows: Sequence[int], place: Place) -> Iterator[Finding]:
    """Say how many of `rows`, which are read, are hidden by hand or by a filter."""
    count = len(tab.hidden_rows.intersection(rows))
    if count:
        data = {"tab": tab.title, "count": str(count)}
        yield Finding("hidden_rows", place, data=data)
