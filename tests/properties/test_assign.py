"""The solver against every plan there is, on small problems of every kind."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from functions.domain.assign import solve
from functions.domain.eligibility import options_of
from functions.domain.explain import REASONS
from functions.domain.plan import Plan, PlannedMission, Unmet
from functions.domain.problem import Problem
from functions.domain.setting import Setting
from functions.domain.unlock import unlocked
from functions.domain.verify import stands, violations
from functions.domain.verify.book import Book
from functions.domain.verify.values import aim_value
from tests.second_solver import optimum, worth

DAYS = 7
TOPICS = ("ai", "web")


@st.composite
def needs(draw: st.DrawFn, index: int) -> dict[str, Any]:
    """A need with a short window, near the others."""
    earliest = draw(st.integers(0, 4))
    return {
        "id": f"n{index}",
        "unit": draw(st.sampled_from(["u1", "u2"])),
        "place": draw(st.sampled_from([None, "p1", "p1"])),
        "tier": draw(st.integers(1, 3)),
        "topics": draw(st.dictionaries(st.sampled_from(TOPICS), st.integers(1, 2), max_size=1)),
        "earliest": earliest,
        "latest": draw(st.integers(earliest, min(earliest + 3, DAYS))),
        "days": draw(st.integers(1, 3)),
        "volunteers": draw(st.integers(1, 4)),
        "equipment": draw(st.sampled_from([[], ["laptop"]])),
        "xy_km": draw(st.sampled_from([None, [0.0, 0.0], [3.0, 4.0], [6.5, 0.0]])),
    }


@st.composite
def teams(draw: st.DrawFn, index: int) -> dict[str, Any]:
    """A team that can do most, not all."""
    return {
        "id": f"t{index}",
        "unit": draw(st.sampled_from(["u1", "u2"])),
        "scope": draw(st.sampled_from(["province", "province", "unit"])),
        "size": draw(st.integers(3, 5)),
        "topics": {topic: draw(st.integers(1, 3)) for topic in TOPICS},
        "trained_on": draw(st.dictionaries(st.sampled_from(TOPICS), st.integers(-1, 3))),
        "available": draw(st.sampled_from([[[0, 6]], [[0, 2], [3, 5]], [[2, 6]]])),
        "equipment": draw(st.sampled_from([[], ["laptop"]])),
        "max_missions": draw(st.sampled_from([None, None, 1, 2])),
        "effort_budget": draw(st.sampled_from([None, None, 1.5])),
        "xy_km": [draw(st.sampled_from([0.0, 1.0])), 0.0],
    }


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """A problem small enough that every plan can be tried."""
    need_count, team_count = draw(st.integers(1, 4)), draw(st.integers(1, 2))
    need_ids = [f"n{index}" for index in range(need_count)]
    team_ids = [f"t{index}" for index in range(team_count)]
    couples = st.sampled_from(list(itertools.product(need_ids, team_ids)))
    starts = st.integers(0, DAYS - 1)
    missions = st.tuples(st.sampled_from(need_ids), st.sampled_from(team_ids), starts)
    by_need = {"unique_by": lambda row: row[0], "max_size": 3}
    pairs = draw(st.lists(couples, unique=True, max_size=3))
    data = {
        "days": DAYS,
        "max_km": draw(st.sampled_from([None, 5.5])),
        "rest_days": draw(st.integers(0, 1)),
        "freeze_days": draw(st.sampled_from([0, 0, 2])),
        "needs": [draw(needs(index)) for index in range(need_count)],
        "places": [{"id": "p1", "unit": "u1", "lodging": draw(st.integers(4, 9))}],
        "teams": [draw(teams(index)) for index in range(team_count)],
        "pool": draw(st.sampled_from([{}, {"laptop": 1}])),
        "pairs": [
            {
                "need": need,
                "team": team,
                "cost": draw(st.sampled_from([None, 2, 7.5])),
                "effort": 1,
                "allowed": draw(st.sampled_from([True, True, False])),
            }
            for need, team in pairs
        ],
        "pins": _rows(draw(st.lists(missions, unique_by=lambda row: row[0], max_size=1))),
        "vetoes": [
            {"need": need, "team": team}
            for need, team in draw(st.lists(couples, unique=True, max_size=1))
        ],
        "published": _rows(draw(st.lists(missions, **by_need))),
        "change_budget": draw(st.sampled_from([None, None, 0, 1])),
        "aims": draw(
            st.sampled_from(
                [
                    ["met", "kept", "fair", "travel"],
                    ["met", "few_teams", "travel"],
                    ["kept", "met", "fair"],
                    ["met", "travel", "few_teams"],
                ]
            )
        ),
    }
    return Problem.from_json(data)


def _rows(missions: list[tuple[str, str, int]]) -> list[dict[str, Any]]:
    return [{"need": need, "team": team, "start": start} for need, team, start in missions]


def _planned(problem: Problem, need_id: str, team_id: str, start: int) -> PlannedMission:
    need = next(need for need in problem.needs if need.id == need_id)
    mission = PlannedMission(need_id, team_id, start, start + need.days - 1, 0)
    return replace(mission, km=Book(problem, [mission]).km(mission))


def _as_plan(problem: Problem, missions: tuple[PlannedMission, ...]) -> Plan:
    served = {mission.need for mission in missions}
    unmet = tuple(Unmet(need.id) for need in problem.needs if need.id not in served)
    return Plan("feasible", (), missions, (), unmet, verified=False)


def every_plan(problem: Problem) -> Iterator[tuple[PlannedMission, ...]]:
    """Every set of missions that the verifier lets pass, change budget apart."""
    free = replace(problem, change_budget=None)
    decided = [
        _planned(problem, mission.need, mission.team, mission.start)
        for mission in Setting.of(problem).decided.values()
    ]
    ways: list[list[PlannedMission | None]] = []
    for need in problem.needs:
        if any(mission.need == need.id for mission in decided):
            continue
        single = (
            _planned(problem, need.id, team.id, start)
            for team in problem.teams
            for start in range(DAYS)
        )
        stand = [one for one in single if stands(free, _as_plan(free, (*decided, one)))]
        ways.append([None, *stand])
    for choice in itertools.product(*ways):
        missions = (*decided, *(mission for mission in choice if mission))
        if stands(free, _as_plan(free, missions)):
            yield missions


def _values(problem: Problem, plan: Plan, missions: tuple[PlannedMission, ...]) -> list[float]:
    book = Book(problem, missions)
    return [round(aim_value(book, aim.aim, aim.tier), 3) for aim in plan.aims]


def _rounding(plan: Plan) -> list[float]:
    """How far the engine's whole-number costs may stand from the true value of each aim."""
    return [0.005 if aim.aim == "fair" else 0 for aim in plan.aims]


