"""The whole page: its sections in their order."""

from __future__ import annotations

from functions.domain.night import Night, Part
from functions.writers.page import Page
from functions.writers.tabs.summary import (
    blocks,
    coverage,
    heading,
    indicators,
    quality,
    totals,
    units,
    urgent,
)
from functions.writers.tabs.summary.grid import WIDTHS, Line, section
from sheets_schema.model import Schema

TABLE = "summary"
PART: Part = "summarize"
CHART_ROWS = 17
"""Empty rows over which the charts lie."""


def page(schema: Schema, night: Night) -> Page:
    """Return the summary page of the province."""
    above: list[Line] = [
        *heading.lines(schema, night),
        [],
        section(schema, "summary.urgent"),
        *urgent.lines(schema, night),
        [],
        section(schema, "summary.by_block"),
        *blocks.lines(schema, night),
        [],
        section(schema, "summary.indicators"),
        *indicators.lines(schema, night),
        [],
        section(schema, "summary.totals"),
        *totals.lines(schema, night),
        [],
        section(schema, "summary.charts"),
    ]
    below: list[Line] = [
        [],
        section(schema, "summary.by_unit"),
        *units.lines(schema, night),
        [],
        section(schema, coverage.title(night)),
        *coverage.lines(schema, night),
        [],
        section(schema, "summary.quality"),
        *quality.lines(schema, night),
    ]
    rows = [*above, *([] for _ in range(CHART_ROWS)), *below]
    return Page(rows, WIDTHS, frozenset({heading.STAMP_ROW}), chart_row=len(above))
