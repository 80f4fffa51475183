"""A problem and a plan's missions, looked up by id, for the rules of the verifier."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from functions.domain.plan import PlannedMission
from functions.domain.problem import Mission, Need, Pair, Problem, Team


@dataclass(frozen=True)
class Violation:
    """One broken rule; need, team and day say where, as far as the rule is about one."""

    code: str
    need: str | None = None
    team: str | None = None
    day: int | None = None
    detail: str = ""


class Book:
    """A problem and the missions of a plan, looked up by id."""

    def __init__(self, problem: Problem, missions: Iterable[PlannedMission]) -> None:
        self.problem = problem
        self.needs = {need.id: need for need in problem.needs}
        self.teams = {team.id: team for team in problem.teams}
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
        here, there = self.needs[mission.need].xy_km, self.teams[mission.team].xy_km
        if cost is not None:
            return cost
        if here is None or there is None:
            return 0.0
        return math.hypot(here[0] - there[0], here[1] - there[1])


def at(code: str, mission: PlannedMission, detail: str = "") -> Violation:
    """A violation by one mission, on its first day."""
    return Violation(code, mission.need, mission.team, mission.start, detail)
