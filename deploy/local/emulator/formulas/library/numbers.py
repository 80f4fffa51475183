"""Numbers out of ranges and single values, as sums and averages take them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deploy.local.emulator.formulas.coercion import Parameter, to_number
from deploy.local.emulator.formulas.outcomes import ErrorValue
from deploy.local.emulator.formulas.values import Area, Arg, Array, Failed, Value, plain

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site


def is_number(value: Value) -> bool:
    """Say whether a value is a number (dates are, booleans are not)."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def numbers(site: "Site", arguments: tuple[Arg, ...]) -> list[float]:
    """Return all numbers; texts and booleans count only when given by themselves.

    Raises:
        Failed: for the first error, or a text given by itself that spells no number.
    """
    found: list[float] = []
    for place, given in enumerate(arguments, 1):
        if isinstance(given, Area | Array):
            for value in given.flat():
                # Exact types: this loop runs over whole columns.
                kind = type(value)
                if kind is int or kind is float:
                    found.append(value)  # type: ignore[arg-type]
                elif kind is ErrorValue:
                    raise Failed(value)  # type: ignore[arg-type]
        else:
            value = plain(given)
            if value is not None:
                found.append(to_number(value, site.world.locale, Parameter(site.name, place)))
    return found


def counted(site: "Site", arguments: tuple[Arg, ...]) -> list[float]:
    """Return all values as numbers the way AVERAGEA and MAXA do: texts are 0, TRUE is 1."""
    found: list[float] = []
    for given in arguments:
        if not isinstance(given, Area | Array):
            found += numbers(site, (given,))
            continue
        for value in given.flat():
            if isinstance(value, ErrorValue):
                raise Failed(value)
            if value is not None:
                found.append(0 if isinstance(value, str) else float(value))
    return found


def total(values: "Iterator[float] | list[float]") -> float:
    """Return the sum, added one after the other as doubles."""
    result: float = 0
    for value in values:
        result += value
    return result
