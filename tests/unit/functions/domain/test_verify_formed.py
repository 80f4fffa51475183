"""The verifier's rules about teams formed out of volunteers."""

from dataclasses import replace
from pathlib import Path

import pytest

from functions.domain.plan import Formed, Plan, PlannedMission
from functions.domain.problem import Need, Problem, Team, Volunteer
from functions.domain.verify import formed, stands, violations
from tests.violation_codes import codes_of

NEED = Need("n1", "u1", 1, 2, 6, 2, 2, topics={"ai": 1}, participants=50, xy_km=(3.0, 4.0))
LEADER = Volunteer("a", "u1", topics={"ai": 1}, leader=True, max_days=4, xy_km=(0.0, 0.0))
TEACHER = Volunteer("b", "u2", topics={"ai": 2}, teaches=True, available=((2, 3), (4, 9)))
PROBLEM = Problem(
    12,
    (NEED, replace(NEED, id="n2", earliest=6, latest=9)),
    max_km=5,
    volunteers=(LEADER, TEACHER),
)
MISSION = PlannedMission("n1", "f-n1", 2, 3, 5.0)
PLAN = Plan(
    "feasible",
    (),
    (MISSION, PlannedMission("n2", "f-n2", 6, 7, 5.0)),
    (Formed("f-n1", ("a", "b"), "a"), Formed("f-n2", ("a", "b"), "a")),
    (),
    verified=False,
)


def _people(**changes: object) -> Problem:
    changed = [
        replace(person, **changes.get(person.id, {}))  # type: ignore[arg-type]
        for person in PROBLEM.volunteers
    ]
    return replace(PROBLEM, volunteers=tuple(changed))


def _formed(**changes: object) -> Plan:
    first, second = PLAN.formed
    return replace(PLAN, formed=(replace(first, **changes), second))  # type: ignore[arg-type]


def test_nothing_broken() -> None:
    """Two missions of the same people that keep every rule stand, right up to each limit."""
    assert violations(PROBLEM, PLAN) == []
    assert stands(PROBLEM, PLAN)


CASES = [
    ("unknown_id", PROBLEM, replace(PLAN, formed=PLAN.formed[:1])),
    ("formed_misused", PROBLEM, _formed(id="f-n2")),
    ("formed_misused", PROBLEM, _formed(id="idle")),
    (
        "formed_misused",
        replace(PROBLEM, teams=(Team("f-n1", "u1", 9, topics={"ai": 1}),)),
        PLAN,
    ),
    ("unknown_member", PROBLEM, _formed(members=("a", "b", "x"))),
    ("unknown_member", PROBLEM, _formed(members=("a", "b", "b"))),
    ("no_leader", _people(a={"leader": False}), PLAN),
    ("no_leader", PROBLEM, _formed(members=("b", "b"))),
    ("no_leader", PROBLEM, _formed(leader="b")),
    ("no_leader", PROBLEM, _formed(leader="x")),
    ("no_teacher", _people(b={"teaches": False}), PLAN),
    ("too_few_trained", _people(a={"topics": {}}), PLAN),
    ("too_few_trained", _people(b={"trained_on": {"ai": 2}}), PLAN),
    ("topic_missing", _people(a={"topics": {}}, b={"topics": {"ai": 0}}), PLAN),
    ("member_not_available", _people(b={"available": ((2, 6),)}), PLAN),
    ("member_too_far", _people(b={"xy_km": (9.0, 9.0)}), PLAN),
    ("member_stays_home", _people(b={"travels": False}), PLAN),
    ("member_days_over", _people(a={"max_days": 3}), PLAN),
    ("member_no_rest", replace(PROBLEM, rest_days=3), PLAN),
    ("team_too_small", PROBLEM, _formed(members=("a",))),
]


@pytest.mark.parametrize(("code", "problem", "plan"), CASES)
def test_one_broken_rule(code: str, problem: Problem, plan: Plan) -> None:
    """A plan whose formed teams break a rule is refused, and the rule is named."""
    assert code in {item.code for item in violations(problem, plan)}
    assert not stands(problem, plan)


def test_each_rule_by_itself() -> None:
    """What one person cannot do is named alone."""
    for code, problem in (
        ("no_teacher", _people(b={"teaches": False})),
        ("member_not_available", _people(b={"available": ((2, 6),)})),
        ("member_stays_home", _people(b={"travels": False})),
        ("member_days_over", _people(a={"max_days": 3})),
        ("member_no_rest", replace(PROBLEM, rest_days=3)),
        ("too_few_trained", _people(a={"topics": {}})),
    ):
        assert {item.code for item in violations(problem, PLAN)} == {code}


def test_every_rule_has_a_case() -> None:
    """No code of these rules is without a plan that proves it."""
    assert codes_of(Path(formed.__file__)) <= {code for code, _, _ in CASES}


BEFORE = Team(
    "old", "u1", 2, topics={"ai": 1}, formed_for="n2", members=("a", "b"), xy_km=(0.0, 0.0)
)
BESIDE = replace(
    PLAN,
    missions=(MISSION, PlannedMission("n2", "old", 6, 7, 5.0)),
    formed=PLAN.formed[:1],
)


def _codes(problem: Problem, plan: Plan) -> set[str]:
    return {each.code for each in violations(problem, plan)}


def test_people_who_were_formed_into_a_team_before_count_too() -> None:
    """Nobody is in a new team and in one of before without the rest between, or for too long."""
    known = replace(PROBLEM, teams=(BEFORE,))
    tired = _people(a={"max_days": 3})

    assert violations(known, BESIDE) == []
    assert _codes(replace(known, rest_days=3), BESIDE) == {"member_no_rest"}
    assert _codes(replace(tired, teams=(BEFORE,)), BESIDE) == {"member_days_over"}


def test_what_was_formed_before_is_not_judged_anew() -> None:
    """Two teams of before that share people stand as people decided them."""
    first = replace(BEFORE, id="older", formed_for="n1")
    missions = (replace(MISSION, team="older"), BESIDE.missions[1])
    both = replace(PROBLEM, teams=(BEFORE, first), rest_days=3)

    assert violations(both, replace(BESIDE, missions=missions, formed=())) == []
