"""Reads formulas once: their trees, what they point at, what makes them special."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deploy.local.emulator.formulas import functions
from deploy.local.emulator.formulas.library import definition_of
from deploy.local.emulator.formulas.outcomes import ErrorValue, unknown_function, unsupported
from deploy.local.emulator.formulas.parser import parse
from deploy.local.emulator.formulas.syntax import Braces, Call, Name, Node, Ref, walk
from deploy.local.emulator.formulas.values import Failed
from deploy.local.emulator.rects import Rect

if TYPE_CHECKING:
    from deploy.local.emulator.state.sheet import Sheet
    from deploy.local.emulator.state.workbook import Workbook

UNCERTAIN: Final = (
    "A formula that points at itself only in a branch that is not taken counts as circular.",
)
LIMITS: Final = (
    (
        "QUERY, GETPIVOTDATA, the functions that need the network (IMPORTRANGE, GOOGLEFINANCE,"
        " IMAGE ...), those that count bytes (LENB ...), regressions (LINEST, TREND ...), some of"
        " bonds (COUPNUM, YIELDDISC ...) and of matrices (MINVERSE ...), and references to tables"
        " give #ERROR! and a sentence that names them."
    ),
)
FAR = 2**31
_FOLLOWING = frozenset({"INDIRECT", "OFFSET", ":"})
_PLACE_ONLY = frozenset({"ROW", "COLUMN", "ROWS", "COLUMNS", "OFFSET"})
"""Functions that look at the place of their first argument, not at its content."""
_ALWAYS = frozenset({"TODAY", "NOW", "SUBTOTAL", "TO_TEXT", "ISDATE", "SHEET", "SHEETS"})
_CHANCE = frozenset({"RAND", "RANDBETWEEN", "RANDARRAY"})
_ARRAYS = frozenset(
    [
        "ARRAYFORMULA",
        "FILTER",
        "SORT",
        "SORTN",
        "UNIQUE",
        "TRANSPOSE",
        "FLATTEN",
        "SEQUENCE",
        "HSTACK",
        "VSTACK",
        "TOCOL",
        "TOROW",
        "CHOOSECOLS",
        "CHOOSEROWS",
        "WRAPROWS",
        "WRAPCOLS",
        "ARRAY_CONSTRAIN",
        "MMULT",
        "FREQUENCY",
        "SPLIT",
        "REGEXEXTRACT",
        "MAP",
        "SCAN",
        "BYROW",
        "BYCOL",
        "MAKEARRAY",
        "RANDARRAY",
        "INDEX",
        "XLOOKUP",
        "QUERY",
        "INDIRECT",
        "OFFSET",
    ]
)

Place = tuple[int, Rect]
"""Cells of a tab: (sheetId, rectangle, open ends very far)."""


@dataclass(frozen=True)
class Compiled:
    """A formula ready to be computed, or the error it stands for.

    ``points_at`` are the cells it names; ``follows`` says that it may point at others as well;
    ``always`` that it is computed at every reading; ``chance`` that it differs at every change;
    ``fills`` that it may fill several cells. ``lacking`` is a function only Google has.
    """

    node: Node | None = None
    error: ErrorValue | None = None
    lacking: str | None = None
    points_at: tuple[Place, ...] = ()
    follows: bool = False
    always: bool = False
    chance: bool = False
    fills: bool = False


def compiled(
    text: str,
    own: int,
    workbook: "Workbook",
    decimal: str,
    named: "Mapping[str, tuple[Sheet, Rect]]",
) -> Compiled:
    """Return the formula ``text`` that stands on the tab with the id ``own``."""
    try:
        node = parse(text, decimal)
    except Failed as failed:
        return Compiled(error=failed.error)
    except RecursionError:
        return Compiled(error=unsupported("formulas nested this deeply"))
    nodes = walk(node)
    calls = {part.name for part in nodes if isinstance(part, Call)}
    problem = _problem(calls, {part.text.upper() for part in nodes if isinstance(part, Name)})
    if problem is not None:
        return problem
    spared = {
        id(part.arguments[0])
        for part in nodes
        if isinstance(part, Call) and part.name in _PLACE_ONLY and part.arguments
    }
    places = {_place(part, own, workbook, named) for part in nodes if id(part) not in spared}
    root_fills = isinstance(node, Name | Ref | Braces)
    return Compiled(
        node,
        points_at=tuple(place for place in places if place is not None),
        follows=not _FOLLOWING.isdisjoint(calls),
        always=not _ALWAYS.isdisjoint(calls),
        chance=not _CHANCE.isdisjoint(calls),
        fills=root_fills or not _ARRAYS.isdisjoint(calls),
    )


def _problem(calls: set[str], names: set[str]) -> Compiled | None:
    for name in sorted(calls - names):
        if definition_of(name) is not None:
            continue
        if name not in functions.google_functions():
            return Compiled(error=unknown_function(name))
        network = " (it needs the network)" if name in functions.NETWORK else ""
        return Compiled(error=unsupported(f"the function {name}{network}"), lacking=name)
    return None


def _place(
    node: Node, own: int, workbook: "Workbook", named: "Mapping[str, tuple[Sheet, Rect]]"
) -> Place | None:
    if isinstance(node, Name):
        found = named.get(node.text.casefold().rpartition("!")[2])
        return None if found is None else (found[0].id, found[1])
    if not isinstance(node, Ref):
        return None
    sheet = None if node.sheet is None else workbook.titled(node.sheet)
    if node.sheet is not None and sheet is None:
        return None
    cells = node.cells
    rect = Rect(
        cells.top or 0,
        cells.left or 0,
        FAR if cells.bottom is None else cells.bottom,
        FAR if cells.right is None else cells.right,
    )
    return (own if sheet is None else sheet.id), rect
