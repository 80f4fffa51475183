"""Reads cells for formulas: what was entered, computed or filled by an array."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from deploy.local.emulator.formulas.values import Array, Key, Value
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.state.grid import Formula

if TYPE_CHECKING:
    from deploy.local.emulator.state.sheet import Sheet

_KEPT_FROM = 128
"""Number of cells from which a block is kept for the next formula that reads it."""
_MOST_KEPT = 64


class _Open:
    """Stands where a value is still to be computed."""


_OPEN: Final = _Open()


class CellReader:
    """Gives formulas the content of cells.

    ``settle`` is called with a cell whose value is still to be computed; it may interrupt.
    """

    def __init__(self, settle: Callable[[Key], None]) -> None:
        self._settle = settle
        self._computed: dict[tuple[int, int], dict[int, Value | _Open]] = {}
        self._kept: OrderedDict[tuple[int, Rect], Array] = OrderedDict()

    def put(self, key: Key, value: Value) -> None:
        """Take in what was computed for a cell."""
        self._computed.setdefault(key[:2], {})[key[2]] = value
        self._changed(key)

    def reopen(self, keys: Iterable[Key]) -> None:
        """Note that the values of cells are to be computed again."""
        for key in keys:
            self._computed.setdefault(key[:2], {})[key[2]] = _OPEN

    def drop(self, key: Key) -> None:
        """Take in that nothing is computed for a cell any more, or that its content changed."""
        self._computed.get(key[:2], {}).pop(key[2], None)
        self._changed(key)

    def _changed(self, key: Key) -> None:
        sheet_id, row, column = key
        stale = [
            place
            for place in self._kept
            if place[0] == sheet_id
            and place[1].top <= row < place[1].bottom
            and place[1].left <= column < place[1].right
        ]
        for place in stale:
            del self._kept[place]

    def value(self, sheet: "Sheet", row: int, column: int) -> Value:
        """Return the content of one cell."""
        entered = sheet.grid.entered.get(row, column)
        if entered is not None and not isinstance(entered, Formula):
            return entered
        return self._value((sheet.id, row, column), _OPEN if entered is not None else None)

    def _value(self, key: Key, unknown: Value | _Open) -> Value:
        found = self._computed.get(key[:2], {}).get(key[2], unknown)
        if isinstance(found, _Open):
            self._settle(key)
            return None
        return found

    def block(self, sheet: "Sheet", rect: Rect) -> Array:
        """Return the contents of a rectangle."""
        place = (sheet.id, rect)
        kept = self._kept.get(place)
        if kept is not None:
            self._kept.move_to_end(place)
            return kept
        rows = range(rect.top, rect.bottom)
        if rect.width == 1:
            array = Array([[value] for value in self._column(sheet, rect)])
        else:
            array = Array([self._row(sheet, place[0], row, rect) for row in rows])
        if rect.height * rect.width >= _KEPT_FROM:
            self._kept[place] = array
            if len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        return array

    def _row(self, sheet: "Sheet", sheet_id: int, row: int, rect: Rect) -> list[Value]:
        cells = sheet.grid.entered.rows.get(row)
        known = self._computed.get((sheet_id, row))
        line: list[Value] = []
        for column in range(rect.left, rect.right):
            entered = None if cells is None else cells.get(column)
            if isinstance(entered, Formula) or (known and entered is None):
                unknown = _OPEN if entered is not None else None
                line.append(self._value((sheet_id, row, column), unknown))
            else:
                line.append(entered)
        return line

    def _column(self, sheet: "Sheet", rect: Rect) -> list[Value]:
        rows, computed = sheet.grid.entered.rows, self._computed
        sheet_id, column = sheet.id, rect.left
        none: dict[int, Value | _Open] = {}
        line: list[Value] = []
        for row in range(rect.top, rect.bottom):
            cells = rows.get(row)
            entered = None if cells is None else cells.get(column)
            if entered is not None and not isinstance(entered, Formula):
                line.append(entered)
                continue
            unknown = None if entered is None else _OPEN
            found = computed.get((sheet_id, row), none).get(column, unknown)
            if isinstance(found, _Open):
                self._settle((sheet_id, row, column))
                found = None
            line.append(found)
        return line
