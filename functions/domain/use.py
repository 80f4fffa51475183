"""What a set of missions takes from the teams, the places and the pool."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from functions.domain.problem import Need, Team


@dataclass(frozen=True)
class Use:
    """A book of missions; every answer is a set of need ids, empty when nothing is in the way."""

    spans: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    guests: dict[tuple[str, int], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    loans: dict[tuple[str, int], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    efforts: Counter[str] = field(default_factory=Counter)

    def take(self, need: Need, team: Team, start: int, effort: int) -> None:
        """Write down that this team serves this need from this day."""
        end = start + need.days - 1
        self.spans.setdefault(team.id, []).append((start, end, need.id))
        self.efforts[team.id] += effort
        for day in range(start, end + 1):
            if need.place is not None:
                self.guests[need.place, day][need.id] += team.size
            for item in borrowed(need, team):
                self.loans[item, day][need.id] += 1

    def missions(self, team: str) -> set[str]:
        """Needs that this team serves."""
        return {need for _, _, need in self.spans.get(team, [])}

    def clashes(self, team: str, start: int, end: int, rest: int) -> set[str]:
        """Needs that this team serves so near to these days that too little rest is left."""
        return {
            need
            for first, last, need in self.spans.get(team, [])
            if first <= end + rest and start <= last + rest
        }

    def guests_beyond(self, place: str, start: int, end: int, limit: int) -> set[str]:
        """Needs whose teams sleep at this place on days when more than ``limit`` people do."""
        return set(_beyond(self.guests, place, range(start, end + 1), limit))

    def loans_beyond(self, item: str, start: int, end: int, limit: int) -> set[str]:
        """Needs that borrow this item on days when more than ``limit`` are lent."""
        return set(_beyond(self.loans, item, range(start, end + 1), limit))


def borrowed(need: Need, team: Team) -> tuple[str, ...]:
    """Equipment that the pool must lend, one of each, for this team to serve this need."""
    return tuple(sorted({*need.equipment} - {*need.local_equipment} - {*team.equipment}))


def _beyond(
    book: dict[tuple[str, int], Counter[str]], what: str, days: range, limit: int
) -> Iterator[str]:
    for day in days:
        entries = book.get((what, day))
        if entries and entries.total() > limit:
            yield from entries
