"""Changes that a coordinator thinks of: each turns what is known into what would be known.

Where a change is of no use while a signature or a start that is near holds an assignment, the
decisions that would have to be made with it are made too. Assignments that have begun stay.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from functions.domain.ledger import Decision, Entry
from functions.domain.planning import LODGING_TYPE, frozen_until
from functions.domain.records import Campaign, Resource, Window

_DAY = timedelta(days=1)
_BEDS = "cho_o"
_CANCELLED = "huy"


@dataclass(frozen=True, slots=True)
class Known:
    """What a plan is made from: everything accepted, and the list of assignments."""

    campaign: Campaign
    entries: tuple[Entry, ...]
    today: date


def team_drops_out(known: Known, team: str, day: date) -> Known:
    """The team goes nowhere from `day` on."""
    window = next(each.window for each in known.campaign.teams if each.id == team)
    if window.first < day:
        return team_only(known, team, Window(window.first, day - _DAY))
    teams = tuple(
        replace(each, status=_CANCELLED) if each.id == team else each
        for each in known.campaign.teams
    )
    return _refusing(_with_campaign(known, replace(known.campaign, teams=teams)), team, None)


def team_only(known: Known, team: str, window: Window) -> Known:
    """The team goes on these days and on no others."""
    teams = tuple(
        replace(each, window=window) if each.id == team else each for each in known.campaign.teams
    )
    return _refusing(_with_campaign(known, replace(known.campaign, teams=teams)), team, window)


def need_cancelled(known: Known, need: str) -> Known:
    """Nobody has to come any more."""
    needs = tuple(each for each in known.campaign.needs if each.id != need)

    def unsigned(entry: Entry) -> Entry:
        over = entry.end < known.today
        return entry if entry.need != need or over else _without_signature(entry)

    return _deciding(_with_campaign(known, replace(known.campaign, needs=needs)), unsigned)


def need_moved(known: Known, need: str, window: Window) -> Known:
    """The need can be served on these days and on no others."""
    needs = tuple(
        replace(each, window=window) if each.id == need else each for each in known.campaign.needs
    )
    frozen = frozen_until(known.campaign, known.today)

    def unsigned(entry: Entry) -> Entry:
        stays = entry.start <= frozen or _inside(entry, window)
        return entry if entry.need != need or stays else _without_signature(entry)

    return _deciding(_with_campaign(known, replace(known.campaign, needs=needs)), unsigned)


def beds_counted(known: Known, commune: str, beds: int) -> Known:
    """So many people can sleep in the commune a night, whatever was registered."""
    others = tuple(
        each
        for each in known.campaign.resources
        if (each.resource_type, each.commune) != (LODGING_TYPE, commune)
    )
    counted = Resource("", "", commune, LODGING_TYPE, "", beds, _BEDS, None)
    return _with_campaign(known, replace(known.campaign, resources=(*others, counted)))


def decided_too(before: Known, after: Known) -> tuple[Entry, ...]:
    """Return the rows whose decision people would have to change for a change to come true."""
    return tuple(
        now
        for was, now in zip(before.entries, after.entries, strict=True)
        if was.decision is not now.decision
    )


def _refusing(known: Known, team: str, window: Window | None) -> Known:
    """Refuse what only a signature or a near start would hold outside of the team's days."""
    frozen = frozen_until(known.campaign, known.today)

    def refused(entry: Entry) -> Entry:
        held = entry.decision is Decision.SIGN or (window is not None and entry.start <= frozen)
        ahead = entry.stands and entry.start > known.today
        fits = window is not None and _inside(entry, window)
        if entry.team != team or fits or not (held and ahead):
            return entry
        return replace(entry, decision=Decision.REFUSE)

    return _deciding(known, refused)


def _inside(entry: Entry, window: Window) -> bool:
    return window.first <= entry.start and entry.end <= window.last


def _without_signature(entry: Entry) -> Entry:
    return replace(entry, decision=None) if entry.decision is Decision.SIGN else entry


def _with_campaign(known: Known, campaign: Campaign) -> Known:
    return replace(known, campaign=campaign)


def _deciding(known: Known, decide: Callable[[Entry], Entry]) -> Known:
    return replace(known, entries=tuple(decide(each) for each in known.entries))
