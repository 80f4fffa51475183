"""From the campaign's records to an assignment problem, and from its plan back to days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from functions.domain import problem as p
from functions.domain.ledger import Assigned, Decision, Entry
from functions.domain.plan import Plan, Reason
from functions.domain.records import Campaign, Need, Team
from functions.domain.recruits import formed_before, free_people
from functions.domain.training import ready_members

OTHER_TOPIC = "khac"
"""A need for «something else» asks for no particular skill."""

DEPLOYABLE = frozenset({"da_thanh_lap", "dang_hoat_dong"})
"""Team states, of the list `team_status`, in which a team may be sent."""

LODGING_TYPE = "an_o"
"""Resources, by the list `resource_type`, in which people can sleep."""

_OF_READY_TEAMS = frozenset({"formed", "free_days", "choice"})

NEW_TEAM = "DM-{}"
"""The id of a team that was formed for a need, in the list of assignments."""

_GIVEN_UP = frozenset({"changed_by_needs", "changed_by_aims"})
_LODGING_MEASURES = frozenset({"cho_o", "nguoi"})
_DAY = timedelta(days=1)
_Mission = TypeVar("_Mission", p.Pin, p.Mission)


@dataclass(frozen=True, slots=True)
class Question:
    """Tonight's problem, with the needs whose time has passed without a team."""

    problem: p.Problem
    first_day: date
    expired: frozenset[str]

    def day(self, index: int) -> date:
        """Return the calendar day of a day of the problem."""
        return self.first_day + timedelta(days=index)

    def assigned(self, plan: Plan) -> tuple[Assigned, ...]:
        """Return the missions of a plan with calendar days; formed teams get a lasting id."""
        tonight = {each.id: each.leader_first for each in plan.formed}
        before = {each.id: each.members for each in self.problem.teams}
        return tuple(
            Assigned(
                need=each.need,
                team=NEW_TEAM.format(each.need) if each.team in tonight else each.team,
                start=self.day(each.start),
                end=self.day(each.end),
                km=each.km,
                why=tuple(_of_new_team(each.why, members)) if members else each.why,
                members=members,
            )
            for each in plan.missions
            for members in [tonight.get(each.team) or before.get(each.team, ())]
        )


def tier(campaign: Campaign, need: Need) -> int:
    """Return how hard the locality is: 1 border communes, 2 other difficult ones, 3 the rest."""
    locality = campaign.localities.get(need.commune)
    unit = campaign.unit(need.unit)
    if locality and locality.is_border:
        return 1
    if need.difficulty in ("bien_gioi", "kho_khan") or (unit and unit.hardship):
        return 2
    return 3


def frozen_until(campaign: Campaign, today: date) -> date:
    """Return the last day of which the missions that start on it stay as they were published."""
    return today + timedelta(days=campaign.settings.freeze_days)


def changes_made(plan: Plan) -> int:
    """Return how many published missions a plan gives up though each could have stood.

    That is what `Problem.change_budget` counts.
    """
    reasons = [*(each.why for each in plan.missions), *(each.why for each in plan.unmet)]
    return sum(any(reason.code in _GIVEN_UP for reason in why) for why in reasons)


def pose(
    campaign: Campaign, entries: Sequence[Entry], today: date, time_limit_s: float
) -> Question:
    """Return tonight's problem: sound needs and teams, and what people decided before."""
    first = campaign.settings.window.first
    ready = ready_members(campaign)
    teams = [
        _team(campaign, team, ready[team.id], first)
        for team in campaign.teams
        if team.status in DEPLOYABLE and team.members
    ]
    people = free_people(campaign, first)
    before = formed_before(entries, people, first)
    teams += before
    team_ids = {each.id for each in teams}
    # Days gone by are open only to a mission that stands: nobody else can be sent there any more.
    decided = {
        each.need
        for each in entries
        if each.stands
        and each.team in team_ids
        and each.decision is not Decision.REFUSE
        and (each.decision is Decision.SIGN or each.start <= today)
    }
    needs, expired = [], set()
    for need in _asked(campaign, entries, team_ids, today):
        tomorrow = max(need.window.first, today + _DAY)
        earliest = need.window.first if need.id in decided else tomorrow
        if earliest > need.window.last:
            expired.add(need.id)
        else:
            needs.append(_need(campaign, need, earliest, first))
    need_ids = {each.id for each in needs}
    known = [each for each in entries if each.need in need_ids and each.team in team_ids]
    problem = p.Problem(
        days=max(campaign.settings.window.days, _last_day(campaign, first) + 1),
        needs=tuple(needs),
        max_km=campaign.settings.max_km,
        rest_days=campaign.settings.rest_days,
        freeze_days=max(0, (frozen_until(campaign, today) - first).days + 1),
        places=tuple(_places(campaign, need_ids)),
        teams=tuple(each for each in teams if each.formed_for in {None, *need_ids}),
        volunteers=tuple(people.values()),
        pairs=tuple(_wrong_types(campaign, need_ids, team_ids)),
        pins=tuple(_unique_needs(_pins(known, first))),
        vetoes=tuple(_vetoes(entries, need_ids, team_ids)),
        published=tuple(_unique_needs(_published(known, first))),
        change_budget=campaign.settings.change_budget,
        time_limit_s=time_limit_s,
    )
    return Question(problem=problem, first_day=first, expired=frozenset(expired))


