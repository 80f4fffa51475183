"""Gives functions their arguments in the kinds they ask for, cell by cell over arrays."""

import math
from typing import TYPE_CHECKING, Final

from deploy.local.emulator.formulas.coercion import (
    Parameter,
    checked_text,
    to_boolean,
    to_number,
    to_text,
)
from deploy.local.emulator.formulas.outcomes import ErrorValue, Scalar
from deploy.local.emulator.formulas.registry import Definition
from deploy.local.emulator.formulas.values import Area, Arg, Array, Failed, Key, Value, plain

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site

UNCERTAIN: Final = (
    (
        "Outside ARRAYFORMULA a function of single values that gets an array written out or"
        " computed takes its first value; of a range it takes the cell of its own row or column."
    ),
    "Where arrays of different sizes meet, the values beyond the smaller one are #N/A.",
)
NO_VALUE = ErrorValue("VALUE", "An array value could not be found.")
_OUT_OF_RANGE = ErrorValue("NUM", "Numeric value is out of range.")


def apply(site: "Site", definition: Definition, arguments: list[Arg]) -> Arg:
    """Return the result of a function; over arrays an array of results."""
    ready: list[Arg] = []
    spreads = False
    for place, given in enumerate(arguments):
        narrowed = given
        if isinstance(given, Area | Array) and definition.letter(place) != "r":
            narrowed = _narrowed(site, given)
            spreads = spreads or isinstance(narrowed, Array)
        ready.append(narrowed)
    return _spread(site, definition, ready) if spreads else _run(site, definition, ready)


def _narrowed(site: "Site", given: Area | Array) -> Value | Array:
    if given.height == given.width == 1:
        return given.at(0, 0)
    if site.scope.arrays:
        return given if isinstance(given, Array) else given.array()
    return given.at(0, 0) if isinstance(given, Array) else _crossing(site.scope.place, given)


def _crossing(place: Key, area: Area) -> Value:
    """Return the cell of an area that lies in the row or column of the formula."""
    rect = area.rect
    if area.width == 1 and rect.top <= place[1] < rect.bottom:
        return area.at(place[1] - rect.top, 0)
    if area.height == 1 and rect.left <= place[2] < rect.right:
        return area.at(0, place[2] - rect.left)
    return NO_VALUE


def _run(site: "Site", definition: Definition, arguments: list[Arg]) -> Arg:
    try:
        ready = [_coerced(site, definition, place, given) for place, given in enumerate(arguments)]
        found: Arg = definition.run(site, *ready) if definition.bound else definition.run(*ready)
        return _finite(found, definition.name)
    except Failed as failed:
        return failed.error
    except (OverflowError, ValueError, ZeroDivisionError):
        return _OUT_OF_RANGE


def _finite(found: Arg, name: str) -> Arg:
    if isinstance(found, str):
        return checked_text(found, name)
    if isinstance(found, float) and not math.isfinite(found):
        return _OUT_OF_RANGE
    return found


def _coerced(site: "Site", definition: Definition, place: int, given: Arg) -> Arg:
    letter = definition.letter(place)
    if letter == "r":
        return given
    value = plain(given)
    if letter == "e":
        return value
    if letter == "t":
        return to_text(value, site.world.locale)
    if letter == "s":
        if isinstance(value, ErrorValue):
            raise Failed(value)
        return value
    return _number_or_boolean(site, Parameter(definition.name, place + 1), letter, value)


def _number_or_boolean(site: "Site", at: Parameter, letter: str, value: Value) -> Scalar:
    if letter == "b":
        return to_boolean(value, at)
    number = to_number(value, site.world.locale, at)
    return math.trunc(number) if letter == "i" else number


def _spread(site: "Site", definition: Definition, ready: list[Arg]) -> Arg:
    spread = [
        isinstance(given, Array) and definition.letter(place) != "r"
        for place, given in enumerate(ready)
    ]
    arrays = [given for given, yes in zip(ready, spread, strict=True) if yes]
    height = max(given.height for given in arrays if isinstance(given, Array))
    width = max(given.width for given in arrays if isinstance(given, Array))
    short = ErrorValue("N_A", f"Array arguments to {definition.name} are of different size.")
    results: list[list[Arg]] = []
    for row in range(height):
        line: list[Arg] = []
        for column in range(width):
            picked: list[Arg] = [
                _cell(given, row, column, short) if yes and isinstance(given, Array) else given
                for given, yes in zip(ready, spread, strict=True)
            ]
            line.append(_run(site, definition, picked))
        results.append(line)
    return _assembled(results)


def _cell(array: Array, row: int, column: int, short: ErrorValue) -> Value:
    down = 0 if array.height == 1 else row
    across = 0 if array.width == 1 else column
    if down >= array.height or across >= array.width:
        return short
    return array.at(down, across)


def _assembled(results: list[list[Arg]]) -> Array:
    """Put results into one array; a column of rows (SPLIT) becomes a table."""
    if len(results[0]) == 1 and any(_wide(line[0]) for line in results):
        lines = [
            list(found.rows[0]) if isinstance(found := line[0], Array) else [plain(found)]
            for line in results
        ]
        width = max(len(line) for line in lines)
        return Array([line + [None] * (width - len(line)) for line in lines])
    likes = None
    if any(isinstance(found, Area) for line in results for found in line):
        likes = [
            [found.key() if isinstance(found, Area) else None for found in line] for line in results
        ]
    return Array([[plain(found) for found in line] for line in results], likes)


def _wide(found: Arg) -> bool:
    return isinstance(found, Array) and found.width > 1
