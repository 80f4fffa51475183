"""The problem's own teams in the model: one Boolean per need, team and first day."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ortools.sat.python import cp_model

from functions.domain.problem import Need, Team
from tests.second_solver.rules import Rules, borrowed, span


@dataclass(frozen=True)
class Sent:
    """A team of the problem that may be sent; `chosen` says whether it is."""

    need: Need
    team: Team
    start: int
    chosen: cp_model.IntVar


def sent_teams(model: cp_model.CpModel, rules: Rules) -> list[Sent]:
    """Return every way to send a team, with the rules that bind the missions of one team."""
    ways = [
        Sent(need, team, start, model.new_bool_var(f"{need.id} {team.id} {start}"))
        for need in rules.open_needs
        for team in rules.problem.teams
        for start in rules.team_starts(need, team)
    ]
    of_team: dict[str, list[Sent]] = defaultdict(list)
    for way in ways:
        of_team[way.team.id].append(way)
    for mine in of_team.values():
        _one_at_a_time(model, rules, mine)
        _within_limits(model, rules, mine)
    return ways


def guests_of(ways: list[Sent]) -> Iterator[tuple[tuple[Need, int], cp_model.LinearExpr]]:
    """Yield how many people each way brings to its need's place, day by day."""
    for way in ways:
        for day in span(way.need, way.start):
            yield (way.need, day), way.team.size * way.chosen


def loans_of(ways: list[Sent]) -> Iterator[tuple[tuple[str, int], cp_model.IntVar]]:
    """Yield each item that a way borrows, day by day."""
    for way in ways:
        for item in borrowed(way.need, way.team.equipment):
            for day in span(way.need, way.start):
                yield (item, day), way.chosen


def _one_at_a_time(model: cp_model.CpModel, rules: Rules, mine: list[Sent]) -> None:
    """Whatever overlaps, with the rest after it, overlaps on the first day of one of them."""
    for day in {way.start for way in mine}:
        model.add_at_most_one(
            way.chosen for way in mine if day in span(way.need, way.start, rules.problem.rest_days)
        )


def _within_limits(model: cp_model.CpModel, rules: Rules, mine: list[Sent]) -> None:
    team = mine[0].team
    if team.max_missions is not None:
        model.add(sum(way.chosen for way in mine) <= int(rules.missions_left(team)))
    if team.effort_budget is not None:
        efforts = (rules.effort(way.need, team) * way.chosen for way in mine)
        model.add(sum(efforts) <= int(rules.effort_left(team)))
