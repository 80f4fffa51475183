"""Both solvers on provinces with volunteers: the first one finds what the second proves."""

import pytest
from hypothesis import given, settings

from functions.domain.assign import solve
from functions.domain.problem import Problem
from functions.domain.verify import violations
from tests import instances
from tests.properties.test_second_solver import problems
from tests.second_solver import nothing_better, optimum, worth

SIZE = instances.Size(units=4, communes=20, needs=40, teams=6, people=60)
WORK = 10.0


def _assert_agreement(problem: Problem) -> None:
    """The plan keeps the rules and has every value that was proven."""
    plan = solve(problem)
    proven = [level for level in optimum(problem, WORK) if level.value is not None]

    assert violations(problem, plan) == []
    assert worth(problem, plan.missions)[: len(proven)] == proven
    assert False not in nothing_better(problem, plan.missions, WORK)


@settings(max_examples=60, deadline=None)
@given(problems())
def test_tiny_problems(problem: Problem) -> None:
    """Every rule about forming, on problems of a few people."""
    _assert_agreement(problem)


@pytest.mark.parametrize("seed", range(1, 6))
def test_provinces(seed: int) -> None:
    """Dozens of needs, a few teams and sixty people."""
    _assert_agreement(instances.problem(SIZE, seed))
