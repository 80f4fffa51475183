"""Teams formed out of volunteers, against every way to form them, on small problems."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from functions.domain.assign import solve
from functions.domain.eligibility import formations_of
from functions.domain.explain import REASONS
from functions.domain.forming import settled
from functions.domain.plan import Formed, Plan, PlannedMission, Reason, Unmet
from functions.domain.problem import Mission, Need, Problem
from functions.domain.setting import Setting
from functions.domain.unlock import unlocked
from functions.domain.verify import stands, violations
from functions.domain.verify.book import Book
from functions.domain.verify.values import aim_value

DAYS = 6
Way = tuple[PlannedMission, Formed | None] | None


@st.composite
def volunteers(draw: st.DrawFn, index: int) -> dict[str, Any]:
    """A person who can do most, not all."""
    often = st.sampled_from([True, True, False])
    return {
        "id": f"v{index}",
        "unit": draw(st.sampled_from(["u1", "u2"])),
        "topics": {"ai": draw(st.integers(0, 2))},
        "trained_on": draw(st.sampled_from([{}, {}, {"ai": 1}])),
        "available": draw(st.sampled_from([None, [[0, 2]], [[1, 5]]])),
        "leader": draw(often),
        "teaches": draw(often),
        "travels": draw(often),
        "max_days": draw(st.sampled_from([None, 1, 2, 3])),
        "xy_km": draw(st.sampled_from([None, [0.0, 0.0], [3.0, 4.0]])),
    }


@st.composite
def needs(draw: st.DrawFn, index: int) -> dict[str, Any]:
    """A need for one to three people within a few days."""
    earliest = draw(st.integers(0, 3))
    return {
        "id": f"n{index}",
        "unit": "u1",
        "place": draw(st.sampled_from([None, "p"])),
        "tier": draw(st.integers(1, 2)),
        "topics": draw(st.sampled_from([{}, {"ai": 1}])),
        "earliest": earliest,
        "latest": draw(st.integers(earliest, min(earliest + 2, DAYS - 1))),
        "days": draw(st.integers(1, 2)),
        "volunteers": draw(st.integers(0, 3)),
        "participants": draw(st.sampled_from([10, 50])),
        "equipment": draw(st.sampled_from([[], [], ["laptop"]])),
        "xy_km": draw(st.sampled_from([None, [0.0, 0.0], [6.0, 8.0]])),
    }


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """A problem with few people, one ready team or none, so that every plan can be tried."""
    team = {"id": "t", "unit": "u2", "size": 2, "topics": {"ai": 1}, "xy_km": [1.0, 0.0]}
    count = draw(st.integers(1, 3))
    team_ids = draw(st.sampled_from([[], ["t"]]))
    return Problem.from_json(
        {
            "days": DAYS,
            "max_km": draw(st.sampled_from([None, 7.0])),
            "rest_days": draw(st.integers(0, 1)),
            "needs": [draw(needs(index)) for index in range(count)],
            "places": [{"id": "p", "unit": "u1", "lodging": draw(st.sampled_from([None, 2, 4]))}],
            "teams": [team] if team_ids else [],
            "volunteers": [draw(volunteers(index)) for index in range(draw(st.integers(1, 4)))],
            "pool": draw(st.sampled_from([{}, {"laptop": 1}])),
            "published": [{"need": "n0", "team": each, "start": 1} for each in team_ids],
        }
    )


def _as_plan(problem: Problem, ways: tuple[Way, ...]) -> Plan:
    missions = tuple(way[0] for way in ways if way)
    formed = tuple(way[1] for way in ways if way and way[1])
    served = {mission.need for mission in missions}
    book = Book(problem, missions, formed)
    missions = tuple(replace(mission, km=book.km(mission)) for mission in missions)
    unmet = tuple(Unmet(need.id) for need in problem.needs if need.id not in served)
    return Plan("feasible", (), missions, formed, unmet, verified=False)


def _ways(problem: Problem, need: Need) -> Iterator[Way]:
    """Every way to serve a need by itself that the verifier lets pass, and not to serve it."""
    yield None
    crews: list[Formed | None] = [None]
    for size in range(1, len(problem.volunteers) + 1):
        for people in itertools.combinations(problem.volunteers, size):
            ids = tuple(person.id for person in people)
            crews += [Formed(f"f-{need.id}", ids, one.id) for one in people if one.leader]
    alone = replace(problem, needs=(need,), published=())
    for start, crew in itertools.product(range(DAYS), crews):
        if crew is None and not problem.teams:
            continue
        team = crew.id if crew else "t"
        way = (PlannedMission(need.id, team, start, start + need.days - 1, 0), crew)
        if stands(alone, _as_plan(alone, (way,))):
            yield way


def _values(problem: Problem, plan: Plan, stated: Plan) -> list[float]:
    book = Book(problem, plan.missions, plan.formed)
    return [round(aim_value(book, aim.aim, aim.tier), 3) for aim in stated.aims]


@settings(max_examples=60, deadline=None)
@given(problems())
def test_no_way_of_forming_is_better(problem: Problem) -> None:
    """The plan is the best of all, aim after aim, and stands before the verifier."""
    plan = solve(problem)

    assert plan.verified, violations(problem, plan)
    assert plan.status == "optimal"
    every = itertools.product(*(list(_ways(problem, need)) for need in problem.needs))
    # Few problems have more ways; of those the first are tried.
    plans = (_as_plan(problem, ways) for ways in itertools.islice(every, 3000))
    best = min(_values(problem, each, plan) for each in plans if stands(problem, each))
    mine = [aim.value for aim in plan.aims]
    assert [aim.bound for aim in plan.aims] == mine
    # "travel" adds up rounded kilometres.
    assert all(one <= two + 0.005 for one, two in zip(mine, best, strict=True) if mine != best)


@settings(max_examples=60, deadline=None)
@given(problems())
def test_the_people_who_are_missing_would_do(problem: Problem) -> None:
    """With the people that a reason names, a team can be formed; before, none."""
    setting = Setting.of(problem)
    for unmet in solve(problem).unmet:
        need = setting.needs[unmet.need]
        for reason in unmet.unlock:
            if reason.code.startswith("unlock_people"):
                assert not formations_of(setting, need)
                more = unlocked(problem, need.id, reason)
                assert formations_of(Setting.of(more), need)


@settings(max_examples=60, deadline=None)
@given(problems())
def test_every_reason_is_in_the_catalogue(problem: Problem) -> None:
    """Every code that is given, and the keys of its data, are those documented."""
    plan = solve(problem)

    for answer in (*plan.missions, *plan.unmet):
        for reason in (*answer.why, *getattr(answer, "unlock", ())):
            assert tuple(reason.data) == REASONS[reason.code]


@settings(max_examples=60, deadline=None)
@given(problems())
def test_a_night_later_everything_is_said_again(problem: Problem) -> None:
    """Its teams formed and its missions published, the plan stays, and so do its explanations."""
    tonight = solve(problem)
    missions = tuple(Mission(each.need, each.team, each.start) for each in tonight.missions)

    later = solve(settled(problem, tonight.formed, missions))

    assert later.verified
    assert [(each.need, each.team, each.start) for each in later.missions] == [
        (each.need, each.team, each.start) for each in tonight.missions
    ]
    assert [_lasting(each) for each in later.unmet] == [_lasting(each) for each in tonight.unmet]


def _lasting(unmet: Unmet) -> tuple[str, list[Reason], tuple[Reason, ...]]:
    """All but what is said about the change since the night before."""
    lasting = [reason for reason in unmet.why if not reason.code.startswith("changed_by")]
    return unmet.need, lasting, unmet.unlock
