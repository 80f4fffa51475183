"""Forming teams in problems that are too large to be solved as one."""

from dataclasses import replace

import pytest

from functions.domain.assign import recruit, solve, solver
from functions.domain.problem import Need, Problem, Team, Volunteer

NEED = Need("n1", "u1", 1, 0, 3, 2, 2, xy_km=(0.0, 0.0))
PEOPLE = tuple(
    Volunteer(f"v{index}", "u1", leader=index % 2 == 0, teaches=True, xy_km=(1.0 * index, 0.0))
    for index in range(4)
)
NEEDS = tuple(replace(NEED, id=f"n{each}", tier=1 + each % 3) for each in range(6))
TEAM = Team("t1", "u1", 4, available=((0, 1),))
PROBLEM = Problem(9, NEEDS, teams=(TEAM,), volunteers=PEOPLE)


@pytest.fixture
def in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every problem counts as large, every need as a piece of its own."""
    monkeypatch.setattr(solver, "PLACES_PER_SECOND", 0)
    monkeypatch.setattr(recruit, "MOST_PLACES", 1)


@pytest.mark.usefixtures("in_pieces")
def test_people_are_not_asked_twice() -> None:
    """Teams of later pieces are formed out of people who are still free, and the plan stands."""
    plan = solve(PROBLEM)

    assert plan.verified
    assert plan.status == "feasible"
    # One ready team, and four people in two teams; after a day of rest no window is left.
    assert len(plan.missions) == 3
    assert len(plan.formed) == 2
    assert {"n0", "n3"} <= {mission.need for mission in plan.missions}, "the hardest come first"


@pytest.mark.usefixtures("in_pieces")
def test_nobody_gives_more_days_than_they_offered() -> None:
    """The days of one piece count in the next."""
    tired = tuple(replace(person, max_days=2) for person in PEOPLE)
    needs = tuple(replace(need, latest=8) for need in NEEDS)

    plan = solve(replace(PROBLEM, needs=needs, volunteers=tired, teams=()))

    assert plan.verified
    assert len(plan.missions) == 2


@pytest.mark.usefixtures("in_pieces")
def test_bounds_hold_with_people_too() -> None:
    """What a ready team cannot serve is not called impossible when people could."""
    plan = solve(PROBLEM)

    assert all(aim.bound <= aim.value for aim in plan.aims)
    assert [aim.bound for aim in plan.aims if aim.aim == "met"] == [0, 0, 0]
