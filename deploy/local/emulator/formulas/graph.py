"""Which formulas point at which cells."""

from collections import defaultdict
from collections.abc import Iterable

from deploy.local.emulator.formulas.compiling import Place
from deploy.local.emulator.formulas.values import Key
from deploy.local.emulator.rects import Rect

_BAND = 64
"""Rows per band: flat rectangles are found by the bands they touch."""


class Graph:
    """Finds the formulas that point at a cell."""

    def __init__(self) -> None:
        self._places: dict[Key, tuple[Place, ...]] = {}
        self._cells: dict[Key, set[Key]] = defaultdict(set)
        self._flat: dict[tuple[int, int], dict[Rect, set[Key]]] = defaultdict(dict)
        self._tall: dict[int, dict[Rect, set[Key]]] = defaultdict(dict)

    def put(self, key: Key, places: tuple[Place, ...]) -> None:
        """Note what the formula in a cell points at now."""
        self.drop(key)
        self._places[key] = places
        for place in places:
            for pointing in self._shelves(place):
                pointing.add(key)

    def drop(self, key: Key) -> None:
        """Forget the formula of a cell."""
        for place in self._places.pop(key, ()):
            for pointing in self._shelves(place):
                pointing.discard(key)

    def _shelves(self, place: Place) -> Iterable[set[Key]]:
        sheet_id, rect = place
        if rect.height == rect.width == 1:
            yield self._cells[(sheet_id, rect.top, rect.left)]
        elif rect.height <= _BAND:
            for band in range(rect.top // _BAND, (rect.bottom - 1) // _BAND + 1):
                yield self._flat[(sheet_id, band)].setdefault(rect, set())
        else:
            yield self._tall[sheet_id].setdefault(rect, set())

    def pointing_at(self, key: Key) -> Iterable[Key]:
        """Yield the formulas that point at a cell, some perhaps twice."""
        sheet_id, row, column = key
        yield from self._cells.get(key, ())
        for shelf in (self._flat.get((sheet_id, row // _BAND)), self._tall.get(sheet_id)):
            for rect, pointing in (shelf or {}).items():
                if rect.top <= row < rect.bottom and rect.left <= column < rect.right:
                    yield from pointing
