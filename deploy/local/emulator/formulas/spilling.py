"""Cells that arrays of formulas fill."""

from typing import TYPE_CHECKING, Final

from deploy.local.emulator import a1
from deploy.local.emulator.formulas.compiling import Place
from deploy.local.emulator.formulas.hints import Hint
from deploy.local.emulator.formulas.outcomes import CIRCULAR, ErrorValue, Outcome
from deploy.local.emulator.formulas.reading import CellReader
from deploy.local.emulator.formulas.values import (
    Area,
    Arg,
    Array,
    Key,
    Lambda,
    Value,
    array_of,
    plain,
)
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.state.grid import Entered

if TYPE_CHECKING:
    from deploy.local.emulator.state.sheet import Sheet
    from deploy.local.emulator.state.workbook import Workbook

UNCERTAIN: Final = (
    "An array that would reach beyond the grid is #REF!; the grid is never enlarged for it.",
)
_WHOLE_FROM = 1e15


class Spills:
    """Puts results into their cells and knows which cells an array fills."""

    def __init__(
        self, workbook: "Workbook", outcomes: dict[Key, Outcome], reader: CellReader
    ) -> None:
        self._workbook = workbook
        self._outcomes = outcomes
        self._reader = reader
        self._rects: dict[Key, Rect] = {}
        self._owners: dict[Key, Key] = {}
        self._blocked: set[Key] = set()
        self._disturbed: set[Key] = set()

    def owner(self, key: Key) -> Key:
        """Return the cell whose formula fills a cell, the cell itself when none does."""
        return self._owners.get(key, key)

    def cells_of(self, key: Key) -> list[Key]:
        """Return the neighbours that the formula of a cell fills."""
        rect = self._rects.get(key)
        if rect is None:
            return []
        return [
            (key[0], row, column)
            for row in range(rect.top, rect.bottom)
            for column in range(rect.left, rect.right)
            if (row, column) != key[1:]
        ]

    def feeds(self, key: Key, places: tuple[Place, ...]) -> bool:
        """Say whether the formula of a cell fills cells among ``places``."""
        filled = self._rects.get(key)
        return filled is not None and any(
            sheet_id == key[0] and rect.meets(filled) for sheet_id, rect in places
        )

    def overlapping(self, sheet_id: int, rect: Rect) -> list[Key]:
        """Return the cells whose formulas fill some cell of a rectangle."""
        return [
            key for key, filled in self._rects.items() if key[0] == sheet_id and filled.meets(rect)
        ]

    def entered(self, key: Key, entered: Entered | None) -> None:
        """Take in that somebody typed into a cell or emptied it."""
        owner = self._owners.get(key)
        if owner is not None:
            self._disturbed.add(owner)
        self._disturbed |= self._blocked | set(self.cells_of(key))
        self._clear(key)
        if owner is None or entered is not None:
            self._outcomes.pop(key, None)

    def disturbed(self) -> set[Key]:
        """Return, once, the cells whose formulas have to try again to fill their neighbours."""
        found, self._disturbed = self._disturbed, set()
        return found

    def store(self, key: Key, result: Arg, hint: Hint) -> list[Key]:
        """Keep the result of a formula; return the neighbours whose value changed."""
        before = {cell: self._outcomes.get(cell) for cell in self.cells_of(key)}
        self._clear(key)
        array = _many(result)
        problem = None if array is None else self._problem(key, array)
        if array is None or problem is not None:
            value = problem if problem is not None else plain(result)
            self._keep(key, _outcome(value, hint))
        else:
            self._fill(key, array, hint)
        touched = {*before, *self.cells_of(key)}
        changed = [cell for cell in touched if before.get(cell) != self._outcomes.get(cell)]
        if len(before) > 0 and self._blocked - {key}:
            self._disturbed |= self._blocked - {key}
        return changed

    def _clear(self, key: Key) -> None:
        self._blocked.discard(key)
        for cell in self.cells_of(key):
            self._owners.pop(cell, None)
            self._outcomes.pop(cell, None)
            self._reader.drop(cell)
        self._rects.pop(key, None)

    def _problem(self, key: Key, array: Array) -> ErrorValue | None:
        sheet = self._workbook.sheet(key[0])
        if sheet is None:
            return None
        for size, start, limit, word in (
            (array.height, key[1], sheet.rows, "rows"),
            (array.width, key[2], sheet.columns, "columns"),
        ):
            if start + size > limit:
                missing = start + size - limit
                sentence = (
                    f"Result was not automatically expanded, please insert more {word} ({missing})."
                )
                return ErrorValue("REF", sentence)
        return self._blocking(sheet, key, array)

    def _blocking(self, sheet: "Sheet", key: Key, array: Array) -> ErrorValue | None:
        _, top, left = key
        rect = Rect(top, left, top + array.height, left + array.width)
        places = [(row, column) for row, column, _ in sheet.grid.entered.within(rect)]
        places += [cell[1:] for cell in self._others(key, rect)]
        blocking = sorted(place for place in places if place != (top, left))
        if not blocking:
            return None
        self._blocked.add(key)
        name = a1.cell_name(*blocking[0])
        return ErrorValue(
            "REF", f"Array result was not expanded because it would overwrite data in {name}."
        )

    def _others(self, key: Key, rect: Rect) -> list[Key]:
        return [
            cell
            for owner in self.overlapping(key[0], rect)
            for cell in self.cells_of(owner)
            if rect.top <= cell[1] < rect.bottom and rect.left <= cell[2] < rect.right
        ]

    def _fill(self, key: Key, array: Array, hint: Hint) -> None:
        sheet_id, top, left = key
        self._rects[key] = Rect(top, left, top + array.height, left + array.width)
        for row in range(array.height):
            for column in range(array.width):
                cell = (sheet_id, top + row, left + column)
                like = array.like(row, column)
                own = like if like is not None else hint
                self._keep(cell, _outcome(array.at(row, column), own))
                if cell != key:
                    self._owners[cell] = key

    def _keep(self, key: Key, outcome: Outcome) -> None:
        self._outcomes[key] = outcome
        self._reader.put(key, outcome.value)

    def reopen(self, keys: set[Key]) -> None:
        """Note that formulas, and what they fill, are to be computed again."""
        for key in keys:
            self._reader.reopen((key, *self.cells_of(key)))

    def give_up(self, stale: set[Key]) -> None:
        """Mark formulas whose arrays keep changing each other as circular."""
        for key in stale:
            self._clear(key)
            self._keep(key, Outcome(CIRCULAR))


def _many(result: Arg) -> Array | None:
    if isinstance(result, Area | Array) and result.height * result.width > 1:
        return array_of(result)
    return None


def _outcome(value: Arg, hint: Hint) -> Outcome:
    found = _stored(plain(value) if isinstance(value, Lambda) else value)
    if isinstance(hint, tuple):
        return Outcome(found, None, hint)
    return Outcome(found, hint)


def _stored(value: Arg) -> Value:
    if isinstance(value, float) and value.is_integer() and abs(value) < _WHOLE_FROM:
        return int(value)
    return plain(value)
