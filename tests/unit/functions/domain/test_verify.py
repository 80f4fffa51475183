"""The verifier: one tiny test per rule, each breaking a plan that stood in one way."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from functions.domain import verify
from functions.domain.plan import AimValue, Plan, PlannedMission, Unmet
from functions.domain.problem import Mission, Need, Pair, Pin, Place, Problem, Team, Veto
from functions.domain.verify import stands, violations
from tests.violation_codes import codes_of

NEEDS = (
    Need("n1", "u1", 1, 0, 9, 2, 4, place="p", topics={"ai": 1}, equipment=("laptop",)),
    Need("n2", "u1", 2, 0, 9, 2, 4, place="p", equipment=("laptop",), xy_km=(3, 4)),
)
TEAMS = (
    Team("t1", "u1", 5, topics={"ai": 1}, trained_on={"ai": 0}, xy_km=(0, 0)),
    Team("t2", "u2", 5),
)
PROBLEM = Problem(
    10, NEEDS, places=(Place("p", "u1", 10),), teams=TEAMS, pool={"laptop": 2}, max_km=5
)
PLAN = Plan(
    status="optimal",
    aims=(),
    missions=(PlannedMission("n1", "t1", 1, 2, 0), PlannedMission("n2", "t1", 4, 5, 5)),
    formed=(),
    unmet=(),
    verified=True,
)
EFFORTS = (Pair("n1", "t1", effort=2.5), Pair("n2", "t1", effort=1.5))
BESIDE = replace(PLAN, missions=(PLAN.missions[0], PlannedMission("n2", "t2", 1, 2, 0)))


def _need(index: int, **changes: Any) -> Problem:  # noqa: ANN401
    needs = list(PROBLEM.needs)
    needs[index] = replace(needs[index], **changes)
    return replace(PROBLEM, needs=tuple(needs))


def _team(index: int, **changes: Any) -> Problem:  # noqa: ANN401
    teams = list(PROBLEM.teams)
    teams[index] = replace(teams[index], **changes)
    return replace(PROBLEM, teams=tuple(teams))


def _mission(index: int, **changes: Any) -> Plan:  # noqa: ANN401
    missions = list(PLAN.missions)
    missions[index] = replace(missions[index], **changes)
    return replace(PLAN, missions=tuple(missions))


def _more(mission: PlannedMission) -> Plan:
    return replace(PLAN, missions=(*PLAN.missions, mission))


@pytest.mark.parametrize("plan", [PLAN, BESIDE])
def test_nothing_broken(plan: Plan) -> None:
    """A plan that keeps every rule stands, right up to each limit."""
    assert violations(PROBLEM, plan) == []
    assert stands(PROBLEM, plan)


CASES = [
    ("wrong_length", PROBLEM, _mission(1, end=6)),
    ("outside_window", _need(0, earliest=2), PLAN),
    ("outside_window", _need(1, latest=4), PLAN),
    ("outside_window", replace(PROBLEM, days=5), PLAN),
    ("no_rest", PROBLEM, _mission(1, start=3, end=4)),
    ("no_rest", PROBLEM, _mission(1, start=2, end=3)),
    ("not_available", _team(0, available=((0, 1), (3, 9))), PLAN),
    ("too_many_missions", _team(0, max_missions=1), PLAN),
    ("topic_missing", _need(0, topics={"ai": 2}), PLAN),
    ("topic_missing", _team(0, topics={}), PLAN),
    ("trained_late", _team(0, trained_on={"ai": 1}), PLAN),
    ("team_too_small", _need(1, volunteers=6), PLAN),
    ("lodging_over", replace(PROBLEM, places=(Place("p", "u1", 9),)), BESIDE),
    ("pool_over", replace(PROBLEM, pool={"laptop": 1}), BESIDE),
    ("too_far", replace(PROBLEM, max_km=4.9), PLAN),
    ("outside_unit", _team(1, scope="unit"), BESIDE),
    ("formed_for_another", _team(0, formed_for="n9"), _mission(1)),
    ("pair_not_allowed", replace(PROBLEM, pairs=(Pair("n1", "t1", allowed=False),)), PLAN),
    ("vetoed", replace(PROBLEM, vetoes=(Veto("n1", "t1"),)), PLAN),
    ("pin_moved", replace(PROBLEM, pins=(Pin("n1", "t1", 2),)), PLAN),
    (
        "frozen_moved",
        replace(PROBLEM, freeze_days=3, published=(Mission("n1", "t1", 2),)),
        PLAN,
    ),
    (
        "change_budget",
        replace(PROBLEM, change_budget=0, published=(Mission("n1", "t1", 2),)),
        PLAN,
    ),
    ("wrong_km", PROBLEM, _mission(1, km=4)),
    ("unknown_id", PROBLEM, _mission(1, team="t9")),
    ("not_answered_once", PROBLEM, replace(PLAN, missions=PLAN.missions[:1])),
    ("not_answered_once", PROBLEM, replace(PLAN, unmet=(Unmet("n1"),))),
    ("not_answered_once", PROBLEM, replace(PLAN, unmet=(Unmet("n9"),))),
    ("wrong_value", PROBLEM, replace(PLAN, aims=(AimValue("met", 1, 1, 0, 0),))),
    ("wrong_bound", PROBLEM, replace(PLAN, aims=(AimValue("met", 1, 0, 1, 0),))),
    ("served_twice", PROBLEM, _more(PlannedMission("n1", "t1", 7, 8, 0))),
    ("effort_over", replace(_team(0, effort_budget=3.9), pairs=EFFORTS), PLAN),
]
"""A code, and a problem and a plan that break this rule and no other."""


@pytest.mark.parametrize(("code", "problem", "plan"), CASES)
def test_one_broken_rule(code: str, problem: Problem, plan: Plan) -> None:
    """A plan that breaks one rule is refused, and only that rule is named."""
    found = {violation.code for violation in violations(problem, plan)}

    assert found == {code}
    assert not stands(problem, plan)


def test_every_rule_has_a_case() -> None:
    """No code of the verifier is without a plan that proves it."""
    folder = Path(verify.__file__).parent
    files = [file for file in folder.glob("*.py") if file.stem != "formed"]
    assert codes_of(*files) == {code for code, _, _ in CASES}


def test_effort_budget() -> None:
    """A team's pairs take no more effort than its budget."""
    assert stands(replace(_team(0, effort_budget=4), pairs=EFFORTS), PLAN)
    broken = violations(replace(_team(0, effort_budget=3.9), pairs=EFFORTS), PLAN)
    assert {(item.code, item.need) for item in broken} == {
        ("effort_over", "n1"),
        ("effort_over", "n2"),
    }


