"""Sixty nights of made-up provinces: what changes in the published plan, and why."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

from tests.benchmarks.asked import Asked
from tests.seasons.causes import Cause, Kind
from tests.seasons.judge import Fewest, Verdict, judge
from tests.seasons.nights import Night, nights
from tests.seasons.sample import crowded_world, sample_world
from tests.seasons.world import World

NIGHTS = 60
BRIEF_NIGHTS = 4
SEED = 2
SEASONS: Mapping[str, Callable[[int], World]] = {"sample": sample_world, "crowded": crowded_world}


@dataclass
class Season:
    """What one season came to; `less` counts the nights by what one change less would mean."""

    name: str
    seed: int
    needs: int = 0
    teams: int = 0
    quiet: int = 0
    kept: int = 0
    new: int = 0
    kinds: Counter[Kind] = field(default_factory=Counter)
    causes: Counter[Cause] = field(default_factory=Counter)
    less: Counter[Fewest | None] = field(default_factory=Counter)
    complaints: int = 0

    def add(self, night: Night, verdict: Verdict) -> None:
        """Count one night."""
        self.needs = max(self.needs, len(night.question.problem.needs))
        self.teams = max(self.teams, len(night.question.problem.teams))
        self.quiet += not night.events
        self.kept += night.changes.kept
        self.new += night.changes.new
        self.kinds.update(each.kind for each in verdict.changes)
        self.causes.update(each.cause for each in verdict.changes)
        self.less[verdict.fewest] += 1
        self.complaints += len(verdict.complaints)


def report(asked: Asked) -> Iterator[str]:
    """Yield the lines about all seasons."""
    number = BRIEF_NIGHTS if asked.brief else NIGHTS
    with ProcessPoolExecutor(max_workers=2) as workers:
        seasons = list(workers.map(_season, SEASONS, [number] * len(SEASONS)))
    yield "## Plans from night to night"
    yield ""
    yield (
        f"{number} nights of the sample province, in memory, and of the same with all windows "
        "moved into twelve days. By seed, teams drop out, leave early, shrink or are trained, "
        "needs are added, cancelled, moved, shortened or prolonged, beds are lost, the coordinator "
        "signs, refuses and takes back; on quiet nights there are only edits beside the point. "
        "Rows that stood the night before, and those that are new:"
    )
    yield ""
    yield from _table(
        ("needs", "teams", "quiet nights", "kept", "new", *Kind),
        seasons,
        lambda one: (
            one.needs, one.teams, one.quiet, one.kept, one.new,
            *(one.kinds[kind] for kind in Kind),
        ),
    )  # fmt: skip
    yield (
        "The causes of these changes, found by the verifier's rules and by solving each night "
        "once more with everything signed that could stay. «Spares another team» are changes of "
        "dates that meet no more needs, but keep the team of a need that had to change; a change "
        "of team weighs three times one of dates. «Unforced» should be 0; what stands there comes "
        "from a tie of these weights."
    )
    yield ""
    yield from _table(tuple(Cause), seasons, lambda one: tuple(one.causes[each] for each in Cause))
    yield (
        "On nights with changes that nothing forced by itself: what the best plan with one of them "
        "less has. Beside it, how often a night broke a promise: an aim without a proof, a quiet "
        "night with a change, a need served twice, a wrong count, a reason that is not the cause, "
        "another plan when solved again, an unforced change."
    )
    yield ""
    yield from _table(
        (*Fewest, "promises broken"),
        seasons,
        lambda one: (*(one.less[each] for each in Fewest), one.complaints),
    )


def _season(name: str, number: int) -> Season:
    season = Season(name, SEED)
    for night in nights(SEASONS[name](SEED), SEED, number):
        season.add(night, judge(night))
    return season


def _table(
    titles: tuple[str, ...], seasons: list[Season], cells: Callable[[Season], tuple[object, ...]]
) -> Iterator[str]:
    yield f"| season | seed | {' | '.join(titles)} |"
    yield "|---|---|" + "---|" * len(titles)
    for one in seasons:
        yield f"| {one.name} | {one.seed} | {' | '.join(map(str, cells(one)))} |"
    yield ""
