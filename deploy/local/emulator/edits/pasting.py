"""Copies and moves blocks of cells."""

from typing import TypeVar

from deploy.local.emulator import a1
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.references import rewrite_formulas
from deploy.local.emulator.formulas.rewriting import displaced, relocated
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.state.grid import Entered, Formula, Layer
from deploy.local.emulator.state.sheet import Sheet

_EVERYTHING = ("entered", "formats", "notes", "rules")
TYPES: dict[str, tuple[str, ...]] = {
    "PASTE_NORMAL": _EVERYTHING,
    "PASTE_NO_BORDERS": _EVERYTHING,
    "PASTE_VALUES": ("values",),
    "PASTE_FORMAT": ("formats",),
    "PASTE_FORMULA": ("entered",),
    "PASTE_DATA_VALIDATION": ("rules",),
}
"""Which layers each pasteType takes along; ``values`` are results instead of formulas."""

T = TypeVar("T")
Spot = tuple[Sheet, Rect]


def tiled(source: Rect, target: Rect) -> list[Rect]:
    """Return where copies of ``source`` land: repeated while it fits, at least once."""
    down = max(target.height // source.height, 1)
    across = max(target.width // source.width, 1)
    return [
        Rect(top, left, top + source.height, left + source.width)
        for top in range(target.top, target.top + down * source.height, source.height)
        for left in range(target.left, target.left + across * source.width, source.width)
    ]


def paste(
    edit: Edit,
    source: Spot,
    target: tuple[Sheet, list[Rect]],
    layers: tuple[str, ...],
    *,
    cut: bool = False,
) -> None:
    """Write the chosen layers of ``source`` into every target; a cut empties the source."""
    sheet, rect = source
    if "values" in layers:
        _paste_values(edit, source, target)
        return
    lifted = {name: _lift(getattr(sheet.grid, name), rect) for name in layers}
    if cut:
        for name in layers:
            getattr(sheet.grid, name).clear(rect)
        sheet.merges = [merge for merge in sheet.merges if not rect.covers(merge)]
    destination, spots = target
    for spot in spots:
        destination.resize(max(destination.rows, spot.bottom), max(destination.columns, spot.right))
        for name, cells in lifted.items():
            layer = getattr(destination.grid, name)
            layer.clear(spot)
            for (row, column), item in cells.items():
                kept = item
                if isinstance(item, Formula) and not cut:
                    rows, columns = spot.top - rect.top, spot.left - rect.left
                    kept = Formula(displaced(item.text, edit.decimal, rows, columns))
                layer.put(spot.top + row, spot.left + column, kept)
    sheet.dirty = destination.dirty = True
    edit.check_size()
    edit.workbook.restructured()


def _lift(layer: Layer[T], rect: Rect) -> dict[tuple[int, int], T]:
    return {(row - rect.top, column - rect.left): item for row, column, item in layer.within(rect)}


def _paste_values(edit: Edit, source: Spot, target: tuple[Sheet, list[Rect]]) -> None:
    sheet, rect = source
    values: dict[tuple[int, int], Entered] = {}
    calculator = edit.workbook.calculator
    calculator.refresh()
    for row, column, entered in sheet.grid.entered.within(rect):
        outcome = calculator.outcome(sheet, row, column)
        value = outcome.value if outcome is not None else entered
        if isinstance(value, bool | int | float | str) and value != "":
            values[(row - rect.top, column - rect.left)] = value
    destination, spots = target
    for spot in spots:
        for row in range(rect.height):
            for column in range(rect.width):
                place = (spot.top + row, spot.left + column)
                edit.workbook.enter(destination, *place, values.get((row, column)))


def move_references(edit: Edit, source: Spot, target: Spot) -> None:
    """Let formulas that pointed into a moved range point to its new place."""
    (sheet, rect), (destination, spot) = source, target
    decimal = edit.decimal

    def rewrite(formula: str, own_title: str) -> str:
        return relocated(
            formula,
            decimal,
            own_title=own_title,
            source=(sheet.title, rect),
            target=(a1.quoted(destination.title), spot.top - rect.top, spot.left - rect.left),
        )

    rewrite_formulas(edit.workbook, rewrite)
