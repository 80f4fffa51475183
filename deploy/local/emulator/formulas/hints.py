"""Which number format the result of a formula takes over."""

from typing import TYPE_CHECKING, Final

from deploy.local.emulator.cells import patterns
from deploy.local.emulator.formulas.outcomes import ErrorValue
from deploy.local.emulator.formulas.syntax import Call, Node, Ref
from deploy.local.emulator.formulas.values import Area, Arg, Array, Key, plain
from deploy.local.emulator.shapes import Json

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Machine, Scope
    from deploy.local.emulator.state.workbook import Workbook

UNCERTAIN: Final = (
    (
        "A formula takes over the number format of the cell it repeats, finds or adds to, and of"
        " the first formatted cell of what SUM, MAX and the like work on; a difference of two"
        " dates is a plain number."
    ),
)
Hint = str | Key | None
"""A type of number format, a cell whose format is taken over, or nothing."""

_KINDS = {
    "TODAY": "DATE",
    "DATE": "DATE",
    "EDATE": "DATE",
    "EOMONTH": "DATE",
    "TO_DATE": "DATE",
    "TIME": "TIME",
    "NOW": "DATE_TIME",
    "EPOCHTODATE": "DATE_TIME",
    "TO_PERCENT": "PERCENT",
    "TO_DOLLARS": "CURRENCY",
}
_FIRST = frozenset(
    [
        "SUM",
        "MAX",
        "MIN",
        "AVERAGE",
        "MEDIAN",
        "LARGE",
        "SMALL",
        "ABS",
        "ROUND",
        "ROUNDUP",
        "ROUNDDOWN",
        "SUMIFS",
        "MAXIFS",
        "MINIFS",
        "AVERAGEIFS",
        "UMINUS",
        "UPLUS",
        "IFERROR",
        "IFNA",
        "ARRAYFORMULA",
    ]
)
_DATES = ("DATE", "TIME", "DATE_TIME")
_MOST_STEPS = 50
_MOST_ROWS = 50


def format_of(workbook: "Workbook", key: Key) -> Json | None:
    """Return the number format a cell shows its number with: its own, or what it took over."""
    for _ in range(_MOST_STEPS):
        sheet = workbook.sheet(key[0])
        if sheet is None:
            return None
        own = sheet.grid.formats.get(key[1], key[2])
        if own is not None and "numberFormat" in own:
            found: Json = own["numberFormat"]
            return found
        outcome = workbook.calculator.outcome(sheet, key[1], key[2])
        if outcome is None or outcome.like is None:
            kind = None if outcome is None else outcome.number_format
            return None if kind is None else {"type": kind}
        key = outcome.like
    return None


def is_date(chosen: Json | None) -> bool:
    """Say whether a number format shows dates or times."""
    if chosen is None:
        return False
    return chosen.get("type") in _DATES or patterns.is_date(chosen.get("pattern", ""))


def pattern_of(workbook: "Workbook", key: Key) -> str | None:
    """Return the pattern a cell shows its number with."""
    from deploy.local.emulator.cells.locales import locale_of  # noqa: PLC0415 - a circle
    from deploy.local.emulator.cells.view import default_pattern  # noqa: PLC0415 - a circle

    chosen = format_of(workbook, key)
    if chosen is None:
        return None
    locale = locale_of(workbook.locale)
    return chosen.get("pattern") or default_pattern(chosen.get("type", ""), locale) or None


def suggested(machine: "Machine", node: Node, scope: "Scope", result: Arg) -> Hint:
    """Return what the result of a formula takes over."""
    if isinstance(result, Area) and result.single:
        return result.key()
    if isinstance(result, Array) and result.height == result.width == 1 and result.likes:
        return result.like(0, 0)
    if isinstance(result, str | bool | ErrorValue) or result is None:
        return None
    return _hint(machine, node, scope)


def _hint(machine: "Machine", node: Node, scope: "Scope") -> Hint:
    if isinstance(node, Ref):
        return _formatted(machine, machine.evaluate(node, scope))
    if not isinstance(node, Call) or not (node.arguments or node.name in _KINDS):
        return None
    if node.name in _KINDS:
        return _KINDS[node.name]
    if node.name in ("ADD", "MINUS"):
        return _sum(machine, node, scope)
    if node.name == "IF" and len(node.arguments) > 1:
        chosen = plain(machine.evaluate(node.arguments[0], scope))
        branch = 2 if chosen in (None, False, 0) else 1
        found = node.arguments[branch : branch + 1]
        return _hint(machine, found[0], scope) if found else None
    return _hint(machine, node.arguments[0], scope) if node.name in _FIRST else None


def _sum(machine: "Machine", node: Call, scope: "Scope") -> Hint:
    left = _hint(machine, node.arguments[0], scope)
    right = _hint(machine, node.arguments[1], scope)
    if node.name == "MINUS":
        both = _dated(machine, left) and _dated(machine, right)
        return None if both else left
    return left if left is not None else right


def _dated(machine: "Machine", hint: Hint) -> bool:
    if isinstance(hint, tuple):
        return is_date(format_of(machine.world.workbook, hint))
    return hint in _DATES


def _formatted(machine: "Machine", given: Arg) -> Hint:
    """Return the first cell of an area that has a number format."""
    if not isinstance(given, Area):
        return None
    for row in range(min(given.height, _MOST_ROWS)):
        key = given.key(row)
        if format_of(machine.world.workbook, key) is not None:
            return key
    return None
