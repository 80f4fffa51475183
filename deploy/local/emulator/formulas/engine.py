"""The formula engine, used as a library of functions."""

from collections.abc import Sequence
from typing import Any

import formualizer

from deploy.local.emulator import a1
from deploy.local.emulator.formulas.outcomes import ENGINE_ERRORS, ErrorValue, Scalar, unsupported
from deploy.local.emulator.shapes import JsonValue

_SHEET = "scratch"


class Engine:
    """One empty workbook of the engine, where calls of functions are tried."""

    def __init__(self) -> None:
        # formualizer's stubs leave some signatures open.
        self._book: Any = formualizer.Workbook()
        self._book.add_sheet(_SHEET)

    def call(
        self, name: str, blocks: Sequence[Sequence[Sequence[Scalar | ErrorValue | None]]]
    ) -> Scalar | ErrorValue | None:
        """Return what the engine's function makes of its arguments."""
        top = 2
        places: list[str] = []
        for block in blocks:
            height, width = len(block), len(block[0])
            self._book.set_values_batch(_SHEET, top, 1, [list(row) for row in block])
            last = a1.cell_name(top + height - 2, width - 1)
            places.append(f"A{top}" if height == width == 1 else f"A{top}:{last}")
            top += height
        try:
            self._book.set_formula(_SHEET, 1, 1, f"={name}({','.join(places)})")
            return _converted(self._book.evaluate_cell(_SHEET, 1, 1))
        except (RuntimeError, ValueError):
            return unsupported(f"this call of {name}")


def _converted(value: JsonValue) -> Scalar | ErrorValue | None:
    if isinstance(value, dict):
        kind = str(value.get("kind"))
        return ENGINE_ERRORS.get(kind, unsupported(f"this formula ({kind})"))
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return unsupported("an array in one cell")
