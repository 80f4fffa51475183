"""What is said about needs that are not met is tried before it is said."""

from dataclasses import replace
from typing import Any

import pytest

from functions.domain.assign import solve, trials
from functions.domain.plan import Plan
from functions.domain.problem import Mission, Need, Place, Problem, Team

NEED = Need("n1", "u1", 1, 0, 1, 2, 3, place="p")
TEAM = Team("t1", "u1", 5)
TWO = Problem(
    9, (NEED, replace(NEED, id="n2", tier=2)), places=(Place("p", "u1", None),), teams=(TEAM,)
)


def _said(plan: Plan, need: str) -> dict[str, dict[str, Any]]:
    (row,) = [each for each in plan.unmet if each.need == need]
    return {each.code: dict(each.data) for each in (*row.why, *row.unlock)}


def test_what_serving_a_need_would_cost() -> None:
    """The need that would lose its team is named."""
    assert _said(solve(TWO), "n2")["serving_costs"] == {"needs": ("n1",)}


def test_what_serving_a_need_would_move() -> None:
    """Where nobody loses, the cap on changes aside, those are named who would move."""
    later = replace(TWO.needs[1], tier=1)
    needs = (replace(NEED, latest=9), later)
    problem = Problem(
        9,
        needs,
        places=TWO.places,
        teams=(TEAM,),
        published=(Mission("n1", "t1", 0),),
        aims=("kept", "met"),
    )

    said = _said(solve(problem), "n2")

    assert "serving_costs" not in said
    assert said["busy_elsewhere"] == {"needs": ("n1",)}


def test_a_cap_on_changes_is_what_keeps_a_need_waiting() -> None:
    """Without the cap the other need could go on other days."""
    needs = (replace(NEED, latest=8), replace(TWO.needs[1], tier=1))
    problem = replace(TWO, needs=needs, published=(Mission("n1", "t1", 0),), change_budget=0)

    assert _said(solve(problem), "n2")["serving_moves"] == {"needs": ("n1",)}


def test_an_unlock_that_takes_the_team_of_another_is_not_named() -> None:
    """More beds alone do not help where the only team is busy with a harder need."""
    places = (Place("p", "u1", None), Place("q", "u1", 2))
    needs = (NEED, replace(NEED, id="n2", tier=2, place="q"))

    said = _said(solve(replace(TWO, needs=needs, places=places)), "n2")

    assert "unlock_lodging" not in said
    assert "unlock_lodging" in _said(solve(replace(TWO, needs=needs[1:], places=places)), "n2")


def test_only_the_hardest_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of very many needs without a team, nothing untried is said of the easiest."""
    monkeypatch.setattr(trials, "MOST_COSTED", 1)
    monkeypatch.setattr(trials, "MOST_UNLOCKED", 1)
    narrow = (Place("p", "u1", None), Place("q", "u1", 2))
    needs = (
        *TWO.needs,
        replace(NEED, id="n3", tier=3),
        replace(NEED, id="n4", tier=3, place="q", earliest=5, latest=6),
    )

    plan = solve(replace(TWO, needs=needs, places=narrow))

    assert "serving_costs" in _said(plan, "n2")
    assert "serving_costs" not in _said(plan, "n3")
    assert "unlock_lodging" not in _said(plan, "n4")
