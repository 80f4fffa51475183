"""Sums, counts, averages, extremes."""

import math
import statistics
from typing import TYPE_CHECKING

from deploy.local.emulator.formulas.coercion import number_in
from deploy.local.emulator.formulas.library.failing import (
    different_size,
    divided_by_zero,
    fail,
    not_available,
)
from deploy.local.emulator.formulas.library.numbers import counted, is_number, numbers, total
from deploy.local.emulator.formulas.outcomes import ErrorValue
from deploy.local.emulator.formulas.registry import function
from deploy.local.emulator.formulas.values import Area, Arg, Array, Failed, Value, array_of, flat

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site

UNCERTAIN = ("COUNTUNIQUE and UNIQUE tell capitals from small letters.",)


@function("SUM", "r", repeat=1, bound=True)
def _sum(site: "Site", *given: Arg) -> float:
    return total(numbers(site, given))


@function("SUMSQ", "r", repeat=1, bound=True)
def _sum_of_squares(site: "Site", *given: Arg) -> float:
    return total([value * value for value in numbers(site, given)])


@function("PRODUCT", "r", repeat=1, bound=True)
def _product(site: "Site", *given: Arg) -> float:
    found = numbers(site, given)
    return math.prod(found) if found else 0


@function("AVERAGE", "r", repeat=1, bound=True)
def _average(site: "Site", *given: Arg) -> float:
    found = numbers(site, given)
    if not found:
        divided_by_zero("AVERAGE")
    return total(found) / len(found)


@function("AVERAGEA", "r", repeat=1, bound=True)
def _average_of_all(site: "Site", *given: Arg) -> float:
    found = counted(site, given)
    if not found:
        divided_by_zero("AVERAGEA")
    return total(found) / len(found)


@function("AVERAGE.WEIGHTED", "rr", repeat=2, bound=True)
def _weighted(site: "Site", *given: Arg) -> float:
    values = numbers(site, given[::2])
    weights = numbers(site, given[1::2])
    if len(values) != len(weights):
        different_size("AVERAGE.WEIGHTED")
    if not total(weights):
        divided_by_zero("AVERAGE.WEIGHTED")
    pairs = zip(values, weights, strict=True)
    return total([value * weight for value, weight in pairs]) / total(weights)


@function("COUNT", "r", repeat=1, bound=True)
def _count(site: "Site", *given: Arg) -> int:
    return sum(
        is_number(value) or (not isinstance(part, Area | Array) and _spells(site, value))
        for part in given
        for value in flat(part)
    )


def _spells(site: "Site", value: Value) -> bool:
    """Say whether a value given by itself counts as a number."""
    if isinstance(value, str):
        return number_in(value, site.world.locale) is not None
    return isinstance(value, bool)


@function("COUNTA", "r", repeat=1)
def _count_all(*given: Arg) -> int:
    return sum(value is not None for part in given for value in flat(part))


@function("COUNTBLANK", "r", repeat=1)
def _count_blank(*given: Arg) -> int:
    return sum(value is None or value == "" for part in given for value in flat(part))


@function("COUNTUNIQUE", "r", repeat=1)
def _count_unique(*given: Arg) -> int:
    return len({(type(v) is bool, v) for part in given for v in flat(part) if v is not None})


@function("MAX", "r", repeat=1, bound=True)
def _max(site: "Site", *given: Arg) -> float:
    return max(numbers(site, given), default=0)


@function("MIN", "r", repeat=1, bound=True)
def _min(site: "Site", *given: Arg) -> float:
    return min(numbers(site, given), default=0)


@function("MAXA", "r", repeat=1, bound=True)
def _max_of_all(site: "Site", *given: Arg) -> float:
    return max(counted(site, given), default=0)


@function("MINA", "r", repeat=1, bound=True)
def _min_of_all(site: "Site", *given: Arg) -> float:
    return min(counted(site, given), default=0)


@function("MEDIAN", "r", repeat=1, bound=True)
def _median(site: "Site", *given: Arg) -> float:
    found = numbers(site, given)
    if not found:
        fail("NUM", "Function MEDIAN has no numbers to work with.")
    return statistics.median(found)


