"""The parts of the aims over the missions that there may be; see `aims` for what they count."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from itertools import pairwise

from ortools.sat.python import cp_model

from functions.domain.problem import Mission
from tests.second_solver.aims import change, step
from tests.second_solver.given import Sent
from tests.second_solver.shared import Expr, Missions


def value(missions: Missions, aim: str, tier: int | None) -> Expr:
    """Return the value of a part of an aim."""
    return _not_met(missions, tier) if aim == "met" else _VALUES[aim](missions)


def published_changes(missions: Missions) -> Expr:
    """Return how many published missions that could stand do not."""
    published = set(missions.problem.published)
    stand = [way.chosen for way in missions.sent if _mission(way) in published]
    return len(stand) - cp_model.LinearExpr.sum(stand)


def _not_met(missions: Missions, tier: int | None) -> Expr:
    needs = [need.id for need in missions.rules.open_needs if need.tier == tier]
    met = [missions.served[need] for need in needs if need in missions.served]
    return len(needs) - cp_model.LinearExpr.sum(met)


def _changes(missions: Missions) -> Expr:
    """Three for each published need, less where it keeps its team."""
    problem = missions.problem
    published = {row.need for row in problem.published}
    decided = sum(change(problem, mission) for mission in missions.rules.decided)
    withdrawn = 3 * sum(need.id in published for need in missions.rules.open_needs)
    ways = [way for way in missions.sent if way.need.id in published]
    saved = [3 - change(problem, _mission(way)) for way in ways]
    kept = cp_model.LinearExpr.weighted_sum([way.chosen for way in ways], saved)
    return withdrawn + decided - kept


def _uneven_units(missions: Missions) -> Expr:
    units = {need.id: need.unit for need in missions.problem.needs}
    before = Counter(units[mission.need] for mission in missions.rules.decided)
    met: dict[str, list[Expr]] = defaultdict(list)
    for need, served in missions.served.items():
        met[units[need]].append(served)
    squares = []
    for unit, size in Counter(units.values()).items():
        steps = [step(count, size) for count in range(1, size + 1)]
        count = before[unit] + cp_model.LinearExpr.sum(met[unit])
        squares.append(_convex(missions.model, count, steps))
    return cp_model.LinearExpr.sum(squares)


def _uneven_teams(missions: Missions) -> Expr:
    ways: dict[str, list[Sent]] = defaultdict(list)
    for way in missions.sent:
        ways[way.team.id].append(way)
    squares = []
    for team in missions.problem.teams:
        before = missions.rules.taken.missions[team.id]
        most = before + len({way.need.id for way in ways[team.id]})
        steps = [2 * count - 1 for count in range(1, most + 1)]
        count = before + cp_model.LinearExpr.sum([way.chosen for way in ways[team.id]])
        squares.append(_convex(missions.model, count, steps))
    return cp_model.LinearExpr.sum(squares)


def _formed(missions: Missions) -> Expr:
    ways = [way for team in missions.formed for way in team.starts.values()]
    return cp_model.LinearExpr.sum(ways)


def _convex(model: cp_model.CpModel, count: Expr, steps: list[int]) -> cp_model.LinearExpr:
    """The sum of so many first steps, none of which is smaller than the one before."""
    climbed = [model.new_bool_var(f"step {number}") for number in range(len(steps))]
    for lower, higher in pairwise(climbed):
        model.add_implication(higher, lower)
    model.add(count == cp_model.LinearExpr.sum(climbed))
    return cp_model.LinearExpr.weighted_sum(climbed, steps)


def _mission(way: Sent) -> Mission:
    return Mission(way.need.id, way.team.id, way.start)


_VALUES: Mapping[str, Callable[[Missions], Expr]] = {
    "kept": _changes,
    "fair": _uneven_units,
    "formed": _formed,
    "load": _uneven_teams,
}
