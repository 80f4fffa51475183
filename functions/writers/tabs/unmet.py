"""«Chưa đáp ứng»: sound needs without a team, the hardest localities first."""

from __future__ import annotations

from datetime import timedelta

from functions.domain.ledger import lasting
from functions.domain.night import Night, Part, UnmetNeed
from functions.writers.tabs.base import Content, Row
from functions.writers.words import Reasons, show_day, topics
from sheets_schema.model import Schema

TABLE = "unmet"
PART: Part = "assign"


def content(schema: Schema, night: Night, unit: str) -> Content:
    """Return every need of the province that has no team."""
    del unit
    reasons = Reasons(schema, night.campaign)
    unmet = sorted(night.unmet, key=lambda each: (night.tiers[each.need], each.need))
    rows = [_row(schema, night, reasons, each) for each in unmet]
    return Content(
        schema.text("unmet_tab.info", as_of=show_day(night.today), count=len(rows)), rows
    )


def _row(schema: Schema, night: Night, reasons: Reasons, unmet: UnmetNeed) -> Row:
    need = next(each for each in night.campaign.needs if each.id == unmet.need)
    unit = night.campaign.unit(need.unit)
    tomorrow = night.today + timedelta(days=1)
    return {
        "tier": night.tiers[need.id],
        "need_id": need.id,
        "unit": unit.name if unit else need.unit,
        "commune": night.campaign.localities[need.commune].full_name,
        "topics": topics(schema, need.topics),
        "earliest": min(max(need.window.first, tomorrow), need.window.last),
        "latest": need.window.last,
        "days": min(need.sessions or need.window.days, need.window.days),
        "volunteers": need.volunteers,
        "why": reasons.sentences(lasting(unmet.why)),
        "unlock": _unlock(schema, reasons, unmet),
    }


def _unlock(schema: Schema, reasons: Reasons, unmet: UnmetNeed) -> str:
    """Say which single change would help; that none would is worth knowing too."""
    if unmet.unlock:
        return reasons.sentences(unmet.unlock)
    if any(each.code == "possible" for each in unmet.why):
        return schema.text("unmet_tab.more_teams")
    return schema.text("unmet_tab.no_single_change") if unmet.why else ""
