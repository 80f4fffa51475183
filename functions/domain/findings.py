"""What the robot has to say about what people typed: data first, words later.

A finding names a code of the catalogue (`sheets_schema/findings.yaml`), the place, the value as it
stands there and the words that the catalogue's sentences need. They are collected, never raised.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


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
    """One problem. `value` is the cell as typed; it is shown to its own unit and never logged.

    `subject` says what the problem is about where the value alone does not: the id of the other row
    of a pair.
    """

    code: str
    place: Place
    value: str = field(default="", repr=False)
    data: Mapping[str, str] = field(default_factory=dict, repr=False)
    subject: str = ""


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
class Tally:
    """What every row of one tab was taken for; rows count from zero.

    `set_aside` are the rows that an error keeps out, `others` those that hold no data, by kind.
    """

    count: RowCount
    set_aside: tuple[int, ...] = ()
    others: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def total(counts: Iterable[RowCount]) -> RowCount:
    """Add row counts up."""
    result = RowCount()
    for count in counts:
        result = result + count
    return result