def _breaks_rules(problem: Problem, plan: Plan) -> bool:
    """Whether people signed what breaks a rule: the verifier sees it in the signed missions."""
    pinned = {pin.need for pin in problem.pins}
    return any(
        item.need in pinned
        for item in violations(problem, plan)
        if item.code not in ("not_answered_once", "change_budget")
    )


@settings(max_examples=60, deadline=None)
@given(problems())
def test_no_plan_is_better(problem: Problem) -> None:
    """An optimal plan is the best of all plans, aim after aim, and stands before the verifier."""
    plan = solve(problem)

    candidates = list(every_plan(problem))
    if problem.change_budget is not None:
        within = [one for one in candidates if stands(problem, _as_plan(problem, one))]
        assert within or plan.status == "infeasible"
        candidates = within
    if candidates:
        assert plan.verified
        assert plan.status == ("infeasible" if _breaks_rules(problem, plan) else "optimal")
        best = min(_values(problem, plan, missions) for missions in candidates)
        found = [aim.value for aim in plan.aims]
        for mine, theirs, slack in zip(found, best, _rounding(plan), strict=True):
            assert abs(mine - theirs) <= slack + 1e-6
            assert not slack or abs(mine - theirs) < 1e-6, "fair differs by rounding alone"
        assert [aim.bound for aim in plan.aims] == found


