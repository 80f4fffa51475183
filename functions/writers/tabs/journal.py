"""«Nhật ký»: one row for each night that changed something, the latest on top."""

from __future__ import annotations

from functions.domain.findings import total
from functions.domain.night import Night, Part
from functions.writers.tabs.base import Row
from sheets_schema.model import Schema

TABLE = "journal"
PART: Part = "summarize"
KEPT = 400
"""Nights that the tab remembers, tonight among them."""


def row(schema: Schema, night: Night, workbooks_written: int) -> Row:
    """Return the row of one night."""
    rows = total(night.rows.values())
    units = night.summary.units
    whole = night.summary.whole
    stale = [each.name for each in units if each.reading.stale]
    remark = schema.text("summary.stale", units=", ".join(stale)) if stale else None
    return {
        "ran_at": f"{night.ran_at:%H:%M %d/%m/%Y}",
        "run_id": night.run_id,
        "units_read": len(units) - len(stale),
        "units_stale": len(stale),
        "rows_read": rows.read,
        "rows_accepted": rows.accepted,
        "rows_set_aside": rows.set_aside,
        "errors": whole.errors,
        "warnings": whole.warnings,
        "needs_met": whole.needs_met,
        "needs_unmet": whole.needs_unmet,
        "workbooks_written": workbooks_written,
        "remark": remark,
    }