def _asked(
    campaign: Campaign, entries: Iterable[Entry], team_ids: set[str], today: date
) -> Iterable[Need]:
    """All needs but those whose mission is over and whose team is no longer there.

    The problem cannot hold such a mission, for want of its team, and nobody is to be sent there
    again, unless people signed it.
    """
    rows = [each for each in entries if each.decision is not Decision.REFUSE]
    over = {each.need for each in rows if each.stands and each.end < today}
    known = {
        each.need
        for each in rows
        if each.team in team_ids and (each.stands or each.decision is Decision.SIGN)
    }
    return (each for each in campaign.needs if each.id not in over - known)


def _vetoes(entries: Iterable[Entry], need_ids: set[str], team_ids: set[str]) -> Iterable[p.Veto]:
    """Refusals; where people decided on a formed team, no other is formed in its place."""
    for each in entries:
        if each.need not in need_ids:
            continue
        if each.members and each.decision:
            yield p.Veto(each.need, p.formed_id(each.need))
        elif each.decision is Decision.REFUSE and each.team in team_ids:
            yield p.Veto(each.need, each.team)


def _of_new_team(why: Iterable[Reason], members: Sequence[str]) -> Iterable[Reason]:
    """The reasons of a new team, the same on the night when it is formed and on those after."""
    yield Reason("formed", {"members": len(members)})
    yield from (each for each in why if each.code not in _OF_READY_TEAMS)


def _need(campaign: Campaign, need: Need, earliest: date, first: date) -> p.Need:
    locality = campaign.localities.get(need.commune)
    return p.Need(
        id=need.id,
        unit=need.unit,
        tier=tier(campaign, need),
        earliest=(earliest - first).days,
        latest=(need.window.last - first).days,
        days=min(need.sessions or need.window.days, need.window.days),
        volunteers=need.volunteers,
        place=need.commune,
        topics={topic: 1 for topic in need.topics if topic != OTHER_TOPIC},
        participants=need.beneficiaries,
        xy_km=locality.xy_km if locality else None,
    )


def _team(campaign: Campaign, team: Team, ready: Sequence[date], first: date) -> p.Team:
    """A team counts its ready members alone; it goes after the last of them was trained."""
    trained_day = max(((day - first).days for day in ready), default=0)
    unit = campaign.unit(team.unit)
    seat = campaign.localities.get(unit.gso_code if unit else _province_code(campaign))
    return p.Team(
        id=team.id,
        unit=team.unit,
        size=len(ready),
        scope="province" if team.serves_province else "unit",
        topics=dict.fromkeys(team.topics, 1),
        trained_on=dict.fromkeys(team.topics, trained_day),
        available=(((team.window.first - first).days, (team.window.last - first).days),),
        xy_km=seat.xy_km if seat else None,
    )


def _province_code(campaign: Campaign) -> str:
    """A provincial team is taken to start from the middle of the province."""
    above = (campaign.localities.get(each.gso_code) for each in campaign.units)
    return next((each.parent for each in above if each), "")


def _last_day(campaign: Campaign, first: date) -> int:
    return max(((need.window.last - first).days for need in campaign.needs), default=0)


def _places(campaign: Campaign, need_ids: set[str]) -> Iterable[p.Place]:
    """Lodging is limited where a unit registered some, and unknown (no limit) elsewhere."""
    beds: Counter[str] = Counter()
    for each in campaign.resources:
        if each.resource_type == LODGING_TYPE and each.commune:
            if each.measure in _LODGING_MEASURES:
                beds[each.commune] += int(each.quantity)
            elif each.capacity:
                beds[each.commune] += each.capacity
    units = {each.commune: each.unit for each in campaign.needs if each.id in need_ids}
    return (p.Place(code, units[code], beds.get(code) or None) for code in sorted(units))


def _wrong_types(campaign: Campaign, need_ids: set[str], team_ids: set[str]) -> Iterable[p.Pair]:
    for need in campaign.needs:
        if need.id in need_ids and need.team_type:
            for team in campaign.teams:
                if team.id in team_ids and team.team_type != need.team_type:
                    yield p.Pair(need.id, team.id, allowed=False)


def _pins(entries: Iterable[Entry], first: date) -> Iterable[p.Pin]:
    for each in entries:
        if each.decision is Decision.SIGN:
            yield p.Pin(each.need, each.team, max(0, (each.start - first).days))


def _published(entries: Iterable[Entry], first: date) -> Iterable[p.Mission]:
    for each in entries:
        if each.stands and each.decision is not Decision.REFUSE:
            yield p.Mission(each.need, each.team, max(0, (each.start - first).days))


def _unique_needs(missions: Iterable[_Mission]) -> Iterable[_Mission]:
    """Keep the first of several rows of one need: the upper one was signed first."""
    seen: dict[str, _Mission] = {}
    for each in missions:
        seen.setdefault(each.need, each)
    return seen.values()
