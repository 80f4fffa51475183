"""The columns of the page, which its sections share, and the pieces that they have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from functions.domain.night import Night
from functions.domain.summarise import UnitProgress
from functions.writers.page import Styled
from functions.writers.words import show_day
from sheets_schema.model import Schema

WIDTHS = (205, 90, 105, 85, 85, 85, 85, 85, 85, 85, 95, 95, 85, 150, 85, 85, 120)
"""The columns in pixels. Figures of one kind stand in the same column of every section."""

ALL = len(WIDTHS)

Line = list[Styled]

_BAR = 10
_WHOLE = 100
_LISTED = 6


def section(schema: Schema, key: str) -> Line:
    """Return the line that heads a section; `key` is that of its words."""
    return [Styled(schema.text(key), "section", ALL)]


def header(schema: Schema, key: str, span: int = 1) -> Styled:
    """Return the header of a column of words."""
    return Styled(schema.text(key), "header", span)


def figure_headers(schema: Schema, keys: Iterable[str]) -> Line:
    """Return the headers of columns of figures."""
    return [Styled(schema.text(key), "header_figure") for key in keys]


def bar(rate: float | None) -> Styled:
    """Return a rate as a bar of text: the same on a phone, on paper and in another program.

    Only what is reached is full, and only nothing is empty.
    """
    if rate is None:
        return Styled(None, "bar")
    percent = round(100 * rate)
    full = _BAR if percent >= _WHOLE else min(_BAR - 1, round(_BAR * rate))
    if percent:
        full = max(1, full)
    return Styled(f"{'█' * full}{'░' * (_BAR - full)} {percent}%", "bar")


def flagged(count: int, flag: str) -> Styled:
    """Return a count in the colour `flag`, or in none when there is nothing to count."""
    return Styled(count, f"{flag}_whole" if count else "whole")


def late_flag(night: Night) -> str:
    """Return the colour of a unit that has registered nothing: red once the deadline has passed."""
    return "bad" if night.today > night.campaign.settings.need_deadline else "warn"


def named(schema: Schema, units: Sequence[UnitProgress]) -> str | None:
    """Name the first units and say how many more there are; None for no unit."""
    if not units:
        return None
    names = ", ".join(each.name for each in units[:_LISTED])
    more = len(units) - _LISTED
    return f"{names} {schema.text('summary.more_units', count=more)}" if more > 0 else names


def no_units(schema: Schema) -> Line:
    """Return the line that stands where units would."""
    tab = schema.table("province", "units").title
    return [Styled(schema.text("summary.no_units", tab=tab), "stamp", ALL)]


def age(schema: Schema, unit: UnitProgress) -> str:
    """Say how old the data of a unit are."""
    if unit.reading.read_at is None:
        return schema.text("summary.stale_never")
    day = show_day(unit.reading.read_at)
    return schema.text("summary.stale_age", day=day, days=unit.reading.age_days)
