"""Names and functions inside formulas: LET, LAMBDA and those that call it."""

from typing import TYPE_CHECKING

from deploy.local.emulator.formulas.braces import joined
from deploy.local.emulator.formulas.library.failing import different_size, fail
from deploy.local.emulator.formulas.outcomes import PARSE_ERROR, ErrorValue
from deploy.local.emulator.formulas.registry import function
from deploy.local.emulator.formulas.syntax import Name, Node
from deploy.local.emulator.formulas.values import Area, Arg, Array, Failed, Lambda, Value, plain

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site

_NESTED = ErrorValue("VALUE", "A LAMBDA here has to return one value.")


@function("LET", "rrr", repeat=2, lazy=True)
def _let(site: "Site", *nodes: Node) -> Arg:
    if len(nodes) % 2 == 0:
        fail("N_A", "LET needs pairs of names and values and a formula.")
    names: dict[str, Arg] = {}
    for name, node in zip(nodes[:-1:2], nodes[1:-1:2], strict=True):
        names[_parameter(name)] = site.value(node, **names)
    return site.value(nodes[-1], **names)


@function("LAMBDA", "r", repeat=1, lazy=True)
def _lambda(site: "Site", *nodes: Node) -> Lambda:
    return Lambda(tuple(_parameter(node) for node in nodes[:-1]), nodes[-1], site.scope)


def _parameter(node: Node) -> str:
    if not isinstance(node, Name) or "!" in node.text:
        raise Failed(PARSE_ERROR)
    return node.text.casefold()


def _function(site: "Site", given: Arg) -> Lambda:
    if isinstance(given, ErrorValue):
        raise Failed(given)
    if not isinstance(given, Lambda):
        fail("N_A", f"The last argument of {site.name} has to be a LAMBDA.")
    return given


def _parts(given: Arg) -> list[list[Arg]]:
    """Return every cell by itself; areas stay areas, so that ROW and OFFSET work on them."""
    if isinstance(given, Area):
        return [
            [given.part(row, column, 1, 1) for column in range(given.width)]
            for row in range(given.height)
        ]
    if isinstance(given, Array):
        return [list(row) for row in given.rows]
    return [[given]]


def _single(found: Arg) -> Value:
    if isinstance(found, Area | Array) and found.height * found.width > 1:
        return _NESTED
    return plain(found)


@function("MAP", "rr", repeat=1, bound=True)
def _map(site: "Site", *given: Arg) -> Array:
    run = _function(site, given[-1])
    tables = [_parts(one) for one in given[:-1]]
    height, width = len(tables[0]), len(tables[0][0])
    if any((len(table), len(table[0])) != (height, width) for table in tables):
        different_size("MAP")
    return Array(
        [
            [
                _single(site.call(run, *(table[row][column] for table in tables)))
                for column in range(width)
            ]
            for row in range(height)
        ]
    )


@function("REDUCE", "rrr", bound=True)
def _reduce(site: "Site", start: Arg, given: Arg, last: Arg) -> Arg:
    run, result = _function(site, last), start
    for row in _parts(given):
        for part in row:
            result = site.call(run, result, part)
    return result


@function("SCAN", "rrr", bound=True)
def _scan(site: "Site", start: Arg, given: Arg, last: Arg) -> Array:
    run, result = _function(site, last), start
    rows: list[list[Value]] = []
    for row in _parts(given):
        rows.append([])
        for part in row:
            result = _single(site.call(run, result, part))
            rows[-1].append(result)
    return Array(rows)


@function("BYROW", "rr", bound=True)
def _by_row(site: "Site", given: Arg, last: Arg) -> Arg:
    run = _function(site, last)
    if isinstance(given, Area):
        parts: list[Arg] = [given.part(row, 0, 1, given.width) for row in range(given.height)]
    else:
        parts = [Array([row]) for row in given.rows] if isinstance(given, Array) else [given]
    return joined([[site.call(run, part)] for part in parts])


@function("BYCOL", "rr", bound=True)
def _by_column(site: "Site", given: Arg, last: Arg) -> Arg:
    run = _function(site, last)
    if isinstance(given, Area):
        parts: list[Arg] = [given.part(0, at, given.height, 1) for at in range(given.width)]
    elif isinstance(given, Array):
        parts = [Array([[value] for value in column]) for column in zip(*given.rows, strict=True)]
    else:
        parts = [given]
    return joined([[site.call(run, part) for part in parts]])


@function("MAKEARRAY", "iir", bound=True)
def _make_array(site: "Site", rows: int, columns: int, last: Arg) -> Array:
    run = _function(site, last)
    if rows < 1 or columns < 1:
        fail("NUM", "Function MAKEARRAY needs at least one row and one column.")
    return Array(
        [
            [_single(site.call(run, row + 1, column + 1)) for column in range(columns)]
            for row in range(rows)
        ]
    )
