"""Teams formed out of volunteers in the model: who is a member, and when the team goes.

A Boolean per need and person, one per need and first day; a person's missions are intervals that
begin with the need's, so that no Boolean needs all three.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from functions.domain.problem import Need, Volunteer
from tests.second_solver.rules import Rules, borrowed, span, trained, trained_needed


@dataclass(frozen=True)
class Forming:
    """A team that may be formed for a need: which first day is chosen, and which members."""

    need: Need
    first: cp_model.IntVar
    starts: dict[int, cp_model.IntVar]
    members: dict[str, cp_model.IntVar]
    size: cp_model.IntVar


def formed_teams(model: cp_model.CpModel, rules: Rules) -> list[Forming]:
    """Return a team for every need that could have one, with the rules of rule 8."""
    people = rules.problem.volunteers
    teams = [team for need in rules.open_needs for team in _forming(model, rules, need, people)]
    for person in people:
        _not_twice(model, rules, person, [team for team in teams if person.id in team.members])
    return teams


def guests_of(
    model: cp_model.CpModel, rules: Rules, teams: Sequence[Forming]
) -> Iterator[tuple[tuple[Need, int], cp_model.IntVar]]:
    """Yield how many people each formed team brings to its need's place, day by day."""
    for team in teams:
        beds = rules.lodging(team.need)
        if beds == math.inf:
            continue
        for day, there in _there(team).items():
            guests = model.new_int_var(0, int(beds), f"{team.need.id} guests {day}")
            model.add(guests >= team.size - int(beds) * (1 - there))
            yield (team.need, day), guests


def loans_of(
    teams: Sequence[Forming],
) -> Iterator[tuple[tuple[str, int], cp_model.LinearExpr]]:
    """Yield each item that a formed team borrows, day by day."""
    for team in teams:
        for item in borrowed(team.need, ()):
            for day, there in _there(team).items():
                yield (item, day), there


def _forming(
    model: cp_model.CpModel, rules: Rules, need: Need, people: Sequence[Volunteer]
) -> Iterator[Forming]:
    """Yield the team that may be formed for a need, nothing where there is no way."""
    days = {person.id: set(rules.person_starts(need, person)) for person in people}
    able = [person for person in people if days[person.id]]
    most = min(_most_members(need), len(able), rules.lodging(need))
    starts = {
        start: model.new_bool_var(f"{need.id} formed {start}")
        for start in rules.formed_starts(need)
    }
    if not starts or most < max(1, need.volunteers):
        return
    members = {each.id: model.new_bool_var(f"{need.id} {each.id}") for each in able}
    size = model.new_int_var(0, int(most), f"{need.id} size")
    first = model.new_int_var(0, max(starts), f"{need.id} first")
    goes = cp_model.LinearExpr.sum(list(starts.values()))
    model.add_at_most_one(starts.values())
    model.add(first == sum(start * chosen for start, chosen in starts.items()))
    model.add(size == sum(members.values()))
    model.add(size >= max(1, need.volunteers) * goes)
    model.add(size <= int(most) * goes)
    for role in ("leader", "teaches"):
        model.add(sum(members[each.id] for each in able if getattr(each, role)) >= goes)
    for start, chosen in starts.items():
        for person in able:
            if start not in days[person.id]:
                model.add_at_most_one(chosen, members[person.id])
        free = [person for person in able if start in days[person.id]]
        for topic in need.topics:
            fit = sum(members[key] for key in trained(need, topic, start, free))
            model.add(fit >= trained_needed(need) * chosen)
    yield Forming(need, first, starts, members, size)


def _most_members(need: Need) -> int:
    """More are never needed: a leader, a teacher and the trained are all that rules ask for."""
    return max(need.volunteers, 2 + len(need.topics) * trained_needed(need))


def _there(team: Forming) -> dict[int, cp_model.LinearExpr]:
    """Whether the team is at its need's place on each day that it may be."""
    days: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    for start, chosen in team.starts.items():
        for day in span(team.need, start):
            days[day].append(chosen)
    return {day: cp_model.LinearExpr.sum(there) for day, there in days.items()}


def _not_twice(
    model: cp_model.CpModel, rules: Rules, person: Volunteer, teams: Sequence[Forming]
) -> None:
    """One mission at a time with the rest between them, and no more days than the person gives."""
    model.add_no_overlap(
        model.new_optional_fixed_size_interval_var(
            start=team.first,
            size=team.need.days + rules.problem.rest_days,
            is_present=team.members[person.id],
            name=f"{team.need.id} {person.id}",
        )
        for team in teams
    )
    if person.max_days is not None:
        days = (team.need.days * team.members[person.id] for team in teams)
        model.add(sum(days) <= person.max_days)
