"""All the options of a large problem, looked up by need and by team."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from functions.domain.eligibility import Option


@dataclass(frozen=True)
class Choices:
    """The options of each need, how many each team has there, and the needs of each team."""

    options: Mapping[str, Sequence[Option]]
    counts: Mapping[str, Counter[str]]
    needs_of: Mapping[str, AbstractSet[str]]

    @classmethod
    def of(cls, options: Iterable[Option]) -> "Choices":
        """The lookups for these options."""
        by_need: dict[str, list[Option]] = defaultdict(list)
        needs_of: dict[str, set[str]] = defaultdict(set)
        for option in options:
            by_need[option.need].append(option)
            needs_of[option.team].add(option.need)
        counts = {need: _teams(ways) for need, ways in by_need.items()}
        return cls(dict(by_need), counts, dict(needs_of))

    def replacing(self, need: str, ways: Sequence[Option]) -> "Choices":
        """The same, with other options for one need."""
        teams = _teams(ways)
        others = {team: needs - {need} for team, needs in self.needs_of.items()}
        mine = {team: others.get(team, frozenset()) | {need} for team in teams}
        return Choices(
            {**self.options, need: ways}, {**self.counts, need: teams}, {**others, **mine}
        )


def _teams(options: Iterable[Option]) -> Counter[str]:
    return Counter(option.team for option in options)
