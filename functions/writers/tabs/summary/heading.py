"""What the page is, of which night, and whose data are older than that."""

from __future__ import annotations

from functions.domain.night import Night
from functions.writers.page import Styled
from functions.writers.tabs.summary.grid import ALL, Line, age
from functions.writers.words import show_day
from sheets_schema.model import Schema

STAMP_ROW = 1
"""The row that differs every night without news."""


def lines(schema: Schema, night: Night) -> list[Line]:
    """Return the first lines of the page."""
    campaign = night.campaign.settings.campaign_name
    ran_at, as_of = f"{night.ran_at:%H:%M %d/%m/%Y}", show_day(night.today)
    return [
        [Styled(schema.text("summary.heading", campaign=campaign), "title", ALL)],
        [Styled(schema.text("summary.stamp", ran_at=ran_at, as_of=as_of), "stamp", ALL)],
        [_freshness(schema, night)],
    ]


def _freshness(schema: Schema, night: Night) -> Styled:
    units = night.summary.units
    stale = [each for each in units if each.reading.stale]
    if not stale:
        return Styled(schema.text("summary.all_fresh", count=len(units)), "stamp", ALL)
    names = [
        schema.text("summary.stale_unit", unit=each.name, age=age(schema, each)) for each in stale
    ]
    return Styled(schema.text("summary.stale", units=", ".join(names)), "alert", ALL)
