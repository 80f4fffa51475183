"""What plans owe to units and to people: even shares, no loss by more means, decisions kept."""

import itertools
from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from functions.domain.assign import solve
from functions.domain.eligibility import options_of
from functions.domain.plan import Plan
from functions.domain.problem import Need, Pin, Problem, Team
from functions.domain.setting import Setting
from tests.properties.test_assign import DAYS, needs, problems, teams


def _met(plan: Plan) -> list[float]:
    """How many needs are not met, tier after tier."""
    return [aim.value for aim in plan.aims if aim.aim == "met"]


def _served(problem: Problem, plan: Plan) -> Counter[str]:
    units = {need.id: need.unit for need in problem.needs}
    return Counter(units[mission.need] for mission in plan.missions)


@st.composite
def equal_units(draw: st.DrawFn) -> Problem:
    """Units that ask for the same, and teams that differ in nothing but their names."""
    wishes = [
        (draw(st.integers(0, 3)), draw(st.integers(0, 2)), draw(st.integers(1, 2)))
        for _ in range(draw(st.integers(1, 3)))
    ]
    tiers = [draw(st.integers(1, 2)) for _ in wishes]
    return Problem(
        days=DAYS,
        rest_days=draw(st.integers(0, 1)),
        needs=tuple(
            Need(f"n{unit}{kind}", f"u{unit}", tier, first, first + days - 1 + room, days, 1)
            for unit in range(draw(st.integers(2, 4)))
            for kind, ((first, room, days), tier) in enumerate(zip(wishes, tiers, strict=True))
        ),
        teams=tuple(Team(f"t{index}", "u0", 5) for index in range(draw(st.integers(1, 3)))),
    )


@settings(max_examples=60, deadline=None)
@given(equal_units())
def test_equal_units_are_served_alike(problem: Problem) -> None:
    """Between units that ask for the same, the needs met differ by one at most."""
    served = _served(problem, solve(problem))

    counts = [served[unit] for unit in {need.unit for need in problem.needs}]
    assert max(counts) - min(counts) <= 1


@st.composite
def scarce(draw: st.DrawFn) -> Problem:
    """Two units with as many needs of one tier each, for one team or two."""
    data = {
        "days": DAYS,
        "needs": [
            {**draw(needs(index)), "unit": f"u{index % 2}", "tier": 1, "place": None}
            for index in range(draw(st.sampled_from([4, 6])))
        ],
        "teams": [draw(teams(index)) for index in range(draw(st.integers(1, 2)))],
        "pool": {"laptop": 2},
        "max_km": None,
    }
    return Problem.from_json(data)


@settings(max_examples=150, deadline=None)
@given(scarce())
def test_no_unit_goes_without_while_another_is_served_twice(problem: Problem) -> None:
    """A unit is left with nothing beside one served twice only where the rules force it.

    Whichever way to serve one of its needs is signed, fewer needs are met in all.
    """
    plan = solve(problem)
    served = _served(problem, plan)
    empty = {need.unit for need in problem.needs} - served.keys()
    if not empty or max(served.values(), default=0) < 2:
        return

    event("one unit has nothing, the other two")
    setting = Setting.of(problem)
    for need in (need for need in setting.problem.needs if need.unit in empty):
        for option in options_of(setting, need):
            pin = Pin(option.need, option.team, option.start)
            assert _met(solve(replace(problem, pins=(pin,), aims=("met",)))) > _met(plan)


def test_shares_are_of_what_a_unit_asked_for() -> None:
    """Units are even when the same share of their needs is met, not the same number."""
    problem = Problem(
        days=4,
        rest_days=0,
        needs=(
            *(Need(f"a{index}", "a", 1, 0, 3, 1, 1) for index in range(6)),
            *(Need(f"b{index}", "b", 1, 0, 3, 1, 1) for index in range(2)),
        ),
        teams=(Team("t", "a", 5),),
    )

    assert _served(problem, solve(problem)) == {"a": 3, "b": 1}


@st.composite
def more_means(draw: st.DrawFn, problem: Problem, number: int) -> Problem:
    """The problem with one thing more: time, a team, beds, equipment, or a team's strength."""
    data: dict[str, Any] = problem.to_json()
    need, team = draw(st.sampled_from(data["needs"])), draw(st.sampled_from(data["teams"]))
    match draw(st.sampled_from(["window", "team", "lodging", "pool", "days", "pairs", "limits"])):
        case "window":
            need["earliest"] -= draw(st.integers(0, 2))
            need["latest"] += draw(st.integers(0, 2))
        case "team":
            data["teams"].append(draw(teams(number)))
        case "lodging":
            data["places"][0]["lodging"] = draw(st.sampled_from([None, 12, 20]))
        case "pool":
            data["pool"] = {"laptop": data["pool"].get("laptop", 0) + 1}
        case "days":
            team["available"].append([draw(st.integers(0, 3)), DAYS - 1])
        case "pairs":
            data["pairs"] = [pair for pair in data["pairs"] if pair["allowed"]]
        case _:
            team |= {"max_missions": None, "effort_budget": None}
    return Problem.from_json(data)


@settings(max_examples=150, deadline=None)
@given(problems(), st.data())
def test_more_means_leave_no_more_needs(problem: Problem, data: st.DataObject) -> None:
    """With more time, teams, beds or equipment, no fewer needs are met, tier before tier."""
    before = replace(problem, aims=("met",), change_budget=None)
    after = data.draw(more_means(before, 9))

    assert _met(solve(after)) <= _met(solve(before))


@st.composite
def decided(draw: st.DrawFn) -> Problem:
    """A problem with many signatures and refusals, some of them against each other."""
    problem = draw(problems())
    data: dict[str, Any] = {**problem.to_json(), "change_budget": None}
    couples = list(
        itertools.product((need.id for need in problem.needs), (team.id for team in problem.teams))
    )
    signed = st.tuples(st.sampled_from(couples), st.integers(0, DAYS - 1))
    pins = draw(st.lists(signed, min_size=1, max_size=4, unique_by=lambda row: row[0][0]))
    data["pins"] = [{"need": need, "team": team, "start": day} for (need, team), day in pins]
    vetoes = draw(st.lists(st.sampled_from(couples), min_size=1, max_size=4, unique=True))
    data["vetoes"] = [{"need": need, "team": team} for need, team in vetoes]
    return Problem.from_json(data)


@settings(max_examples=100, deadline=None)
@given(decided())
def test_decisions_stand(problem: Problem) -> None:
    """Every pin is in the plan as signed, whatever it breaks, and no vetoed pair without a pin."""
    plan = solve(problem)
    missions = {(one.need, one.team, one.start) for one in plan.missions}

    pins = {(pin.need, pin.team, pin.start) for pin in problem.pins}
    assert pins <= missions
    vetoes = {(veto.need, veto.team) for veto in problem.vetoes}
    assert not vetoes & {(need, team) for need, team, _ in missions - pins}
    assert plan.verified
