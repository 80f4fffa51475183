"""Rounding, remainders, roots, logarithms, chance."""

import math
import random
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import TYPE_CHECKING

from deploy.local.emulator.formulas.library.failing import fail
from deploy.local.emulator.formulas.registry import function
from deploy.local.emulator.formulas.values import Array

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site

_CLOSE = 12
_MOST_DIGITS = 300


def _to_places(value: float, places: int, rounding: str) -> float:
    if not -_MOST_DIGITS < places < _MOST_DIGITS:
        return value if places > 0 else 0
    number = Decimal(f"{value:.15g}")
    if number.is_zero() or -int(number.as_tuple().exponent) <= places:
        return value
    return float((number.scaleb(places)).to_integral_value(rounding).scaleb(-places))


@function("ROUND", "ni", least=1)
def _round(value: float, places: int = 0) -> float:
    return _to_places(value, places, ROUND_HALF_UP)


@function("ROUNDUP", "ni", least=1)
def _round_up(value: float, places: int = 0) -> float:
    return _to_places(value, places, ROUND_UP)


@function("ROUNDDOWN TRUNC", "ni", least=1)
def _round_down(value: float, places: int = 0) -> float:
    return _to_places(value, places, ROUND_DOWN)


@function("INT", "n")
def _int(value: float) -> int:
    return math.floor(value)


@function("ABS", "n")
def _abs(value: float) -> float:
    return abs(value)


@function("SIGN", "n")
def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


@function("MOD", "nn")
def _mod(value: float, divisor: float) -> float:
    if divisor == 0:
        fail("DIVIDE_BY_ZERO", "Function MOD parameter 2 cannot be zero.")
    return value - divisor * math.floor(value / divisor)


@function("QUOTIENT", "nn")
def _quotient(value: float, divisor: float) -> int:
    if divisor == 0:
        fail("DIVIDE_BY_ZERO", "Function QUOTIENT parameter 2 cannot be zero.")
    return math.trunc(value / divisor)


@function("MROUND", "nn")
def _to_multiple(value: float, factor: float) -> float:
    if factor == 0:
        return 0
    if value * factor < 0:
        fail("NUM", "Parameters of MROUND must have same signs.")
    return _to_places(value / factor, 0, ROUND_HALF_UP) * factor


@function("CEILING", "nn", least=1)
def _ceiling(value: float, factor: float = 1) -> float:
    if value > 0 > factor:
        fail("NUM", "Function CEILING needs a positive factor for a positive value.")
    return 0 if factor == 0 else math.ceil(round(value / factor, _CLOSE)) * factor


@function("FLOOR", "nn", least=1)
def _floor(value: float, factor: float = 1) -> float:
    if value > 0 > factor:
        fail("NUM", "Function FLOOR needs a positive factor for a positive value.")
    if factor == 0:
        fail("DIVIDE_BY_ZERO", "Function FLOOR parameter 2 cannot be zero.")
    return math.floor(round(value / factor, _CLOSE)) * factor


@function("SQRT", "n", bound=True)
def _root(site: "Site", value: float) -> float:
    if value < 0:
        fail(
            "NUM",
            f"Function {site.name} parameter 1 value is {value:g}. "
            "It should be greater than or equal to 0.",
        )
    return math.sqrt(value)


@function("EXP", "n")
def _exp(value: float) -> float:
    return math.exp(value)


@function("LN", "n", bound=True)
def _ln(site: "Site", value: float) -> float:
    return math.log(_positive(site, value))


@function("LOG10", "n", bound=True)
def _log10(site: "Site", value: float) -> float:
    return math.log10(_positive(site, value))


@function("LOG", "nn", least=1, bound=True)
def _log(site: "Site", value: float, base: float = 10) -> float:
    if base == 1:
        fail("DIVIDE_BY_ZERO", "Function LOG parameter 2 cannot be one.")
    if base == 10:  # noqa: PLR2004 - exact for powers of ten
        return math.log10(_positive(site, value))
    return math.log(_positive(site, value)) / math.log(_positive(site, base))


def _positive(site: "Site", value: float) -> float:
    if value <= 0:
        fail(
            "NUM",
            f"Function {site.name} parameter 1 value is {value:g}. It should be greater than 0.",
        )
    return value


@function("PI", "")
def _pi() -> float:
    return math.pi


@function("RAND", "")
def _rand() -> float:
    return random.random()  # noqa: S311 - a spreadsheet's dice


@function("RANDBETWEEN", "nn")
def _rand_between(low: float, high: float) -> int:
    first, last = math.ceil(low), math.floor(high)
    if first > last:
        fail("NUM", "Function RANDBETWEEN parameter 2 should be at least parameter 1.")
    return random.randint(first, last)  # noqa: S311 - a spreadsheet's dice


@function("RANDARRAY", "ii", least=0)
def _rand_array(rows: int = 1, columns: int = 1) -> Array:
    if rows < 1 or columns < 1:
        fail("NUM", "Function RANDARRAY needs at least one row and one column.")
    return Array([[_rand() for _ in range(columns)] for _ in range(rows)])
