"""Assigning teams in made-up provinces: what is found and proven, beside the second solver."""

import time
from collections.abc import Iterator, Sequence

from tests.benchmarks.asked import Asked
from tests.benchmarks.solving import Task, in_own_process, proven, unmet
from tests.instances import PROVINCE
from tests.second_solver import Level, optimum, worth

SEEDS = range(1, 11)
SECONDS = 60


def report(asked: Asked) -> Iterator[str]:
    """Yield the lines about ten provinces."""
    yield "## Assigning teams in a province"
    yield ""
    yield (
        f"{PROVINCE.needs} needs, {PROVINCE.teams} teams, made up from a seed; one thread, each in "
        "a process of its own. Proven are the parts of the aims (needs not met in each tier, plan "
        "kept, fairness over units, load over teams, travel, days waited) whose value is that of "
        "their bound. Beside it the needs that the first quick plan (hardest first, nearest free "
        "team) leaves unmet. Seconds hold explaining and verifying. No plan broke a rule. The "
        "second solver, of the tests alone (CP-SAT, its own reading of the rules), proves the "
        "least value of every part up to load; its seconds are beside it."
    )
    yield ""
    yield (
        "| seed | options | unmet | unmet, quick plan | parts proven | seconds | peak MiB "
        "| second solver | its seconds |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    for seed in SEEDS[:1] if asked.brief else SEEDS:
        yield _line(Task(PROVINCE, seed, SECONDS))
    yield ""


def _line(task: Task) -> str:
    made = in_own_process(task)
    found = worth(task.problem, made.missions)
    began = time.perf_counter()
    least = optimum(task.problem)
    seconds = time.perf_counter() - began
    return (
        f"| {task.seed} | {made.options} | {unmet(made)} | {sum(made.quick)} "
        f"| {proven(made)} | {made.seconds:.1f} | {made.peak_mib} "
        f"| {_agreement(found, least)} | {seconds:.1f} |"
    )


def _agreement(found: Sequence[Level], least: Sequence[Level]) -> str:
    """Return in words where the two solvers differ, and what the second one left open."""
    pairs = list(zip(found, least, strict=True))
    known = [(mine, other) for mine, other in pairs if other.value is not None]
    differing = [f"{mine.aim}{mine.tier or ''}" for mine, other in known if mine != other]
    if differing:
        return f"differs in {', '.join(differing)}"
    return f"agrees on {len(known)} of {len(pairs)}"
