"""The aims as levels: whole-number costs of columns, to be minimised one level after another.

- met: needs not met, one level per tier.
- kept: 3 for a published need that is withdrawn or gets another team, 1 for other dates.
- fair: the sum over units of (missions)² / needs, which is least when every unit has the same
  share of its needs met; in thousandths, each step rounded. Then, as "formed", the teams formed out
  of volunteers: ready teams go first. Then, as "load", the sum over teams of (missions)², least
  when every team has as many as the others; a formed team has one. Squares are no linear stand-ins:
  a further mission costs more than the one before, so counters carry them.
- travel: metres there, of a formed team those of its leader. Then, as "wait", days from the first
  day of the window to the mission.
- few_teams: teams with at least one mission.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from functions.domain.assign.model import Counter, Model
from functions.domain.eligibility import Option
from functions.domain.problem import Aim, Mission, Problem
from functions.domain.setting import Setting

PARTS: Mapping[Aim, tuple[str, ...]] = {
    "met": ("met",),
    "kept": ("kept",),
    "fair": ("fair", "formed", "load"),
    "travel": ("travel", "wait"),
    "few_teams": ("few_teams",),
}
"""The parts that each aim is stated in, as values of `AimValue.aim`; see `parts_of`."""

OTHER_TEAM = 3
OTHER_DATES = 1
# Parts of aims that are stated as sums of squared deviations, which are never below 0.
SQUARES = ("fair", "load")


def parts_of(problem: Problem) -> list[tuple[str, int | None]]:
    """The parts of a problem's aims in their order; "met" has one for each tier.

    "formed" is there where there are volunteers.
    """
    tiers = sorted({need.tier for need in problem.needs})
    parts = [part for aim in problem.aims for part in PARTS[aim]]
    return [
        (part, tier)
        for part in parts
        if part != "formed" or problem.volunteers
        for tier in (tiers if part == "met" else [None])
    ]


@dataclass(frozen=True)
class Level:
    """Minimise ``constant`` plus the costs of the columns; ``scale`` of these make one unit."""

    aim: str
    tier: int | None
    costs: Mapping[int, int]
    constant: int
    scale: int = 1

    def value(self, columns: list[float]) -> int:
        """The level's value for these column values."""
        return self.constant + sum(cost for column, cost in self.costs.items() if columns[column])

    def least_of_needs(self, model: Model) -> dict[str, int]:
        """The least that each need by itself can add; not being served adds 0."""
        return {
            need: min(0, *(self.costs.get(index, 0) for index, _ in numbered))
            for need, numbered in model.needs.items()
        }

    def floor(self, model: Model) -> int:
        """A value that no plan goes below, whatever the other rules; counters cost 0 or more."""
        return self.constant + sum(self.least_of_needs(model).values())


def levels(setting: Setting, model: Model) -> Iterator[Level]:
    """The problem's aims in their order, each as one or several levels."""
    for aim in setting.problem.aims:
        yield from _LEVELS[aim](setting, model)


def changes(setting: Setting, model: Model) -> Level:
    """How many published missions that could stand do not."""
    stand = [
        index
        for index, option in enumerate(model.options)
        if setting.published.get(option.need) == option.mission
    ]
    return Level("changes", None, dict.fromkeys(stand, -1), len(stand))


def mission_cost(setting: Setting, mission: Mission) -> int:
    """What a mission adds to the aim "kept"."""
    before = setting.published.get(mission.need, mission)
    if before.team != mission.team:
        return OTHER_TEAM
    return OTHER_DATES if before.start != mission.start else 0


def _met(setting: Setting, model: Model) -> Iterator[Level]:
    for tier in sorted({need.tier for need in setting.problem.needs}):
        costs = {
            index: -1
            for index, option in enumerate(model.options)
            if setting.needs[option.need].tier == tier
        }
        count = sum(1 for need in setting.free_needs() if need.tier == tier)
        yield Level("met", tier, costs, count)


def _kept(setting: Setting, model: Model) -> Iterator[Level]:
    costs = {
        index: mission_cost(setting, option.mission) - OTHER_TEAM
        for index, option in enumerate(model.options)
        if option.need in setting.published
    }
    free = sum(1 for need in setting.free_needs() if need.id in setting.published)
    decided = sum(mission_cost(setting, mission) for mission in setting.decided.values())
    yield Level(
        "kept",
        None,
        {index: cost for index, cost in costs.items() if cost},
        OTHER_TEAM * free + decided,
    )


def _fair(setting: Setting, model: Model) -> Iterator[Level]:
    sizes: dict[str, int] = {}
    for need in setting.problem.needs:
        sizes[need.unit] = sizes.get(need.unit, 0) + 1
    costs: dict[int, int] = {}
    for unit, counter in model.units.items():
        costs |= _square_costs(counter, 1000, sizes[unit])
    yield Level("fair", None, costs, 0, scale=1000)
    formed = {crew.index: 1 for crew in model.crews}
    if setting.problem.volunteers:
        yield Level("formed", None, formed, 0)
    costs = {}
    for counter in model.loads.values():
        costs |= _square_costs(counter, 1, 1)
    yield Level("load", None, costs | formed, 0)


def _square_costs(counter: Counter, scale: int, size: int) -> dict[int, int]:
    """The square of a count, as the odd numbers that it is the sum of."""
    counts = range(counter.before + 1, counter.before + len(counter.columns) + 1)
    return {
        column: round(scale * (2 * count - 1) / size)
        for column, count in zip(counter.columns, counts, strict=True)
    }


def _travel(setting: Setting, model: Model) -> Iterator[Level]:
    metres = _option_costs(model.options, lambda option: option.metres)
    yield Level("travel", None, metres | _leaders_metres(setting, model), 0, scale=1000)
    days = _option_costs(
        model.options, lambda option: option.start - setting.needs[option.need].earliest
    )
    yield Level("wait", None, days, 0)


def _leaders_metres(setting: Setting, model: Model) -> dict[int, int]:
    metres = {
        column: setting.forming.metres(setting.needs[crew.formation.need], person)
        for crew in model.crews
        for person, column in crew.leaders.items()
    }
    return {column: value for column, value in metres.items() if value}


def _option_costs(options: Collection[Option], cost: Callable[[Option], int]) -> dict[int, int]:
    costs = {index: cost(option) for index, option in enumerate(options)}
    return {index: value for index, value in costs.items() if value}


def _few_teams(setting: Setting, model: Model) -> Iterator[Level]:
    columns = [column for counter in model.uses.values() for column in counter.columns]
    columns += [crew.index for crew in model.crews]
    decided = len({mission.team for mission in setting.decided.values()})
    yield Level("few_teams", None, dict.fromkeys(columns, 1), decided)


_LEVELS: Mapping[str, Callable[[Setting, Model], Iterator[Level]]] = {
    "met": _met,
    "kept": _kept,
    "fair": _fair,
    "travel": _travel,
    "few_teams": _few_teams,
}
