"""Lifts the layers of a block of cells and puts them down elsewhere."""

from typing import Any

from deploy.local.emulator import errors
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.formulas.rewriting import displaced
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.grid import Entered, Formula, Layer
from deploy.local.emulator.state.sheet import Sheet

Lifted = dict[tuple[int, int], Any]
"""What the cells of a block hold, by row and column counted from its corner."""


def turned(rect: Rect, source: Rect, spot: Rect, *, transpose: bool) -> Rect:
    """Return where a part of ``source`` comes to lie when it is pasted at ``spot``."""
    down, across = rect.top - source.top, rect.left - source.left
    height, width = rect.height, rect.width
    if transpose:
        down, across, height, width = across, down, width, height
    top, left = spot.top + down, spot.left + across
    return Rect(top, left, top + height, left + width)


def lifted(
    edit: Edit, sheet: Sheet, rect: Rect, layers: tuple[str, ...], *, transpose: bool
) -> dict[str, Lifted]:
    """Return the chosen layers of a block, rows and columns swapped if asked for.

    Raises:
        GoogleError: 501 for a formula whose references would have to be transposed.
    """
    found: dict[str, Lifted] = {}
    for name in layers:
        cells = (
            _values(edit, sheet, rect)
            if name == "values"
            else {
                (row - rect.top, column - rect.left): item
                for row, column, item in getattr(sheet.grid, name).within(rect)
            }
        )
        if transpose:
            _check_formulas(edit, cells)
            cells = {(column, row): item for (row, column), item in cells.items()}
        found[name] = cells
    return found


def _check_formulas(edit: Edit, cells: Lifted) -> None:
    for item in cells.values():
        if isinstance(item, Formula) and displaced(item.text, edit.decimal, 1, 1) != item.text:
            raise errors.unimplemented("transposing formulas with relative references")


def _values(edit: Edit, sheet: Sheet, rect: Rect) -> Lifted:
    calculator = edit.workbook.calculator
    calculator.refresh()
    places = {(row, column) for row, column, _ in sheet.grid.entered.within(rect)}
    places |= {
        (row, column)
        for row, column in calculator.computed(sheet)
        if rect.top <= row < rect.bottom and rect.left <= column < rect.right
    }
    values: Lifted = {}
    for row, column in places:
        outcome = calculator.outcome(sheet, row, column)
        value = sheet.grid.entered.get(row, column) if outcome is None else outcome.value
        if isinstance(value, bool | int | float | str) and value != "":
            values[(row - rect.top, column - rect.left)] = value
    return values


def put_down(
    edit: Edit,
    layer: Layer[Any],
    spot: Rect,
    cells: Lifted,
    *,
    offset: tuple[int, int],
    borders: bool,
) -> None:
    """Replace a layer inside ``spot``; formulas follow ``offset``.

    Without ``borders`` the formats keep the lines that are there.
    """
    old = {} if borders else _borders(layer, spot)
    layer.clear(spot)
    for (row, column), item in cells.items():
        kept: Entered | Json | None = item
        if isinstance(item, Formula):
            kept = Formula(displaced(item.text, edit.decimal, *offset))
        elif not borders and isinstance(item, dict) and "borders" in item:
            kept = {key: part for key, part in item.items() if key != "borders"} or None
        layer.put(spot.top + row, spot.left + column, kept)
    for (row, column), lines in old.items():
        layer.put(row, column, {**(layer.get(row, column) or {}), "borders": lines})


def _borders(layer: Layer[Any], spot: Rect) -> dict[tuple[int, int], Json]:
    return {
        (row, column): item["borders"]
        for row, column, item in layer.within(spot)
        if isinstance(item, dict) and "borders" in item
    }
