"""«Hướng dẫn» of a unit: what to do in five lines, whom to ask, what the colours mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from functions.config import NIGHT_HOUR
from functions.domain.night import Part
from functions.domain.records import CampaignSettings
from functions.writers.page import Page, Styled
from functions.writers.values import Formula
from functions.writers.words import show_day
from sheets_schema.model import FilledBy, Schema, TableKind

TABLE = "guide"
PART: Part = "summarize"
WIDTHS = (120, 240)
"""Pixels: a phone shows both columns whole; the words in them wrap."""

_STEPS = ("step_1", "step_2", "step_3", "step_4", "step_5")
_STATUSES = {"new": "new", "fix": "bad", "review": "warn", "accepted": "good"}
_HEADERS = {
    "header_required": "required",
    "header_optional": "optional",
    "header_robot": "robot",
}
_PRIVACY = ("purpose", "controller", "kept", "rights", "place")

Line = list[Styled]
Words = Mapping[str, object]


def page(
    schema: Schema, settings: CampaignSettings, unit_name: str, ran_at: datetime | None
) -> Page:
    """Return the guide of one unit's workbook; `ran_at` None says that no night has read it yet.

    The lines that say when the robot comes are no news by themselves.
    """
    words = _words(schema, settings, unit_name)
    rows: list[Line] = [
        [Styled(schema.text("guide.heading", **words), "title", len(WIDTHS))],
        [Styled(schema.text("guide.unit", **words), "strong", len(WIDTHS))],
        *_section(schema, "what"),
        *(_pair(schema, key, words) for key in _STEPS),
        *_section(schema, "example"),
        *_example(schema),
        *_section(schema, "ask"),
        *(_pair(schema, key, words) for key in ("deadline", "contact")),
        *_section(schema, "colours"),
        *_colours(schema, words),
        # A heading of its own, or the first night would find nothing to write: only lines that
        # are no news would differ.
        *_section(schema, "visits" if ran_at else "never"),
    ]
    visits = _visits(schema, ran_at)
    volatile = frozenset(range(len(rows), len(rows) + len(visits)))
    rows += visits
    rows += [
        *_section(schema, "privacy"),
        *(_pair(schema, key, words) for key in _PRIVACY),
        _pair(schema, "never_type", words, "bad"),
    ]
    return Page(rows, WIDTHS, volatile)


def _words(schema: Schema, settings: CampaignSettings, unit_name: str) -> Words:
    inputs = [each.title for each in schema.book("unit") if each.kind is TableKind.INPUT]
    needs = schema.table("unit", "needs")
    titles = {f"{each.name}_tab": each.title for each in schema.book("unit")}
    return {
        **titles,
        "campaign": settings.campaign_name,
        "unit": unit_name,
        "tabs": ", ".join(inputs),
        "hour": f"{NIGHT_HOUR:%H:%M}",
        "report_days": settings.report_days,
        "deadline": show_day(settings.need_deadline),
        "contact": settings.contact,
        "issuer": settings.issuer,
        "kept": _kept(schema, settings),
        "status": needs.field("status").title,
        "explanation": needs.field("explanation").title,
    }


def _kept(schema: Schema, settings: CampaignSettings) -> str:
    if settings.retention_days is None:
        return schema.text("guide.kept_until_wound_up")
    last = settings.window.last + timedelta(days=settings.retention_days)
    return schema.text("guide.kept_until_day", day=show_day(last))


def _section(schema: Schema, key: str) -> list[Line]:
    return [[], [Styled(schema.text(f"guide.{key}"), "section", len(WIDTHS))]]


def _pair(schema: Schema, key: str, words: Words, style: str = "strong") -> Line:
    label = Styled(schema.text(f"guide.{key}_label"), style)
    return [label, Styled(schema.text(f"guide.{key}", **words))]


def _example(schema: Schema) -> Iterator[Line]:
    for each in schema.table("unit", "needs").fields:
        if each.required and each.filled_by is FilledBy.PEOPLE:
            yield [Styled(each.title, "required"), Styled(each.example)]


def _colours(schema: Schema, words: Words) -> Iterator[Line]:
    for status, style in _STATUSES.items():
        label = Styled(schema.text(f"status.{status}"), style)
        yield [label, Styled(schema.text(f"guide.{status}_status", **words))]
    for header, style in _HEADERS.items():
        yield _pair(schema, header, words, style)


def _visits(schema: Schema, ran_at: datetime | None) -> list[Line]:
    coming = Styled(_next_visit(schema), "text", len(WIDTHS))
    if ran_at is None:
        return [[coming]]
    last = schema.text("guide.last", hour=f"{ran_at:%H:%M}", day=show_day(ran_at))
    return [[Styled(last, "text", len(WIDTHS))], [coming]]


def _next_visit(schema: Schema) -> Formula:
    """Return the formula that names the coming night: tonight until it has to_come."""
    words = schema.text("guide.next", hour=f"{NIGHT_HOUR:%H:%M}")
    to_come = f"MOD(NOW();1)<TIME({NIGHT_HOUR.hour};{NIGHT_HOUR.minute};{NIGHT_HOUR.second})"
    return Formula(f'="{words} "&TEXT(IF({to_come};TODAY();TODAY()+1);"dd/mm/yyyy")')
