"""Each target that counts people, and how much of it has been reached."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.night import Night
from functions.domain.summarise import INDICATOR_MEASURE
from functions.writers.page import Styled
from functions.writers.tabs.summary.grid import ALL, Line, bar, figure_headers, header
from functions.writers.words import show_day
from sheets_schema.model import Schema

_NAME_SPAN = 9
_FIGURES = ("beneficiaries", "target", "rate", "bar", "deadline")


def lines(schema: Schema, night: Night) -> Iterator[Line]:
    """Yield a line per indicator of the province."""
    if not night.summary.indicators:
        measure = schema.lists["indicator_measure"].label(INDICATOR_MEASURE)
        tab = schema.table("province", "targets").title
        yield [Styled(schema.text("summary.no_targets", measure=measure, tab=tab), "stamp", ALL)]
        return
    yield [
        header(schema, "summary.indicator"),
        header(schema, "summary.indicator_name", _NAME_SPAN),
        *figure_headers(schema, (f"summary.{name}" for name in _FIGURES)),
    ]
    for each in night.summary.indicators:
        yield [
            Styled(each.code, "strong"),
            Styled(each.name, "text", _NAME_SPAN),
            Styled(each.actual, "strong_whole"),
            Styled(each.target, "strong_whole"),
            Styled(each.rate, "strong_percent"),
            bar(each.rate),
            Styled(show_day(each.deadline) if each.deadline else None, "centred"),
        ]
