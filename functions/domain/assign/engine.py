"""The optimiser behind one class: HiGHS, one thread, a fixed seed."""

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import highspy
import numpy as np
import numpy.typing as npt

from functions.domain.assign.budget import Limit
from functions.domain.assign.model import Model
from functions.domain.assign.rows import Row

Array = npt.NDArray[np.float64]

_OPTIONS: Mapping[str, bool | int | float | str] = {
    "threads": 1,
    "parallel": "off",
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    # Costs are whole numbers: a plan less than one away from its bound is the best there is.
    "mip_abs_gap": 0.999,
    "mip_feasibility_tolerance": 1e-7,
    # First bounds of large problems: seconds where the simplex method takes minutes.
    "mip_lp_solver": "ipm",
    "mip_ipm_solver": "ipx",
}

# Bounds are sums of rounded numbers; whole costs leave room for this much.
_SLACK = 1e-9


# Costs are whole numbers, so what lies less than this above a target has reached it.
_ENOUGH = 0.5


@dataclass(frozen=True)
class Outcome:
    """The chosen options, what no choice costs less than, and the steps that it took to know."""

    chosen: list[int]
    bound: int
    steps: int


class _Quiet(highspy.Highs):
    """HiGHS, silent from the start: its constructor enables callbacks, which prints a banner."""

    def enableCallbacks(self) -> None:  # noqa: N802 - the name is HiGHS's
        """See HiGHS."""
        self.silent()
        super().enableCallbacks()  # type: ignore[no-untyped-call]


class Engine:
    """A model that is minimised again and again while rows are added to it."""

    def __init__(self, model: Model) -> None:
        self._options = len(model.options)
        self._width = model.width
        self._every = np.arange(model.width, dtype=np.int32)
        self._highs = _Quiet()  # type: ignore[no-untyped-call]
        for name, value in _OPTIONS.items():
            self._highs.setOptionValue(name, value)
        self._steps = self._most_steps = 0
        self._highs.cbMipInterrupt += self._step
        self._highs.passModel(_linear_program(model))

    def require(self, row: Row) -> None:
        """Only columns that keep this row count from now on."""
        lower = -highspy.kHighsInf if row.lower is None else row.lower
        indices, weights = _arrays(row.weights)
        self._highs.addRow(lower, row.upper, len(indices), indices, weights)

    def forbid(self, options: Sequence[int]) -> None:
        """These options are not chosen from now on."""
        indices = np.array(options, dtype=np.int32)
        zeros = np.zeros(len(options))
        self._highs.changeColsBounds(len(options), indices, zeros, zeros)

    def minimise(
        self, costs: Mapping[int, int], start: Sequence[float], target: int, limit: Limit
    ) -> Outcome:
        """The cheapest columns, looked for from the column values ``start`` on.

        Ends at costs of ``target``, below which none are known to be, or at the limit with the
        best found, which may be the start.
        """
        unit = math.gcd(*costs.values())
        objective = np.zeros(self._width)
        for column, cost in costs.items():
            objective[column] = cost // unit
        self._highs.changeColsCost(self._width, self._every, objective)
        self._highs.setOptionValue("objective_target", target / unit + _ENOUGH)
        warm = np.array(start, dtype=np.float64)
        self._steps = 0
        values = self._run(warm, limit, warm=True)
        # Presolve may shrink the start to a cheaper one and then hand back the start itself.
        if objective @ values > self._highs.getInfo().objective_function_value + _ENOUGH:
            values = self._run(warm, limit, warm=False)
        chosen = [int(index) for index in np.flatnonzero(np.rint(values[: self._options]))]
        return Outcome(chosen, self._bound(costs, unit), self._steps)

    def _run(self, start: Array, limit: Limit, *, warm: bool) -> Array:
        """The best column values found, ``start`` if there are none."""
        highs = self._highs
        highs.clearSolver()
        if warm:
            highs.setSolution(self._width, self._every, start)
        self._most_steps = limit.steps
        highs.setOptionValue("time_limit", max(limit.ends - time.monotonic(), 0))
        highs.run()
        status = highs.getInfo().primal_solution_status
        if status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return start
        return np.array(highs.getSolution().col_value)

    def _step(self, event: highspy.HighsCallbackEvent) -> None:
        self._steps += 1
        if self._steps > self._most_steps:
            event.interrupt()

    def _bound(self, costs: Mapping[int, int], unit: int) -> int:
        bound = self._highs.getInfo().mip_dual_bound
        if not math.isfinite(bound):
            return sum(cost for cost in costs.values() if cost < 0)
        return math.ceil(bound - _SLACK * max(1.0, abs(bound))) * unit


def _arrays(weights: Mapping[int, int]) -> tuple[npt.NDArray[np.int32], Array]:
    indices = np.fromiter(weights.keys(), dtype=np.int32, count=len(weights))
    return indices, np.fromiter(weights.values(), dtype=np.float64, count=len(weights))


def _linear_program(model: Model) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = model.width, len(model.rows)
    lp.col_cost_ = np.zeros(model.width)
    lp.col_lower_, lp.col_upper_ = np.zeros(model.width), np.ones(model.width)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * model.width
    lp.row_lower_ = np.array(
        [-highspy.kHighsInf if row.lower is None else row.lower for row in model.rows]
    )
    lp.row_upper_ = np.array([row.upper for row in model.rows], dtype=np.float64)
    sizes = [len(row.weights) for row in model.rows]
    matrix = lp.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
    matrix.index_ = np.fromiter(chain.from_iterable(row.weights for row in model.rows), np.int32)
    matrix.value_ = np.fromiter(
        chain.from_iterable(row.weights.values() for row in model.rows), np.float64
    )
    return lp
