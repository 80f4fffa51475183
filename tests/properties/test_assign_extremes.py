"""Problems that nobody should pose: every one has an answer that stands, or a clear refusal."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from functions.domain.assign import solve
from functions.domain.plan import Plan
from functions.domain.problem import (
    Mission,
    Need,
    Pin,
    Place,
    Problem,
    ProblemError,
    Team,
    Veto,
)
from functions.domain.verify import violations
from tests.instances import Size, problem
from tests.properties.test_assign import problems

NEED = Need("n1", "u1", 1, 0, 5, 2, 3, place="p")
TEAM = Team("t1", "u1", 5)
SMALL = Problem(10, (NEED, replace(NEED, id="n2")), places=(Place("p", "u1", None),), teams=(TEAM,))


def _missions(plan: Plan) -> list[tuple[str, str, int]]:
    return [(one.need, one.team, one.start) for one in plan.missions]


def test_two_pins_on_the_same_days_both_stand() -> None:
    """What people signed against each other is kept, called infeasible and blocks the team."""
    pins = (Pin("n1", "t1", 2), Pin("n2", "t1", 3))
    plan = solve(replace(SMALL, pins=pins))

    assert (plan.status, plan.verified) == ("infeasible", True)
    assert _missions(plan) == [("n1", "t1", 2), ("n2", "t1", 3)]
    assert [one.code for one in violations(replace(SMALL, pins=pins), plan)] == ["no_rest"]


def test_a_pin_with_a_veto_stands_and_says_so() -> None:
    """A signature counts for more than a refusal of the same pair."""
    posed = replace(SMALL, pins=(Pin("n1", "t1", 2),), vetoes=(Veto("n1", "t1"),))
    plan = solve(posed)

    assert (plan.status, plan.verified) == ("infeasible", True)
    assert ("n1", "t1", 2) in _missions(plan)
    assert [one.code for one in violations(posed, plan)] == ["vetoed"]


@pytest.mark.parametrize(
    "change",
    [
        {"teams": (replace(TEAM, available=()),)},
        {"teams": (replace(TEAM, size=0),)},
        {"teams": (replace(TEAM, max_missions=0),)},
        {"vetoes": (Veto("n1", "t1"), Veto("n2", "t1"))},
        {"places": (Place("p", "u1", 0),)},
        {"days": 1},
    ],
)
@pytest.mark.parametrize("budget", [None, 0])
def test_what_was_published_and_is_impossible_falls(
    change: dict[str, Any], budget: int | None
) -> None:
    """Where nothing that was published can stay, the plan is empty, proven and explained."""
    published = (Mission("n1", "t1", 2), Mission("n2", "t1", 9))
    plan = solve(replace(SMALL, published=published, change_budget=budget, **change))

    assert (plan.status, plan.verified, plan.missions) == ("optimal", True, ())
    assert all(one.why for one in plan.unmet)


def test_a_window_without_days_is_refused() -> None:
    """A need whose window ends before it begins is named."""
    data = replace(SMALL, needs=(replace(NEED, earliest=3, latest=2),)).to_json()

    with pytest.raises(ProblemError, match=r"^needs\[0\]\.latest: must not be before 3$"):
        Problem.from_json(data)


def test_a_window_shorter_than_the_need_is_said() -> None:
    """A need that does not fit into its own window is unmet, with that reason."""
    plan = solve(replace(SMALL, needs=(replace(NEED, latest=0),)))

    assert (plan.status, plan.verified, plan.missions) == ("optimal", True, ())
    assert [one.code for one in plan.unmet[0].why] == ["window_too_short"]


LARGE = (0, 1, 30, 10**9)
ODD = (-(10**400), -(10**9), -1, 10_001, 10**9 + 1, 10**400)
REAL = (*ODD, -0.0, 1e-300, 0.5, 1e9, 1e308, float("inf"), float("nan"))


def _numbers(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401
    """Paths of all numbers in parsed JSON."""
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in items:
            yield from _numbers(item, (*path, key))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield path


@st.composite
def odd(draw: st.DrawFn) -> dict[str, Any]:
    """A small problem in which a few numbers are not as anybody would have them."""
    data: dict[str, Any] = draw(problems()).to_json()
    lawful = draw(st.integers(0, 3)) > 0
    for path in draw(st.lists(st.sampled_from(list(_numbers(data))), min_size=1, max_size=3)):
        target: Any = data
        for step in path[:-1]:
            target = target[step]
        whole = isinstance(target[path[-1]], int)
        others = ODD if whole else REAL
        target[path[-1]] = draw(st.sampled_from(LARGE if lawful else others))
    return data


@settings(max_examples=300, deadline=None)
@given(odd())
def test_any_problem_is_answered_or_refused(data: dict[str, Any]) -> None:
    """Whatever the numbers are: a verified answer, an infeasible one, or a ProblemError."""
    try:
        posed = Problem.from_json(data)
    except ProblemError:
        event("refused")
        return
    plan = solve(posed)
    event(plan.status)
    assert plan.verified or plan.status == "infeasible"
    assert len(plan.missions) + len(plan.unmet) == len(posed.needs)


@pytest.mark.parametrize("needs", [(), SMALL.needs])
@pytest.mark.parametrize("teams", [(), SMALL.teams])
def test_without_needs_or_teams_there_is_a_proven_plan(
    needs: tuple[Need, ...], teams: tuple[Team, ...]
) -> None:
    """A campaign that has not begun is no error."""
    plan = solve(replace(SMALL, needs=needs, teams=teams))

    assert (plan.status, plan.verified) == ("optimal", True)
    assert len(plan.missions) == min(len(needs), 2 * len(teams))


def test_ten_thousand_needs_are_answered_in_little_time() -> None:
    """Far too many needs for a few teams still get a plan that stands, with bounds that hold."""
    plan = solve(problem(Size(40, 800, 10_000, 3), 1, time_limit_s=1))

    assert (plan.status, plan.verified) == ("feasible", True)
    assert len(plan.missions) > 10
    assert all(0 <= aim.bound <= aim.value for aim in plan.aims)
