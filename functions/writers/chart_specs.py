"""What each chart of «Tổng hợp» draws, as the API's `ChartSpec`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from functions.domain.summarise import Summary
from functions.writers import style
from functions.writers.layout.ranges import grid_range
from functions.writers.tabs import figures
from functions.writers.tabs.base import INFO_ROWS
from sheets_schema.model import Schema

MOST_UNITS = 30
"""Bars that can be told apart: the units that have reached the least of their target."""

_TITLE = {"bold": True, "fontSize": 12}


@dataclass(frozen=True, slots=True)
class Feed:
    """The tab «Số liệu biểu đồ»: its id, and how many rows of data each of its tables has."""

    sheet_id: int
    units: int
    weeks: int
    topics: int


def feed_of(summary: Summary, sheet_id: int) -> Feed:
    """Return what the charts draw on a night whose figures stand in the tab `sheet_id`."""
    return Feed(sheet_id, len(summary.units), len(summary.weeks), len(summary.demanded))


@dataclass(frozen=True, slots=True)
class _Table:
    """One of the tables of the feed: the cells of a column are its header and its data.

    A table without data keeps one empty row, since a chart of a header alone is refused.
    """

    schema: Schema
    feed: Feed
    rows: int

    def column(self, name: str) -> dict[str, object]:
        """Return a column as the API's `ChartData`."""
        at = self.schema.table("province", figures.TABLE).column(name)
        end = INFO_ROWS + 1 + max(1, self.rows)
        where = grid_range(self.feed.sheet_id, rows=(INFO_ROWS, end), columns=(at, at + 1))
        return {"sourceRange": {"sources": [where]}}

    def series(self, name: str, colour: str, axis: str, **more: str) -> dict[str, object]:
        """Return a column as the API's `BasicChartSeries`."""
        return {
            "series": self.column(name),
            "targetAxis": axis,
            "colorStyle": style.colour(colour),
            **more,
        }


def progress(schema: Schema, feed: Feed) -> dict[str, object]:
    """Return the chart of people reached and targets per unit."""
    table = _Table(schema, feed, min(feed.units, MOST_UNITS))
    return _spec(
        schema.text("charts.progress"),
        chartType="BAR",
        axis=[_axis("BOTTOM_AXIS", schema.text("charts.progress_axis"))],
        domains=[{"domain": table.column("unit")}],
        series=[
            table.series("beneficiaries", style.CHART_MAIN, "BOTTOM_AXIS"),
            table.series("target", style.CHART_MUTED, "BOTTOM_AXIS"),
        ],
    )


def weekly(schema: Schema, feed: Feed) -> dict[str, object]:
    """Return the chart of people reached per week as columns, and of their sum as a line."""
    table = _Table(schema, feed, feed.weeks)
    return _spec(
        schema.text("charts.weekly"),
        chartType="COMBO",
        axis=[
            _axis("BOTTOM_AXIS", schema.text("charts.week_axis")),
            _axis("LEFT_AXIS", schema.text("charts.weekly_axis")),
            _axis("RIGHT_AXIS", schema.text("charts.running_axis")),
        ],
        domains=[{"domain": table.column("week")}],
        series=[
            table.series("week_beneficiaries", style.CHART_MAIN, "LEFT_AXIS", type="COLUMN"),
            table.series("running", style.CHART_GOOD, "RIGHT_AXIS", type="LINE"),
        ],
    )


def topics(schema: Schema, feed: Feed) -> dict[str, object]:
    """Return the chart of needs per topic, parted into those with a team and those without."""
    table = _Table(schema, feed, feed.topics)
    return _spec(
        schema.text("charts.topics"),
        chartType="BAR",
        stackedType="STACKED",
        axis=[_axis("BOTTOM_AXIS", schema.text("charts.topics_axis"))],
        domains=[{"domain": table.column("topic")}],
        series=[
            table.series("needs_met", style.CHART_GOOD, "BOTTOM_AXIS"),
            table.series("needs_unmet", style.CHART_BAD, "BOTTOM_AXIS"),
        ],
    )


def _spec(title: str, **basic: object) -> dict[str, object]:
    chart: Mapping[str, object] = {**basic, "legendPosition": "TOP_LEGEND", "headerCount": 1}
    return {"title": title, "titleTextFormat": _TITLE, "basicChart": chart}


def _axis(position: str, title: str) -> dict[str, object]:
    return {"position": position, "title": title}
