"""One volunteer in two rows, of one unit or of two, would be sent to two places."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.tables.frames import Row, Tables
from functions.tables.persons import persons_of
from functions.tables.words import plain

CODES = ("same_person", "shared_phone")


def find(tables: Tables) -> Iterator[Finding]:
    """Yield volunteers whom another row holds too, and phone numbers under two names.

    The other row is named by its id and its unit alone: what stands in it belongs to that unit.
    """
    rows = tables.rows("volunteers")
    persons = persons_of(rows)
    by_person: dict[str, list[Row]] = {}
    by_phone: dict[str, list[Row]] = {}
    for row in rows:
        by_person.setdefault(persons[row["row_id"]], []).append(row)
        by_phone.setdefault(str(row["phone"]), []).append(row)
    for same in by_person.values():
        for row in same if len(same) > 1 else ():
            other = same[1] if row is same[0] else same[0]
            place, data = tables.place("volunteers", row, "full_name"), _other(tables, other)
            shown = str(row["full_name"])
            yield Finding("same_person", place, shown, data, subject=data["other"])
    for same in by_phone.values():
        first = same[0]
        second = next((each for each in same if _name(each) != _name(first)), None)
        for row in same if second else ():
            other = first if _name(row) != _name(first) else second or first
            place, data = tables.place("volunteers", row, "phone"), _other(tables, other)
            yield Finding("shared_phone", place, "", data, subject=data["other"])


def _name(row: Row) -> str:
    return plain(str(row["full_name"]))


def _other(tables: Tables, row: Row) -> dict[str, str]:
    return {"other": str(row["row_id"]), "unit": tables.unit_name(str(row["owner"]))}
