"""Assigning teams in provinces too large for one model, beside that one model."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tests.benchmarks.asked import Asked
from tests.benchmarks.solving import Solved, Task, in_own_process
from tests.instances import NEW_PROVINCE, REGION

TASKS = {
    "a whole new province": Task(NEW_PROVINCE, seed=1, seconds=30),
    "the same, crowded": Task(replace(NEW_PROVINCE, crowded=True), seed=1, seconds=60),
    "a region": Task(REGION, seed=1, seconds=30),
}


@dataclass(frozen=True)
class _Pair:
    """One problem, solved by us and as one model."""

    name: str
    task: Task
    ours: Solved
    plain: Solved


def report(asked: Asked) -> Iterator[str]:
    """Yield the lines about large provinces."""
    tasks = list(TASKS.items())[:1] if asked.brief else list(TASKS.items())
    pairs = [_pair(name, task) for name, task in tasks]
    yield "## Assigning teams in large provinces"
    yield ""
    yield (
        "Each in a process of its own, one thread. Counted seconds are the limit that is set; the "
        "others passed by the clock. Beside it one plain model of everything (HiGHS, tier after "
        "tier, needs met its only aim, begun with the quick plan) for as long by the clock; a tier "
        "that it had no time left for is hardly served, which makes some ratios look better than "
        "they are. No plan of ours broke a rule."
    )
    yield ""
    yield (
        "| | needs | teams | options | counted seconds | seconds | peak MiB | seconds, plain "
        "| peak MiB, plain |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    yield from (_effort(pair) for pair in pairs)
    yield ""
    yield (
        "Needs not met, and what no plan can go below given the tiers before. Ratios are the "
        "unmet needs of ours to those of the other; below 1 is better."
    )
    yield ""
    yield (
        "| | tier | unmet | bound | gap | quick plan | ratio | plain model | its bound | ratio |"
    )
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for pair in pairs:
        yield from _tiers(pair)
    yield ""


def _pair(name: str, task: Task) -> _Pair:
    ours = in_own_process(task)
    return _Pair(
        name, task, ours, in_own_process(replace(task, seconds=ours.seconds, plainly=True))
    )


def _effort(pair: _Pair) -> str:
    size, ours, plain = pair.task.size, pair.ours, pair.plain
    return (
        f"| {pair.name} | {size.needs} | {size.teams} | {ours.options:,} | {pair.task.seconds:g} "
        f"| {ours.seconds:.0f} | {ours.peak_mib} | {plain.seconds:.0f} | {plain.peak_mib} |"
    )


def _tiers(pair: _Pair) -> Iterator[str]:
    ours, plain = (
        [each for each in made.aims if each.aim == "met"] for made in (pair.ours, pair.plain)
    )
    for mine, theirs, quick in zip(ours, plain, pair.ours.quick, strict=True):
        gap = (mine.value - mine.bound) / mine.value if mine.value else 0
        yield (
            f"| {pair.name} | {mine.tier} | {mine.value:g} | {mine.bound:g} | {gap:.0%} "
            f"| {quick} | {_ratio(mine.value, quick)} "
            f"| {theirs.value:g} | {theirs.bound:g} | {_ratio(mine.value, theirs.value)} |"
        )


def _ratio(mine: float, other: float) -> str:
    return f"{mine / other:.2f}" if other else "–"
