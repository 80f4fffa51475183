"""What is said about needs that are not met, tried out before it is said."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from functions.domain.assign.budget import Budget
from functions.domain.assign.choices import Choices
from functions.domain.assign.neighbourhoods import Neighbourhoods
from functions.domain.eligibility import Option, options_of
from functions.domain.explain_forming import forming_obstacles
from functions.domain.obstacles import obstacles
from functions.domain.plan import Reason, Unmet
from functions.domain.problem import Mission, Need
from functions.domain.setting import Setting
from functions.domain.unlock import unlocked
from functions.domain.use import Use

MOST_UNLOCKED = 200
"""Needs for which unlocks are tried and named: the hardest that are not met."""

MOST_COSTED = 40
"""Needs for which it is tried what serving them costs, the hardest again; one takes a second."""

_SECONDS = 2.0
_ABOVE_ALL = 0
"""A tier that comes before all others."""


class Trials:
    """A plan that was found, changed again and again to see what becomes of one need."""

    def __init__(
        self, setting: Setting, options: Sequence[Option], missions: Sequence[Mission]
    ) -> None:
        self._setting = setting
        self._missions = missions
        mine = {mission.need: mission for mission in missions}
        chosen = [option for option in options if mine.get(option.need) == option.mission]
        held = {option.need for option in chosen}
        self._fixed = [mission for mission in missions if mission.need not in held]
        self._chosen = chosen
        self._choices = Choices.of(options)

    def tried(self, rows: Sequence[Unmet]) -> Iterator[Unmet]:
        """The same needs; unlocks that do not stand the trial are left out, costs are added."""
        tiers = {row.need: self._setting.needs[row.need].tier for row in rows}
        hardest = sorted(tiers, key=lambda need: (tiers[need], need))
        unlocked_too, costed = set(hardest[:MOST_UNLOCKED]), set(hardest[:MOST_COSTED])
        for row in rows:
            need = self._setting.needs[row.need]
            named = row.unlock if row.need in unlocked_too else ()
            unlock = tuple(each for each in named if self._unlocks(need, each))
            cost = tuple(self._cost(need)) if row.need in costed else ()
            yield replace(row, why=(*row.why, *cost), unlock=unlock)

    def _unlocks(self, need: Need, change: Reason) -> bool:
        """Whether with this change the need is met, and no harder or equal need is lost for it."""
        problem = unlocked(self._setting.problem, need.id, change)
        setting = Setting.of(problem, self._setting.formed)
        use = setting.book(Use(), self._missions)
        changed = setting.needs[need.id]
        if forming_obstacles(setting, use, changed)[1]:
            return True
        ways = options_of(setting, changed)
        if any(not obstacles(setting, use, way) for way in ways):
            return True
        return self._served(setting, need, ways) is not None

    def _cost(self, need: Need) -> Iterator[Reason]:
        """Which needs would lose their team, or get another or other days, if this one is met."""
        first = replace(need, tier=_ABOVE_ALL)
        needs = self._setting.needs | {need.id: first}
        problem = replace(self._setting.problem, needs=tuple(needs.values()), change_budget=None)
        setting = replace(self._setting, needs=needs, problem=problem)
        found = self._served(setting, need, self._choices.options.get(need.id, ()))
        if found is None:
            return
        before = {mission.need: mission for mission in self._missions}
        after = {mission.need: mission for mission in found}
        lost = tuple(sorted(before.keys() - after.keys()))
        moved = tuple(sorted(key for key in before if after.get(key, before[key]) != before[key]))
        if lost:
            yield Reason("serving_costs", {"needs": lost})
        elif moved:
            yield Reason("serving_moves", {"needs": moved})

    def _served(
        self, setting: Setting, need: Need, ways: Sequence[Option]
    ) -> tuple[Mission, ...] | None:
        """The missions after deciding anew around a need, None where it is still not met."""
        if not ways:
            return None
        here = setting.narrowed(self._fixed, {*self._choices.options, need.id})
        choices = self._choices.replacing(need.id, ways)
        plan = Neighbourhoods(here, choices, self._chosen, Budget(_SECONDS))
        plan.decide_around(need.id)
        found = plan.missions
        return found if any(mission.need == need.id for mission in found) else None
