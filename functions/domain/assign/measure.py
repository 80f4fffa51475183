"""What a set of missions is worth for each aim, counted from the missions themselves."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from functions.domain.assign.levels import OTHER_TEAM, mission_cost
from functions.domain.problem import Mission
from functions.domain.setting import Setting, thousandths


def measure(setting: Setting, missions: Sequence[Mission], aim: str, tier: int | None) -> float:
    """The value of one aim or part of an aim; less is better.

    "met" counts needs not met, "fair" is the sum over units of needs x (share met - share met in
    the province)², "load" the sum over teams of (missions - mean)², "travel" is in km.
    """
    return _MEASURES[aim](setting, missions) if aim != "met" else _not_met(setting, missions, tier)


def _not_met(setting: Setting, missions: Sequence[Mission], tier: int | None) -> int:
    served = {mission.need for mission in missions}
    return sum(1 for need in setting.needs.values() if need.tier == tier and need.id not in served)


def _kept(setting: Setting, missions: Sequence[Mission]) -> int:
    withdrawn = setting.published.keys() - {mission.need for mission in missions}
    return OTHER_TEAM * len(withdrawn) + sum(mission_cost(setting, item) for item in missions)


def _fair(setting: Setting, missions: Sequence[Mission]) -> float:
    sizes = Counter(need.unit for need in setting.needs.values())
    return _spread(sizes, Counter(setting.needs[mission.need].unit for mission in missions))


def _formed(setting: Setting, missions: Sequence[Mission]) -> int:
    ready = {team.id for team in setting.problem.teams}
    return sum(mission.team not in ready for mission in missions)


def _load(setting: Setting, missions: Sequence[Mission]) -> float:
    return _spread(dict.fromkeys(setting.teams, 1), Counter(item.team for item in missions))


def _travel(setting: Setting, missions: Sequence[Mission]) -> float:
    return sum(_metres(setting, mission) for mission in missions) / 1000


def _wait(setting: Setting, missions: Sequence[Mission]) -> int:
    return sum(mission.start - setting.needs[mission.need].earliest for mission in missions)


def _few_teams(_: Setting, missions: Sequence[Mission]) -> int:
    return len({mission.team for mission in missions})


def _metres(setting: Setting, mission: Mission) -> int:
    return thousandths(setting.km(setting.needs[mission.need], setting.teams[mission.team]))


def _spread(sizes: dict[str, int], counts: Counter[str]) -> float:
    if not sizes:
        return 0
    squares = sum(counts[key] ** 2 / size for key, size in sizes.items())
    return round(squares - counts.total() ** 2 / sum(sizes.values()), 3)


_MEASURES: Mapping[str, Callable[[Setting, Sequence[Mission]], float]] = {
    "kept": _kept,
    "fair": _fair,
    "formed": _formed,
    "load": _load,
    "travel": _travel,
    "wait": _wait,
    "few_teams": _few_teams,
}
