"""The least value of each part of the aims, one after another: CP-SAT, one worker, fixed seed."""

from collections.abc import Sequence

from ortools.sat.python import cp_model

from functions.domain.problem import Mission, Problem
from tests.second_solver import expressions
from tests.second_solver.aims import Level, parts, worth
from tests.second_solver.shared import Expr, Missions

WORK = 30.0
"""Deterministic time for each part, about as many seconds."""

_ANSWERS = {cp_model.INFEASIBLE: True, cp_model.FEASIBLE: False, cp_model.OPTIMAL: False}


def optimum(problem: Problem, work: float = WORK) -> list[Level]:
    """Return the proven least of each part of the aims, given those before it.

    The same on every machine: the work is counted, not timed. From the first part without a proof
    on, every value is None. Where the change budget cannot be kept, changes are as few as possible.
    """
    missions = Missions(problem)
    proven = True
    if problem.change_budget is not None:
        changes = expressions.published_changes(missions)
        proven = _least(missions.model, changes, work, allowed=problem.change_budget) is not None
    levels = []
    for aim, tier in parts(problem):
        value = None
        if proven:
            value = _least(missions.model, expressions.value(missions, aim, tier), work)
        proven = value is not None
        levels.append(Level(aim, tier, value))
    return levels


def nothing_better(
    problem: Problem, plan: Sequence[Mission], work: float = WORK
) -> list[bool | None]:
    """Return for each part of the aims whether no plan is better in it, all before being equal.

    None where neither a better plan nor a proof was found in so much work. `plan` keeps the rules.
    """
    missions = Missions(problem)
    answers = []
    for level in worth(problem, plan):
        value, found = expressions.value(missions, level.aim, level.tier), level.value
        better = missions.model.clone()
        better.add(value <= found - 1)
        missions.model.add(value == found)
        solver = _solver(work)
        # Most of these proofs are those of linear programs.
        solver.parameters.linearization_level = 2
        answers.append(_ANSWERS.get(solver.solve(better)))
    return answers


def _solver(work: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.max_deterministic_time = work
    return solver


def _least(model: cp_model.CpModel, value: Expr, work: float, allowed: int = 0) -> int | None:
    """Return the proven least of a value and hold it there, or up to `allowed` if that is more."""
    model.minimize(value)
    solver = _solver(work)
    if solver.solve(model) != cp_model.OPTIMAL:
        return None
    least = round(solver.objective_value)
    model.add(value <= max(least, allowed))
    model.clear_hints()  # type: ignore[no-untyped-call]
    for index in range(len(model.proto.variables)):
        variable = model.get_int_var_from_proto_index(index)
        model.add_hint(variable, solver.value(variable))
    return least