@settings(max_examples=60, deadline=None)
@given(problems())
def test_the_second_solver_agrees(problem: Problem) -> None:
    """Another engine with the rules in other words proves the same values, aim after aim."""
    assert worth(problem, solve(problem).missions) == optimum(problem)


@settings(max_examples=40, deadline=None)
@given(problems(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(problem: Problem, source: Any) -> None:  # noqa: ANN401
    """The same problem with its lists shuffled has the same plan."""

    def shuffled(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(source.sample(rows, len(rows)))

    other = replace(
        problem,
        needs=shuffled(problem.needs),
        teams=shuffled(problem.teams),
        pairs=shuffled(problem.pairs),
        published=shuffled(problem.published),
    )
    assert without_seconds(solve(other)) == without_seconds(solve(problem))


@settings(max_examples=40, deadline=None)
@given(problems())
def test_every_reason_is_in_the_catalogue(problem: Problem) -> None:
    """Every code that is given, and the keys of its data, are those documented."""
    plan = solve(problem)

    for answer in (*plan.missions, *plan.unmet):
        for reason in (*answer.why, *getattr(answer, "unlock", ())):
            assert tuple(reason.data) == REASONS[reason.code]


@settings(max_examples=100, deadline=None)
@given(problems())
def test_every_unlock_is_true(problem: Problem) -> None:
    """With the one change that is named, the rules leave the need a team; before, none."""
    for unmet in solve(problem).unmet:
        for unlock in unmet.unlock:
            before, after = (
                Setting.of(one) for one in (problem, unlocked(problem, unmet.need, unlock))
            )
            assert not options_of(before, before.needs[unmet.need])
            assert options_of(after, after.needs[unmet.need])


def _met(problem: Problem) -> list[float]:
    """Needs not met, tier after tier, when nothing else counts."""
    plan = solve(replace(problem, aims=("met",), change_budget=None))
    return [aim.value for aim in plan.aims]


@settings(max_examples=60, deadline=None)
@given(problems())
def test_every_unlock_is_worth_it(problem: Problem) -> None:
    """With the one change that is named, more needs can be met than before."""
    free = replace(problem, aims=("met",), change_budget=None)
    for unmet in solve(free).unmet:
        for unlock in unmet.unlock:
            assert _met(unlocked(free, unmet.need, unlock)) < _met(free)


@settings(max_examples=100, deadline=None)
@given(problems())
def test_every_cost_is_true(problem: Problem) -> None:
    """Without the needs that are named the need is met, and no other need is lost."""
    plan = solve(problem)
    for unmet in plan.unmet:
        for cost in unmet.why:
            if cost.code.startswith("serving_"):
                named = cost.data["needs"] if cost.code == "serving_costs" else ()
                assert isinstance(named, tuple)
                first = _changed(_without(problem, named), unmet.need, tier=0)
                left = _met(first)
                assert left[0] == 0
                assert sum(left) <= len(plan.unmet) - 1


def _without(problem: Problem, needs: tuple[str, ...]) -> Problem:
    def others(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(row for row in rows if row.need not in needs)

    return replace(
        problem,
        needs=tuple(need for need in problem.needs if need.id not in needs),
        pairs=others(problem.pairs),
        pins=others(problem.pins),
        vetoes=others(problem.vetoes),
        published=others(problem.published),
    )


def _changed(problem: Problem, need_id: str, **changes: Any) -> Problem:  # noqa: ANN401
    needs = (replace(need, **changes) if need.id == need_id else need for need in problem.needs)
    return replace(problem, needs=tuple(needs))


def without_seconds(plan: Plan) -> Plan:
    """The plan without the only thing in it that time decides."""
    return replace(plan, aims=tuple(replace(aim, seconds=0) for aim in plan.aims))
