"""Assigning teams in made-up provinces: what is found and proven, beside the second solver."""

import time
from collections.abc import Iterator, Sequence

from tests.benchmarks.solving import Solved, Task, in_own_process
from tests.instances import PROVINCE, PROVINCE_WITH_PEOPLE
from tests.second_solver import Level, optimum, worth

SEEDS = range(1, 11)
SECONDS = 60


def report() -> Iterator[str]:
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
    for seed in SEEDS:
        yield _line(Task(PROVINCE, seed, SECONDS))
    yield ""
    yield "## Forming teams as well"
    yield ""
    yield (
        f"The same with {PROVINCE_WITH_PEOPLE.people} volunteers, out of whom teams are formed "
        "where no ready one is free; the teams formed are one more part of the aims. Beside it "
        "what ready teams alone reach in the quick plan. On provinces a third as large the second "
        "solver agrees in every part (tests/properties/test_forming_agreement.py); on these it "
        "proves the first two tiers in a minute and no more."
    )
    yield ""
    yield (
        "| seed | options | unmet | unmet, quick plan | teams formed | parts proven | seconds "
        "| peak MiB |"
    )
    yield "|---|---|---|---|---|---|---|---|"
    for seed in SEEDS:
        yield _forming_line(Task(PROVINCE_WITH_PEOPLE, seed, SECONDS))
    yield ""


def _forming_line(task: Task) -> str:
    made = in_own_process(task)
    formed = next(each.value for each in made.aims if each.aim == "formed")
    return (
        f"| {task.seed} | {made.options} | {_unmet(made)} | {sum(made.quick)} | {formed:g} "
        f"| {_proven(made)} | {made.seconds:.1f} | {made.peak_mib} |"
    )


def _line(task: Task) -> str:
    made = in_own_process(task)
    found = worth(task.problem, made.missions)
    began = time.perf_counter()
    proven = optimum(task.problem)
    seconds = time.perf_counter() - began
    return (
        f"| {task.seed} | {made.options} | {_unmet(made)} | {sum(made.quick)} "
        f"| {_proven(made)} | {made.seconds:.1f} | {made.peak_mib} "
        f"| {_agreement(found, proven)} | {seconds:.1f} |"
    )


def _proven(made: Solved) -> str:
    return f"{sum(each.value == each.bound for each in made.aims)} of {len(made.aims)}"


def _unmet(made: Solved) -> int:
    return round(sum(each.value for each in made.aims if each.aim == "met"))


def _agreement(found: Sequence[Level], proven: Sequence[Level]) -> str:
    """Return in words where the two solvers differ, and what the second one left open."""
    pairs = list(zip(found, proven, strict=True))
    known = [(mine, least) for mine, least in pairs if least.value is not None]
    differing = [f"{mine.aim}{mine.tier or ''}" for mine, least in known if mine != least]
    if differing:
        return f"differs in {', '.join(differing)}"
    return f"agrees on {len(known)} of {len(pairs)}"
