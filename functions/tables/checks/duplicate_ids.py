"""Two rows with the same id: the upper one keeps it, or the one in its own unit's workbook."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.tables.frames import Row, Tables
from sheets_schema.model import Schema

CODES = ("duplicate_id",)


def find(tables: Tables) -> Iterator[Finding]:
    """Yield every row whose id another row holds already, rows with other errors included.

    A row that was copied from another unit's workbook brings that unit's id along.
    """
    for name in tables.frames:
        prefix = _prefix(tables.schema, name)
        first: dict[str, tuple[str, int]] = {}

        def is_foreign(row: Row, prefix: str = prefix) -> bool:
            return not str(row["row_id"]).startswith(f"{prefix}-{row['owner']}-")

        for row in sorted(tables.rows(name), key=is_foreign):
            row_id, owner, index = str(row["row_id"]), str(row["owner"]), int(str(row["row"]))
            if not row_id:
                continue
            holder, other = first.setdefault(row_id, (owner, index))
            if (holder, other) != (owner, index):
                where = f"{other + 1}" if holder == owner else f"{other + 1} ({holder})"
                yield Finding("duplicate_id", tables.place(name, row), row_id, {"other_row": where})


def _prefix(schema: Schema, name: str) -> str:
    return next(each.prefix for each in schema.tables if each.name == name)
