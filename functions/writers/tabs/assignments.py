"""«Phân công» of the province: a list whose rows never move and whose decisions are people's."""

from __future__ import annotations

from collections.abc import Mapping

from functions.domain.ledger import Changes, Entry
from functions.domain.night import Night, Part
from functions.domain.records import Campaign
from functions.domain.training import ready_members
from functions.writers.tabs.base import Row
from functions.writers.words import Reasons, show_day, topics
from sheets_schema.model import Schema

TABLE = "assignments"
PART: Part = "assign"


def info(schema: Schema, night: Night) -> str:
    """Return the sentence above the list."""
    changes = night.changes
    more = beyond(schema, night.campaign, changes)
    return schema.text(
        "assignments_tab.info",
        as_of=show_day(night.today),
        met=night.summary.whole.needs_met,
        unmet=night.summary.whole.needs_unmet,
        kept=changes.kept,
        new=changes.new,
        moved=changes.moved,
        withdrawn=changes.withdrawn,
        beyond=f" {more}" if more else "",
    )


def beyond(schema: Schema, campaign: Campaign, changes: Changes) -> str:
    """Say that more had to change than the campaign allows; nothing when it did not."""
    allowed = campaign.settings.change_budget
    if allowed is None or changes.made <= allowed:
        return ""
    return schema.text("assignments_tab.beyond", allowed=allowed, made=changes.made)


def rows(schema: Schema, night: Night) -> list[Row]:
    """Return the robot's cells of each entry, in their order; what is left out stays as it is."""
    reasons = Reasons(schema, night.campaign)
    sizes = {team: len(days) for team, days in ready_members(night.campaign).items()}
    return [_row(schema, night, reasons, sizes, entry) for entry in night.entries]


def _row(
    schema: Schema, night: Night, reasons: Reasons, sizes: Mapping[str, int], entry: Entry
) -> Row:
    campaign = night.campaign
    row: dict[str, object] = {
        "assignment_id": entry.id,
        "state": schema.lists["assignment_state"].label(entry.state),
        "need_id": entry.need,
        "team_id": entry.team,
        "start": entry.start,
        "end": entry.end,
        "km": round(entry.km, 1),
    }
    if entry.why is not None:
        row["why"] = reasons.sentences(entry.why)
    if entry.change:
        row["change"] = f"{show_day(night.today)}: {reasons.sentences(entry.change)}"
    need = next((each for each in campaign.needs if each.id == entry.need), None)
    if entry.members:
        row["members"] = "; ".join(entry.members)
        row["team"] = schema.text("assignments_tab.new_team")
        row["size"] = len(entry.members)
    if need:
        unit = campaign.unit(need.unit)
        row["unit"] = unit.name if unit else need.unit
        row["commune"] = campaign.localities[need.commune].full_name
        row["tier"] = night.tiers[need.id]
        row["topics"] = topics(schema, need.topics)
    team = next((each for each in campaign.teams if each.id == entry.team), None)
    if team:
        row["team"] = team.name
        row["size"] = sizes[team.id]
    return row  # type: ignore[return-value]  # every value above is one that can be written
