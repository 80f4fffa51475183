"""Further headers in a tab: of the same table with its columns elsewhere, or of another table."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from functions.domain.workbook import Tab
from functions.tables.headers import Header, headers_at
from sheets_schema.model import Book, Schema, Table, TableKind

_FEWEST_LABELS = 3
_FEWEST_WRITTEN = 2


@dataclass(frozen=True, slots=True)
class Block:
    """A header of `table` and the rows under it, up to `end_row`, in all columns or its own."""

    table: Table
    header: Header
    end_row: int


def blocks_below(
    tab: Tab, table: Table, schema: Schema, header: Header, columns: Mapping[str, int]
) -> list[Block]:
    """Return the blocks that stand above or below the rows of `header`, from top to bottom.

    `columns` are those of `header`; where its labels are repeated over the same columns the table
    just goes on, and that is no block.
    """
    found: list[tuple[Table, Header]] = []
    current, elsewhere = columns, False
    end = 0
    for row in _promising(tab, schema, table.book, header):
        one = _header_at(tab, row, table, schema, current) if row >= end else None
        if one is None:
            continue
        named, lower = one
        if named is table:
            places = {each.name: column for column, each in lower.fields(table).items()}
            again = places.items() <= current.items() and not elsewhere
            if again or row < header.row:
                continue
            current = places
        found.append(one)
        elsewhere, end = named is not table, lower.end_row
    return list(_ended(tab, found, header))


def blocks_beside(
    tab: Tab, table: Table, schema: Schema, header: Header, columns: Mapping[str, int]
) -> list[Block]:
    """Return the blocks of other tables that begin next to the rows of `header`."""
    inside = _span(tab, columns)
    outside = set(range(max(map(len, tab.rows), default=0))).difference(inside)
    found = []
    end = header.end_row
    for row in _promising(tab, schema, table.book, header) if outside else ():
        if row < end:
            continue
        # Of two equals the header of one row, which is yielded first.
        one = max(headers_at(tab, row, outside), key=_known(schema, table))
        other = other_table(one, table, schema)
        if other:
            found.append(Block(other, one, _last_row(tab, one)))
            end = one.end_row
    return found


def foreign_blocks(tab: Tab, table: Table, schema: Schema, header: Header) -> list[Block]:
    """Return the parts of a header, set apart by a column without label, of other tables."""
    runs = [header.only(run) for run in _runs(sorted(header.captions))]
    own = max(runs, key=lambda run: run.count(table), default=None)
    blocks = []
    for run in runs:
        other = other_table(run, table, schema) if run is not own else None
        if other:
            blocks.append(Block(other, run, _last_row(tab, run)))
    return blocks


def other_table(header: Header, table: Table, schema: Schema) -> Table | None:
    """Return the other table that names more of the columns than `table` does, None for none."""
    others = [each for each in _inputs(schema, table.book) if each.name != table.name]
    best = max(others, key=header.count, default=None)
    better = best and header.count(best) > header.count(table) and _is_header_of(best, header)
    return best if better else None


def _runs(columns: Iterable[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for column in columns:
        if run and column != run[-1] + 1:
            yield run
            run = []
        run.append(column)
    yield run


def _span(tab: Tab, columns: Mapping[str, int]) -> range:
    """Return the columns from the first to the last of a table; all of the tab for none."""
    places = columns.values() or (0, max(map(len, tab.rows), default=0))
    return range(min(places), max(places) + 1)


def _promising(tab: Tab, schema: Schema, book: Book, header: Header) -> Iterator[int]:
    """Yield the rows that may hold a header: three words, two of them labels as they are written.

    This looks at every cell of every workbook, so it does not look closely; a lone «Người dân» is
    an answer.
    """
    own = {_written(each.text) for each in header.captions.values()}
    labels = _written_labels(schema, book) | own
    for row, cells in enumerate(tab.rows):
        words = [_written(cell) for cell in cells if isinstance(cell, str) and cell]
        known = len(words) >= _FEWEST_LABELS and sum(word in labels for word in words)
        if known >= _FEWEST_WRITTEN and not header.row <= row < header.end_row:
            yield row


def _written(text: str) -> str:
    return text.strip().casefold()


@lru_cache(maxsize=8)
def _written_labels(schema: Schema, book: Book) -> frozenset[str]:
    return frozenset(
        unicodedata.normalize(form, _written(label))
        for table in _inputs(schema, book)
        for each in table.fields
        for label in (each.title, *each.aliases)
        for form in ("NFC", "NFD")
    )


@lru_cache(maxsize=8)
def _inputs(schema: Schema, book: Book) -> tuple[Table, ...]:
    return tuple(each for each in schema.book(book) if each.kind is TableKind.INPUT)


def _known(schema: Schema, table: Table) -> Callable[[Header], int]:
    """Return how many columns a header names for the one table that knows most of them."""
    inputs = _inputs(schema, table.book)
    return lambda header: max(map(header.count, inputs))


def _header_at(
    tab: Tab, row: int, table: Table, schema: Schema, columns: Mapping[str, int]
) -> tuple[Table, Header] | None:
    """Return the header in a row and whose it is, if it stands in the way of the table's rows."""
    inside = _span(tab, columns)
    for header in sorted(headers_at(tab, row), key=_known(schema, table), reverse=True):
        here = header.only(inside)
        other = other_table(here, table, schema)
        if other:
            return other, header
        # Beside labels that stand outside there may be a row of data inside.
        if _is_header_of(table, header) and 2 * here.count(table) >= _filled(tab, row, inside):
            return table, header
    return None


def _filled(tab: Tab, row: int, columns: Iterable[int]) -> int:
    return sum(tab.holds(row, (column,)) for column in columns)


def _is_header_of(table: Table, header: Header) -> bool:
    count = header.count(table)
    return count >= _FEWEST_LABELS and 2 * count >= len(header.captions)


def _ended(tab: Tab, found: Collection[tuple[Table, Header]], main: Header) -> Iterator[Block]:
    starts = sorted([*(header.row for _, header in found), main.row, len(tab.rows)])
    for table, header in found:
        yield Block(table, header, next(row for row in starts if row > header.row))


def _last_row(tab: Tab, header: Header) -> int:
    rows = range(header.end_row, len(tab.rows))
    return max((row + 1 for row in rows if tab.holds(row, header.captions)), default=header.end_row)
