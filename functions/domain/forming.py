"""Which teams could be formed out of volunteers: who may join, and whom a team must not lack.

A formed team serves one need. It has at least as many members as the need asks for, every one of
them free on all its days, near enough, and allowed to go there; among them a leader, somebody who
teaches, and for each topic enough people who were trained in it before. It sets out from where its
leader lives.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from functions.domain.plan import Formed
from functions.domain.problem import Mission, Need, Problem, Team, Volunteer, formed_id
from functions.domain.ranges import cut, merged

PARTICIPANTS_PER_TRAINED = 40
"""One trained person for so many expected participants."""

PEOPLE, LEADER, TEACHER = "people", "leader", "teacher"
"""What a team may lack beside people trained in a topic."""


@dataclass(frozen=True)
class Role:
    """At least ``count`` of these people are needed; ``name`` is `TEACHER`, or a topic's.

    ``level`` is the least level of a topic.
    """

    name: str
    count: int
    people: frozenset[str]
    level: int | None = None


@dataclass(frozen=True)
class Lack:
    """What keeps a team from being formed: of a role, or of `PEOPLE`, more are wanted than found.

    ``level`` is there for a topic.
    """

    role: str
    found: int
    wanted: int
    level: int | None = None


@dataclass(frozen=True)
class Formation:
    """A team of ``size`` to ``most`` people for one need and first day.

    ``people`` may join, by id; of ``leaders`` one leads and is a member. It can be formed if it
    lacks nothing.
    """

    need: str
    team: str
    start: int
    end: int
    size: int
    most: int
    people: tuple[str, ...]
    leaders: tuple[str, ...]
    roles: tuple[Role, ...]

    def without(self, busy: Collection[str]) -> "Formation":
        """The same team when these people cannot join."""
        roles = (replace(role, people=role.people.difference(busy)) for role in self.roles)
        return replace(
            self,
            people=tuple(each for each in self.people if each not in busy),
            leaders=tuple(each for each in self.leaders if each not in busy),
            roles=tuple(roles),
        )

    def lacks(self) -> list[Lack]:
        """What is missing, the people first; each by itself."""
        wanted = [
            Lack(PEOPLE, len(self.people), self.size),
            Lack(LEADER, len(self.leaders), 1),
            *(Lack(each.name, len(each.people), each.count, each.level) for each in self.roles),
        ]
        return [lack for lack in wanted if lack.found < lack.wanted]


class Forming:
    """The volunteers of a problem, asked need after need who could go."""

    def __init__(self, problem: Problem) -> None:
        self.people = {person.id: person for person in problem.volunteers}
        self._max_km = problem.max_km
        self._free = {
            person.id: merged(person.available, problem.days) for person in problem.volunteers
        }
        self._taken = {team.id for team in problem.teams}

    def team_id(self, need: Need) -> str:
        """The id of the team that is formed for a need; see `formed_id`."""
        name = formed_id(need.id)
        while name in self._taken:
            name += "-"
        return name

    def crews(self, needs: Iterable[Need], formed: Iterable[Formed]) -> dict[str, Team]:
        """The teams that could be formed, as teams: those ``formed`` with their size and place.

        The others are as small as they may be. None can be formed where there are no volunteers.
        """
        if not self.people:
            return {}
        known = {each.id: each for each in formed}
        crews = (self._crew(need, known.get(self.team_id(need))) for need in needs)
        return {crew.id: crew for crew in crews}

    def formations(self, need: Need, starts: range) -> Iterator[Formation]:
        """The team for each first day, whether it can be formed or not.

        No more are to come than each role would take of its own.
        """
        near = [person for person in self.people.values() if self.may_go(person, need)]
        for start in starts:
            end = start + need.days - 1
            people = [person for person in near if self.is_free(person, start, end)]
            leaders = tuple(person.id for person in people if person.leader)
            roles = tuple(_roles(need, start, people))
            size = max(need.volunteers, *(role.count for role in roles))
            most = max(size, 1 + sum(role.count for role in roles))
            ids, team = tuple(person.id for person in people), self.team_id(need)
            yield Formation(need.id, team, start, end, size, most, ids, leaders, roles)

    def metres(self, need: Need, person: str) -> int:
        """How far a person is from a need, 0 when either point is unknown."""
        here = self.people[person].xy_km
        if need.xy_km is None or here is None:
            return 0
        return round(1000 * math.dist(need.xy_km, here))

    def may_go(self, person: Volunteer, need: Need) -> bool:
        """Whether a person may join a team for this need, whatever its days."""
        return (
            (person.travels or person.unit == need.unit)
            and (person.max_days is None or person.max_days >= need.days)
            and (self._max_km is None or self.metres(need, person.id) <= 1000 * self._max_km)
        )

    def is_free(self, person: Volunteer, start: int, end: int) -> bool:
        """Whether a person has time on all these days."""
        return any(first <= start and end <= last for first, last in self._free[person.id])

    def _crew(self, need: Need, formed: Formed | None) -> Team:
        if formed is None:
            return Team(id=self.team_id(need), unit=need.unit, size=max(need.volunteers, 1))
        leader = self.people[formed.leader]
        size = len(formed.members)
        return Team(id=formed.id, unit=leader.unit, size=size, xy_km=leader.xy_km)


def standing(team: str, need: str, span: tuple[int, int], members: Sequence[Volunteer]) -> Team:
    """The ready team that these people are on the days for which they were formed, leader first."""
    topics: dict[str, int] = {}
    for person in members:
        for topic, level in person.topics.items():
            topics[topic] = max(level, topics.get(topic, 0))
    return Team(
        id=team,
        unit=members[0].unit,
        size=len(members),
        topics=topics,
        available=(span,),
        formed_for=need,
        members=tuple(person.id for person in members),
        xy_km=members[0].xy_km,
    )


def settled(problem: Problem, formed: Iterable[Formed], missions: Sequence[Mission]) -> Problem:
    """The problem a night later, this plan published: the teams formed in it are ready ones."""
    needs = {need.id: need for need in problem.needs}
    people = {person.id: person for person in problem.volunteers}
    served = {mission.team: mission for mission in missions}
    teams = []
    for each in formed:
        mission = served[each.id]
        span = (mission.start, mission.start + needs[mission.need].days - 1)
        members = [people[person] for person in each.leader_first]
        teams.append(standing(each.id, mission.need, span, members))
    return replace(problem, teams=(*problem.teams, *teams), published=tuple(missions))


def committed(problem: Problem) -> Problem:
    """The problem in which the members of its teams are not free while their mission stands."""
    before = [
        Formed(team.id, team.members, team.members[0]) for team in problem.teams if team.members
    ]
    published = {mission.need: mission for mission in problem.published}
    pinned = {pin.need: Mission(pin.need, pin.team, pin.start) for pin in problem.pins}
    return left_over(problem, before, (published | pinned).values())


def left_over(problem: Problem, formed: Iterable[Formed], missions: Iterable[Mission]) -> Problem:
    """The problem in which the members of these teams have given the days of these missions.

    They rest before and after like teams.
    """
    days = {need.id: need.days for need in problem.needs}
    members = {each.id: each.members for each in formed}
    given: dict[str, list[tuple[int, int]]] = {}
    for mission in missions:
        for person in members.get(mission.team, ()):
            span = (mission.start, mission.start + days[mission.need] - 1)
            given.setdefault(person, []).append(span)
    people = (_after(person, given.get(person.id, ()), problem) for person in problem.volunteers)
    return replace(problem, volunteers=tuple(people))


def _after(person: Volunteer, spans: Sequence[tuple[int, int]], problem: Problem) -> Volunteer:
    if not spans:
        return person
    rest = problem.rest_days
    free = merged(person.available, problem.days)
    for first, last in spans:
        free = tuple(cut(free, (first - rest, last + rest)))
    served = sum(last - first + 1 for first, last in spans)
    most = None if person.max_days is None else max(0, person.max_days - served)
    return replace(person, available=free, max_days=most)


def _roles(need: Need, start: int, people: list[Volunteer]) -> Iterator[Role]:
    yield Role(TEACHER, 1, frozenset(person.id for person in people if person.teaches))
    count = max(1, math.ceil(need.participants / PARTICIPANTS_PER_TRAINED))
    for topic, level in sorted(need.topics.items()):
        able = (person.id for person in people if _is_trained(person, topic, level, start))
        yield Role(topic, count, frozenset(able), level)


def _is_trained(person: Volunteer, topic: str, level: int, start: int) -> bool:
    return person.topics.get(topic, -1) >= level and person.trained_on.get(topic, start - 1) < start
