"""The yardstick for large problems: everything as one model, tier after tier, until time is up."""

from collections.abc import Sequence
from dataclasses import replace
from time import monotonic

from functions.domain.assign.budget import Budget, Limit
from functions.domain.assign.found import Found
from functions.domain.assign.greedy import greedy
from functions.domain.assign.model import build
from functions.domain.assign.search import Search, silent
from functions.domain.eligibility import Option
from functions.domain.problem import Problem
from functions.domain.setting import Setting

_NO_LIMIT = 10**9


class _ByTheClock(Budget):
    """Seconds as they pass, where ours counts steps: the first bound alone may take them all."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self._until = monotonic() + seconds

    def part(self, parts: int) -> Limit:
        """One of so many equal parts of the seconds that are left."""
        now = monotonic()
        return Limit(_NO_LIMIT, now + max(0.0, self._until - now) / parts)


def plain(problem: Problem, options: Sequence[Option], seconds: float) -> Found:
    """Return what the optimiser makes of the whole in so many seconds, needs met its only aim.

    It begins with the quick plan; without one it serves hardly a need in this time.
    """
    setting = Setting.of(replace(problem, aims=("met",)))
    start = greedy(setting, options)
    return Search(setting, build(setting, options), start, _ByTheClock(seconds), silent).run()
