"""«Phân công» of a unit: who comes, when, how many, whom to call, what is left to do."""

from __future__ import annotations

from collections.abc import Mapping

from functions.domain.ledger import Entry, lasting
from functions.domain.night import Night, Part
from functions.domain.records import Need
from functions.domain.training import ready_members
from functions.writers.tabs.arrival_words import promised, report
from functions.writers.tabs.base import Content, Row
from functions.writers.words import Reasons, show_day, topics
from sheets_schema.model import Schema

TABLE = "arrivals"
PART: Part = "assign"


def content(schema: Schema, night: Night, unit: str) -> Content:
    """Return the unit's needs with their teams, the met ones first, by day."""
    reasons = Reasons(schema, night.campaign)
    needs = [each for each in night.campaign.needs if each.unit == unit]
    entries = {each.need: each for each in night.entries if each.stands}
    unmet = {each.need: each for each in night.unmet}
    met = sorted(
        (each for each in needs if each.id in entries),
        key=lambda need: (entries[need.id].start, need.id),
    )
    sizes = {team: len(days) for team, days in ready_members(night.campaign).items()}
    rows = [_met(schema, night, reasons, need, entries[need.id], sizes) for need in met]
    for need in needs:
        if need.id in unmet:
            why = reasons.sentences(lasting((*unmet[need.id].why, *unmet[need.id].unlock)))
            state = schema.text("arrivals_tab.unmet_state")
            rows.append({**_need(schema, night, need), "state": state, "why": why})
    info = schema.text(
        "arrivals_tab.info",
        as_of=show_day(night.today),
        met=len(met),
        unmet=len(rows) - len(met),
    )
    return Content(info, rows)


def _need(schema: Schema, night: Night, need: Need) -> Row:
    return {
        "need_id": need.id,
        "commune": night.campaign.localities[need.commune].full_name,
        "place": need.place,
        "topics": topics(schema, need.topics),
        "promised": promised(schema, night.campaign, need),
    }


def _met(
    schema: Schema,
    night: Night,
    reasons: Reasons,
    need: Need,
    entry: Entry,
    sizes: Mapping[str, int],
) -> Row:
    team = next((each for each in night.campaign.teams if each.id == entry.team), None)
    leads = team.leader if team else next(iter(entry.members), None)
    leader = next((each for each in night.campaign.volunteers if each.id == leads), None)
    name = schema.text("assignments_tab.new_team") if entry.members else entry.team
    return {
        **_need(schema, night, need),
        "state": schema.lists["assignment_state"].label(entry.state),
        "start": entry.start,
        "end": entry.end,
        "team": team.name if team else name,
        "size": sizes[team.id] if team else len(entry.members) or None,
        "skills": topics(schema, team.topics) if team else None,
        "leader": leader.full_name if leader else None,
        "leader_phone": leader.phone if leader else None,
        "report": report(schema, night, entry),
        "why": reasons.sentences(entry.why or ()),
    }
