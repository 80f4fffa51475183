"""Two rows of one tab with the same id: the upper one keeps it."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.tables.frames import Tables, rows_of

CODES = ("duplicate_id",)


def find(tables: Tables) -> Iterator[Finding]:
    """Yield every row whose id stands further up in the same tab."""
    for name, frame in tables.frames.items():
        first: dict[tuple[object, object], int] = {}
        for row in rows_of(frame):
            key = (row["owner"], row["row_id"])
            if row["row_id"] and key in first:
                data = {"other_row": str(first[key] + 1)}
                yield Finding("duplicate_id", tables.place(name, row), str(row["row_id"]), data)
            else:
                first[key] = int(str(row["row"]))
