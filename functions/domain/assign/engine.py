"""The optimiser behind one class: HiGHS, one thread, a fixed seed."""

import math
import time
from collections.abc import Collection, Mapping, Sequence
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

# Whether people join is asked in ten times as many columns as what is chosen from. They are parted
# freely, so presolving finds little, takes half a gigabyte and three times as long as solving.
_WITH_PEOPLE: Mapping[str, bool | int | float | str] = {
    "presolve": "off",
    "mip_lp_solver": "simplex",
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_rens": False,
}

# Bounds are sums of rounded numbers; whole costs leave room for this much.
_SLACK = 1e-9


# Costs are whole numbers, so what lies less than this above a target has reached it.
_ENOUGH = 0.5


@dataclass(frozen=True)
class Outcome:
    """What was found: the chosen options, the people who join formed teams, and what they cost.

    No choice costs less than ``bound``; ``steps`` is what it took to know. Where people were not
    to be whole, ``people`` is empty, and it may be that no whole people make this choice possible.
    """

    chosen: list[int]
    people: list[int]
    cost: int
    bound: int
    steps: int


class _Quiet(highspy.Highs):
    """HiGHS, silent from the start: its constructor enables callbacks, which prints a banner."""

    def enableCallbacks(self) -> None:  # noqa: N802 - the name is HiGHS's
        """See HiGHS."""
        self.silent()
        super().enableCallbacks()  # type: ignore[no-untyped-call]


class Engine:
    """A model that is minimised again and again while rows are added to it.

    The people of teams to be formed may be parted among several teams unless they are asked to be
    whole, which is slower. The columns that count join the others when a cost first asks for them.
    """

    def __init__(self, model: Model) -> None:
        self._model = model
        self._choices = len(model.options)
        self._width = model.people.stop
        self._highest = np.ones(model.width)
        self._highs = _Quiet()  # type: ignore[no-untyped-call]
        options = {**_OPTIONS, **_WITH_PEOPLE} if model.crews else _OPTIONS
        for name, value in options.items():
            self._highs.setOptionValue(name, value)
        self._steps = self._most_steps = 0
        self._highs.cbMipInterrupt += self._step
        self._highs.passModel(_linear_program(model))

    def require(self, row: Row) -> None:
        """Only columns that keep this row count from now on."""
        lower = -highspy.kHighsInf if row.lower is None else row.lower
        indices, weights = _arrays(row.weights)
        self._highs.addRow(lower, row.upper, len(indices), indices, weights)

    def forbid(self, columns: Sequence[int]) -> None:
        """These columns stay 0 from now on."""
        self._highest[np.array(columns, dtype=np.int32)] = 0
        self._bound_above(self._highest)

    def minimise(
        self,
        costs: Mapping[int, int],
        start: Sequence[float],
        target: int,
        limit: Limit,
        *,
        whole: bool = False,
    ) -> Outcome:
        """The cheapest columns, looked for from the column values ``start`` on.

        Ends at costs of ``target``, below which none are known to be, or at the limit with the
        best found, which may be the start. People are ``whole`` only if that is asked for.
        """
        if max(costs) >= self._width:
            self._grow()
        unit = math.gcd(*costs.values())
        objective = self._aim_at(costs, unit)
        self._highs.setOptionValue("objective_target", target / unit + _ENOUGH)
        self._part_people(whole=whole)
        warm = np.array(start[: self._width], dtype=np.float64)
        self._steps = 0
        values = self._run(warm, limit, warm=True)
        # Presolve may shrink the start to a cheaper one and then hand back the start itself.
        if objective @ values > self._highs.getInfo().objective_function_value + _ENOUGH:
            values = self._run(warm, limit, warm=False)
        cost = math.ceil(objective @ values - _SLACK) * unit
        return Outcome(
            self._chosen(values),
            self._people(values) if whole else [],
            cost,
            self._bound(costs, unit),
            self._steps,
        )

    def join(self, chosen: Collection[int], costs: Mapping[int, int], limit: Limit) -> Outcome:
        """The cheapest whole people for these chosen options; nothing chosen if there are none."""
        highest = self._highest.copy()
        highest[: self._choices] = 0
        lowest = np.zeros(self._width)
        for index in chosen:
            lowest[index] = highest[index] = 1
        self._bound_above(highest, lowest)
        objective = self._aim_at(costs, 1)
        self._highs.setOptionValue("objective_target", -highspy.kHighsInf)
        self._part_people(whole=True)
        self._steps = 0
        values = self._run(np.zeros(self._width), limit, warm=False)
        self._bound_above(self._highest)
        cost = round(float(objective @ values))
        return Outcome(self._chosen(values), self._people(values), cost, cost, self._steps)

    def _grow(self) -> None:
        """Add the columns that count, and their rows."""
        first, self._width = self._width, self._model.width
        for _ in range(first, self._width):
            self._highs.addVar(0, 1)
        every = np.arange(first, self._width, dtype=np.int32)
        kinds = np.full(len(every), int(highspy.HighsVarType.kInteger), dtype=np.uint8)
        self._highs.changeColsIntegrality(len(every), every, kinds)
        for row in self._model.counting:
            self.require(row)

    def _aim_at(self, costs: Mapping[int, int], unit: int) -> Array:
        objective = np.zeros(self._width)
        for column, cost in costs.items():
            objective[column] = cost // unit
        every = np.arange(self._width, dtype=np.int32)
        self._highs.changeColsCost(self._width, every, objective)
        return objective

    def _bound_above(self, highest: Array, lowest: Array | None = None) -> None:
        every = np.arange(self._width, dtype=np.int32)
        least = np.zeros(self._width) if lowest is None else lowest
        self._highs.changeColsBounds(self._width, every, least, highest[: self._width])

    def _part_people(self, *, whole: bool) -> None:
        people = np.array(self._model.people, dtype=np.int32)
        kind = highspy.HighsVarType.kInteger if whole else highspy.HighsVarType.kContinuous
        kinds = np.full(len(people), int(kind), dtype=np.uint8)
        self._highs.changeColsIntegrality(len(people), people, kinds)

    def _chosen(self, values: Array) -> list[int]:
        return _ones(values[: self._choices])

    def _people(self, values: Array) -> list[int]:
        people = self._model.people
        return [people.start + each for each in _ones(values[people.start : people.stop])]

    def _run(self, start: Array, limit: Limit, *, warm: bool) -> Array:
        """The best column values found, ``start`` if there are none."""
        highs = self._highs
        highs.clearSolver()
        if warm:
            every = np.arange(self._width, dtype=np.int32)
            highs.setSolution(self._width, every, start)
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


def _ones(values: Array) -> list[int]:
    return [int(index) for index in np.flatnonzero(np.rint(values))]


def _arrays(weights: Mapping[int, int]) -> tuple[npt.NDArray[np.int32], Array]:
    indices = np.fromiter(weights.keys(), dtype=np.int32, count=len(weights))
    return indices, np.fromiter(weights.values(), dtype=np.float64, count=len(weights))


def _linear_program(model: Model) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    width = model.people.stop
    lp.num_col_, lp.num_row_ = width, len(model.rows)
    lp.col_cost_ = np.zeros(width)
    lp.col_lower_, lp.col_upper_ = np.zeros(width), np.ones(width)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * width
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
