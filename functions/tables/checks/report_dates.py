"""A report is written after its activity, and not about the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from functions.domain.findings import Finding
from functions.domain.records import Window
from functions.tables.converters.base import show_date
from functions.tables.frames import Tables

CODES = ("report_in_future", "report_before_activity")


def find(tables: Tables) -> Iterator[Finding]:
    """Yield reports on activities that have not ended, and reports dated before their activity."""
    for row in tables.rows("reports"):
        window, written = row["date_range"], row["report_date"]
        if not isinstance(window, Window) or not isinstance(written, date):
            continue
        if window.last > tables.today:
            place = tables.place("reports", row, "date_range")
            shown = show_date(window.last)
            yield Finding("report_in_future", place, shown, {"read_as": shown})
        elif written < window.last:
            place = tables.place("reports", row, "report_date")
            shown = show_date(written)
            data = {"read_as": shown, "end": show_date(window.last)}
            yield Finding("report_before_activity", place, shown, data)
