"""A problem and a plan's missions, looked up by id, for the rules of the verifier."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from functions.domain.plan import Formed, PlannedMission
from functions.domain.problem import Mission, Need, Pair, Point, Problem, Team, Volunteer


@dataclass(frozen=True)
class Violation:
    """One broken rule; need, team and day say where, as far as the rule is about one."""

    code: str
    need: str | None = None
    team: str | None = None
    day: int | None = None
    detail: str = ""


class Book:
    """A problem and the missions of a plan, looked up by id, its formed teams among the teams."""

    def __init__(
        self,
        problem: Problem,
        missions: Iterable[PlannedMission],
        formed: Iterable[Formed] = (),
    ) -> None:
        self.problem = problem
        self.needs = {need.id: need for need in problem.needs}
        self.people = {person.id: person for person in problem.volunteers}
        self.formed = tuple(formed)
        ready = {team.id: team for team in problem.teams}
        self.teams = {each.id: self._team(each) for each in self.formed} | ready
        self.lodging = {place.id: place.lodging for place in problem.places}
        self.pairs = {(pair.need, pair.team): pair for pair in problem.pairs}
        self.missions = [
            mission
            for mission in missions
            if mission.need in self.needs and mission.team in self.teams
        ]

    def each(self) -> Iterator[tuple[PlannedMission, Need, Team]]:
        """Missions with their need and team."""
        for mission in self.missions:
            yield mission, self.needs[mission.need], self.teams[mission.team]

    def members(self, formed: Formed) -> list[Volunteer]:
        """Those of a formed team's members that the problem knows."""
        return [self.people[each] for each in formed.members if each in self.people]

    def members_of(self, team: str) -> list[str]:
        """The people in a team that was formed, tonight or before; none for the others."""
        tonight = [person for each in self.formed if each.id == team for person in each.members]
        return [each for each in tonight or self.teams[team].members if each in self.people]

    def of_formed(self, formed: Formed) -> list[tuple[PlannedMission, Need]]:
        """The missions of a formed team, with their needs."""
        return [(row, need) for row, need, _ in self.each() if row.team == formed.id]

    def of_team(self) -> dict[str, list[PlannedMission]]:
        """Missions of each team that has any, earliest first."""
        teams: dict[str, list[PlannedMission]] = defaultdict(list)
        for mission in sorted(self.missions, key=lambda row: (row.start, row.need)):
            teams[mission.team].append(mission)
        return teams

    def pair(self, mission: PlannedMission | Mission) -> Pair:
        """The overrides for a mission's pair."""
        default = Pair(mission.need, mission.team)
        return self.pairs.get((mission.need, mission.team), default)

    def km(self, mission: PlannedMission) -> float:
        """Kilometres of a mission, or the cost that replaces them."""
        cost = self.pair(mission).cost
        if cost is not None:
            return cost
        return apart(self.needs[mission.need].xy_km, self.teams[mission.team].xy_km)

    def _team(self, formed: Formed) -> Team:
        """A formed team as a team: it sets out from its leader's place and knows what one knows."""
        members = self.members(formed)
        topics: dict[str, int] = {}
        for person in members:
            for topic, level in person.topics.items():
                topics[topic] = max(level, topics.get(topic, 0))
        leader = self.people.get(formed.leader)
        return Team(
            id=formed.id,
            unit=leader.unit if leader else "",
            size=len(formed.members),
            topics=topics,
            xy_km=leader.xy_km if leader else None,
        )


def apart(here: Point | None, there: Point | None) -> float:
    """Kilometres between two points, 0 when either is unknown."""
    if here is None or there is None:
        return 0.0
    return math.hypot(here[0] - there[0], here[1] - there[1])


def at(code: str, mission: PlannedMission, detail: str = "") -> Violation:
    """A violation by one mission, on its first day."""
    return Violation(code, mission.need, mission.team, mission.start, detail)
