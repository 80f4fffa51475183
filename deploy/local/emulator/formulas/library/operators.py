"""Operators, which are functions as well: ``+`` is ADD."""

from typing import TYPE_CHECKING

from deploy.local.emulator.formulas.coercion import to_text
from deploy.local.emulator.formulas.comparing import compare
from deploy.local.emulator.formulas.library.failing import fail
from deploy.local.emulator.formulas.registry import function
from deploy.local.emulator.formulas.values import Area, Arg, Array, Value
from deploy.local.emulator.rects import Rect

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site


@function("ADD", "nn")
def _add(left: float, right: float) -> float:
    return left + right


@function("MINUS", "nn")
def _minus(left: float, right: float) -> float:
    return left - right


@function("MULTIPLY", "nn")
def _multiply(left: float, right: float) -> float:
    return left * right


@function("DIVIDE", "nn")
def _divide(left: float, right: float) -> float:
    if right == 0:
        fail("DIVIDE_BY_ZERO", "Function DIVIDE parameter 2 cannot be zero.")
    return left / right


@function("POW POWER", "nn")
def _power(base: float, exponent: float) -> float:
    if base == 0 and exponent < 0:
        fail("DIVIDE_BY_ZERO", "Function POWER caused a divide by zero error.")
    found = float(base) ** exponent
    if isinstance(found, complex):
        fail("NUM", f"Function POWER parameter 1 value is {base:g}. It has no real power.")
    return float(found)


@function("UMINUS", "n")
def _negated(value: float) -> float:
    return -value


@function("UPLUS", "s")
def _same(value: Value) -> Value:
    return value


@function("UNARY_PERCENT", "n")
def _percent(value: float) -> float:
    return value / 100


@function("CONCAT", "ss", bound=True)
def _concat(site: "Site", left: Value, right: Value) -> str:
    locale = site.world.locale
    return to_text(left, locale) + to_text(right, locale)


@function("EQ", "ss")
def _equal(left: Value, right: Value) -> bool:
    return compare(left, right) == 0


@function("NE", "ss")
def _unequal(left: Value, right: Value) -> bool:
    return compare(left, right) != 0


@function("LT", "ss")
def _less(left: Value, right: Value) -> bool:
    return compare(left, right) < 0


@function("LTE", "ss")
def _at_most(left: Value, right: Value) -> bool:
    return compare(left, right) <= 0


@function("GT", "ss")
def _more(left: Value, right: Value) -> bool:
    return compare(left, right) > 0


@function("GTE", "ss")
def _at_least(left: Value, right: Value) -> bool:
    return compare(left, right) >= 0


@function("ISBETWEEN", "sssbb", least=3)
def _between(
    value: Value,
    low: Value,
    high: Value,
    low_too: bool = True,  # noqa: FBT001, FBT002 - arguments of a formula have no names
    high_too: bool = True,  # noqa: FBT001, FBT002 - the same
) -> bool:
    above = compare(value, low) >= (0 if low_too else 1)
    return above and compare(value, high) <= (0 if high_too else -1)


@function(":", "rr")
def _span(first: Arg, last: Arg) -> Arg:
    """Return the cells from one reference to another, such as ``A2:INDEX(A:A, 9)``."""
    for given in (first, last):
        if not isinstance(given, Area | Array):
            fail("ERROR", "Formula parse error.")
    if not (isinstance(first, Area) and isinstance(last, Area) and first.sheet is last.sheet):
        fail("REF", "Reference does not exist.")
    one, other = first.rect, last.rect
    rect = Rect(
        min(one.top, other.top),
        min(one.left, other.left),
        max(one.bottom, other.bottom),
        max(one.right, other.right),
    )
    return Area(first.sheet, rect, first.reader)
