"""A problem indexed for looking things up, and what its decided missions already use."""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from functions.domain.forming import Forming
from functions.domain.plan import Formed
from functions.domain.problem import Mission, Need, Pair, Place, Problem, Team
from functions.domain.ranges import merged
from functions.domain.use import Use

NO_OVERRIDE = Pair(need="", team="")


def canonical(problem: Problem) -> Problem:
    """The same problem with every list in the order of its ids."""
    return replace(
        problem,
        needs=tuple(sorted(problem.needs, key=lambda row: row.id)),
        places=tuple(sorted(problem.places, key=lambda row: row.id)),
        teams=tuple(sorted(problem.teams, key=lambda row: row.id)),
        volunteers=tuple(sorted(problem.volunteers, key=lambda row: row.id)),
        pairs=tuple(sorted(problem.pairs, key=lambda row: (row.need, row.team))),
        pins=tuple(sorted(problem.pins, key=lambda row: row.need)),
        vetoes=tuple(sorted(problem.vetoes, key=lambda row: (row.need, row.team))),
        published=tuple(sorted(problem.published, key=lambda row: row.need)),
    )


def decided_missions(problem: Problem) -> dict[str, Mission]:
    """Missions that no one but people may move, by need.

    They are the pins, and the published missions that start before ``freeze_days`` unless the
    need is pinned otherwise or the pair was vetoed since.
    """
    vetoes = {(veto.need, veto.team) for veto in problem.vetoes}
    frozen = {
        mission.need: mission
        for mission in problem.published
        if mission.start < problem.freeze_days and (mission.need, mission.team) not in vetoes
    }
    pinned = {pin.need: Mission(pin.need, pin.team, pin.start) for pin in problem.pins}
    return dict(sorted((frozen | pinned).items()))


@dataclass(frozen=True)
class Setting:
    """Everything the rules ask about a problem; made by `Setting.of`.

    ``teams`` are those of the problem and, where there are volunteers, those that could be formed.
    ``available`` has each team's days as ranges that neither touch nor overlap; ``used`` is what
    the decided missions take. ``open_needs`` are those that may get a mission, None for all.
    """

    problem: Problem
    needs: dict[str, Need]
    teams: dict[str, Team]
    places: dict[str, Place]
    pairs: dict[tuple[str, str], Pair]
    vetoes: frozenset[tuple[str, str]]
    published: dict[str, Mission]
    available: dict[str, tuple[tuple[int, int], ...]]
    decided: dict[str, Mission]
    used: Use
    forming: Forming
    formed: tuple[Formed, ...] = ()
    open_needs: frozenset[str] | None = None

    @classmethod
    def of(cls, problem: Problem, formed: Sequence[Formed] = ()) -> "Setting":
        """The setting of a problem whose lists are in any order, these teams formed already."""
        ordered = canonical(problem)
        forming = Forming(ordered)
        teams = {team.id: team for team in ordered.teams} | forming.crews(ordered.needs, formed)
        setting = cls(
            problem=ordered,
            needs={need.id: need for need in ordered.needs},
            teams=teams,
            places={place.id: place for place in ordered.places},
            pairs={(pair.need, pair.team): pair for pair in ordered.pairs},
            vetoes=frozenset((veto.need, veto.team) for veto in ordered.vetoes),
            published={mission.need: mission for mission in ordered.published},
            available={team.id: merged(team.available, ordered.days) for team in teams.values()},
            decided=decided_missions(ordered),
            used=Use(),
            forming=forming,
            formed=tuple(formed),
        )
        setting.book(setting.used, setting.decided.values())
        return setting

    def crewed(self, formed: Sequence[Formed]) -> "Setting":
        """The setting in which these teams are formed, with their size and place."""
        crews = self.forming.crews(self.problem.needs, formed)
        return replace(self, teams=self.teams | crews, formed=tuple(formed))

    def candidates(self, need: Need) -> list[Team]:
        """The ready teams, by id, without those that were formed for another need."""
        return [team for team in self.problem.teams if team.formed_for in (None, need.id)]

    def pair(self, need: Need, team: Team) -> Pair:
        """The overrides for this pair."""
        return self.pairs.get((need.id, team.id), NO_OVERRIDE)

    def km(self, need: Need, team: Team) -> float:
        """Kilometres between them, 0 when either point is unknown, or the cost instead."""
        cost = self.pair(need, team).cost
        if cost is not None:
            return cost
        if need.xy_km is None or team.xy_km is None:
            return 0
        return math.dist(need.xy_km, team.xy_km)

    def effort(self, need: Need, team: Team) -> int:
        """Thousandths of the effort that this pair takes from the team's budget."""
        return thousandths(self.pair(need, team).effort)

    def lodging(self, need: Need) -> int | None:
        """How many people can sleep at the need's place, None without a limit."""
        return None if need.place is None else self.places[need.place].lodging

    def free_needs(self) -> Iterator[Need]:
        """The open needs that no decided mission serves, by id."""
        return (
            need
            for need in self.problem.needs
            if need.id not in self.decided
            and (self.open_needs is None or need.id in self.open_needs)
        )

    def narrowed(self, missions: Iterable[Mission], needs: Collection[str]) -> "Setting":
        """The setting in which these missions are decided too and only ``needs`` are open."""
        more = {mission.need: mission for mission in missions}
        return replace(
            self,
            decided=dict(sorted((more | self.decided).items())),
            used=self.book(Use(), (more | self.decided).values()),
            open_needs=frozenset(needs),
        )

    def book(self, use: Use, missions: Iterable[Mission]) -> Use:
        """``use`` with these missions added to it."""
        for mission in missions:
            need, team = self.needs[mission.need], self.teams[mission.team]
            use.take(need, team, mission.start, self.effort(need, team))
        return use


def thousandths(amount: float) -> int:
    """An amount as whole thousandths, so that sums are exact."""
    return round(1000 * amount)
