"""What a plan is worth for each aim, in the whole numbers that are minimised."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from functions.domain.problem import Mission, Need, PlannedMission, Problem

Missions = Sequence[Mission | PlannedMission]

KNOWN = ("met", "kept", "fair")
"""The aims that are compared; those that follow another aim are left out."""


@dataclass(frozen=True)
class Level:
    """A part of an aim and its least value, None where that was not proven.

    "met" counts needs not met, "kept" weighs changes (3 or 1), "fair" is the sum over units of
    (missions)² / needs in thousandths, every step rounded, "formed" counts teams formed out of
    volunteers, "load" is the sum over the problem's teams of (missions)².
    """

    aim: str
    tier: int | None
    value: int | None


def parts(problem: Problem) -> Iterator[tuple[str, int | None]]:
    """Yield the parts of the aims that are compared, in their order."""
    tiers = sorted({need.tier for need in problem.needs})
    for aim in problem.aims:
        if aim not in KNOWN:
            return
        if aim == "met":
            yield from (("met", tier) for tier in tiers)
        elif aim == "fair":
            formed = [("formed", None)] if problem.volunteers else []
            yield from (("fair", None), *formed, ("load", None))
        else:
            yield aim, None


def worth(problem: Problem, missions: Missions) -> list[Level]:
    """Return the value of each part; a mission of a team that was formed names no given team."""
    return [Level(aim, tier, _value(problem, missions, aim, tier)) for aim, tier in parts(problem)]


def step(count: int, size: int) -> int:
    """Return the thousandths that the mission with this number adds in a unit of so many needs."""
    return round(1000 * (2 * count - 1) / size)


def change(problem: Problem, mission: Mission | PlannedMission) -> int:
    """Return what a mission costs as a change of the published plan."""
    for before in problem.published:
        if before.need == mission.need:
            if before.team != mission.team:
                return 3
            return int(before.start != mission.start)
    return 0


def _value(problem: Problem, missions: Missions, aim: str, tier: int | None) -> int:
    needs = {need.id: need for need in problem.needs}
    if aim == "met":
        served = {mission.need for mission in missions}
        return sum(need.tier == tier for need in problem.needs if need.id not in served)
    return _VALUES[aim](problem, needs, missions)


def _kept(problem: Problem, _: Mapping[str, Need], missions: Missions) -> int:
    withdrawn = {row.need for row in problem.published} - {mission.need for mission in missions}
    return 3 * len(withdrawn) + sum(change(problem, mission) for mission in missions)


def _fair(problem: Problem, needs: Mapping[str, Need], missions: Missions) -> int:
    sizes = Counter(need.unit for need in problem.needs)
    met = Counter(needs[mission.need].unit for mission in missions)
    return sum(step(count, sizes[unit]) for unit in met for count in range(1, met[unit] + 1))


def _formed(problem: Problem, _: Mapping[str, Need], missions: Missions) -> int:
    ready = {team.id for team in problem.teams}
    return sum(mission.team not in ready for mission in missions)


def _load(problem: Problem, _: Mapping[str, Need], missions: Missions) -> int:
    loads = Counter(mission.team for mission in missions)
    return sum(loads[team.id] ** 2 for team in problem.teams)


_VALUES: Mapping[str, Callable[[Problem, Mapping[str, Need], Missions], int]] = {
    "kept": _kept,
    "fair": _fair,
    "formed": _formed,
    "load": _load,
}
