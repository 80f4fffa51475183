"""The teams that could be formed, as columns and rows: who joins each of them, and who leads it."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count

from functions.domain.assign.rows import Row, undominated
from functions.domain.forming import Formation
from functions.domain.setting import Setting


@dataclass(frozen=True)
class Crew:
    """A team that could be formed: its choice is the column ``index``.

    ``members`` have the column of each person that may join without leading, ``leaders`` that of
    each who may lead.
    """

    index: int
    formation: Formation
    members: Mapping[str, int]
    leaders: Mapping[str, int]

    @property
    def people(self) -> Iterator[tuple[str, int]]:
        """Everybody who may join, with the columns that stand for it."""
        return chain(self.members.items(), self.leaders.items())


def crews_of(formations: Sequence[Formation], first: int, width: int) -> tuple[Crew, ...]:
    """The columns of these teams: their choices from ``first`` on, their people from ``width``."""
    column = count(width)
    return tuple(
        Crew(
            index,
            formation,
            {person: next(column) for person in formation.people},
            {person: next(column) for person in formation.leaders},
        )
        for index, formation in enumerate(formations, first)
    )


def open_sizes(crews: Sequence[Crew]) -> dict[int, Collection[int]]:
    """The columns of the people of each team whose size is not certain, by its choice."""
    return {
        crew.index: [column for _, column in crew.people]
        for crew in crews
        if crew.formation.size < crew.formation.most
    }


def crew_rows(crews: Sequence[Crew]) -> Iterator[Row]:
    """A team that is formed has its size, its roles and one leader; another has nobody."""
    for crew in crews:
        wanted = crew.formation
        everybody = {column: 1 for _, column in crew.people}
        if wanted.size == wanted.most:
            yield Row({**everybody, crew.index: -wanted.size}, 0, 0)
        else:
            yield Row({**everybody, crew.index: -wanted.size}, math.inf, 0)
            yield Row({**everybody, crew.index: -wanted.most}, 0)
        for role in wanted.roles:
            able = {column: 1 for person, column in crew.people if person in role.people}
            yield Row({**able, crew.index: -role.count}, math.inf, 0)
        yield Row({**dict.fromkeys(crew.leaders.values(), 1), crew.index: -1}, 0, 0)


def person_rows(setting: Setting, crews: Sequence[Crew]) -> Iterator[Row]:
    """A person is in one team at a time, rests like a team, and serves at most so many days."""
    days: dict[str, dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    lengths: dict[str, dict[int, int]] = defaultdict(dict)
    for crew in crews:
        start, end = crew.formation.start, crew.formation.end
        for person, column in crew.people:
            lengths[person][column] = end - start + 1
            for day in range(start, end + setting.problem.rest_days + 1):
                days[person][day][column] = 1
    for person, weights in sorted(lengths.items()):
        yield from (Row(each, 1) for each in undominated(days[person]) if len(each) > 1)
        most = setting.forming.people[person].max_days
        if most is not None and sum(weights.values()) > most:
            yield Row(weights, most)
