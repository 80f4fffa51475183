"""Sparse cells: one layer per aspect, row by row, column by column."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.shifts import Shift

T = TypeVar("T")


@dataclass(frozen=True)
class Formula:
    """A cell's formula text, equals sign included."""

    text: str


Entered = bool | int | float | str | Formula
"""What a cell can hold; an empty cell holds nothing at all."""


class Layer(Generic[T]):
    """One aspect of the cells of a sheet; only cells that have it take room."""

    def __init__(self) -> None:
        self.rows: dict[int, dict[int, T]] = {}

    def get(self, row: int, column: int) -> T | None:
        """Return what the cell has, None when nothing."""
        cells = self.rows.get(row)
        return None if cells is None else cells.get(column)

    def put(self, row: int, column: int, item: T | None) -> None:
        """Store ``item``; None empties the cell."""
        if item is not None:
            self.rows.setdefault(row, {})[column] = item
            return
        cells = self.rows.get(row)
        if cells is not None:
            cells.pop(column, None)
            if not cells:
                del self.rows[row]

    def clear(self, rect: Rect) -> None:
        """Empty every cell inside ``rect``."""
        for row, column, _ in list(self.within(rect)):
            self.put(row, column, None)

    def within(self, rect: Rect) -> Iterator[tuple[int, int, T]]:
        """Yield (row, column, item) of the filled cells inside ``rect``, in reading order."""
        if rect.height > len(self.rows):
            rows = sorted(row for row in self.rows if rect.top <= row < rect.bottom)
        else:
            rows = [row for row in range(rect.top, rect.bottom) if row in self.rows]
        for row in rows:
            for column, item in sorted(self.rows[row].items()):
                if rect.left <= column < rect.right:
                    yield row, column, item

    def everything(self) -> Iterator[tuple[int, int, T]]:
        """Yield every filled cell in no particular order."""
        for row, cells in self.rows.items():
            for column, item in cells.items():
                yield row, column, item

    def shift_rows(self, shift: Shift) -> None:
        """Move whole rows."""
        moved = ((shift.index(row), cells) for row, cells in self.rows.items())
        self.rows = {row: cells for row, cells in moved if row is not None}

    def shift_columns(self, shift: Shift) -> None:
        """Move whole columns."""
        rows: dict[int, dict[int, T]] = {}
        for row, cells in self.rows.items():
            moved = ((shift.index(column), item) for column, item in cells.items())
            kept = {column: item for column, item in moved if column is not None}
            if kept:
                rows[row] = kept
        self.rows = rows


class Grid:
    """The cells of one sheet: values, formats, notes, validation rules and runs of rich text.

    Format, rule and run objects are shared between cells: replace them, never change them.
    """

    def __init__(self) -> None:
        self.entered: Layer[Entered] = Layer()
        self.formats: Layer[Json] = Layer()
        self.notes: Layer[str] = Layer()
        self.rules: Layer[Json] = Layer()
        self.runs: Layer[list[Json]] = Layer()

    def layers(self) -> tuple[Layer[Any], ...]:
        """Return all layers in storage order."""
        return self.entered, self.formats, self.notes, self.rules, self.runs

    def shift(self, shift: Shift, *, rows: bool) -> None:
        """Move whole rows or whole columns of every layer."""
        for layer in self.layers():
            if rows:
                layer.shift_rows(shift)
            else:
                layer.shift_columns(shift)
