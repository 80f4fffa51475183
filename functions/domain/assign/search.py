"""The search for missions: aim after aim, each without giving up anything of those before."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from functions.domain.assign.budget import STEPS_PER_SECOND, Budget
from functions.domain.assign.crowd import most_at_once
from functions.domain.assign.engine import Engine
from functions.domain.assign.found import Found, Status
from functions.domain.assign.levels import SQUARES, Level, changes, levels
from functions.domain.assign.measure import measure
from functions.domain.assign.model import Model
from functions.domain.assign.rows import Row
from functions.domain.plan import AimValue, Formed
from functions.domain.problem import Mission
from functions.domain.setting import Setting

_ONE_MORE = 10_000_000
"""Metres that a further member of a formed team counts for, more than any way there."""


def silent(_: str) -> None:
    """Tell nobody how a search goes."""


@dataclass(frozen=True)
class _Held:
    """A level that is done: its value may not rise again."""

    level: Level
    value: int
    bound: int
    seconds: float


class Search:
    """One problem on its way to a plan; the best plan so far never gets worse."""

    def __init__(
        self,
        setting: Setting,
        model: Model,
        chosen: Collection[int],
        budget: Budget,
        on_progress: Callable[[str], None],
    ) -> None:
        self._setting = setting
        self._model = model
        self._columns = model.column_values(chosen)
        self._budget = budget
        self._on_progress = on_progress
        self._engine = Engine(model)
        self._held: list[_Held] = []
        self._required: set[str] = set()

    @property
    def chosen(self) -> list[int]:
        """Numbers of the options of the best plan so far."""
        options = len(self._model.options)
        return [index for index, value in enumerate(self._columns[:options]) if value]

    def run(self) -> Found:
        """The missions of the best plan found, with a bound for every aim."""
        within_budget = self._keep_change_budget()
        reported = len(self._held)
        queue = list(levels(self._setting, self._model))
        for index, level in enumerate(queue):
            more = any(later.costs for later in queue[index + 1 :])
            self._solve(level, parts=2 if more else 1)
        self._tidy()
        done = self._held[reported:]
        proven = all(held.value == held.bound for held in done)
        status: Status = "optimal" if proven else "feasible"
        missions, formed = self._missions(), self._formed()
        setting = self._setting.crewed(formed)
        return Found(
            status=status if within_budget else "infeasible",
            missions=missions,
            formed=formed,
            aims=tuple(self._aim_value(setting, held, missions) for held in done),
        )

    def _keep_change_budget(self) -> bool:
        """Cap the changes; False when there must be more, which then are as few as possible."""
        budget = self._setting.problem.change_budget
        if budget is None:
            return True
        level = changes(self._setting, self._model)
        if level.value(self._columns) > budget:
            self._solve(level, parts=2)
        needed = level.value(self._columns)
        self._engine.require(Row(level.costs, max(budget, needed) - level.constant))
        return needed <= budget

    def _solve(self, level: Level, parts: int) -> None:
        """Minimise one level within a part of the time left, and hold its value from now on."""
        bound = self._floor(level)
        spent = self._budget.spent
        if level.value(self._columns) > bound:
            bound = max(bound, self._minimise(level, bound, parts))
        value = level.value(self._columns)
        self._hold(level, value)
        seconds = (self._budget.spent - spent) / STEPS_PER_SECOND
        self._held.append(_Held(level, value, bound, round(seconds, 3)))
        self._on_progress(
            f"{level.aim}{level.tier or ''}: {value / level.scale:g}, bound {bound / level.scale:g}"
        )

    def _minimise(self, level: Level, floor: int, parts: int) -> int:
        """Improve the plan for one level; return a bound that is proven."""
        target = floor - level.constant
        outcome = self._engine.minimise(
            level.costs, self._columns, target, self._budget.part(parts)
        )
        self._budget.spend(outcome.steps)
        if self._model.crews:
            self._keep_whole(level, outcome.chosen)
        else:
            self._keep_better(level, outcome.chosen, [])
        bound = outcome.bound
        if level.value(self._columns) > level.constant + outcome.cost:
            # It takes parted people to reach this cost.
            outcome = self._engine.minimise(
                level.costs, self._columns, target, self._budget.part(parts), whole=True
            )
            self._budget.spend(outcome.steps)
            self._keep_better(level, outcome.chosen, outcome.people)
            bound = max(bound, outcome.bound)
        return min(level.constant + bound, level.value(self._columns))

    def _keep_whole(self, level: Level, chosen: Sequence[int]) -> None:
        """Keep a choice if whole people can be found for it, the cheapest of them."""
        costs = {key: cost for key, cost in level.costs.items() if key in self._model.people}
        outcome = self._engine.join(chosen, costs, self._budget.part(2))
        self._budget.spend(outcome.steps)
        if outcome.chosen:
            self._keep_better(level, outcome.chosen, outcome.people)

    def _tidy(self) -> None:
        """Of those who may join the formed teams take the fewest, then the nearest."""
        joined = {column for column in self._model.people if self._columns[column]}
        if not joined:
            return
        costs: dict[int, int] = {}
        for crew in self._model.crews:
            need = self._setting.needs[crew.formation.need]
            costs |= {
                column: _ONE_MORE + self._setting.forming.metres(need, person)
                for person, column in crew.people
            }
        outcome = self._engine.join(self.chosen, costs, self._budget.part(1))
        if outcome.chosen:
            self._columns = self._model.column_values(outcome.chosen, outcome.people)

    def _floor(self, level: Level) -> int:
        """A value that the level cannot go below, known without solving."""
        floor = level.floor(self._model)
        if level.aim != "few_teams":
            return floor
        return max(floor, most_at_once(self._setting, self._model, self._required))

    def _keep_better(self, level: Level, chosen: Sequence[int], people: Sequence[int]) -> None:
        columns = self._model.column_values(chosen, people)
        kept = all(held.level.value(columns) <= held.value for held in self._held)
        if kept and level.value(columns) < level.value(self._columns):
            self._columns = columns

    def _hold(self, level: Level, value: int) -> None:
        """Add the rows that keep a level at its value; the strongest where it is at its floor."""
        if value > level.floor(self._model):
            self._engine.require(Row(level.costs, value - level.constant))
            return
        least = level.least_of_needs(self._model)
        for need, numbered in self._model.needs.items():
            if least[need] < 0:
                self._required.add(need)
                self._engine.require(Row({index: 1 for index, _ in numbered}, 1, 1))
        least_of = [least[option.need] for option in self._model.options]
        least_of += [0] * (self._model.width - len(least_of))
        self._engine.forbid(
            [column for column, cost in enumerate(least_of) if level.costs.get(column, 0) > cost]
        )

    def _missions(self) -> tuple[Mission, ...]:
        chosen = (self._model.options[index].mission for index in self.chosen)
        missions = (*chosen, *self._setting.decided.values())
        return tuple(sorted(missions, key=lambda mission: mission.need))

    def _formed(self) -> tuple[Formed, ...]:
        formed = []
        for crew in self._model.crews:
            if self._columns[crew.index]:
                members = [person for person, column in crew.people if self._columns[column]]
                leader = next(key for key, column in crew.leaders.items() if self._columns[column])
                formed.append(Formed(crew.formation.team, tuple(sorted(members)), leader))
        return tuple(formed)

    def _aim_value(self, setting: Setting, held: _Held, missions: tuple[Mission, ...]) -> AimValue:
        level = held.level
        value = measure(setting, missions, level.aim, level.tier)
        gap = (level.value(self._columns) - held.bound) / level.scale
        bound = round(value - gap, 3)
        if level.aim in SQUARES:
            bound = max(bound, 0)
        return AimValue(level.aim, level.tier, value, bound, held.seconds)
