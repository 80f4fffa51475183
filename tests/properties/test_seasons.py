"""From night to night a published plan changes only where something forces it or buys needs."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from functions.domain.assign import solve
from functions.domain.plan import Plan
from functions.domain.problem import Problem
from tests.seasons import nights
from tests.seasons.causes import Cause
from tests.seasons.judge import Fewest, judge, text
from tests.seasons.sample import sample_world, small_world
from tests.seasons.world import World


def _wrong(world: World, seed: int, count: int) -> list[str]:
    """Return what is to be complained of in so many nights, and where fewer changes would do."""
    found = []
    for night in nights.nights(world, seed, count):
        verdict = judge(night)
        found += [f"night {night.number}: {each}" for each in verdict.complaints]
        if verdict.fewest is Fewest.TIED:
            found.append(f"night {night.number}: fewer changes would do")
    return found


@pytest.mark.parametrize("seed", [2, 4])
def test_twenty_nights_change_nothing_for_nothing(seed: int) -> None:
    """Every change has a cause that the plan names, quiet days have none, and all is proven."""
    assert _wrong(small_world(seed), seed, 20) == []


@pytest.mark.repeated
def test_sixty_nights_change_nothing_for_nothing() -> None:
    """The same holds for a whole season, until the last team went home."""
    assert _wrong(small_world(2), 2, 60) == []


def test_a_plan_that_was_not_kept_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the aim to keep what was published, changes are found that nothing forces."""

    def forgetful(problem: Problem) -> Plan:
        return solve(replace(problem, aims=("met", "fair", "travel"), published=()))

    monkeypatch.setattr(nights, "solve", forgetful)
    causes = []
    for night in nights.nights(small_world(2), 2, 8):
        causes += [each.cause for each in judge(night).changes]

    assert Cause.UNFORCED in causes


def test_another_process_gives_the_same_plan(tmp_path: Path) -> None:
    """A plan does not hang on the order in which a process happens to hold its sets."""
    problem = nights.one_night(0, sample_world(1), ()).question.problem
    file = tmp_path / "problem.json"
    file.write_text(json.dumps(problem.to_json()), encoding="utf-8")
    command = [sys.executable, "-c", "from functions.cli import main; main()", "solve", str(file)]

    plans = {
        subprocess.run(
            command,
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }

    (plan,) = plans
    assert json.loads(plan) == json.loads(text(solve(problem)))
