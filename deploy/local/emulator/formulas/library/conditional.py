"""COUNTIF, SUMIF, AVERAGEIF, MAXIFS and the like."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from deploy.local.emulator.formulas.library.criteria import (
    Criterion,
    IndexKey,
    criterion,
    index_key,
)
from deploy.local.emulator.formulas.library.failing import different_size, divided_by_zero, fail
from deploy.local.emulator.formulas.library.numbers import is_number, total
from deploy.local.emulator.formulas.outcomes import ErrorValue
from deploy.local.emulator.formulas.registry import function
from deploy.local.emulator.formulas.values import Area, Arg, Array, Failed, Value, array_of, plain

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site

UNCERTAIN: Final = (
    (
        "When the range to sum of SUMIF or AVERAGEIF has another size than the tested range, its"
        " cells are taken from its top left corner on."
    ),
)
_INDEXED_FROM = 32


def _array(given: Arg) -> Array:
    if isinstance(given, Area):
        return given.array()
    return given if isinstance(given, Array) else Array([[plain(given)]])


def _index(site: "Site", array: Array) -> dict[IndexKey, list[int]]:
    found: dict[IndexKey, list[int]] | None = array.memory.get("criteria")
    if found is None:
        found = {}
        for place, value in enumerate(array.flat()):
            key = index_key(value, site.world.locale)
            if key is not None:
                found.setdefault(key, []).append(place)
        array.memory["criteria"] = found
    return found


def _places(site: "Site", arrays: list[Array], tests: list[Criterion]) -> Sequence[int]:
    """Return the places, counted in reading order, where all criteria hold."""
    width, size = arrays[0].width, arrays[0].height * arrays[0].width
    if any((one.height, one.width) != (arrays[0].height, width) for one in arrays):
        different_size(site.name)
    places: Sequence[int] = range(size)
    known = next((at for at, test in enumerate(tests) if test.key is not None), None)
    if known is not None and size >= _INDEXED_FROM:
        key = tests[known].key
        places = [] if key is None else _index(site, arrays[known]).get(key, [])
        arrays = arrays[:known] + arrays[known + 1 :]
        tests = tests[:known] + tests[known + 1 :]
    for array, test in zip(arrays, tests, strict=True):
        rows, matches = array.rows, test.matches
        places = [place for place in places if matches(rows[place // width][place % width])]
    return places


def _matching(site: "Site", pairs: tuple[Arg, ...]) -> tuple[Sequence[int], Array]:
    if len(pairs) % 2:
        fail("N_A", f"Wrong number of arguments to {site.name}. Expected pairs.")
    arrays = [_array(given) for given in pairs[::2]]
    tests = [criterion(plain(given), site.world.locale) for given in pairs[1::2]]
    return _places(site, arrays, tests), arrays[0]


@function("COUNTIF", "rs", bound=True)
def _count_if(site: "Site", *pair: Arg) -> int:
    return len(_matching(site, pair)[0])


@function("COUNTIFS", "rs", repeat=2, bound=True)
def _count_ifs(site: "Site", *pairs: Arg) -> int:
    return len(_matching(site, pairs)[0])


@function("COUNTUNIQUEIFS", "rrs", repeat=2, bound=True)
def _count_unique_ifs(site: "Site", given: Arg, *pairs: Arg) -> int:
    found = _chosen(site, given, pairs)
    return len({(type(value) is bool, value) for value in found if value is not None})


def _chosen(site: "Site", given: Arg, pairs: tuple[Arg, ...]) -> list[Value]:
    places, tested = _matching(site, pairs)
    array = _array(given)
    if (array.height, array.width) != (tested.height, tested.width):
        different_size(site.name)
    return [array.rows[place // array.width][place % array.width] for place in places]


def _numbers(values: list[Value]) -> list[float]:
    found: list[float] = []
    for value in values:
        if isinstance(value, ErrorValue):
            raise Failed(value)
        if isinstance(value, int | float) and is_number(value):
            found.append(value)
    return found


def _single(site: "Site", tested: Arg, test: Value, summed: Arg) -> list[float]:
    places, array = _matching(site, (tested, test))
    other = array if summed is None else _array(summed)
    found: list[Value] = []
    for place in places:
        row, column = divmod(place, array.width)
        if (row < other.height and column < other.width) or not isinstance(summed, Area):
            inside = row < other.height and column < other.width
            found.append(other.rows[row][column] if inside else None)
        else:
            down, right = summed.rect.top + row, summed.rect.left + column
            found.append(site.world.reader.value(summed.sheet, down, right))
    return _numbers(found)


@function("SUMIF", "rsr", least=2, bound=True)
def _sum_if(site: "Site", tested: Arg, test: Value, summed: Arg = None) -> float:
    return total(_single(site, tested, test, summed))


@function("AVERAGEIF", "rsr", least=2, bound=True)
def _average_if(site: "Site", tested: Arg, test: Value, summed: Arg = None) -> float:
    found = _single(site, tested, test, summed)
    if not found:
        divided_by_zero("AVERAGEIF")
    return total(found) / len(found)


@function("SUMIFS", "rrs", repeat=2, bound=True)
def _sum_ifs(site: "Site", summed: Arg, *pairs: Arg) -> float:
    return total(_numbers(_chosen(site, summed, pairs)))


@function("AVERAGEIFS", "rrs", repeat=2, bound=True)
def _average_ifs(site: "Site", summed: Arg, *pairs: Arg) -> float:
    found = _numbers(_chosen(site, summed, pairs))
    if not found:
        divided_by_zero("AVERAGEIFS")
    return total(found) / len(found)


@function("MAXIFS", "rrs", repeat=2, bound=True)
def _max_ifs(site: "Site", summed: Arg, *pairs: Arg) -> float:
    return max(_numbers(_chosen(site, summed, pairs)), default=0)


@function("MINIFS", "rrs", repeat=2, bound=True)
def _min_ifs(site: "Site", summed: Arg, *pairs: Arg) -> float:
    return min(_numbers(_chosen(site, summed, pairs)), default=0)


@function("FREQUENCY", "rr")
def _frequency(given: Arg, classes: Arg) -> Array:
    limits = _numbers(list(array_of(classes).flat()))
    counts = [0] * (len(limits) + 1)
    order = sorted(range(len(limits)), key=lambda at: limits[at])
    for value in _numbers(list(array_of(given).flat())):
        place = next((at for at in order if value <= limits[at]), len(limits))
        counts[place] += 1
    return Array([[count] for count in counts])
