"""Volunteers without a team, as the solver sees them, and the teams formed of them before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from functions.domain import problem as p
from functions.domain.forming import standing
from functions.domain.ledger import Decision, Entry
from functions.domain.records import Campaign, Volunteer
from functions.domain.training import trained_on

ADULT = 18
"""Younger people stay in their own unit, and do not lead."""

_PUPIL = "hoc_sinh"
_TEACHING = frozenset({"tot", "kha"})
_DAY = timedelta(days=1)


def free_people(campaign: Campaign, first: date) -> dict[str, p.Volunteer]:
    """Return those who may be formed into teams, by id: trained, and in no team that is not over.

    Whoever is grown up and no pupil may lead; who says good or fair of the own teaching teaches.
    """
    trained = trained_on(campaign.trainings)
    active = [team for team in campaign.teams if not team.is_over]
    taken = {person for team in active for person in (*team.members, team.leader)}
    return {
        each.id: _person(campaign, each, trained[each.id], first)
        for each in campaign.volunteers
        if each.id in trained and each.id not in taken
    }


def formed_before(
    entries: Iterable[Entry], people: Mapping[str, p.Volunteer], first: date
) -> list[p.Team]:
    """Return the formed teams of the standing rows, each ready for those days alone.

    One of whose members is free no more is no team any more.
    """
    return [
        standing(
            each.team,
            each.need,
            ((each.start - first).days, (each.end - first).days),
            [people[person] for person in each.members],
        )
        for each in entries
        if each.members
        and each.stands
        and each.decision is not Decision.REFUSE
        and all(person in people for person in each.members)
    ]


def _person(campaign: Campaign, person: Volunteer, trained: date, first: date) -> p.Volunteer:
    unit = campaign.unit(person.unit)
    seat = campaign.localities.get(unit.gso_code) if unit else None
    adult = campaign.settings.window.first.year - person.birth_year >= ADULT
    return p.Volunteer(
        id=person.id,
        unit=person.unit,
        topics=dict.fromkeys(person.skills, 1),
        trained_on=dict.fromkeys(person.skills, (trained - first).days),
        available=tuple(_ranges(person, first)),
        leader=adult and person.group != _PUPIL,
        teaches=person.teaching in _TEACHING,
        travels=adult and person.can_travel,
        xy_km=seat.xy_km if seat else None,
    )


def _ranges(person: Volunteer, first: date) -> Iterable[tuple[int, int]]:
    """Yield the days on which a person has time; one range where every weekday will do."""
    begin, end = (person.window.first - first).days, (person.window.last - first).days
    if not person.weekdays:
        yield begin, end
        return
    for day in range(begin, end + 1):
        # The codes count like people in Viet Nam do: Monday is the second day.
        if str((first + day * _DAY).isoweekday() + 1) in person.weekdays:
            yield day, day
