"""An id that refers to another row must be the id of a row that was accepted."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.tables.frames import Tables
from sheets_schema.model import Field, Table

CODES = ("unknown_reference", "unknown_member")
# Tables that others refer to come first, so that a row set aside here is missed by the next.
_ORDER = ("teams", "trainings", "reports", "visits")


def find(tables: Tables) -> Iterator[Finding]:
    """Yield references to rows that do not exist or were set aside.

    One such id among several is a warning, the only one or all of them an error.
    """
    for name in _ORDER:
        if name not in tables.frames:
            continue
        table = next(each for each in tables.schema.tables if each.name == name)
        found = [
            finding
            for field in table.fields
            if field.kind == "ref"
            for finding in _of_field(tables, table, field)
        ]
        yield from found
        tables = tables.set_aside(found)


def _of_field(tables: Tables, table: Table, field: Field) -> Iterator[Finding]:
    known = {
        str(row_id)
        for name in field.refers_to
        if name in tables.frames
        for row_id in tables.frame(name)["row_id"]
    }
    tabs = ", ".join(_title(tables, name) for name in field.refers_to)
    for row in tables.rows(table.name):
        value = row[field.name]
        ids = value if isinstance(value, tuple) else (value,) if value else ()
        missing = [each for each in ids if each not in known]
        place = tables.place(table.name, row, field.name)
        if missing and len(missing) == len(ids) and (field.required or not field.many):
            shown = "; ".join(missing)
            yield Finding("unknown_reference", place, shown, {"tabs": tabs})
        elif missing:
            shown = "; ".join(missing)
            yield Finding("unknown_member", place, shown, {"tabs": tabs})


def _title(tables: Tables, name: str) -> str:
    return next(each.title for each in tables.schema.tables if each.name == name)
