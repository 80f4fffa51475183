"""Computes the tree of a formula."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from deploy.local.emulator.cells.locales import Locale
from deploy.local.emulator.formulas import applying
from deploy.local.emulator.formulas.braces import joined
from deploy.local.emulator.formulas.library import definition_of
from deploy.local.emulator.formulas.outcomes import (
    ENGINE_ERRORS,
    ErrorValue,
    missing_sheet,
    unknown_function,
    unknown_name,
)
from deploy.local.emulator.formulas.registry import Definition
from deploy.local.emulator.formulas.syntax import Applied, Braces, Call, Literal, Name, Node, Ref
from deploy.local.emulator.formulas.values import Area, Arg, Failed, Key, Lambda, Reader
from deploy.local.emulator.rects import Rect

if TYPE_CHECKING:
    from deploy.local.emulator.state.sheet import Sheet
    from deploy.local.emulator.state.workbook import Workbook

MOST_CALLS = 60
"""How deep functions of LAMBDA may call each other."""


@dataclass(frozen=True)
class Scope:
    """Where an expression stands: its cell, whether whole arrays are computed, its names."""

    place: Key
    arrays: bool = False
    names: Mapping[str, Arg] = field(default_factory=dict)
    depth: int = 0


@dataclass(frozen=True)
class World:
    """What formulas can see of the workbook."""

    workbook: "Workbook"
    locale: Locale
    reader: Reader
    named: Mapping[str, tuple["Sheet", Rect]]
    now: Callable[[], datetime]


@dataclass(frozen=True)
class Site:
    """One call of a function, for those that need to know where they are called."""

    machine: "Machine"
    scope: Scope
    name: str

    @property
    def world(self) -> World:
        """What the formula can see."""
        return self.machine.world

    def value(self, node: Node, **names: Arg) -> Arg:
        """Return what one of the arguments of a lazy function comes to."""
        scope = self.scope
        if names:
            scope = replace(scope, names={**scope.names, **names})
        return self.machine.evaluate(node, scope)

    def arrayed(self) -> "Site":
        """Return the same call with its arguments computed for whole arrays."""
        return replace(self, scope=replace(self.scope, arrays=True))

    def apply(self, definition: Definition, arguments: list[Arg]) -> Arg:
        """Return what another function makes of arguments already computed."""
        return applying.apply(self, definition, arguments)

    def call(self, function: Lambda, *arguments: Arg) -> Arg:
        """Return what a function made by LAMBDA makes of its arguments."""
        return self.machine.call(function, arguments, self.scope.depth)


class Machine:
    """Computes trees against one world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._kinds: dict[type, Callable[[Any, Scope], Arg]] = {
            Literal: lambda node, _scope: node.value,
            Ref: self._ref,
            Name: self._name,
            Call: self._call,
            Applied: self._applied,
            Braces: self._braces,
        }

    def evaluate(self, node: Node, scope: Scope) -> Arg:
        """Return what a node stands for; Google's errors are values."""
        return self._kinds[type(node)](node, scope)

    def area(self, sheet: "Sheet", node: Ref) -> Area | ErrorValue:
        """Return the cells of a reference on a tab; #REF! when the grid has none of them."""
        cells = node.cells
        rect = Rect(
            cells.top or 0,
            cells.left or 0,
            sheet.rows if cells.bottom is None else cells.bottom,
            sheet.columns if cells.right is None else cells.right,
        ).clipped(sheet.rows, sheet.columns)
        if rect.height < 1 or rect.width < 1:
            return ENGINE_ERRORS["Ref"]
        return Area(sheet, rect, self.world.reader)

    def call(self, function: Lambda, arguments: tuple[Arg, ...], depth: int) -> Arg:
        """Return what a function made by LAMBDA makes of its arguments."""
        wanted, given = len(function.parameters), len(arguments)
        if wanted != given:
            return ErrorValue(
                "N_A",
                f"Wrong number of arguments to LAMBDA. Expected {wanted} arguments, "
                f"but got {given} arguments.",
            )
        if depth >= MOST_CALLS:
            return ErrorValue("NUM", "Reached max recursion depth for a LAMBDA.")
        names = {**function.scope.names, **dict(zip(function.parameters, arguments, strict=True))}
        scope: Scope = replace(function.scope, names=names, depth=depth + 1)
        return self.evaluate(function.body, scope)

    def _ref(self, node: Ref, scope: Scope) -> Arg:
        book = self.world.workbook
        sheet = book.sheet(scope.place[0]) if node.sheet is None else book.titled(node.sheet)
        if sheet is None:
            return missing_sheet(node.sheet or "")
        return self.area(sheet, node)

    def _name(self, node: Name, scope: Scope) -> Arg:
        folded = node.text.casefold()
        if folded in scope.names:
            return scope.names[folded]
        found = self.world.named.get(folded.rpartition("!")[2])
        if found is None:
            return unknown_name(node.text)
        sheet, rect = found
        inside = rect.clipped(sheet.rows, sheet.columns)
        if inside.height < 1 or inside.width < 1:
            return ENGINE_ERRORS["Ref"]
        return Area(sheet, inside, self.world.reader)

    def _call(self, node: Call, scope: Scope) -> Arg:
        local = scope.names.get(node.name.casefold()) if scope.names else None
        if isinstance(local, Lambda):
            given = tuple(self.evaluate(part, scope) for part in node.arguments)
            return self.call(local, given, scope.depth)
        definition = definition_of(node.name)
        if definition is None:
            return unknown_function(node.name)
        problem = _arity(definition, len(node.arguments))
        if problem is not None:
            return problem
        if definition.lazy:
            return self._lazy(definition, node, scope)
        inner = replace(scope, arrays=True) if definition.arrays else scope
        values = [self.evaluate(part, inner) for part in node.arguments]
        return applying.apply(Site(self, inner, node.name), definition, values)

    def _lazy(self, definition: Definition, node: Call, scope: Scope) -> Arg:
        try:
            found: Arg = definition.run(Site(self, scope, node.name), *node.arguments)
        except Failed as failed:
            return failed.error
        return found

    def _applied(self, node: Applied, scope: Scope) -> Arg:
        function = self.evaluate(node.function, scope)
        if isinstance(function, ErrorValue):
            return function
        if not isinstance(function, Lambda):
            return ErrorValue("NAME", "Only a LAMBDA can be called.")
        given = tuple(self.evaluate(part, scope) for part in node.arguments)
        return self.call(function, given, scope.depth)

    def _braces(self, node: Braces, scope: Scope) -> Arg:
        return joined([[self.evaluate(part, scope) for part in row] for row in node.rows])


def _arity(definition: Definition, given: int) -> ErrorValue | None:
    least, most = definition.least, definition.most
    if given >= least and (most is None or given <= most):
        return None
    if most is None:
        wanted = f"at least {least}"
    else:
        wanted = str(least) if least == most else f"between {least} and {most}"
    return ErrorValue(
        "N_A",
        f"Wrong number of arguments to {definition.name}. "
        f"Expected {wanted} arguments, but got {given} arguments.",
    )
