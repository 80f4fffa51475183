"""The optimiser behind its one class."""

from dataclasses import replace
from time import monotonic

from functions.domain.assign.budget import Limit
from functions.domain.assign.engine import Engine
from functions.domain.assign.model import Model, build, every_option
from functions.domain.assign.rows import Row
from functions.domain.problem import Need, Problem, Team
from functions.domain.setting import Setting

NEED = Need("n1", "u1", 1, 0, 9, 2, 3)


def _model() -> Model:
    needs = (NEED, replace(NEED, id="n2"))
    setting = Setting.of(Problem(10, needs, teams=(Team("t1", "u1", 5),), aims=("met",)))
    return build(setting, every_option(setting))


def _limit(steps: int = 1000) -> Limit:
    return Limit(steps, monotonic() + 60)


def test_the_cheapest_choice_and_its_bound() -> None:
    """The choice costs what the bound says, in multiples of the costs' common divisor."""
    model = _model()
    engine = Engine(model)

    outcome = engine.minimise({0: -6, 17: -9}, [0.0] * model.width, -99, _limit())

    assert outcome.bound == -15
    assert outcome.chosen == [0, 17]


def test_rows_and_forbidden_options_hold() -> None:
    """What was required or forbidden after the model was made counts."""
    model = _model()
    engine = Engine(model)
    engine.forbid([0, 1])
    engine.require(Row(dict.fromkeys(range(9), 1), 1, 1))

    outcome = engine.minimise({index: index for index in range(1, 18)}, [0.0] * 18, -99, _limit())

    assert outcome.chosen == [2]
    assert outcome.bound == 2


def test_no_choice_in_time_is_the_start() -> None:
    """Where the start breaks a row and no time is left, the start comes back with a loose bound."""
    model = _model()
    engine = Engine(model)
    engine.require(Row(dict.fromkeys(range(9), 1), 1, 1))
    engine.require(Row(dict.fromkeys(range(9, 18), 1), 1, 1))

    outcome = engine.minimise({3: -1, 4: 2, 15: 2}, [0.0] * model.width, -99, _limit(0))

    assert outcome.chosen == []
    assert outcome.bound <= 0
