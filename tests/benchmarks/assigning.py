"""Assigning teams in made-up provinces: what is found, what is proven, beside the quick plan."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from functions.domain.assign import solve
from functions.domain.assign.greedy import greedy
from functions.domain.assign.model import every_option
from functions.domain.setting import Setting
from functions.domain.verify import violations
from tests.benchmarks.memory import peak_mib
from tests.instances import PROVINCE, problem

SEEDS = range(1, 11)


@dataclass(frozen=True)
class Row:
    """One problem: options, needs not served in all and by the quick plan, parts proven of all."""

    seed: int
    options: int
    unmet: int
    unmet_quickly: int
    proven: str
    seconds: float
    peak_mib: int


def report() -> Iterator[str]:
    """Yield the lines about ten provinces."""
    yield "## Assigning teams in a province"
    yield ""
    yield (
        f"{PROVINCE.needs} needs, {PROVINCE.teams} teams, made up from a seed; one thread, each in "
        "a process of its own. Proven are the parts of the aims (needs not met in each tier, plan "
        "kept, fairness over units, load over teams, travel, days waited) whose value is that of "
        "their bound. Beside it the needs that the first quick plan (hardest first, nearest free "
        "team) leaves unmet. Seconds hold explaining and verifying. No plan broke a rule."
    )
    yield ""
    yield "| seed | options | unmet | unmet, quick plan | parts proven | seconds | peak MiB |"
    yield "|---|---|---|---|---|---|---|"
    for seed in SEEDS:
        row = _in_own_process(seed)
        yield (
            f"| {row.seed} | {row.options} | {row.unmet} | {row.unmet_quickly} | {row.proven} "
            f"| {row.seconds:.1f} | {row.peak_mib} |"
        )
    yield ""


def _in_own_process(seed: int) -> Row:
    command = [sys.executable, "-m", "tests.benchmarks.assigning", str(seed)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return Row(**json.loads(answer.stdout))


def measure(seed: int) -> dict[str, Any]:
    """Solve one province; raise AssertionError for a plan that breaks a rule."""
    posed = problem(PROVINCE, seed)
    setting = Setting.of(posed)
    options = every_option(setting)
    quick = len(greedy(setting, options))
    began = time.perf_counter()
    plan = solve(posed)
    seconds = time.perf_counter() - began
    assert violations(posed, plan) == []
    return {
        "seed": seed,
        "options": len(options),
        "unmet": len(plan.unmet),
        "unmet_quickly": len(posed.needs) - quick,
        "proven": f"{sum(each.value == each.bound for each in plan.aims)} of {len(plan.aims)}",
        "seconds": seconds,
        "peak_mib": peak_mib(),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(int(sys.argv[1]))))
