"""The strict JSON format of problems and plans."""

import copy
import json
from typing import Any

import pytest

from functions.domain.plan import AimValue, Formed, Plan, PlannedMission, Reason, Unmet
from functions.domain.problem import Problem, ProblemError

FULL: dict[str, Any] = {
    "days": 70,
    "max_km": None,
    "rest_days": 1,
    "freeze_days": 0,
    "needs": [
        {
            "id": "n1",
            "unit": "705",
            "place": "25486",
            "tier": 1,
            "topics": {"ai": 2},
            "earliest": 3,
            "latest": 12,
            "days": 3,
            "volunteers": 6,
            "participants": 80,
            "equipment": ["laptop"],
            "local_equipment": [],
            "xy_km": [10.0, 4.5],
        },
        {
            "id": "n2",
            "unit": "705",
            "tier": 3,
            "earliest": 0,
            "latest": 5,
            "days": 1,
            "volunteers": 0,
        },
    ],
    "places": [{"id": "25486", "unit": "705", "lodging": 12}],
    "teams": [
        {
            "id": "t1",
            "unit": "703",
            "scope": "province",
            "size": 8,
            "topics": {"ai": 2},
            "trained_on": {"ai": -3},
            "available": [[0, 30]],
            "equipment": [],
            "max_missions": None,
            "effort_budget": None,
            "xy_km": [0.0, 0.0],
        }
    ],
    "volunteers": [
        {
            "id": "v1",
            "unit": "703",
            "topics": {"ai": 2},
            "trained_on": {"ai": 0},
            "available": [[0, 20]],
            "leader": False,
            "teaches": True,
            "travels": True,
            "max_days": 14,
            "xy_km": [1.0, 1.0],
        }
    ],
    "pool": {"laptop": 5},
    "pairs": [{"need": "n1", "team": "t1", "cost": 17, "effort": 8, "allowed": True}],
    "pins": [{"need": "n1", "team": "t1", "start": 4}],
    "vetoes": [{"need": "n2", "team": "t1"}],
    "published": [{"need": "n2", "team": "t1", "start": 2}],
    "change_budget": None,
    "aims": ["met", "kept", "fair", "travel"],
    "time_limit_s": 60,
}


def test_reads_every_field() -> None:
    """What the format can say arrives in the records, and is written back the same."""
    problem = Problem.from_json(FULL)

    assert problem.needs[0].topics == {"ai": 2}
    assert problem.teams[0].available == ((0, 30),)
    assert problem.pairs[0].cost == 17
    assert problem.to_json()["needs"][0] == FULL["needs"][0]
    assert Problem.from_json(json.loads(json.dumps(problem.to_json()))) == problem


