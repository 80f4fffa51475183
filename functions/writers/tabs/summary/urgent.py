"""What has to be done first. The rest stands in «Đôn đốc»."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.night import Night
from functions.domain.summarise import Matter
from functions.writers.page import Styled
from functions.writers.tabs.chasing import detail
from functions.writers.tabs.summary.grid import ALL, Line, header
from sheets_schema.model import Schema

MOST = 15
"""Matters that the page shows."""

_MATTER_SPAN = 4
_DETAIL_SPAN = ALL - 3 - _MATTER_SPAN
_MATTERS = {
    Matter.UNREADABLE: "unreadable",
    Matter.NOT_REGISTERED: "not_registered",
    Matter.MISSING_REPORTS: "no_reports",
    Matter.SET_ASIDE: "errors_to_fix",
    Matter.UNTRAINED: "untrained",
}
_HARD = (Matter.UNREADABLE, Matter.NOT_REGISTERED)


def lines(schema: Schema, night: Night) -> Iterator[Line]:
    """Yield one line per matter and unit, the most urgent first."""
    reminders = night.summary.reminders
    if not reminders:
        yield [Styled(schema.text("summary.urgent_none"), "good", ALL)]
        return
    yield [
        header(schema, "summary.unit"),
        header(schema, "summary.block"),
        header(schema, "summary.matter", _MATTER_SPAN),
        Styled(schema.text("summary.count"), "header_figure"),
        header(schema, "summary.detail", _DETAIL_SPAN),
    ]
    for each in reminders[:MOST]:
        style = "bad" if each.matter in _HARD else "warn"
        yield [
            Styled(each.unit.name, "strong"),
            Styled(each.unit.block),
            Styled(schema.text(f"summary.{_MATTERS[each.matter]}"), style, _MATTER_SPAN),
            Styled(each.count, "whole"),
            Styled(detail(schema, night, each), "text", _DETAIL_SPAN),
        ]
    more = len(reminders) - MOST
    if more > 0:
        tab = schema.table("province", "chasing").title
        words = schema.text("summary.urgent_more", count=more, tab=tab)
        yield [Styled(words, "stamp", ALL)]
