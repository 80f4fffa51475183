"""What the robot has to say about what people typed: data first, words later.

A finding names a code of the catalogue (`sheets_schema/findings.yaml`), the place, the value as it
stands there and the words that the catalogue's sentences need. They are collected, never raised.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is. `unit` is the workbook's unit code; rows and columns count from zero.

    A finding about a whole tab has no row, one about a whole workbook has no table.
    """

    unit: str
    table: str = ""
    row_id: str = ""
    field: str = ""
    sheet_id: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem. `value` is the cell as typed; it is shown to its own unit and never logged."""

    code: str
    place: Place
    value: str = field(default="", repr=False)
    data: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes two findings of different nights the same one."""
        return (self.place.table, self.place.row_id, self.place.field, self.code)


@dataclass(frozen=True, slots=True)
class RowCount:
    """What became of the rows of one table of one workbook: `read` = `accepted` + `set_aside`."""

    read: int = 0
    accepted: int = 0

    @property
    def set_aside(self) -> int:
        """How many rows an error keeps out."""
        return self.read - self.accepted

    def __add__(self, other: RowCount) -> RowCount:
        return RowCount(self.read + other.read, self.accepted + other.accepted)


@dataclass(frozen=True, slots=True)
class History:
    """Since when each finding has been open, as yesterday's tab remembers it."""

    since: Mapping[tuple[str, str, str], date] = field(default_factory=dict)

    def first_seen(self, row_id: str, column: str, code: str, today: date) -> date:
        """Return the first night of a finding; `today` for a new one."""
        return self.since.get((row_id, column, code), today)


def total(counts: Iterable[RowCount]) -> RowCount:
    """Add row counts up."""
    result = RowCount()
    for count in counts:
        result = result + count
    return result
