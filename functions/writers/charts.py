"""The charts of «Tổng hợp»: made once, then kept on the data and in their place.

A reader may give a chart another title, other colours or another size; what it draws and where it
stands is the robot's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from functions.domain.look import Json, Look
from functions.ports import Request
from functions.writers import chart_specs
from functions.writers.chart_specs import Feed
from functions.writers.tabs import summary
from sheets_schema.model import Schema

_GAP = 10
_ROW = 21
"""Pixels between two charts, and of a row that nobody made taller."""

_ENDS = ("sheetId", "startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex")


@dataclass(frozen=True, slots=True)
class _Chart:
    """One chart by its fixed id, over the columns of the page from `first` to before `end`."""

    id: int
    spec: Callable[[Schema, Feed], dict[str, object]]
    first: int
    end: int


CHARTS = (
    _Chart(701, chart_specs.progress, 0, 5),
    _Chart(702, chart_specs.weekly, 5, 11),
    _Chart(703, chart_specs.topics, 11, len(summary.WIDTHS)),
)


def chart_requests(
    schema: Schema, summary_sheet: int, at_row: int, feed: Feed, have: Look
) -> list[Request]:
    """Return what makes the charts stand at the zero-based row `at_row` and draw `feed`.

    `have` tells which charts there are. One that stands on another tab belongs in `have.charts`
    too, without a row: its id is taken in the whole workbook, and it is brought back.
    """
    requests: list[Request] = []
    for chart in CHARTS:
        wanted, there = chart.spec(schema, feed), have.charts.get(chart.id)
        if there is None:
            requests.append(_add(chart, wanted, summary_sheet, at_row))
            continue
        if _sources(there) != _sources(wanted):
            spec = _redrawn(there, wanted)
            requests.append({"updateChartSpec": {"chartId": chart.id, "spec": spec}})
        if have.chart_rows.get(chart.id) != at_row:
            requests.append(_move(chart, summary_sheet, at_row))
    return requests


def _add(chart: _Chart, spec: Json, sheet_id: int, row: int) -> Request:
    overlay = {
        **_place(chart, sheet_id, row),
        "widthPixels": sum(summary.WIDTHS[chart.first : chart.end]) - 2 * _GAP,
        "heightPixels": summary.CHART_ROWS * _ROW - 2 * _GAP,
    }
    made = {"chartId": chart.id, "spec": spec, "position": {"overlayPosition": overlay}}
    return {"addChart": {"chart": made}}


def _move(chart: _Chart, sheet_id: int, row: int) -> Request:
    place = _place(chart, sheet_id, row)
    return {
        "updateEmbeddedObjectPosition": {
            "objectId": chart.id,
            "newPosition": {"overlayPosition": place},
            "fields": ",".join(place),
        }
    }


def _place(chart: _Chart, sheet_id: int, row: int) -> dict[str, object]:
    return {
        "anchorCell": {"sheetId": sheet_id, "rowIndex": row, "columnIndex": chart.first},
        "offsetXPixels": _GAP,
        "offsetYPixels": _GAP,
    }


def _data(spec: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the domains and series of a chart in their order as the API's `ChartData`."""
    basic = spec.get("basicChart", {})
    return [
        each.get(kind, {})
        for kinds, kind in (("domains", "domain"), ("series", "series"))
        for each in basic.get(kinds, ())
    ]


def _sources(spec: Mapping[str, Any]) -> list[list[tuple[int, ...]]]:
    """Return the cells that a chart draws; Google leaves zeros out of what it answers."""
    return [
        [
            tuple(source.get(end, 0) for end in _ENDS)
            for source in data.get("sourceRange", {}).get("sources", ())
        ]
        for data in _data(spec)
    ]


def _redrawn(there: Mapping[str, Any], wanted: Mapping[str, Any]) -> Json:
    """Return the chart as it is, but drawing what is wanted.

    A chart that has lost a domain or series, or was turned into one of another kind, is made anew:
    nobody could say which of its parts is to draw what.
    """
    if len(_data(there)) != len(_data(wanted)):
        return wanted
    basic, ours = there["basicChart"], wanted["basicChart"]
    parts = {
        kinds: _with_sources(basic[kinds], ours[kinds], kind)
        for kinds, kind in (("domains", "domain"), ("series", "series"))
    }
    return {**there, "basicChart": {**basic, **parts}}


def _with_sources(
    there: Sequence[Mapping[str, Any]], wanted: Sequence[Mapping[str, Any]], kind: str
) -> list[Json]:
    return [
        {**old, kind: {**old[kind], **new[kind]}} for old, new in zip(there, wanted, strict=True)
    ]
