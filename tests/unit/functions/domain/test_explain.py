"""Reasons: each one true, and every one documented."""

from dataclasses import replace
from typing import Any

import pytest

from functions.domain.assign import solve
from functions.domain.explain import REASONS
from functions.domain.plan import Plan, Reason
from functions.domain.problem import Mission, Need, Pair, Pin, Place, Problem, Team, Veto

NEED = Need("n1", "u1", 1, 2, 6, 2, 4, place="p", topics={"ai": 1}, xy_km=(3, 4))
TEAM = Team("t1", "u1", 5, topics={"ai": 1}, xy_km=(0, 0))
PROBLEM = Problem(20, (NEED,), places=(Place("p", "u1", 10),), teams=(TEAM,), pool={"laptop": 1})


def _why(plan: Plan, need: str = "n1") -> dict[str, dict[str, Any]]:
    """Reasons of one need by code; of a code that is there twice, the last."""
    answers = [answer for answer in (*plan.missions, *plan.unmet) if answer.need == need]
    return {reason.code: dict(reason.data) for answer in answers for reason in answer.why}


def _unlock(problem: Problem) -> dict[str, dict[str, Any]]:
    return {
        reason.code: dict(reason.data) for unmet in solve(problem).unmet for reason in unmet.unlock
    }


def _with(need: dict[str, Any] | None = None, team: dict[str, Any] | None = None) -> Problem:
    changed = replace(NEED, **(need or {})), replace(TEAM, **(team or {}))
    return replace(PROBLEM, needs=changed[:1], teams=changed[1:])


def test_a_need_met() -> None:
    """A mission says what the team masters, how far it comes, and when it is free."""
    assert _why(solve(PROBLEM)) == {
        "topics": {"topics": ("ai",)},
        "distance": {"km": 5.0},
        "choice": {"nearer": 0, "teams": 1},
        "free_days": {"first": 0, "last": 19},
    }


def test_nothing_is_said_that_is_not_known() -> None:
    """Without topics and points there is no reason about them."""
    why = _why(solve(_with({"topics": {}, "xy_km": None}, {"available": ((0, 3), (4, 9))})))

    assert why == {
        "choice": {"nearer": 0, "teams": 1},
        "free_days": {"first": 0, "last": 9},
    }


def test_a_nearer_team_that_was_possible() -> None:
    """The choice says how many possible teams are nearer."""
    near = replace(TEAM, id="t2", xy_km=(3, 4))
    problem = replace(PROBLEM, teams=(TEAM, near), pins=(), published=(Mission("n1", "t1", 2),))

    why = _why(solve(problem))

    assert why["kept"] == {}
    assert why["choice"] == {"nearer": 1, "teams": 2}


def test_a_pin_that_breaks_rules() -> None:
    """A signed mission says so, and which rules it breaks."""
    problem = replace(_with({"volunteers": 9}), pins=(Pin("n1", "t1", 10),))

    assert _why(solve(problem)) == {
        "pinned": {},
        "breaks_rules": {"rules": ("team_too_small", "outside_window")},
        "distance": {"km": 5.0},
        "free_days": {"first": 0, "last": 19},
    }


def test_a_pin_on_days_off_has_no_free_days() -> None:
    """Days on which the team is not available are not called free."""
    problem = replace(_with(team={"available": ((0, 1),)}), pins=(Pin("n1", "t1", 3),))

    why = _why(solve(problem))

    assert why["breaks_rules"] == {"rules": ("not_available",)}
    assert "free_days" not in why


def test_a_frozen_mission() -> None:
    """A published mission that starts soon stays, and says so."""
    problem = replace(PROBLEM, freeze_days=3, published=(Mission("n1", "t1", 2),))

    assert {"frozen", "kept"} <= _why(solve(problem)).keys()


def test_changed_by_pin() -> None:
    """A published mission that the coordinator moved."""
    published = (Mission("n1", "t1", 3),)
    problem = replace(PROBLEM, published=published, pins=(Pin("n1", "t1", 4),))

    assert _why(solve(problem))["changed_by_pin"] == {"team": "t1", "start": 3}