def test_defaults() -> None:
    """What may be left out has the default of the format."""
    problem = Problem.from_json(
        {
            "days": 10,
            "needs": [FULL["needs"][1]],
            "teams": [{"id": "t", "unit": "u", "size": 3}],
            "volunteers": [{"id": "v", "unit": "u"}],
        }
    )

    need, team, volunteer = problem.needs[0], problem.teams[0], problem.volunteers[0]
    assert (problem.max_km, problem.rest_days, problem.freeze_days) == (None, 1, 0)
    assert (problem.places, problem.pairs, problem.pins, problem.vetoes) == ((), (), (), ())
    assert (problem.published, problem.pool, problem.change_budget) == ((), {}, None)
    assert problem.aims == ("met", "kept", "fair", "travel")
    assert problem.time_limit_s == 60
    assert (need.place, need.topics, need.participants, need.equipment) == (None, {}, 0, ())
    assert (need.local_equipment, need.xy_km) == ((), None)
    assert (team.scope, team.topics, team.trained_on) == ("province", {}, {})
    assert (team.available, team.equipment, team.max_missions) == (None, (), None)
    assert (team.effort_budget, team.xy_km) == (None, None)
    assert (volunteer.leader, volunteer.teaches, volunteer.travels) == (False, False, True)
    assert volunteer.max_days is None


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("extra",), 1, "extra: is not a key of the format"),
        (("needs", 0, "extra"), 1, "needs[0].extra: is not a key of the format"),
        (("days",), True, "days: must be a whole number"),
        (("days",), 0, "days: must be at least 1"),
        (("days",), None, "days: must be a whole number"),
        (("days",), 10_001, "days: must be at most 10000"),
        (("needs", 0, "days"), 10_001, "needs[0].days: must be at most 10000"),
        (("rest_days",), 367, "rest_days: must be at most 366"),
        (("max_km",), "far", "max_km: must be a number"),
        (("max_km",), float("nan"), "max_km: must be a number"),
        (("max_km",), float("inf"), "max_km: must lie between -1000000000 and 1000000000"),
        (("max_km",), -1, "max_km: must be at least 0"),
        (("rest_days",), 10**400, "rest_days: must lie between -1000000000 and 1000000000"),
        (
            ("pairs", 0, "cost"),
            -(10**400),
            "pairs[0].cost: must lie between -1000000000 and 1000000000",
        ),
        (("needs",), {}, "needs: must be a list"),
        (("needs", 1), [], "needs[1]: must be an object"),
        (("needs", 1, "tier"), 4, "needs[1].tier: must be at most 3"),
        (("needs", 1, "latest"), -1, "needs[1].latest: must not be before 0"),
        (("needs", 1, "id"), "n1", "needs[1].id: n1 is there twice"),
        (("needs", 1, "id"), "", "needs[1].id: must be a text that is not empty"),
        (("needs", 0, "place"), "x", "needs[0].place: names x, which does not exist"),
        (("needs", 0, "xy_km"), [1.0], "needs[0].xy_km: must be a list of 2"),
        (("needs", 0, "xy_km"), [1.0, "2"], "needs[0].xy_km[1]: must be a number"),
        (("needs", 0, "topics"), [], "needs[0].topics: must be an object"),
        (("needs", 0, "topics"), {"ai": "x"}, "needs[0].topics.ai: must be a whole number"),
        (("teams", 0, "scope"), "world", "teams[0].scope: must be one of province, unit"),
        (("teams", 0, "available"), [[3, 2]], "teams[0].available[0]: must not end before 3"),
        (("volunteers", 0, "leader"), 1, "volunteers[0].leader: must be true or false"),
        (("pool", "laptop"), -1, "pool.laptop: must be at least 0"),
        (("teams", 0, "members"), ["v9"], "teams[0].members[0]: names v9, which does not exist"),
        (("pins", 0, "team"), "t9", "pins[0].team: names t9, which does not exist"),
        (("vetoes", 0, "need"), "n9", "vetoes[0].need: names n9, which does not exist"),
        (("vetoes",), FULL["vetoes"] * 2, "vetoes[1].team: n2 with t1 is there twice"),
        (("pins",), FULL["pins"] * 2, "pins[1].need: n1 is there twice"),
        (("aims",), ["met", "met"], "aims[1]: met is there twice"),
        (("aims",), ["best"], "aims[0]: must be one of met, kept, fair, travel, few_teams"),
    ],
)
def test_refuses(path: tuple[Any, ...], value: object, message: str) -> None:
    """A value that the format does not allow is refused with its path and what it must be."""
    data = copy.deepcopy(FULL)
    target: Any = data
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value

    with pytest.raises(ProblemError) as refused:
        Problem.from_json(data)

    assert str(refused.value) == message
    assert message == f"{refused.value.key}: {refused.value.reason}"


def test_refuses_a_missing_key() -> None:
    """A key without a default must be there."""
    with pytest.raises(ProblemError, match=r"^needs: is missing$"):
        Problem.from_json({"days": 3})


def test_refuses_what_is_no_object() -> None:
    """The problem itself must be an object."""
    with pytest.raises(ProblemError, match=r"^problem: must be an object$"):
        Problem.from_json([])


def test_plan_as_json() -> None:
    """A plan is written with the keys of the format, tuples as lists."""
    plan = Plan(
        status="optimal",
        aims=(AimValue("met", 1, 1, 1.0, 0.4),),
        missions=(PlannedMission("n1", "t1", 4, 6, 12.3, (Reason("kept"),)),),
        formed=(Formed("f1", ("v1", "v7"), "v7"),),
        unmet=(Unmet("n2", (Reason("busy_elsewhere", {"needs": ("n1",)}),)),),
        verified=True,
    )

    assert plan.to_json() == {
        "status": "optimal",
        "aims": [{"aim": "met", "tier": 1, "value": 1, "bound": 1.0, "seconds": 0.4}],
        "missions": [
            {
                "need": "n1",
                "team": "t1",
                "start": 4,
                "end": 6,
                "km": 12.3,
                "why": [{"code": "kept", "data": {}}],
            }
        ],
        "formed": [{"id": "f1", "members": ["v1", "v7"], "leader": "v7"}],
        "unmet": [
            {
                "need": "n2",
                "why": [{"code": "busy_elsewhere", "data": {"needs": ["n1"]}}],
                "unlock": [],
            }
        ],
        "verified": True,
    }
