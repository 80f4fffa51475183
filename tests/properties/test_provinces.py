"""Both solvers on made-up provinces: the first one finds every value that the second proves."""

from dataclasses import replace

import pytest

from functions.domain.assign import solve
from functions.domain.problem import Mission, Problem
from tests import instances
from tests.second_solver import optimum, worth

SMALL = instances.Size(units=4, communes=20, needs=40, teams=12)
CROWDED = replace(SMALL, needs=60, crowded=True)


def _night_after(problem: Problem) -> Problem:
    """Return last night's plan as published, a third of the teams at home from day 30 on."""
    planned = solve(problem).missions
    home = [team.id for team in problem.teams[::3]]
    return replace(
        problem,
        published=tuple(Mission(each.need, each.team, each.start) for each in planned),
        freeze_days=15,
        teams=tuple(
            replace(team, available=((0, 29),)) if team.id in home else team
            for team in problem.teams
        ),
    )


@pytest.mark.parametrize("size", [SMALL, CROWDED])
@pytest.mark.parametrize("seed", range(1, 6))
def test_a_first_night(size: instances.Size, seed: int) -> None:
    """Needs met in every tier, fairness over units and load over teams are the least there is."""
    problem = instances.problem(size, seed)

    assert worth(problem, solve(problem).missions) == optimum(problem)


@pytest.mark.parametrize("budget", [None, 2])
@pytest.mark.parametrize("seed", range(1, 4))
def test_the_night_after(seed: int, budget: int | None) -> None:
    """The same when missions are frozen, published teams drop out and changes are counted."""
    problem = replace(_night_after(instances.problem(SMALL, seed)), change_budget=budget)

    values = worth(problem, solve(problem).missions)

    assert values == optimum(problem)
    assert any(each.aim == "kept" and each.value for each in values)