@function("MODE MODE.SNGL", "r", repeat=1, bound=True)
def _mode(site: "Site", *given: Arg) -> float:
    found = numbers(site, given)
    best = max(found, key=found.count, default=None)
    if best is None or found.count(best) == 1:
        not_available("No value occurs more than once in MODE evaluation.")
    return best


@function("LARGE", "ri", bound=True)
def _large(site: "Site", given: Arg, place: int) -> float:
    return _nth(site, sorted(numbers(site, (given,)), reverse=True), place)


@function("SMALL", "ri", bound=True)
def _small(site: "Site", given: Arg, place: int) -> float:
    return _nth(site, sorted(numbers(site, (given,))), place)


def _nth(site: "Site", found: list[float], place: int) -> float:
    if not 1 <= place <= len(found):
        fail("NUM", f"Function {site.name} parameter 2 value {place} is out of range.")
    return found[place - 1]


@function("RANK RANK.EQ", "nrb", least=2, bound=True)
def _rank(site: "Site", value: float, given: Arg, upwards: bool = False) -> float:  # noqa: FBT001, FBT002
    found = numbers(site, (given,))
    if value not in found:
        not_available(f"Function {site.name} parameter 1 is not found in the data.")
    return 1 + sum(one < value if upwards else one > value for one in found)


@function("SUMPRODUCT", "r", repeat=1, arrays=True)
def _sum_of_products(*given: Arg) -> float:
    arrays = [array_of(part) for part in given]
    if any((one.height, one.width) != (arrays[0].height, arrays[0].width) for one in arrays):
        different_size("SUMPRODUCT")
    result: float = 0
    for factors in zip(*(array.flat() for array in arrays), strict=True):
        product: float = 1
        for value in factors:
            product *= _factor(value)
        result += product
    return result


def _factor(value: Value) -> float:
    if isinstance(value, ErrorValue):
        raise Failed(value)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else 0


_PARTS = {1: "AVERAGE", 2: "COUNT", 3: "COUNTA", 4: "MAX", 5: "MIN", 6: "PRODUCT"}
_MORE = {7: "STDEV", 8: "STDEVP", 9: "SUM", 10: "VAR", 11: "VARP"}
_VISIBLE_ONLY = 100


@function("SUBTOTAL", "ir", repeat=1, bound=True)
def _subtotal(site: "Site", code: int, *given: Arg) -> Arg:
    """Compute without other subtotals; codes from 101 on leave out rows hidden by hand."""
    name = (_PARTS | _MORE).get(code % _VISIBLE_ONLY) if 0 < code < 2 * _VISIBLE_ONLY else None
    if name is None:
        fail("VALUE", f"Function SUBTOTAL parameter 1 value is {code}. It is not a known code.")
    values: list[Value] = []
    for part in given:
        if not isinstance(part, Area):
            fail("VALUE", "Function SUBTOTAL expects ranges.")
        values += _shown(site, part, visible_only=code > _VISIBLE_ONLY)
    from deploy.local.emulator.formulas.library import definition_of  # noqa: PLC0415 - a circle

    definition = definition_of(name)
    return None if definition is None else site.apply(definition, [Array([values or [None]])])


def _shown(site: "Site", area: Area, *, visible_only: bool) -> list[Value]:
    sheet, rect = area.sheet, area.rect
    if sheet.basic_filter is not None:
        fail("ERROR", "The local server does not support SUBTOTAL on a tab with a filter.")
    hidden = {row for row, item in sheet.row_properties.items() if item.get("hiddenByUser")}
    found: list[Value] = []
    for row in range(rect.top, rect.bottom):
        if visible_only and row in hidden:
            continue
        for column in range(rect.left, rect.right):
            text = getattr(sheet.grid.entered.get(row, column), "text", "")
            if not text.upper().startswith("=SUBTOTAL("):
                found.append(site.world.reader.value(sheet, row, column))
    return found
