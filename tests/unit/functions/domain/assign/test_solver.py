"""The solver on worked examples, and on a made-up province."""

from dataclasses import replace

import pytest

from functions.domain.assign import solve
from functions.domain.assign.greedy import greedy
from functions.domain.assign.model import every_option
from functions.domain.plan import Plan
from functions.domain.problem import (
    Mission,
    Need,
    Pair,
    Pin,
    Place,
    Problem,
    Team,
    Veto,
    Volunteer,
)
from functions.domain.setting import Setting
from functions.domain.verify import violations
from tests import instances

NEED = Need("n1", "u1", 1, 0, 9, 2, 3)
TEAM = Team("t1", "u1", 5)


def _missions(plan: Plan) -> list[tuple[str, str, int]]:
    return [(mission.need, mission.team, mission.start) for mission in plan.missions]


def _aims(plan: Plan) -> dict[tuple[str, int | None], tuple[float, float]]:
    return {(aim.aim, aim.tier): (aim.value, aim.bound) for aim in plan.aims}


@pytest.mark.parametrize(
    "problem",
    [
        Problem(5, ()),
        Problem(5, (), teams=(TEAM,)),
        Problem(5, (), aims=("met", "few_teams", "kept", "fair", "travel")),
    ],
)
def test_nothing_to_do(problem: Problem) -> None:
    """Without needs the empty plan is optimal and verified."""
    plan = solve(problem)

    assert (plan.status, plan.missions, plan.unmet, plan.verified) == ("optimal", (), (), True)
    assert all(aim.value == aim.bound == 0 for aim in plan.aims)


def test_no_teams() -> None:
    """Without teams every need is unmet, and that is proven."""
    plan = solve(Problem(10, (NEED,)))

    assert plan.status == "optimal"
    assert plan.verified
    assert [unmet.need for unmet in plan.unmet] == ["n1"]
    assert _aims(plan)["met", 1] == (1, 1)


def test_volunteers_are_accepted() -> None:
    """Volunteers do not get in the way of the teams that there are, and form none."""
    plan = solve(Problem(10, (NEED,), teams=(TEAM,), volunteers=(Volunteer("v1", "u1"),)))

    assert _missions(plan) == [("n1", "t1", 0)]
    assert plan.formed == ()


def test_harder_places_come_first() -> None:
    """One need of tier 1 outweighs two of tier 2."""
    long = replace(NEED, earliest=0, latest=4, days=5)
    short = (
        replace(NEED, id="n2", tier=2, latest=1),
        replace(NEED, id="n3", tier=2, earliest=3, latest=4),
    )

    plan = solve(Problem(10, (long, *short), teams=(TEAM,)))

    assert _missions(plan) == [("n1", "t1", 0)]
    assert _aims(plan)["met", 2] == (2, 2)


def test_the_published_plan_is_kept() -> None:
    """A shorter way is no reason to send another team."""
    near, far = replace(TEAM, id="t1", xy_km=(0, 0)), replace(TEAM, id="t2", xy_km=(9, 0))
    problem = Problem(
        10,
        (replace(NEED, xy_km=(0, 0)),),
        teams=(near, far),
        published=(Mission("n1", "t2", 4),),
    )

    assert _missions(solve(problem)) == [("n1", "t2", 4)]
    assert _missions(solve(replace(problem, aims=("met", "travel")))) == [("n1", "t1", 0)]


def test_other_dates_rather_than_another_team() -> None:
    """Where the published dates cannot stay, the team does."""
    teams = (replace(TEAM, id="t1"), replace(TEAM, id="t2", available=((5, 9),)))
    problem = Problem(10, (NEED,), teams=teams, published=(Mission("n1", "t2", 4),))

    plan = solve(problem)

    assert _missions(plan) == [("n1", "t2", 5)]
    assert _aims(plan)["kept", None] == (1, 1)


def test_units_get_even_shares() -> None:
    """With one mission for each of two units, neither gets both."""
    needs = tuple(
        replace(NEED, id=f"n{index}", unit=unit, latest=1)
        for index, unit in enumerate(["u1", "u1", "u2", "u2"])
    )
    teams = (TEAM, replace(TEAM, id="t2"))

    plan = solve(Problem(10, needs, teams=teams))

    assert len({need.unit for need in needs for done in plan.missions if done.need == need.id}) == 2
    assert _aims(plan)["fair", None] == (0, 0)


