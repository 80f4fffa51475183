"""Says whether one cell meets a condition of a filter."""

import math
import re
from collections.abc import Callable
from typing import Final

from deploy.local.emulator.formulas.outcomes import ErrorValue, Scalar

UNCERTAIN: Final = (
    (
        "Conditions of filters: NUMBER_NOT_EQ and NUMBER_NOT_BETWEEN let texts and blank cells "
        "through, the other number conditions do not; Google's answer for them is not known."
    ),
    (
        "Conditions of filters: TEXT_* compare what the cell shows without regard to case; ? and * "
        "are wildcards in TEXT_CONTAINS and TEXT_NOT_CONTAINS, as Google's help says of the editor."
    ),
    (
        "Conditions of filters: DATE_* compare whole days of any number, formatted as a date or "
        "not; a formula that gives an empty text counts as BLANK."
    ),
)
Value = Scalar | ErrorValue | None
_WILDCARD = re.compile(r"~[?*~]|[?*]")


def passes(kind: str, value: Value, shown: str, operands: list[Value]) -> bool:
    """Return whether a cell that holds ``value`` and displays ``shown`` meets a condition.

    ``operands`` are the condition's values after computing: numbers for NUMBER_* and DATE_*
    types. CUSTOM_FORMULA has one operand: what its formula gives for this row.
    """
    if kind in ("BLANK", "NOT_BLANK"):
        return (shown == "") == (kind == "BLANK")
    if kind == "CUSTOM_FORMULA":
        return isinstance(operands[0], int | float) and operands[0] != 0
    if kind.startswith("TEXT_"):
        return _TEXT[kind](shown.casefold(), str(_text(operands[0])).casefold())
    return _compares(kind, _number_of(value), [_number_of(item) for item in operands])


def _compares(kind: str, number: float | None, operands: list[float | None]) -> bool:
    limits = [item for item in operands if item is not None]
    if len(limits) < len(operands):
        return False
    if number is None:
        return kind in ("NUMBER_NOT_EQ", "NUMBER_NOT_BETWEEN")
    if kind.startswith("DATE_"):
        return _DATE[kind](math.floor(number), math.floor(limits[0]))
    return _NUMBER[kind](number, limits)


def _number_of(value: Value) -> float | None:
    """Return a value as a number, None when it is none; booleans are none."""
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _text(value: Value) -> Scalar:
    return "" if value is None or isinstance(value, ErrorValue) else value


def _contains(shown: str, wanted: str) -> bool:
    parts = {"?": ".", "*": ".*"}
    pattern, at = "", 0
    for match in _WILDCARD.finditer(wanted):
        found = match[0]
        pattern += re.escape(wanted[at : match.start()])
        pattern += parts[found] if len(found) == 1 else re.escape(found[1])
        at = match.end()
    return re.search(pattern + re.escape(wanted[at:]), shown, re.DOTALL) is not None


_TEXT: dict[str, Callable[[str, str], bool]] = {
    "TEXT_CONTAINS": _contains,
    "TEXT_NOT_CONTAINS": lambda shown, wanted: not _contains(shown, wanted),
    "TEXT_STARTS_WITH": str.startswith,
    "TEXT_ENDS_WITH": str.endswith,
    "TEXT_EQ": str.__eq__,
}
_NUMBER: dict[str, Callable[[float, list[float]], bool]] = {
    "NUMBER_GREATER": lambda value, limits: value > limits[0],
    "NUMBER_GREATER_THAN_EQ": lambda value, limits: value >= limits[0],
    "NUMBER_LESS": lambda value, limits: value < limits[0],
    "NUMBER_LESS_THAN_EQ": lambda value, limits: value <= limits[0],
    "NUMBER_EQ": lambda value, limits: value == limits[0],
    "NUMBER_NOT_EQ": lambda value, limits: value != limits[0],
    "NUMBER_BETWEEN": lambda value, limits: min(limits) <= value <= max(limits),
    "NUMBER_NOT_BETWEEN": lambda value, limits: not min(limits) <= value <= max(limits),
}
_DATE: dict[str, Callable[[int, int], bool]] = {
    "DATE_EQ": lambda day, wanted: day == wanted,
    "DATE_BEFORE": lambda day, wanted: day < wanted,
    "DATE_AFTER": lambda day, wanted: day > wanted,
}
