"""Ten thousand needs for far too few teams: how long an answer takes, and how much memory."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from functions.domain.assign import solve
from tests.benchmarks.asked import Asked
from tests.benchmarks.memory import peak_mib
from tests.benchmarks.solving import sound
from tests.instances import Size, problem

NEEDS = 10_000
TEAMS_AND_SECONDS = ((20, 10), (200, 20))


@dataclass(frozen=True)
class Row:
    """One problem: what its time limit was, what it took, what was found and proven."""

    teams: int
    limit: int
    seconds: float
    peak_mib: int
    missions: int
    first_tier: str


def report(asked: Asked) -> Iterator[str]:
    """Yield the lines about problems far beyond any province."""
    yield f"## Assigning {NEEDS:,} needs"
    yield ""
    yield (
        "Made up as above, each in a process of its own. The time limit counts the optimiser's "
        "steps; seconds are those of the whole answer: every way to serve every need is written "
        "down before, and every need that is not met is explained after. No plan broke a rule."
    )
    yield ""
    yield "| teams | time limit | seconds | peak MiB | missions | tier 1 not met (bound) |"
    yield "|---|---|---|---|---|---|"
    for teams, limit in TEAMS_AND_SECONDS[:1] if asked.brief else TEAMS_AND_SECONDS:
        row = _in_own_process(teams, limit)
        yield (
            f"| {row.teams} | {row.limit} | {row.seconds:.0f} | {row.peak_mib} | {row.missions} "
            f"| {row.first_tier} |"
        )
    yield ""


def _in_own_process(teams: int, limit: int) -> Row:
    command = [sys.executable, "-m", "tests.benchmarks.overload", str(teams), str(limit)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return Row(**json.loads(answer.stdout))


def measure(teams: int, limit: int) -> dict[str, Any]:
    """Solve one problem; raise RuntimeError for a plan that breaks a rule."""
    size = Size(units=40, communes=800, needs=NEEDS, teams=teams)
    posed = problem(size, 1, time_limit_s=limit)
    began = time.perf_counter()
    plan = sound(posed, solve(posed))
    seconds = time.perf_counter() - began
    peak = peak_mib()
    first = plan.aims[0]
    return {
        "teams": teams,
        "limit": limit,
        "seconds": seconds,
        "peak_mib": peak,
        "missions": len(plan.missions),
        "first_tier": f"{first.value:g} ({first.bound:g})",
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(int(sys.argv[1]), int(sys.argv[2]))))