def test_teams_get_even_loads() -> None:
    """Two needs that one team could serve alone go to two teams."""
    needs = (replace(NEED, latest=1), replace(NEED, id="n2", earliest=5))
    plan = solve(Problem(10, needs, teams=(TEAM, replace(TEAM, id="t2"))))

    assert {mission.team for mission in plan.missions} == {"t1", "t2"}


def test_few_teams() -> None:
    """With the aim of few teams, one team serves both; a team that is pinned costs nothing."""
    needs = (replace(NEED, latest=1), replace(NEED, id="n2", earliest=5))
    teams = (TEAM, replace(TEAM, id="t2"))
    problem = Problem(10, needs, teams=teams, aims=("met", "few_teams"))

    assert _aims(solve(problem))["few_teams", None] == (1, 1)
    pinned = solve(replace(problem, pins=(Pin("n2", "t2", 5),)))
    assert {mission.team for mission in pinned.missions} == {"t2"}


def test_a_small_assignment_with_budgets() -> None:
    """The generalised assignment problem: cheapest within each team's effort budget."""
    costs = {("n1", "t1"): 1, ("n2", "t1"): 2, ("n1", "t2"): 4, ("n2", "t2"): 9}
    pairs = tuple(Pair(need, team, cost=cost, effort=2) for (need, team), cost in costs.items())
    teams = tuple(replace(TEAM, id=key, effort_budget=3) for key in ("t1", "t2"))
    needs = (replace(NEED, latest=1), replace(NEED, id="n2", earliest=5))

    plan = solve(Problem(10, needs, teams=teams, pairs=pairs, aims=("met", "travel")))

    assert [(mission.need, mission.team) for mission in plan.missions] == [
        ("n1", "t2"),
        ("n2", "t1"),
    ]
    assert _aims(plan)["travel", None] == (6, 6)


def test_two_equal_needs_do_not_wait() -> None:
    """The earliest days are found although the optimiser hands back its start here."""
    needs = tuple(Need(key, "u1", 1, 0, 1, 1, 1) for key in ("n1", "n2"))
    problem = Problem(7, needs, teams=(TEAM, replace(TEAM, id="t2")), rest_days=0)

    plan = solve(problem)

    assert plan.status == "optimal"
    assert _aims(plan)["wait", None] == (0, 0)


def test_pinned_teams_are_enough() -> None:
    """With only pinned teams used, their number is proven although no column can lower it."""
    needs = tuple(Need(key, "u1", 1, 0, 0, 1, 1) for key in ("n1", "n2"))
    teams = (TEAM, replace(TEAM, id="t2"))
    problem = Problem(7, needs, teams=teams, aims=("met", "few_teams"))

    pinned = replace(problem, pins=(Pin("n1", "t1", 3), Pin("n2", "t2", 5)))

    assert _aims(solve(pinned))["few_teams", None] == (2, 2)


def test_few_teams_within_budgets() -> None:
    """Effort budgets hold while teams are counted."""
    pairs = tuple(Pair(need, team, effort=2) for need in ("n1", "n2") for team in ("t1", "t2"))
    teams = tuple(replace(TEAM, id=key, effort_budget=3) for key in ("t1", "t2"))
    needs = (replace(NEED, latest=1), replace(NEED, id="n2", earliest=5))

    plan = solve(Problem(10, needs, teams=teams, pairs=pairs, aims=("met", "few_teams")))

    assert _aims(plan) == {("met", 1): (0, 0), ("few_teams", None): (2, 2)}


def test_change_budget() -> None:
    """No more published missions change than the budget allows, even for a harder place."""
    needs = tuple(
        replace(NEED, id=key, tier=tier, earliest=first, latest=first + 1)
        for key, tier, first in (("a", 1, 0), ("b", 1, 4), ("x", 2, 0), ("y", 2, 4))
    )
    published = (Mission("x", "t1", 0), Mission("y", "t1", 4))
    problem = Problem(10, needs, teams=(TEAM,), published=published)

    unmet = {
        budget: _aims(solve(replace(problem, change_budget=budget)))["met", 1][0]
        for budget in (0, 1, 2, None)
    }

    assert unmet == {0: 2, 1: 1, 2: 0, None: 0}


