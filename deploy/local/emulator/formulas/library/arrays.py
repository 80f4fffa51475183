"""Functions that shape arrays."""

from typing import TYPE_CHECKING

from deploy.local.emulator.formulas.braces import RAGGED, beside, stacked
from deploy.local.emulator.formulas.coercion import Parameter, to_number
from deploy.local.emulator.formulas.library.failing import different_size, fail, not_available
from deploy.local.emulator.formulas.outcomes import ErrorValue
from deploy.local.emulator.formulas.registry import function
from deploy.local.emulator.formulas.values import Arg, Array, Failed, Value, array_of, flat

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site

UNCERTAIN = ("A condition of FILTER that is an error counts as FALSE.",)
_MOST_CELLS = 10_000_000


def _usable(given: Arg) -> Array:
    if isinstance(given, ErrorValue):
        raise Failed(given)
    return array_of(given)


@function("FILTER", "rr", repeat=1, arrays=True)
def _filter(given: Arg, *conditions: Arg) -> Array:
    array = _usable(given)
    tests = [_usable(condition) for condition in conditions]
    by_row = tests[0].width == 1 and (tests[0].height == array.height or array.height > 1)
    size = array.height if by_row else array.width
    for test in tests:
        wanted = (size, 1) if by_row else (1, size)
        if (test.height, test.width) != wanted:
            not_available(
                "FILTER has mismatched range sizes. "
                f"Expected row count: {wanted[0]}. column count: {wanted[1]}. "
                f"Actual row count: {test.height}, column count: {test.width}."
            )
    columns = [list(test.flat()) for test in tests]
    kept = [at for at in range(size) if all(_holds(column[at]) for column in columns)]
    if not kept:
        not_available("No matches are found in FILTER evaluation.")
    if by_row:
        return array.pick(kept, range(array.width))
    return array.pick(range(array.height), kept)


def _holds(value: Value) -> bool:
    return isinstance(value, int | float) and bool(value)


@function("UNIQUE", "rbb", least=1)
def _unique(
    given: Arg,
    by_column: bool = False,  # noqa: FBT001, FBT002 - arguments of a formula have no names
    once: bool = False,  # noqa: FBT001, FBT002 - the same
) -> Array:
    array = _usable(given)
    if by_column:
        array = array.turned()
    places: dict[tuple[tuple[bool, Value], ...], list[int]] = {}
    for at, row in enumerate(array.rows):
        places.setdefault(tuple((type(v) is bool, v) for v in row), []).append(at)
    kept = [found[0] for found in places.values() if not once or len(found) == 1]
    if not kept:
        not_available("No unique values are found in UNIQUE evaluation.")
    chosen = array.pick(kept, range(array.width))
    return chosen.turned() if by_column else chosen


@function("TRANSPOSE", "r")
def _transpose(given: Arg) -> Array:
    return _usable(given).turned()


@function("FLATTEN", "r", repeat=1)
def _flatten(*given: Arg) -> Array:
    return Array([[value] for part in given for value in flat(part)])


@function("SEQUENCE", "iinn", least=1)
def _sequence(rows: int, columns: int = 1, start: float = 1, step: float = 1) -> Array:
    if rows < 1 or columns < 1 or rows * columns > _MOST_CELLS:
        fail("NUM", "Function SEQUENCE parameter 1 and 2 should be at least 1.")
    return Array(
        [[start + (row * columns + at) * step for at in range(columns)] for row in range(rows)]
    )


@function("HSTACK", "r", repeat=1)
def _hstack(*given: Arg) -> Array:
    arrays = [_usable(part) for part in given]
    height = max(one.height for one in arrays)
    gap = ErrorValue("N_A", "The arrays are of different size.")
    tall = [
        one
        if one.height == height
        else stacked([one, Array([[gap] * one.width] * (height - one.height))])
        for one in arrays
    ]
    found = beside(tall)
    if found is None:
        raise Failed(RAGGED)
    return found


@function("VSTACK", "r", repeat=1)
def _vstack(*given: Arg) -> Array:
    return stacked([_usable(part) for part in given])


@function("TOCOL TOROW", "rib", least=1, bound=True)
def _line(site: "Site", given: Arg, ignore: int = 0, by_column: bool = False) -> Array:  # noqa: FBT001, FBT002
    array = _usable(given)
    values = (array.turned() if by_column else array).flat()
    kept = [
        value
        for value in values
        if not (ignore in (1, 3) and value is None)
        and not (ignore in (2, 3) and isinstance(value, ErrorValue))
    ]
    if not kept:
        not_available(f"No values are left in {site.name} evaluation.")
    return Array([kept]) if site.name == "TOROW" else Array([[value] for value in kept])


@function("CHOOSECOLS CHOOSEROWS", "rr", repeat=1, bound=True)
def _choose(site: "Site", given: Arg, *places: Arg) -> Array:
    array = _usable(given)
    by_row = site.name == "CHOOSEROWS"
    size = array.height if by_row else array.width
    kept: list[int] = []
    for value in (value for place in places for value in flat(place)):
        number = int(to_number(value, site.world.locale, Parameter(site.name, 2)))
        if not 1 <= abs(number) <= size:
            fail("VALUE", f"Function {site.name} parameter 2 value is {number}. Out of range.")
        kept.append(number - 1 if number > 0 else size + number)
    if by_row:
        return array.pick(kept, range(array.width))
    return array.pick(range(array.height), kept)


@function("WRAPROWS WRAPCOLS", "ris", least=2, bound=True)
def _wrap(site: "Site", given: Arg, size: int, filler: Value = None) -> Array:
    values = list(_usable(given).flat())
    if size < 1:
        fail("NUM", f"Function {site.name} parameter 2 should be at least 1.")
    pad = filler if filler is not None else ErrorValue("N_A", "There are no more values.")
    values += [pad] * (-len(values) % size)
    array = Array([values[at : at + size] for at in range(0, len(values), size)])
    return array.turned() if site.name == "WRAPCOLS" else array


@function("ARRAY_CONSTRAIN", "rii", arrays=True)
def _constrain(given: Arg, rows: int, columns: int) -> Array:
    array = _usable(given)
    if rows < 1 or columns < 1:
        fail("REF", "Function ARRAY_CONSTRAIN needs at least one row and one column.")
    return array.pick(range(min(rows, array.height)), range(min(columns, array.width)))


@function("MMULT", "rr", arrays=True)
def _product(first: Arg, second: Arg) -> Array:
    left, right = _matrix(first), _matrix(second)
    if len(left[0]) != len(right):
        different_size("MMULT")
    columns = list(zip(*right, strict=True))
    return Array(
        [
            [sum(a * b for a, b in zip(row, column, strict=True)) for column in columns]
            for row in left
        ]
    )


def _matrix(given: Arg) -> list[list[float]]:
    rows: list[list[float]] = []
    for row in _usable(given).rows:
        if not all(isinstance(value, int | float) for value in row):
            fail("VALUE", "Function MMULT expects number values.")
        rows.append([float(value) for value in row if isinstance(value, int | float)])
    return rows