def test_changed_by_rules() -> None:
    """A published mission that a veto ended, withdrawn as no other team is possible."""
    problem = replace(PROBLEM, published=(Mission("n1", "t1", 3),), vetoes=(Veto("n1", "t1"),))

    assert _why(solve(problem))["changed_by_rules"] == {
        "team": "t1",
        "start": 3,
        "rules": ("vetoed",),
    }


def test_changed_by_needs() -> None:
    """A published mission whose team now serves a need of a harder place."""
    easy = replace(NEED, id="n2", tier=3, earliest=3, latest=4)
    hard = replace(NEED, earliest=3, latest=4)
    problem = replace(PROBLEM, needs=(hard, easy), published=(Mission("n2", "t1", 3),))

    why = _why(solve(problem), "n2")

    assert why["changed_by_needs"] == {"team": "t1", "start": 3, "needs": ("n1",)}
    assert why["possible"] == {"teams": 1}
    assert why["busy_elsewhere"] == {"needs": ("n1",)}


def test_changed_by_aims() -> None:
    """A published mission that could stay, moved because the aims do not ask to keep it."""
    problem = replace(PROBLEM, published=(Mission("n1", "t1", 4),), aims=("met", "travel"))

    assert _why(solve(problem))["changed_by_aims"] == {"team": "t1", "start": 4}


def test_left_out() -> None:
    """A need that no aim asks to meet is left out, and nothing else is said to be in the way."""
    why = _why(solve(replace(PROBLEM, aims=("travel",))))

    assert why == {"possible": {"teams": 1}, "left_out": {"options": 4}}


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("missions_elsewhere", {"teams": (replace(TEAM, max_missions=1),)}),
        (
            "effort_elsewhere",
            {
                "teams": (replace(TEAM, effort_budget=3),),
                "pairs": (Pair("n1", "t1", effort=2), Pair("n2", "t1", effort=2)),
            },
        ),
        (
            "lodging_elsewhere",
            {
                "places": (Place("p", "u1", 5),),
                "teams": (TEAM, replace(TEAM, id="t2")),
                "needs": (replace(NEED, latest=3), replace(NEED, id="n2", tier=2, latest=3)),
            },
        ),
        (
            "pool_elsewhere",
            {
                "teams": (TEAM, replace(TEAM, id="t2")),
                "needs": tuple(
                    replace(NEED, id=key, tier=tier, latest=3, equipment=("laptop",))
                    for key, tier in (("n1", 1), ("n2", 2))
                ),
            },
        ),
    ],
)
def test_what_another_need_uses(code: str, changes: dict[str, Any]) -> None:
    """A need that gives way to another names it, and what the two would share."""
    two = replace(PROBLEM, needs=(NEED, replace(NEED, id="n2", tier=2, earliest=9, latest=12)))

    why = _why(solve(replace(two, **changes)), "n2")

    assert why[code] == {"needs": ("n1",)}


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        ("vetoed", replace(PROBLEM, vetoes=(Veto("n1", "t1"),))),
        ("pair_not_allowed", replace(PROBLEM, pairs=(Pair("n1", "t1", allowed=False),))),
        ("outside_unit", _with(team={"unit": "u2", "scope": "unit"})),
        ("too_far", replace(PROBLEM, max_km=4)),
        ("topic_missing", _with({"topics": {"ai": 2}})),
        ("team_too_small", _with({"volunteers": 6})),
        ("lodging_too_small", replace(PROBLEM, places=(Place("p", "u1", 4),))),
        ("equipment_missing", _with({"equipment": ("drone",)})),
        (
            "effort_spent",
            replace(_with(team={"effort_budget": 1}), pairs=(Pair("n1", "t1", effort=2),)),
        ),
        ("missions_spent", _with(team={"max_missions": 0})),
        ("trained_late", _with(team={"trained_on": {"ai": 8}})),
        ("not_available", _with(team={"available": ((0, 2), (6, 9))})),
        (
            "no_common_days",
            _with(team={"trained_on": {"ai": 3}, "available": ((0, 4),)}),
        ),
    ],
)
def test_what_excludes_a_team(rule: str, problem: Problem) -> None:
    """A team that one rule excludes is counted under that rule."""
    assert _why(solve(problem)) == {"excluded": {"rule": rule, "teams": 1}}


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("team_decided", {}),
        (
            "lodging_decided",
            {"places": (Place("p", "u1", 9),), "teams": (TEAM, replace(TEAM, id="t2"))},
        ),
        ("pool_decided", {"teams": (TEAM, replace(TEAM, id="t2"))}),
    ],
)
def test_what_a_decision_uses(rule: str, changes: dict[str, Any]) -> None:
    """What a signed mission uses is not there for others."""
    need = replace(NEED, latest=3, equipment=("laptop",))
    problem = replace(
        PROBLEM, needs=(need, replace(need, id="n2")), pins=(Pin("n2", "t1", 2),), **changes
    )

    why = solve(problem).unmet[0].why

    assert rule in {reason.data["rule"] for reason in why}


