"""The parts of a report's figure may not exceed it, and all three together equal it."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.tables.build import FIGURES
from functions.tables.converters.base import show_number
from functions.tables.frames import Row, Tables

CODES = (
    "parts_do_not_add_up",
    "parts_exceed_total",
    "part_exceeds_total",
    "figure_exceeds_total",
)
_PARTS = ("youth", "citizens", "officials")
_OTHERS = tuple(name for name in FIGURES if name not in _PARTS)
"""What people were helped with: one person may count in several of these."""


def find(tables: Tables) -> Iterator[Finding]:
    """Yield reports whose parts do not fit their total, or that helped with more than they say."""
    for row in tables.rows("reports"):
        if row["beneficiaries"] is not None:
            yield from _parts(tables, row)
            yield from _too_large(tables, row, _OTHERS, "figure_exceeds_total")


def _parts(tables: Tables, row: Row) -> Iterator[Finding]:
    total, given = row["beneficiaries"], [row[name] for name in _PARTS if row[name] is not None]
    parts = sum(given)
    place = tables.place("reports", row, "beneficiaries")
    data = {"parts": show_number(parts), "total": show_number(total)}
    if len(given) == len(_PARTS) and parts != total:
        yield Finding("parts_do_not_add_up", place, show_number(total), data)
    elif given and max(given) <= total < parts:
        yield Finding("parts_exceed_total", place, show_number(total), data)
    else:
        yield from _too_large(tables, row, _PARTS, "part_exceeds_total")


def _too_large(tables: Tables, row: Row, names: tuple[str, ...], code: str) -> Iterator[Finding]:
    total = row["beneficiaries"]
    for name in names:
        if row[name] is not None and row[name] > total:
            data = {"part": tables.title("reports", name), "total": show_number(total)}
            yield Finding(code, tables.place("reports", row, name), show_number(row[name]), data)
