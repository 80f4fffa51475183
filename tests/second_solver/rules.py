"""The rules about one need and one team or person, and what people's decisions take."""

import math
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from functions.domain.problem import Mission, Need, Pair, Point, Problem, Team, Volunteer

PARTICIPANTS_PER_TRAINED = 40


@dataclass
class Taken:
    """What the decided missions take; a team's days hold its rest."""

    days: set[tuple[str, int]] = field(default_factory=set)
    missions: Counter[str] = field(default_factory=Counter)
    effort: Counter[str] = field(default_factory=Counter)
    guests: Counter[tuple[str, int]] = field(default_factory=Counter)
    lent: Counter[tuple[str, int]] = field(default_factory=Counter)


class Rules:
    """One problem, asked who may do what; decided missions stand, whatever they break."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.decided = _decided(problem)
        self.beds = {place.id: place.lodging for place in problem.places}
        self._pairs = {(pair.need, pair.team): pair for pair in problem.pairs}
        self._vetoes = {(veto.need, veto.team) for veto in problem.vetoes}
        self.taken = self._take()

    @property
    def open_needs(self) -> list[Need]:
        """Needs that no decision serves."""
        served = {mission.need for mission in self.decided}
        return [need for need in self.problem.needs if need.id not in served]

    def lodging(self, need: Need) -> float:
        """Return how many can sleep at the need's place."""
        beds = None if need.place is None else self.beds[need.place]
        return math.inf if beds is None else beds

    def effort(self, need: Need, team: Team) -> int:
        """Return the thousandths that the pair takes from the team's budget."""
        return round(1000 * self._pair(need, team).effort)

    def effort_left(self, team: Team) -> float:
        """Return the thousandths that decisions leave of a team's budget."""
        if team.effort_budget is None:
            return math.inf
        return round(1000 * team.effort_budget) - self.taken.effort[team.id]

    def missions_left(self, team: Team) -> float:
        """Return how many more missions a team may have."""
        most = math.inf if team.max_missions is None else team.max_missions
        return most - self.taken.missions[team.id]

    def beds_left(self, need: Need, day: int) -> float:
        """Return the beds that decisions leave at the need's place."""
        taken = 0 if need.place is None else self.taken.guests[need.place, day]
        return self.lodging(need) - taken

    def items_left(self, item: str, day: int) -> int:
        """Return how many of an item decisions leave in the pool."""
        return self.problem.pool.get(item, 0) - self.taken.lent[item, day]

    def team_starts(self, need: Need, team: Team) -> list[int]:
        """Return the first days on which this team could serve this need beside the decisions."""
        if not self._suits(need, team):
            return []
        return [
            start
            for start in self._starts(need)
            if all(team.trained_on.get(topic, start - 1) < start for topic in need.topics)
            and _covers(team.available, span(need, start))
            and self._is_free(need, team, start)
        ]

    def formed_starts(self, need: Need) -> list[int]:
        """Return the first days on which place and pool have room for a team formed for it."""
        size = max(1, need.volunteers)
        return [start for start in self._starts(need) if self._has_room(need, start, size, ())]

    def person_starts(self, need: Need, person: Volunteer) -> list[int]:
        """Return the first days on which this person could be sent to this need."""
        away = not person.travels and person.unit != need.unit
        if away or self._too_far(_km(need.xy_km, person.xy_km)):
            return []
        if person.max_days is not None and person.max_days < need.days:
            return []
        days = self._starts(need)
        return [start for start in days if _covers(person.available, span(need, start))]

    def _starts(self, need: Need) -> range:
        last = min(need.latest, self.problem.days - 1)
        return range(max(0, need.earliest), last - need.days + 2)

    def _suits(self, need: Need, team: Team) -> bool:
        pair = self._pair(need, team)
        km = _km(need.xy_km, team.xy_km) if pair.cost is None else pair.cost
        return (
            pair.allowed
            and (need.id, team.id) not in self._vetoes
            and (team.scope == "province" or team.unit == need.unit)
            and not self._too_far(km)
            and need.volunteers <= team.size
            and all(masters(team, topic, level) for topic, level in need.topics.items())
        )

    def _is_free(self, need: Need, team: Team, start: int) -> bool:
        days = span(need, start, self.problem.rest_days)
        return (
            self.missions_left(team) >= 1
            and self.effort(need, team) <= self.effort_left(team)
            and not any((team.id, day) in self.taken.days for day in days)
            and self._has_room(need, start, team.size, team.equipment)
        )

    def _has_room(self, need: Need, start: int, size: int, own: Collection[str]) -> bool:
        return all(
            size <= self.beds_left(need, day)
            and all(self.items_left(item, day) >= 1 for item in borrowed(need, own))
            for day in span(need, start)
        )

    def _too_far(self, km: float) -> bool:
        return self.problem.max_km is not None and km > self.problem.max_km

    def _pair(self, need: Need, team: Team) -> Pair:
        return self._pairs.get((need.id, team.id), Pair(need.id, team.id))

    def _take(self) -> Taken:
        taken = Taken()
        needs = {need.id: need for need in self.problem.needs}
        teams = {team.id: team for team in self.problem.teams}
        for mission in self.decided:
            need, team = needs[mission.need], teams[mission.team]
            taken.missions[team.id] += 1
            taken.effort[team.id] += self.effort(need, team)
            rest = self.problem.rest_days
            taken.days.update((team.id, day) for day in span(need, mission.start, rest))
            for day in span(need, mission.start):
                if need.place is not None:
                    taken.guests[need.place, day] += team.size
                taken.lent.update((item, day) for item in borrowed(need, team.equipment))
        return taken


def span(need: Need, start: int, rest: int = 0) -> range:
    """Return the days of a mission, and the rest days after it."""
    return range(start, start + need.days + rest)


def borrowed(need: Need, own: Collection[str]) -> set[str]:
    """Return what the pool has to lend to those who have only this."""
    return {*need.equipment} - {*need.local_equipment} - {*own}


def masters(who: Team | Volunteer, topic: str, level: int) -> bool:
    """Whether a team or person has a topic at this level or higher."""
    return topic in who.topics and who.topics[topic] >= level


def trained_needed(need: Need) -> int:
    """Return how many members of a formed team must be trained in each topic."""
    return max(1, math.ceil(need.participants / PARTICIPANTS_PER_TRAINED))


def trained(need: Need, topic: str, start: int, people: Collection[Volunteer]) -> Iterator[str]:
    """Yield those who have a topic of the need and were trained in it before this day."""
    for person in people:
        before = person.trained_on.get(topic, start - 1) < start
        if before and masters(person, topic, need.topics[topic]):
            yield person.id


def _decided(problem: Problem) -> list[Mission]:
    pins = {pin.need: Mission(pin.need, pin.team, pin.start) for pin in problem.pins}
    vetoes = {(veto.need, veto.team) for veto in problem.vetoes}
    frozen = [
        row
        for row in problem.published
        if row.start < problem.freeze_days
        and row.need not in pins
        and (row.need, row.team) not in vetoes
    ]
    return [*pins.values(), *frozen]


def _covers(available: tuple[tuple[int, int], ...] | None, days: range) -> bool:
    if available is None:
        return True
    return all(any(first <= day <= last for first, last in available) for day in days)


def _km(here: Point | None, there: Point | None) -> float:
    return 0 if here is None or there is None else math.dist(here, there)
