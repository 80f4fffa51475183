"""The tree of a formula."""

from dataclasses import dataclass

from deploy.local.emulator.a1 import OpenRect
from deploy.local.emulator.formulas.outcomes import ErrorValue, Scalar


@dataclass(frozen=True)
class Literal:
    """A number, text or boolean written out, an error, or nothing between two separators."""

    value: Scalar | ErrorValue | None


@dataclass(frozen=True)
class Ref:
    """Cells: a tab's title or None for the formula's own, and the corners."""

    sheet: str | None
    cells: OpenRect


@dataclass(frozen=True)
class Name:
    """A named range, a parameter of LAMBDA or a name of LET."""

    text: str


@dataclass(frozen=True)
class Call:
    """A function or operator, in capitals, and its arguments."""

    name: str
    arguments: "tuple[Node, ...]"


@dataclass(frozen=True)
class Applied:
    """A LAMBDA called at once: ``LAMBDA(x, x+1)(2)``."""

    function: "Node"
    arguments: "tuple[Node, ...]"


@dataclass(frozen=True)
class Braces:
    """An array written out, row by row."""

    rows: "tuple[tuple[Node, ...], ...]"


Node = Literal | Ref | Name | Call | Applied | Braces


def below(node: Node) -> "tuple[Node, ...]":
    """Return the parts of a node."""
    if isinstance(node, Call):
        return node.arguments
    if isinstance(node, Applied):
        return (node.function, *node.arguments)
    if isinstance(node, Braces):
        return tuple(part for row in node.rows for part in row)
    return ()


def walk(node: Node) -> "list[Node]":
    """Return a node and everything below it."""
    found = [node]
    for part in found:
        found.extend(below(part))
    return found
