"""What a unit's «Phân công» says beside a need: what the unit promised, whether it reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from functions.domain.ledger import Entry, State
from functions.domain.night import Night
from functions.domain.records import Campaign, Need, Resource
from functions.writers.words import show_count, show_day
from sheets_schema.model import Schema

_LODGING = "an_o"
_BED = "cho_o"
_PERSON = "nguoi"
_PROMISED = frozenset({_LODGING, "di_chuyen", "thiet_bi"})
"""Types of resources that a team asks about before it sets out."""


def promised(schema: Schema, campaign: Campaign, need: Need) -> str:
    """Say what the unit offers at the need's commune or anywhere in the unit, by type."""
    amounts: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for each in _offered(campaign, need):
        measure, amount = _amount(each)
        amounts[each.resource_type][measure] += amount
    return "; ".join(
        schema.text(
            "arrivals_tab.promised",
            resource_type=kind.label,
            amounts=", ".join(
                f"{show_count(amounts[kind.code][each.code])} {each.label}"
                for each in schema.lists["measure"].items
                if each.code in amounts[kind.code]
            ),
        )
        for kind in schema.lists["resource_type"].items
        if kind.code in amounts
    )


def report(schema: Schema, night: Night, entry: Entry) -> str:
    """Say when a finished mission was last reported, or until when it is to be; else nothing."""
    if entry.state is not State.FINISHED:
        return ""
    days = [each.report_date for each in night.campaign.reports if each.need == entry.need]
    if days:
        return schema.text("arrivals_tab.reported", day=show_day(max(days)))
    due = entry.end + timedelta(days=night.campaign.settings.report_days)
    not_reported = schema.text("filter_views.not_reported")
    return schema.text("arrivals_tab.report_due", not_reported=not_reported, day=show_day(due))


def _offered(campaign: Campaign, need: Need) -> Iterator[Resource]:
    for each in campaign.resources:
        here = each.commune in (None, need.commune)
        if each.unit == need.unit and here and each.resource_type in _PROMISED and each.quantity:
            yield each


def _amount(resource: Resource) -> tuple[str, float]:
    """Return measure and amount; lodging counts the people who find room, where that is known."""
    if resource.resource_type == _LODGING:
        if resource.measure in (_BED, _PERSON):
            return _PERSON, resource.quantity
        if resource.capacity:
            return _PERSON, resource.capacity
    return resource.measure, resource.quantity
