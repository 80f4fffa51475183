"""SORT and SORTN."""

from typing import TYPE_CHECKING

from deploy.local.emulator.formulas.coercion import Parameter, to_boolean, to_number
from deploy.local.emulator.formulas.comparing import order
from deploy.local.emulator.formulas.library.failing import fail
from deploy.local.emulator.formulas.outcomes import ErrorValue
from deploy.local.emulator.formulas.registry import function
from deploy.local.emulator.formulas.values import Area, Arg, Array, Failed, Value, array_of, plain

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site

Keys = list[tuple[list[Value], bool]]
"""What rows are sorted by: a column of values and whether it goes upwards."""

_PLAIN, _WITH_TIES, _UNIQUE, _UNIQUE_WITH_TIES = range(4)


def _sort_keys(site: "Site", array: Array, given: tuple[Arg, ...]) -> Keys:
    if not given:
        return [([row[at] for row in array.rows], True) for at in range(array.width)]
    keys: Keys = []
    for place in range(0, len(given), 2):
        upwards = True
        if place + 1 < len(given):
            upwards = to_boolean(plain(given[place + 1]), Parameter(site.name, place + 3))
        keys.append((_column(site, array, given[place], place + 2), upwards))
    return keys


def _column(site: "Site", array: Array, given: Arg, place: int) -> list[Value]:
    many = isinstance(given, Area | Array) and given.height > 1 and given.width == 1
    if many and isinstance(given, Area | Array) and given.height == array.height:
        return list(given.flat())
    at = int(to_number(plain(given), site.world.locale, Parameter(site.name, place)))
    if not 1 <= at <= array.width:
        fail(
            "VALUE",
            f"Function {site.name} parameter {place} value is {at}. "
            f"Valid values are between 1 and {array.width} inclusive.",
        )
    return [row[at - 1] for row in array.rows]


def _ordered(array: Array, keys: Keys) -> list[int]:
    """Return the places of the rows in order; blanks stay last whichever way."""
    places = list(range(array.height))
    for values, upwards in reversed(keys):
        filled = [at for at in places if values[at] is not None]
        blank = [at for at in places if values[at] is None]
        filled.sort(key=lambda at: order(values[at]), reverse=not upwards)
        places = filled + blank
    return places


def _usable(given: Arg) -> Array:
    if isinstance(given, ErrorValue):
        raise Failed(given)
    return array_of(given)


@function("SORT", "rr", least=1, repeat=1, bound=True, arrays=True)
def _sort(site: "Site", given: Arg, *by: Arg) -> Array:
    array = _usable(given)
    return array.pick(_ordered(array, _sort_keys(site, array, by)), range(array.width))


@function("SORTN", "riir", least=1, repeat=1, bound=True, arrays=True)
def _sort_first(site: "Site", given: Arg, count: int = 1, ties: int = _PLAIN, *by: Arg) -> Array:
    array = _usable(given)
    if count < 1 or ties not in range(4):
        fail("NUM", "Function SORTN has a parameter out of range.")
    keys = _sort_keys(site, array, by)
    places = _ordered(array, keys)
    marks = {at: tuple(_mark(values[at]) for values, _ in keys) for at in places}
    if ties in (_UNIQUE, _UNIQUE_WITH_TIES):
        firsts = list(dict.fromkeys(marks[at] for at in places))[:count]
        if ties == _UNIQUE_WITH_TIES:
            kept = [at for at in places if marks[at] in firsts]
        else:
            kept = [next(at for at in places if marks[at] == mark) for mark in firsts]
    else:
        kept = places[:count]
        if ties == _WITH_TIES:
            kept += [at for at in places[count:] if marks[at] == marks[kept[-1]]]
    return array.pick(kept, range(array.width))


def _mark(value: Value) -> tuple[float, float, str]:
    return (-1, 0.0, "") if value is None else order(value)
