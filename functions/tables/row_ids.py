"""The ids of rows: the number in one, and new ones for rows that have none."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from functions.tables.row_kinds import RowKind
from functions.tables.rows import RawRow
from sheets_schema.model import Table

_MOST_DIGITS = 6


def row_number(row_id: str) -> int | None:
    """Return the number at the end of a row id, None when it has none.

    What has more than six digits is no number of a row but, for one, a phone number.
    """
    digits = row_id.rpartition("-")[2]
    return int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else None


def new_ids_of(table: Table, unit: str, rows: Iterable[RawRow], highest: int = 0) -> dict[int, str]:
    """Number the data rows that have no id, above every number in use so that none is re-used.

    `highest` is the highest number that the tab ever gave, also to rows that are gone.
    """
    if not table.prefix:
        return {}
    rows = list(rows)
    numbers = count(max([highest, *(row_number(row.row_id) or 0 for row in rows)]) + 1)
    return {
        row.index: table.row_id(unit, next(numbers))
        for row in rows
        if row.kind is RowKind.DATA and not row.row_id
    }
