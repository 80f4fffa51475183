"""Keeps the computed values of one workbook, recalculated when somebody reads after a change."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from deploy.local.emulator import clock
from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.formulas.compiling import Compiled, compiled
from deploy.local.emulator.formulas.graph import Graph
from deploy.local.emulator.formulas.machine import Machine, World
from deploy.local.emulator.formulas.outcomes import Outcome
from deploy.local.emulator.formulas.reading import CellReader
from deploy.local.emulator.formulas.settling import Settling
from deploy.local.emulator.formulas.spilling import Spills
from deploy.local.emulator.formulas.values import Key
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.state.grid import Formula

if TYPE_CHECKING:
    from deploy.local.emulator.state.sheet import Sheet
    from deploy.local.emulator.state.workbook import Workbook

_MOST_ROUNDS = 50
"""How often arrays that fill cells other formulas read are followed."""


class Calculator:
    """Computed values of a workbook's formulas, and of the cells their arrays fill."""

    def __init__(self, workbook: "Workbook") -> None:
        self._workbook = workbook
        self._known = False
        self._pending: set[Key] = set()
        self._formulas: dict[Key, Compiled] = {}
        self._named: dict[str, tuple[Sheet, Rect]] = {}
        self._start_over()

    def _start_over(self) -> None:
        self._outcomes: dict[Key, Outcome] = {}
        self._graph = Graph()
        self._reader = CellReader(self._require)
        self._spills = Spills(self._workbook, self._outcomes, self._reader)
        book = self._workbook
        world = World(book, locale_of(book.locale), self._reader, self._named, self._now)
        self._machine = Machine(world)
        self._settling = Settling(self._machine, self._formulas, self._spills)

    def _require(self, key: Key) -> None:
        self._settling.require(key)

    def forget(self) -> None:
        """Start over at the next reading: positions, titles or names changed."""
        self._known = False
        self._pending.clear()

    def cell_changed(self, sheet: "Sheet", row: int, column: int) -> None:
        """Note that one cell got another content."""
        if self._known:
            self._pending.add((sheet.id, row, column))

    def outcome(self, sheet: "Sheet", row: int, column: int) -> Outcome | None:
        """Return what was computed for a cell; None when no formula concerns it."""
        return self._outcomes.get((sheet.id, row, column))

    def computed(self, sheet: "Sheet") -> list[tuple[int, int]]:
        """Return the cells (row, column) of a tab that have a computed value."""
        return [(row, column) for owner, row, column in self._outcomes if owner == sheet.id]

    def lacking(self) -> dict[str, int]:
        """Return how many cells use each function that only Google has."""
        counts: dict[str, int] = {}
        for formula in self._formulas.values():
            if formula.lacking:
                counts[formula.lacking] = counts.get(formula.lacking, 0) + 1
        return counts

    def refresh(self) -> None:
        """Bring all computed values up to date."""
        if not self._known:
            self._scan()
            stale = set(self._formulas)
        else:
            stale = self._changed()
        self._pending.clear()
        self._known = True
        for _ in range(_MOST_ROUNDS):
            if not stale:
                return
            watched = {key: self._outcomes.get(key) for key in stale if self._formulas[key].always}
            changed = self._settling.run(stale)
            changed += [key for key, old in watched.items() if self._outcomes.get(key) != old]
            stale = self._followers(changed)
        self._spills.give_up(stale)

    def _scan(self) -> None:
        book = self._workbook
        self._named = _named(book)
        self._formulas = {}
        self._start_over()
        for sheet in book.sheets:
            for row, column, entered in sheet.grid.entered.everything():
                if isinstance(entered, Formula):
                    self._put((sheet.id, row, column), entered)

    def _put(self, key: Key, entered: Formula) -> None:
        decimal = locale_of(self._workbook.locale).decimal
        formula = compiled(entered.text, key[0], self._workbook, decimal, self._named)
        self._formulas[key] = formula
        self._graph.put(key, formula.points_at)

    def _changed(self) -> set[Key]:
        """Take in changed cells; return the formulas to compute again."""
        for key in self._pending:
            sheet = self._workbook.sheet(key[0])
            entered = None if sheet is None else sheet.grid.entered.get(key[1], key[2])
            self._reader.drop(key)
            self._spills.entered(key, entered)
            if isinstance(entered, Formula):
                self._put(key, entered)
            elif self._formulas.pop(key, None) is not None:
                self._graph.drop(key)
        always = {key for key, formula in self._formulas.items() if formula.always}
        if not self._pending:
            return always
        chance = {key for key, formula in self._formulas.items() if formula.chance}
        return always | self._followers(self._pending | chance | self._spills.disturbed())

    def _followers(self, changed: Iterable[Key]) -> set[Key]:
        """Return the formulas among the changed cells and all that depend on them."""
        queue = list(changed)
        if not queue:
            return set()
        queue += [key for key, formula in self._formulas.items() if formula.follows]
        seen: set[Key] = set()
        while queue:
            key = queue.pop()
            if key in seen:
                continue
            seen.add(key)
            queue.extend(self._graph.pointing_at(key))
            queue.extend(self._spills.cells_of(key))
        return {key for key in seen if key in self._formulas}

    def _now(self) -> datetime:
        name = str(self._workbook.properties.get("timeZone", "UTC"))
        try:
            zone = ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            zone = ZoneInfo("UTC")
        return clock.now().astimezone(zone).replace(tzinfo=None)


def _named(workbook: "Workbook") -> "dict[str, tuple[Sheet, Rect]]":
    found: dict[str, tuple[Sheet, Rect]] = {}
    for entry in workbook.named_ranges:
        sheet = workbook.sheet(entry["range"].get("sheetId", 0))
        if sheet is not None:
            found[entry["name"].casefold()] = (sheet, sheet.rect(entry["range"]))
    return found
