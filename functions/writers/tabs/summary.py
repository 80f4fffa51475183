"""«Tổng hợp»: one page for the coordinator, the most urgent first."""

from __future__ import annotations

from collections.abc import Iterable

from functions.domain.night import Night, Part
from functions.domain.summarise import Matter, UnitProgress
from functions.writers.page import Page, Styled
from functions.writers.tabs.chasing import detail
from functions.writers.words import show_day
from sheets_schema.model import Schema

TABLE = "summary"
PART: Part = "summarize"
WIDTHS = (190, 90, 105, 85, 85, 85, 85, 85, 85, 85, 95, 95, 85, 85, 85, 120)
_STAMP_ROW = 1
_ABOUT_UNIT = ("unit", "block", "registration")
_FIGURES = (
    "needs", "needs_met", "needs_unmet", "volunteers", "teams", "teams_trained", "reports",
    "beneficiaries", "target", "rate", "set_aside", "warnings", "data_from",
)  # fmt: skip
_ALL = len(WIDTHS)
_MATTER_SPAN = 4
_DETAIL_SPAN = _ALL - 3 - _MATTER_SPAN
_MATTERS = {
    Matter.UNREADABLE: "unreadable",
    Matter.NOT_REGISTERED: "not_registered",
    Matter.MISSING_REPORTS: "no_reports",
    Matter.SET_ASIDE: "errors_to_fix",
    Matter.UNTRAINED: "untrained",
}

Line = list[Styled]


def page(schema: Schema, night: Night) -> Page:
    """Return the summary page of the province."""
    text = schema.text
    campaign = night.campaign.settings.campaign_name
    stale = [each for each in night.summary.units if each.reading.stale]
    rows: list[Line] = [
        [Styled(text("summary.heading", campaign=campaign), "title", _ALL)],
        [
            Styled(
                text(
                    "summary.stamp",
                    ran_at=f"{night.ran_at:%H:%M %d/%m/%Y}",
                    as_of=show_day(night.today),
                ),
                "stamp",
                _ALL,
            )
        ],
        [_freshness(schema, night, stale)],
        [],
        [Styled(text("summary.urgent"), "section")],
        *_urgent(schema, night),
        [],
        [Styled(text("summary.totals"), "section")],
        *_totals(schema, night),
        [],
        [Styled(text("summary.by_unit"), "section")],
        *_by_unit(schema, night),
        [],
        [Styled(text("summary.topics"), "section")],
        *_topics(schema, night),
    ]
    return Page(rows, WIDTHS, volatile=frozenset({_STAMP_ROW}))


def _freshness(schema: Schema, night: Night, stale: list[UnitProgress]) -> Styled:
    if not stale:
        count = len(night.summary.units)
        return Styled(schema.text("summary.all_fresh", count=count), "stamp", _ALL)
    names = [
        schema.text("summary.stale_unit", unit=each.name, age=age(schema, each)) for each in stale
    ]
    return Styled(schema.text("summary.stale", units=", ".join(names)), "alert", _ALL)


def age(schema: Schema, unit: UnitProgress) -> str:
    """Say how old the data of a unit are."""
    if unit.reading.read_at is None:
        return schema.text("summary.stale_never")
    day = show_day(unit.reading.read_at)
    return schema.text("summary.stale_age", day=day, days=unit.reading.age_days)


def _urgent(schema: Schema, night: Night) -> Iterable[Line]:
    if not night.summary.reminders:
        yield [Styled(schema.text("summary.urgent_none"), "good")]
        return
    yield [
        Styled(schema.text("summary.unit"), "header"),
        Styled(schema.text("summary.block"), "header"),
        Styled(schema.text("summary.matter"), "header", _MATTER_SPAN),
        Styled(schema.text("summary.count"), "header_figure"),
        Styled(schema.text("summary.detail"), "header", _DETAIL_SPAN),
    ]
    for each in night.summary.reminders:
        hard = each.matter in (Matter.UNREADABLE, Matter.NOT_REGISTERED)
        yield [
            Styled(each.unit.name, "strong"),
            Styled(each.unit.block),
            Styled(
                schema.text(f"summary.{_MATTERS[each.matter]}"),
                "bad" if hard else "warn",
                _MATTER_SPAN,
            ),
            Styled(each.count, "whole"),
            Styled(detail(schema, night, each), "text", _DETAIL_SPAN),
        ]