def test_equipment_of_place_or_team_is_not_borrowed() -> None:
    """The pool lends only what neither the place nor the team has."""
    empty = {"pool": {}}

    assert stands(replace(_team(0, equipment=("laptop",)), **empty), PLAN)
    assert {item.code for item in violations(replace(PROBLEM, **empty), PLAN)} == {"pool_over"}
    local = tuple(replace(need, local_equipment=("laptop",)) for need in NEEDS)
    assert stands(replace(PROBLEM, needs=local, **empty), PLAN)


def test_cost_replaces_kilometres() -> None:
    """A pair's cost counts where kilometres would."""
    problem = replace(PROBLEM, pairs=(Pair("n2", "t1", cost=3),))

    assert stands(problem, _mission(1, km=3))
    assert not stands(problem, PLAN)


def test_a_pin_may_break_rules() -> None:
    """What people signed is reported, and does not bring the plan down."""
    problem = replace(_need(0, volunteers=9), pins=(Pin("n1", "t1", 1),))

    assert [item.code for item in violations(problem, PLAN)] == ["team_too_small"]
    assert stands(problem, PLAN)


def test_a_pin_excuses_no_one_else() -> None:
    """A place that pins overfill may not be filled further."""
    pins = (Pin("n1", "t1", 1),)
    problem = replace(PROBLEM, places=(Place("p", "u1", 4),), pins=pins)
    alone = replace(PLAN, missions=PLAN.missions[:1], unmet=(Unmet("n2"),))

    assert stands(problem, alone)
    assert not stands(problem, BESIDE)


def test_changes_that_count() -> None:
    """Only published missions that could stand, and that nobody decided, use the budget."""
    published = (Mission("n1", "t1", 2), Mission("n2", "t2", 2))
    problem = replace(PROBLEM, change_budget=0, published=published)

    assert not stands(problem, PLAN)
    pinned = replace(problem, pins=(Pin("n1", "t1", 1), Pin("n2", "t1", 4)))
    assert stands(pinned, PLAN)
    gone = replace(_team(1, available=()), change_budget=1, published=published)
    assert stands(gone, PLAN)


@pytest.mark.parametrize(
    ("aim", "value"),
    [("kept", 4), ("fair", 0), ("load", 2), ("travel", 5), ("wait", 5), ("few_teams", 1)],
)
def test_values(aim: str, value: float) -> None:
    """The value of every aim is counted from the missions."""
    published = (Mission("n1", "t1", 2), Mission("n2", "t2", 2))
    problem = replace(PROBLEM, published=published)

    def stated(number: float) -> Plan:
        return replace(PLAN, aims=(AimValue(aim, None, number, 0, 0),))

    assert stands(problem, stated(value))
    assert not stands(problem, stated(value + 1))


def test_value_of_fairness() -> None:
    """Uneven shares of met needs count: one unit with all, the other with none."""
    problem = _need(1, unit="u2")
    plan = replace(
        PLAN,
        missions=PLAN.missions[:1],
        unmet=(Unmet("n2"),),
        aims=(AimValue("fair", None, 0.5, 0.5, 0), AimValue("kept", None, 0, 0, 0)),
    )

    assert stands(problem, plan)


def test_an_empty_campaign() -> None:
    """Without needs and teams every aim is 0."""
    aims = tuple(AimValue(aim, None, 0, 0, 0) for aim in ("fair", "load", "travel"))
    plan = Plan("optimal", aims, (), (), (), verified=False)

    assert stands(Problem(1, ()), plan)
