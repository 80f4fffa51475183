"""The search for missions: aim after aim, each without giving up anything of those before."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from functions.domain.assign.budget import Budget
from functions.domain.assign.crowd import most_at_once
from functions.domain.assign.engine import Engine
from functions.domain.assign.found import Found, Status
from functions.domain.assign.levels import SQUARES, Level, changes, levels
from functions.domain.assign.measure import measure
from functions.domain.assign.model import Model
from functions.domain.assign.rows import Row
from functions.domain.plan import AimValue
from functions.domain.problem import Mission
from functions.domain.setting import Setting


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
        done = self._held[reported:]
        proven = all(held.value == held.bound for held in done)
        status: Status = "optimal" if proven else "feasible"
        missions = self._missions()
        return Found(
            status=status if within_budget else "infeasible",
            missions=missions,
            aims=tuple(self._aim_value(held, missions) for held in done),
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
        seconds = 0.0
        if level.value(self._columns) > bound:
            limit = self._budget.part(parts)
            target = bound - level.constant
            outcome = self._engine.minimise(level.costs, self._columns, target, limit)
            seconds = self._budget.spend(outcome.steps)
            self._keep_better(level, outcome.chosen)
            bound = max(bound, min(level.constant + outcome.bound, level.value(self._columns)))
        value = level.value(self._columns)
        self._hold(level, value)
        held = _Held(level, value, bound, seconds)
        self._held.append(held)
        self._on_progress(
            f"{level.aim}{level.tier or ''}: {value / level.scale:g}, bound {bound / level.scale:g}"
        )

    def _floor(self, level: Level) -> int:
        """A value that the level cannot go below, known without solving."""
        floor = level.floor(self._model)
        if level.aim != "few_teams":
            return floor
        return max(floor, most_at_once(self._setting, self._model, self._required))

    def _keep_better(self, level: Level, chosen: list[int]) -> None:
        columns = self._model.column_values(chosen)
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

    def _aim_value(self, held: _Held, missions: tuple[Mission, ...]) -> AimValue:
        level = held.level
        value = measure(self._setting, missions, level.aim, level.tier)
        gap = (level.value(self._columns) - held.bound) / level.scale
        bound = round(value - gap, 3)
        if level.aim in SQUARES:
            bound = max(bound, 0)
        return AimValue(level.aim, level.tier, value, bound, held.seconds)