def _totals(schema: Schema, night: Night) -> Iterable[Line]:
    whole = night.summary.whole
    figures: tuple[tuple[str, float | None, str, str], ...] = (
        ("needs", whole.needs, "whole", "summary"),
        ("needs_met", whole.needs_met, "whole", "assignments"),
        ("needs_unmet", whole.needs_unmet, "whole", "unmet"),
        ("needs_unmet_hard", night.summary.unmet_hard, "whole", "unmet"),
        ("teams", whole.teams, "whole", "summary"),
        ("teams_trained", whole.teams_trained, "whole", "summary"),
        ("volunteers", whole.volunteers, "whole", "summary"),
        ("reports", whole.reports, "whole", "activities"),
        ("beneficiaries", whole.beneficiaries, "whole", "activities"),
        ("target", whole.target, "whole", "targets"),
        ("rate", whole.rate, "percent", "targets"),
        ("set_aside", whole.rows.set_aside, "whole", "findings"),
    )
    for name, value, style, table in figures:
        where = schema.table("province", table).title if table != "summary" else None
        yield [
            Styled(schema.text(f"summary.{name}"), "text", 2),
            Styled(value, f"strong_{style}"),
            Styled(where, "stamp", 3),
        ]


def _by_unit(schema: Schema, night: Night) -> Iterable[Line]:
    yield [
        *(Styled(schema.text(f"summary.{name}"), "header") for name in _ABOUT_UNIT),
        *_figure_headers(schema, *_FIGURES),
    ]
    for each in night.summary.units:
        yield _unit_line(schema, night, each, "")
    whole = _unit_line(schema, night, night.summary.whole, "strong_")
    yield [Styled(schema.text("summary.total"), "strong"), Styled(None), Styled(None), *whole[3:15]]


def _unit_line(schema: Schema, night: Night, unit: UnitProgress, strong: str) -> Line:
    late = night.today > night.campaign.settings.need_deadline
    if unit.needs_typed:
        registration = Styled(schema.text("summary.registered"), "good")
    else:
        registration = Styled(schema.text("summary.not_yet"), "bad" if late else "warn")
    figures = (
        unit.needs, unit.needs_met, unit.needs_unmet, unit.volunteers, unit.teams,
        unit.teams_trained, unit.reports, unit.beneficiaries, unit.target,
    )  # fmt: skip
    read_at = unit.reading.read_at
    return [
        Styled(unit.name, "strong"),
        Styled(unit.block),
        registration,
        *(Styled(value, f"{strong}whole") for value in figures),
        Styled(unit.rate, f"{strong}percent"),
        Styled(unit.rows.set_aside, "bad_whole" if unit.rows.set_aside else f"{strong}whole"),
        Styled(unit.warnings, "warn_whole" if unit.warnings else f"{strong}whole"),
        Styled(
            age(schema, unit)
            if unit.reading.stale or not read_at
            else schema.text("summary.fresh"),
            "bad" if unit.reading.stale else "text",
        ),
    ]


def _topics(schema: Schema, night: Night) -> Iterable[Line]:
    yield [
        Styled(schema.text("summary.topic"), "header", 2),
        *_figure_headers(schema, "needs", "needs_met", "beneficiaries"),
    ]
    labels = schema.lists["topics"]
    for each in night.summary.topics:
        yield [
            Styled(labels.label(each.topic), "text", 2),
            Styled(each.needs, "whole"),
            Styled(each.met, "whole"),
            Styled(each.beneficiaries, "whole"),
        ]


def _figure_headers(schema: Schema, *names: str) -> Line:
    return [Styled(schema.text(f"summary.{name}"), "header_figure") for name in names]
