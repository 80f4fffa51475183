"""What is too large to be solved as one is solved piece by piece: sound, and nearly as well."""

from dataclasses import replace

import pytest

from functions.domain.assign import solve, solver
from functions.domain.assign.greedy import greedy
from functions.domain.assign.model import every_option
from functions.domain.plan import Plan
from functions.domain.problem import Mission, Need, Problem, Team
from functions.domain.setting import Setting
from functions.domain.verify import violations
from tests import instances

SIZE = instances.Size(units=4, communes=20, needs=60, teams=12, crowded=True)


@pytest.fixture
def crowded() -> Problem:
    """More needs than the teams can serve."""
    return instances.problem(SIZE, 1, time_limit_s=4)


@pytest.fixture(autouse=True)
def in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every problem for a large one."""
    monkeypatch.setattr(solver, "MOST_AT_ONCE", -1)


def met(plan: Plan) -> list[tuple[float, float]]:
    """Return how many needs of each tier are not met, and of how many that is proven."""
    return [(each.value, each.bound) for each in plan.aims if each.aim == "met"]


def published(plan: Plan) -> tuple[Mission, ...]:
    """Return a plan as the one of last night."""
    return tuple(Mission(each.need, each.team, each.start) for each in plan.missions)


def test_it_is_nearly_as_good_as_solving_it_as_one(
    crowded: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The harder tiers are proven; of the last at most one need more is left."""
    plan = solve(crowded)
    monkeypatch.setattr(solver, "MOST_AT_ONCE", 10**6)
    best = [value for value, _ in met(solve(replace(crowded, time_limit_s=60)))]

    assert plan.verified
    assert met(plan)[:-1] == [(value, value) for value in best[:-1]]
    assert best[-1] <= met(plan)[-1][0] <= best[-1] + 1
    assert met(plan)[-1][1] <= best[-1]


def test_it_is_better_than_the_first_quick_plan(crowded: Problem) -> None:
    """The pieces serve needs that the nearest free team alone could not."""
    setting = Setting.of(crowded)
    assert len(solve(crowded).missions) > len(greedy(setting, every_option(setting)))


def test_the_same_problem_gets_the_same_plan(crowded: Problem) -> None:
    """Whatever the order of the lists, and however often it is asked."""
    other = replace(crowded, needs=crowded.needs[::-1], teams=crowded.teams[::-1])
    assert solve(crowded).to_json() == solve(other).to_json()


def test_on_unchanged_data_nothing_changes(crowded: Problem) -> None:
    """Last night's plan stands although the pieces could be solved otherwise."""
    first = solve(crowded)
    again = solve(replace(crowded, published=published(first)))
    assert published(again) == published(first)


def test_no_more_is_changed_than_the_budget_allows(crowded: Problem) -> None:
    """Further needs are served only as far as the published missions may move for them."""
    setting = Setting.of(crowded)
    options = every_option(setting)
    before = tuple(options[index].mission for index in greedy(setting, options))
    tight = replace(crowded, published=before, change_budget=2)

    plan = solve(tight)

    assert violations(tight, plan) == []
    assert len(set(before) - set(published(plan))) <= 2
    free = solve(replace(tight, change_budget=None))
    assert sum(value for value, _ in met(free)) < sum(value for value, _ in met(plan))


def test_without_time_the_first_quick_plan_stands(crowded: Problem) -> None:
    """There is always a plan, with bounds that hold."""
    plan = solve(replace(crowded, time_limit_s=0))
    assert (plan.status, plan.verified) == ("feasible", True)
    assert all(bound <= value for value, bound in met(plan))


@pytest.mark.parametrize("aims", [(), ("travel",), ("few_teams", "met"), ("met", "few_teams")])
def test_any_aims(crowded: Problem, aims: tuple[str, ...]) -> None:
    """Whatever is asked for, the plan keeps the rules."""
    problem = replace(crowded, aims=aims)  # type: ignore[arg-type]
    assert violations(problem, solve(problem)) == []


def test_nothing_to_do() -> None:
    """Without teams, without a way: the plan is empty and says so."""
    need = Need("n1", "u1", 1, 0, 9, 2, 30)
    assert met(solve(Problem(10, (need,)))) == [(1, 1)]
    assert met(solve(Problem(10, (need,), teams=(Team("t1", "u1", 5),)))) == [(1, 1)]