def test_a_window_without_room() -> None:
    """A window shorter than the mission keeps every team away, and says so once."""
    problem = _with({"latest": 2})

    assert _why(solve(problem)) == {"window_too_short": {"days": 2, "room": 1}}
    assert _unlock(problem) == {"unlock_window": {"earliest": 2, "latest": 3}}


def test_no_teams() -> None:
    """Without teams there is one reason, and nothing to change about the need."""
    problem = replace(PROBLEM, teams=())

    assert _why(solve(problem)) == {"no_teams": {}}
    assert _unlock(problem) == {}


@pytest.mark.parametrize(
    ("problem", "unlock"),
    [
        (
            _with(team={"available": ((8, 19),)}),
            {"unlock_window": {"earliest": 2, "latest": 9}},
        ),
        (
            _with(team={"available": ((0, 2),)}),
            {"unlock_window": {"earliest": 1, "latest": 6}},
        ),
        (
            replace(PROBLEM, places=(Place("p", "u1", 3),)),
            {"unlock_lodging": {"place": "p", "lodging": 5}},
        ),
        (
            _with({"topics": {"ai": 2}}),
            {"unlock_topic": {"topic": "ai", "level": 2, "team": "t1", "before": 5}},
        ),
        (_with({"volunteers": 8}), {"unlock_size": {"team": "t1", "size": 8}}),
        (_with({"volunteers": 11}), {}),
        (
            _with({"equipment": ("drone", "laptop")}),
            {"unlock_equipment": {"item": "drone", "count": 1}},
        ),
        (_with({"equipment": ("drone", "radio")}), {}),
        (_with({"equipment": ("drone",), "volunteers": 8}), {}),
        (
            _with({"place": None, "topics": {"ai": 2}}, {"topics": {}, "scope": "unit"}),
            {"unlock_topic": {"topic": "ai", "level": 2, "team": "t1", "before": 5}},
        ),
    ],
)
def test_what_would_unlock(problem: Problem, unlock: dict[str, Any]) -> None:
    """The smallest single change after which a team is possible; none where one is not enough."""
    assert _unlock(problem) == unlock


def test_unlocked_equipment_counts_what_is_decided() -> None:
    """One more of an item than the signed missions already borrow."""
    need = replace(NEED, latest=3, equipment=("laptop",))
    problem = replace(
        PROBLEM,
        needs=(need, replace(need, id="n2", place=None)),
        teams=(TEAM, replace(TEAM, id="t2")),
        pins=(Pin("n2", "t1", 2),),
    )

    assert _unlock(problem)["unlock_equipment"] == {"item": "laptop", "count": 2}


def test_the_catalogue_lists_keys() -> None:
    """Codes are plain words and no key stands twice."""
    for code, keys in REASONS.items():
        assert Reason(code).code.isidentifier()
        assert len(set(keys)) == len(keys)
