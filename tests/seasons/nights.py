"""One night after the other, as `functions.runs.assigning` runs them, in memory."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from functions.domain.assign import solve
from functions.domain.ledger import Changes, Entry, update
from functions.domain.plan import Plan
from functions.domain.planning import Question, pose
from functions.domain.verify import violations
from tests.seasons.calendar import next_day
from tests.seasons.world import World


@dataclass(frozen=True)
class Night:
    """One night: what it found, what it asked and answered, and the list afterwards.

    `events` are those since the night before that matter; the rows of `after` begin with those of
    `world.entries`, in their order.
    """

    number: int
    world: World
    events: tuple[str, ...]
    question: Question
    plan: Plan
    after: tuple[Entry, ...]
    changes: Changes


SECONDS = 60
"""The time limit of one night's plan."""


def nights(world: World, seed: int, count: int) -> Iterator[Night]:
    """Yield so many nights, the first on the evening of `world`.

    Raises:
        AssertionError: the verifier found a broken rule in a plan.
    """
    events: tuple[str, ...] = ("first",)
    for number in range(count):
        if number:
            world, events = next_day(seed, number, world)
        night = one_night(number, world, events)
        yield night
        world = replace(world, entries=tuple(_as_read(each) for each in night.after))


def one_night(number: int, world: World, events: tuple[str, ...]) -> Night:
    """Solve, verify, bring the list up to date and number its new rows."""
    question = pose(world.campaign, world.entries, world.today, SECONDS)
    plan = solve(question.problem)
    assert plan.verified, violations(question.problem, plan)
    rows, changes = update(
        world.entries,
        question.assigned(plan),
        frozenset(each.id for each in question.problem.needs),
        world.today,
    )
    numbered = tuple(replace(each, id=f"PC-T-{place:03d}") for place, each in enumerate(rows, 1))
    return Night(number, world, events, question, plan, numbered, changes)


def _as_read(entry: Entry) -> Entry:
    """The row as the next night reads it from the list: its sentences are for people alone."""
    return replace(entry, why=None, change=())
