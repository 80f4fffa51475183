"""The table of the units: registration, figures, how much of the target, how fresh."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.night import Night
from functions.domain.summarise import UnitProgress
from functions.writers.page import Styled
from functions.writers.tabs.summary.grid import (
    Line,
    age,
    bar,
    figure_headers,
    flagged,
    header,
    late_flag,
    no_units,
)
from sheets_schema.model import Schema

_FIGURES = (
    "needs", "needs_met", "needs_unmet", "volunteers", "teams", "teams_trained", "reports",
    "beneficiaries", "target", "rate", "bar", "set_aside", "warnings",
)  # fmt: skip


def lines(schema: Schema, night: Night) -> Iterator[Line]:
    """Yield a line per unit and the campaign's."""
    if not night.summary.units:
        yield no_units(schema)
        return
    yield [
        header(schema, "summary.unit"),
        header(schema, "summary.block"),
        header(schema, "summary.registration"),
        *figure_headers(schema, (f"summary.{name}" for name in _FIGURES)),
        header(schema, "summary.data_from"),
    ]
    late = late_flag(night)
    for each in night.summary.units:
        yield [
            Styled(each.name, "strong"),
            Styled(each.block),
            _registration(schema, each, late),
            *_figures(each, ""),
            flagged(each.rows.set_aside, "bad"),
            flagged(each.warnings, "warn"),
            _freshness(schema, each),
        ]
    whole = night.summary.whole
    yield [
        Styled(schema.text("summary.total"), "strong", 3),
        *_figures(whole, "strong_"),
        Styled(whole.rows.set_aside, "strong_whole"),
        Styled(whole.warnings, "strong_whole"),
    ]


def _registration(schema: Schema, unit: UnitProgress, late: str) -> Styled:
    if unit.registered:
        return Styled(schema.text("summary.registered"), "good")
    return Styled(schema.text("summary.not_yet"), late)


def _figures(unit: UnitProgress, strong: str) -> Line:
    figures = (
        unit.needs, unit.needs_met, unit.needs_unmet, unit.volunteers, unit.teams,
        unit.teams_trained, unit.reports, unit.beneficiaries, unit.target,
    )  # fmt: skip
    return [
        *(Styled(value, f"{strong}whole") for value in figures),
        Styled(unit.rate, f"{strong}percent"),
        bar(unit.rate),
    ]


def _freshness(schema: Schema, unit: UnitProgress) -> Styled:
    if unit.reading.stale:
        return Styled(age(schema, unit), "bad")
    if unit.reading.read_at is None:
        return Styled(age(schema, unit))
    return Styled(schema.text("summary.fresh"))
