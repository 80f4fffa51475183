"""Statistics, finance and engineering, computed by the formula engine."""

from functools import cache
from typing import TYPE_CHECKING, Final

from deploy.local.emulator.formulas.engine import Engine
from deploy.local.emulator.formulas.functions import engine_functions
from deploy.local.emulator.formulas.library.failing import divided_by_zero
from deploy.local.emulator.formulas.outcomes import ErrorValue
from deploy.local.emulator.formulas.registry import Definition
from deploy.local.emulator.formulas.values import Area, Arg, Array, Failed, plain

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site

UNCERTAIN: Final = (
    (
        "Statistical, financial and engineering functions are computed by a formula engine of"
        " Excel's kind; Google's last digits and error types may differ."
    ),
)
_RANGES = frozenset(
    [
        "AVEDEV",
        "CHISQ.TEST",
        "CHITEST",
        "CORREL",
        "COVAR",
        "COVARIANCE.P",
        "COVARIANCE.S",
        "DAVERAGE",
        "DCOUNT",
        "DCOUNTA",
        "DEVSQ",
        "DGET",
        "DMAX",
        "DMIN",
        "DPRODUCT",
        "DSTDEV",
        "DSTDEVP",
        "DSUM",
        "DVAR",
        "DVARP",
        "F.TEST",
        "FORECAST",
        "FORECAST.LINEAR",
        "FTEST",
        "GCD",
        "GEOMEAN",
        "GROWTH",
        "HARMEAN",
        "IMPRODUCT",
        "IMSUM",
        "INTERCEPT",
        "IRR",
        "KURT",
        "LCM",
        "LINEST",
        "LOGEST",
        "MIRR",
        "MODE.MULT",
        "MULTINOMIAL",
        "NPV",
        "PEARSON",
        "PERCENTILE",
        "PERCENTILE.EXC",
        "PERCENTILE.INC",
        "PERCENTRANK",
        "PERCENTRANK.EXC",
        "PERCENTRANK.INC",
        "QUARTILE",
        "QUARTILE.EXC",
        "QUARTILE.INC",
        "RANK.AVG",
        "RSQ",
        "SERIESSUM",
        "SKEW",
        "SKEW.P",
        "SLOPE",
        "STDEV",
        "STDEV.P",
        "STDEV.S",
        "STDEVA",
        "STDEVP",
        "STDEVPA",
        "STEYX",
        "SUMX2MY2",
        "SUMX2PY2",
        "SUMXMY2",
        "T.TEST",
        "TREND",
        "TRIMMEAN",
        "TTEST",
        "VAR",
        "VAR.P",
        "VAR.S",
        "VARA",
        "VARP",
        "VARPA",
        "XIRR",
        "XNPV",
        "Z.TEST",
        "ZTEST",
    ]
)
"""Functions whose arguments are ranges; all others take single values."""
_REFUSED = frozenset(
    [
        "ASC",
        "CHARB",
        "FINDB",
        "GETPIVOTDATA",
        "LEFTB",
        "LENB",
        "MIDB",
        "REPLACEB",
        "RIGHTB",
        "SEARCHB",
        "LINEST",
        "LOGEST",
        "GROWTH",
        "TREND",
        "MODE.MULT",
    ]
)
"""Functions the engine answers otherwise than Google, or only in part."""


@cache
def _scratch() -> Engine:
    return Engine()


@cache
def definition(name: str) -> Definition | None:
    """Return a function that the engine computes, None when it cannot."""
    if name in _REFUSED or name not in engine_functions():
        return None
    letter = "r" if name in _RANGES else "s"
    return Definition(name, _compute, letter, 0, None, 1, bound=True)


def _compute(site: "Site", *given: Arg) -> Arg:
    blocks: list[Array] = []
    for part in given:
        block = part.array() if isinstance(part, Area) else part
        blocks.append(block if isinstance(block, Array) else Array([[plain(block)]]))
    for block in blocks:
        problem = next((value for value in block.flat() if isinstance(value, ErrorValue)), None)
        if problem is not None:
            raise Failed(problem)
    found = _scratch().call(site.name, [block.rows for block in blocks])
    if isinstance(found, ErrorValue) and found.type == "DIVIDE_BY_ZERO":
        divided_by_zero(site.name)
    return found
