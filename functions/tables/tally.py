"""What every row of every tab was taken for, so that the sum of the rows can be checked by hand."""

from __future__ import annotations

from collections.abc import Iterable

from functions.domain.findings import RowCount, Tally
from functions.tables.frames import Tables
from functions.tables.row_kinds import RowKind
from functions.tables.typed import TableReading


def tally(readings: Iterable[TableReading], accepted: Tables) -> dict[tuple[str, str], Tally]:
    """Return the tally of each tab that could be read, by unit and table.

    `accepted` holds the rows that no error keeps out.
    """
    kept = {
        (owner, name, row)
        for name, frame in accepted.frames.items()
        for owner, row in frame[["owner", "row"]].itertuples(index=False, name=None)
    }
    found = {}
    for reading in readings:
        if reading.located:
            unit, name = reading.source.unit, reading.table.name
            rows = [row.index for row in reading.rows]
            aside = tuple(row for row in rows if (unit, name, row) not in kept)
            found[unit, name] = Tally(
                RowCount(len(rows), len(rows) - len(aside)), aside, _others(reading)
            )
    return found


def _others(reading: TableReading) -> dict[str, tuple[int, ...]]:
    """Return the rows that hold no data, by kind, in the order in which the kinds are listed."""
    rows: dict[str, tuple[int, ...]] = {}
    for kind in RowKind:
        mine = tuple(sorted(row for row, each in reading.kinds.items() if each is kind))
        if mine and kind not in (RowKind.DATA, RowKind.BLANK):
            rows[kind.value] = mine
    return rows
