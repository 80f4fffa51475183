"""Computes formulas in the order they need each other."""

from collections import defaultdict
from collections.abc import Iterator

from deploy.local.emulator.formulas import hints
from deploy.local.emulator.formulas.compiling import Compiled, Place
from deploy.local.emulator.formulas.machine import Machine, Scope
from deploy.local.emulator.formulas.outcomes import CIRCULAR, unsupported
from deploy.local.emulator.formulas.spilling import Spills
from deploy.local.emulator.formulas.values import Arg, Key
from deploy.local.emulator.rects import Rect


class _Needed(Exception):  # noqa: N818 - a formula waits, nothing failed
    """A cell has to be computed first."""

    def __init__(self, key: Key) -> None:
        super().__init__("needed")
        self.key = key


class Settling:
    """Computes a set of formulas, each after those it points at."""

    def __init__(self, machine: Machine, formulas: dict[Key, Compiled], spills: Spills) -> None:
        self._machine = machine
        self._formulas = formulas
        self._spills = spills
        self._open: set[Key] = set()
        self._columns: dict[int, dict[int, set[int]]] = {}
        self._done: set[Place] = set()
        self._changed: list[Key] = []

    def require(self, key: Key) -> None:
        """Interrupt the formula that reads a cell still to be computed."""
        owner = self._spills.owner(key)
        if owner in self._open:
            raise _Needed(owner)

    def run(self, stale: set[Key]) -> list[Key]:
        """Compute formulas; return the neighbours that arrays filled with other values."""
        self._open = set(stale)
        self._spills.reopen(stale)
        self._done = set()
        self._changed = []
        self._columns = defaultdict(lambda: defaultdict(set))
        for sheet_id, row, column in stale:
            self._columns[sheet_id][column].add(row)
        for key in sorted(stale, key=lambda one: (not self._formulas[one].fills, one)):
            if key in self._open:
                self._settle(key)
        return self._changed + list(self._spills.disturbed())

    def _settle(self, first: Key) -> None:
        stack = [first]
        waiting = {first: self._needs(first)}
        while stack:
            key = stack[-1]
            needed = next((one for one in waiting[key] if one in self._open), None)
            if needed is None:
                try:
                    self._compute(key)
                    stack.pop()
                    del waiting[key]
                    continue
                except _Needed as found:
                    needed = found.key
            if needed in waiting:
                for circular in stack[stack.index(needed) :]:
                    self._close(circular, CIRCULAR, None)
                    del waiting[circular]
                del stack[stack.index(needed) :]
            else:
                stack.append(needed)
                waiting[needed] = self._needs(needed)

    def _needs(self, key: Key) -> Iterator[Key]:
        """Yield the formulas still to be computed that a formula names."""
        for sheet_id, rect in self._formulas[key].points_at:
            if rect.height == rect.width == 1:
                yield self._spills.owner((sheet_id, rect.top, rect.left))
            elif (sheet_id, rect) not in self._done:
                yield from self._inside(sheet_id, rect)
                self._done.add((sheet_id, rect))

    def _inside(self, sheet_id: int, rect: Rect) -> Iterator[Key]:
        columns = self._columns.get(sheet_id, {})
        for column in [one for one in columns if rect.left <= one < rect.right]:
            rows = columns[column]
            inside = (
                range(rect.top, rect.bottom)
                if rect.height < len(rows)
                else [one for one in rows if rect.top <= one < rect.bottom]
            )
            for row in inside:
                yield sheet_id, row, column
        yield from self._spills.overlapping(sheet_id, rect)

    def _compute(self, key: Key) -> None:
        formula = self._formulas[key]
        if formula.node is None:
            self._close(key, formula.error, None)
            return
        scope = Scope(key)
        try:
            result = self._machine.evaluate(formula.node, scope)
            hint = hints.suggested(self._machine, formula.node, scope, result)
            self._close(key, result, hint)
            if self._spills.feeds(key, formula.points_at):
                self._close(key, CIRCULAR, None)
        except RecursionError:
            self._close(key, unsupported("formulas nested this deeply"), None)
        except _Needed:
            raise
        except Exception:  # noqa: BLE001 - a formula may fail loudly, never the whole answer
            self._close(key, unsupported("this formula"), None)

    def _close(self, key: Key, result: Arg, hint: hints.Hint) -> None:
        self._changed += self._spills.store(key, result, hint)
        self._open.discard(key)
        self._columns[key[0]][key[2]].discard(key[1])
