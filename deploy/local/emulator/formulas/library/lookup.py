"""VLOOKUP, MATCH, INDEX and the like."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from deploy.local.emulator.formulas.coercion import to_text
from deploy.local.emulator.formulas.comparing import folded, order
from deploy.local.emulator.formulas.library.criteria import IndexKey, index_key, pattern
from deploy.local.emulator.formulas.library.failing import fail, not_available
from deploy.local.emulator.formulas.outcomes import ErrorValue
from deploy.local.emulator.formulas.registry import function
from deploy.local.emulator.formulas.values import Area, Arg, Array, Failed, Value, plain

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site

UNCERTAIN: Final = (
    "Searches for an exact value tell numbers from texts that spell them, and find no blank cell.",
)


def _table(given: Arg) -> Area | Array:
    if isinstance(given, ErrorValue):
        raise Failed(given)
    return given if isinstance(given, Area | Array) else Array([[plain(given)]])


def _values(table: Area | Array) -> Array:
    return table.array() if isinstance(table, Area) else table


def _part(table: Area | Array, row: int, column: int) -> Arg:
    """Return one cell, as a reference when the table is one."""
    return table.part(row, column, 1, 1) if isinstance(table, Area) else table.at(row, column)


def _line(array: Array, *, across: bool, at: int = 0) -> tuple[str, Sequence[Value]]:
    if across:
        return f"row {at}", array.rows[at]
    return f"column {at}", [row[at] for row in array.rows]


def _exact(array: Array, name: str, line: Sequence[Value], wanted: Value) -> int | None:
    """Return the first place of a value in a line of an array; texts may hold wildcards."""
    found = pattern(wanted) if isinstance(wanted, str) else None
    if found is not None:
        return _like(line, found)
    index: dict[IndexKey, int] | None = array.memory.get(name)
    if index is None:
        index = {}
        for place, value in enumerate(line):
            key = index_key(value, None)
            if key is not None:
                index.setdefault(key, place)
        array.memory[name] = index
    key = index_key(wanted, None)
    return None if key is None else index.get(key)


def _like(line: Sequence[Value], wanted: re.Pattern[str]) -> int | None:
    for place, value in enumerate(line):
        if isinstance(value, str) and wanted.fullmatch(folded(value)):
            return place
    return None


def _sorted(line: Sequence[Value], wanted: Value) -> int | None:
    """Return the last place of a value not above the wanted one in a line in order."""
    key = order(0 if wanted is None else wanted)
    places = [at for at, value in enumerate(line) if value is not None]
    keys = [order(line[at]) for at in places]
    same_kind = bisect_left(keys, (key[0], float("-inf"), ""))
    at = bisect_right(keys, key)
    return places[at - 1] if at > same_kind else None


def _missing(site: "Site", wanted: Value) -> ErrorValue:
    text = to_text(wanted, site.world.locale)
    return ErrorValue("N_A", f"Did not find value '{text}' in {site.name} evaluation.")


def _look(site: "Site", wanted: Value, given: Arg, index: int, *, is_sorted: bool) -> Arg:
    across = site.name == "HLOOKUP"
    table = _table(given)
    size = table.height if across else table.width
    if not 1 <= index <= size:
        fail(
            "REF" if index > size else "VALUE",
            f"{site.name} evaluates to an out of bounds range."
            if index > size
            else f"Function {site.name} parameter 3 value is {index}. "
            "It should be greater than or equal to 1.",
        )
    array = _values(table)
    name, line = _line(array, across=across)
    place = _sorted(line, wanted) if is_sorted else _exact(array, name, line, wanted)
    if place is None:
        return _missing(site, wanted)
    return _part(table, index - 1, place) if across else _part(table, place, index - 1)


@function("VLOOKUP HLOOKUP", "srib", least=3, bound=True)
def _lookup_in_table(
    site: "Site",
    wanted: Value,
    given: Arg,
    index: int,
    is_sorted: bool = True,  # noqa: FBT001, FBT002 - arguments of a formula have no names
) -> Arg:
    return _look(site, wanted, given, index, is_sorted=is_sorted)


@function("LOOKUP", "srr", least=2, bound=True)
def _lookup(site: "Site", wanted: Value, given: Arg, results: Arg = None) -> Arg:
    table = _table(given)
    across = table.width > table.height
    line = _line(_values(table), across=across)[1]
    place = _sorted(line, wanted)
    if place is None:
        return _missing(site, wanted)
    if results is None:
        last = table.height - 1 if across else table.width - 1
        return _part(table, last, place) if across else _part(table, place, last)
    return _nth(_table(results), place)


def _nth(results: Area | Array, place: int) -> Arg:
    if place >= results.height * results.width or 1 not in (results.height, results.width):
        fail("REF", "The result range has another size than the searched range.")
    return _part(results, 0, place) if results.height == 1 else _part(results, place, 0)


@function("MATCH", "srn", least=2, bound=True)
def _match(site: "Site", wanted: Value, given: Arg, kind: float = 1) -> int | ErrorValue:
    table = _table(given)
    if 1 not in (table.height, table.width):
        not_available("MATCH range must be a single row or a single column.")
    array = _values(table)
    name, line = _line(array, across=table.height == 1)
    if kind == 0:
        place = _exact(array, name, line, wanted)
    elif kind > 0:
        place = _sorted(line, wanted)
    else:
        place = _downwards(line, wanted)
    return _missing(site, wanted) if place is None else place + 1


def _downwards(line: Sequence[Value], wanted: Value) -> int | None:
    key = order(0 if wanted is None else wanted)
    found = None
    for place, value in enumerate(line):
        if value is None or order(value)[0] != key[0]:
            continue
        if order(value) < key:
            break
        found = place
    return found


@function("XMATCH", "srii", least=2, bound=True)
def _xmatch(site: "Site", wanted: Value, given: Arg, mode: int = 0, way: int = 1) -> Arg:
    table = _table(given)
    if 1 not in (table.height, table.width):
        not_available("XMATCH range must be a single row or a single column.")
    place = _found(table, wanted, mode, way)
    return _missing(site, wanted) if place is None else place + 1


@function("XLOOKUP", "srreii", least=3, bound=True)
def _xlookup(  # noqa: PLR0917 - as many as Google takes
    site: "Site",
    wanted: Value,
    given: Arg,
    results: Arg,
    otherwise: Value = ErrorValue("N_A", ""),  # noqa: B008 - an error cannot be changed
    mode: int = 0,
    way: int = 1,
) -> Arg:
    table, found = _table(given), _table(results)
    across = table.height == 1 and table.width > 1
    if (found.width if across else found.height) != (table.width if across else table.height):
        fail("VALUE", "Array arguments to XLOOKUP are of different size.")
    place = _found(table, wanted, mode, way)
    if place is None:
        return _missing(site, wanted) if otherwise == ErrorValue("N_A", "") else otherwise
    if isinstance(found, Area):
        if across:
            return found.part(0, place, found.height, 1)
        return found.part(place, 0, 1, found.width)
    rows = range(found.height) if across else [place]
    columns = [place] if across else range(found.width)
    return found.pick(rows, columns)


def _found(table: Area | Array, wanted: Value, mode: int, way: int) -> int | None:
    line = list(_line(_values(table), across=table.height == 1)[1])
    places = range(len(line)) if way > 0 else range(len(line) - 1, -1, -1)
    wild = pattern(wanted) if mode == 2 and isinstance(wanted, str) else None  # noqa: PLR2004
    key = index_key(wanted, None)
    for place in places:
        value = line[place]
        if wild is not None and isinstance(value, str) and wild.fullmatch(folded(value)):
            return place
        if (key is None and value is None and wanted is None) or (
            key is not None and index_key(value, None) == key
        ):
            return place
    return _nearest(line, places, wanted, mode) if mode in (-1, 1) else None


def _nearest(line: list[Value], places: Sequence[int], wanted: Value, mode: int) -> int | None:
    key = order(wanted)
    same = [at for at in places if line[at] is not None and order(line[at])[0] == key[0]]
    if mode < 0:
        return max(
            (at for at in same if order(line[at]) < key),
            key=lambda at: order(line[at]),
            default=None,
        )
    return min(
        (at for at in same if order(line[at]) > key), key=lambda at: order(line[at]), default=None
    )


@function("INDEX", "rii", least=1, bound=True, arrays=True)
def _index(site: "Site", given: Arg, row: int = 0, column: int | None = None) -> Arg:
    table = _table(given)
    if column is None:
        column = 0
        if table.height == 1 and table.width > 1:
            row, column = (0, row)
    for place, index, size in ((2, row, table.height), (3, column, table.width)):
        if not 0 <= index <= size:
            fail(
                "NUM",
                f"Function {site.name} parameter {place} value is {index}. "
                f"Valid values are between 0 and {size} inclusive.",
            )
    top, height = (row - 1, 1) if row else (0, table.height)
    left, width = (column - 1, 1) if column else (0, table.width)
    if isinstance(table, Area):
        return table.part(top, left, height, width)
    return table.pick(range(top, top + height), range(left, left + width))