def test_a_change_budget_that_cannot_be_kept() -> None:
    """Where decisions or places force more changes, the plan changes least and says so."""
    needs = tuple(replace(NEED, id=key, place="p", latest=1, tier=3) for key in ("a", "b", "c"))
    published = tuple(Mission(key, f"t{key}", 0) for key in ("a", "b", "c"))
    teams = (
        replace(TEAM, id="ta", size=8),
        replace(TEAM, id="tb", size=4),
        replace(TEAM, id="tc", size=4),
    )
    problem = Problem(
        10,
        needs,
        places=(Place("p", "u1", 8),),
        teams=teams,
        published=published,
        change_budget=0,
    )

    plan = solve(problem)

    assert plan.status == "infeasible"
    assert not plan.verified
    assert {mission.need for mission in plan.missions} == {"b", "c"}
    kept = solve(replace(problem, change_budget=1))
    assert (kept.status, kept.verified) == ("optimal", True)


def test_a_pin_that_breaks_a_rule_stays_and_blocks() -> None:
    """A signed mission of a team that is too small stands, and uses the team's days."""
    needs = (replace(NEED, volunteers=9, latest=1), replace(NEED, id="n2", latest=2))
    problem = Problem(10, needs, teams=(TEAM,), pins=(Pin("n1", "t1", 0),))

    plan = solve(problem)

    assert _missions(plan) == [("n1", "t1", 0)]
    assert [item.code for item in violations(problem, plan)] == ["team_too_small"]
    assert plan.verified


def test_a_veto_since_publication_ends_the_freeze() -> None:
    """A frozen mission that the coordinator refused does not stay."""
    problem = Problem(
        10,
        (NEED,),
        teams=(TEAM, replace(TEAM, id="t2")),
        freeze_days=3,
        published=(Mission("n1", "t1", 1),),
        vetoes=(Veto("n1", "t1"),),
    )

    assert [team for _, team, _ in _missions(solve(problem))] == ["t2"]


def test_progress_is_told() -> None:
    """Every level is told as it becomes known, in the order of the aims."""
    told: list[str] = []

    solve(Problem(10, (NEED,), teams=(TEAM,)), on_progress=told.append)

    names = [line.split(":")[0] for line in told]
    assert names == ["met1", "kept", "fair", "load", "travel", "wait"]


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    """The optimiser keeps off the output, where the command writes the plan."""
    needs = tuple(replace(NEED, id=f"n{index}", latest=3) for index in range(5))

    solve(Problem(10, needs, teams=(TEAM,)))

    assert capfd.readouterr() == ("", "")


SMALL = instances.Size(units=4, communes=20, needs=40, teams=12, crowded=True)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_province(seed: int) -> None:
    """A made-up province gets a proven and verified plan, no worse than the first quick one."""
    problem = instances.problem(SMALL, seed)

    plan = solve(problem)

    assert (plan.status, plan.verified) == ("optimal", True)
    setting = Setting.of(problem)
    assert len(plan.missions) >= len(greedy(setting, every_option(setting)))


def test_the_same_night_again() -> None:
    """A night without edits changes nothing, whatever tie the first night broke."""
    problem = instances.problem(SMALL, 3)
    first = solve(problem)
    published = tuple(Mission(*row) for row in _missions(first))

    second = solve(replace(problem, published=published))

    assert _missions(second) == _missions(first)
    assert _aims(second)["kept", None] == (0, 0)


def test_no_time() -> None:
    """Without time there is still a plan that stands, and bounds that hold."""
    problem = instances.problem(SMALL, 1)

    hasty = solve(replace(problem, time_limit_s=0))

    best = _aims(solve(problem))
    assert (hasty.status, hasty.verified) == ("feasible", True)
    assert _aims(hasty)["met", 1][1] <= best["met", 1][0] <= _aims(hasty)["met", 1][0]
    assert all(0 <= bound <= value for value, bound in _aims(hasty).values())
