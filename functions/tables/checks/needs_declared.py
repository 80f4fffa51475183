"""A unit without needs or resources says so: silence may also mean that nobody has looked yet."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding, Place
from functions.domain.records import PROVINCE
from functions.tables.frames import Tables

CODES = ("none_but_rows", "not_answered")
_ASKED = ("needs", "resources")


def find(tables: Tables) -> Iterator[Finding]:
    """Yield declarations that rows contradict, and tabs with neither a row nor a declaration.

    Rows count as soon as they were typed, accepted or not.
    """
    for (unit, table), located in tables.located.items():
        if table not in _ASKED or unit == PROVINCE:
            continue
        typed, declared = tables.read[unit, table], tables.declared.get((unit, table))
        data = {"tab": next(each.title for each in tables.schema.tables if each.name == table)}
        if typed and declared is not None:
            first = min(located.columns_at(declared).values())
            place = Place(unit, table, "", "", located.tab.sheet_id, declared, first)
            yield Finding("none_but_rows", place, "", data | {"count": str(typed)})
        elif not typed and declared is None:
            yield Finding("not_answered", Place(unit, table), "", data)
