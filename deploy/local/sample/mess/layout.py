"""Rows that are no entries: blank ones, sums, and a report that was sent twice."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from deploy.local.sample.model import Cell, Row

T = TypeVar("T")

# Position of the blank row that someone left, by workbook and tab.
GAPS: Mapping[tuple[str, str], int] = {
    ("705", "needs"): 6,
    ("710", "needs"): 4,
    ("709", "resources"): 3,
}
# Where a sum stands below the last row: the column with the word, the column with the figure.
SUMS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("707", "needs"): ("commune", "expected_beneficiaries"),
    ("706", "reports"): ("team", "beneficiaries"),
}
REPEATED = ("710", "reports")


def with_gap(book: str, table: str, entries: Sequence[T]) -> list[T | None]:
    """Return the entries of a tab with None where its blank row is."""
    spread: list[T | None] = list(entries)
    gap = GAPS.get((book, table))
    if gap is not None:
        spread.insert(gap, None)
    return spread


def with_tail(book: str, table: str, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows of a tab with its sum, or its repeated last row, at the end."""
    if (book, table) == REPEATED:
        return (*rows, rows[-1])
    if (book, table) not in SUMS:
        return tuple(rows)
    word, figure = SUMS[book, table]
    total: dict[str, Cell] = {word: "Cộng:", figure: sum(int(row[figure]) for row in rows if row)}
    return (*rows, total)
