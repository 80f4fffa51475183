"""The parts of a report's figure may not exceed it, and all three together equal it."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.tables.converters.base import show_number
from functions.tables.frames import Tables, rows_of

CODES = ("parts_do_not_add_up", "part_exceeds_total")
_PARTS = ("youth", "citizens", "officials")


def find(tables: Tables) -> Iterator[Finding]:
    """Yield reports whose parts do not fit their total."""
    for row in rows_of(tables.frame("reports")):
        total = row["beneficiaries"]
        given = {name: row[name] for name in _PARTS if isinstance(row[name], int)}
        if not isinstance(total, int) or not given:
            continue
        parts = sum(int(str(value)) for value in given.values())
        if len(given) == len(_PARTS) and parts != total:
            place = tables.place("reports", row, "beneficiaries")
            data = {"parts": show_number(parts), "total": show_number(total)}
            yield Finding("parts_do_not_add_up", place, show_number(total), data)
            continue
        for name, value in given.items():
            if isinstance(value, int) and value > total:
                place = tables.place("reports", row, name)
                data = {"part": tables.title("reports", name), "total": show_number(total)}
                yield Finding("part_exceeds_total", place, show_number(value), data)
