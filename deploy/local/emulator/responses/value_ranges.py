"""Builds the ValueRange of a block of cells."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from deploy.local.emulator.cells import patterns
from deploy.local.emulator.cells.view import View
from deploy.local.emulator.discovery.queries import Query
from deploy.local.emulator.edits.ranges import name_of
from deploy.local.emulator.formulas.outcomes import Scalar
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.grid import Entered
from deploy.local.emulator.state.sheet import Sheet

Lines = dict[int, dict[int, Scalar]]
"""What lines show: by row (or column), then by the place in it."""


@dataclass(frozen=True)
class Rendering:
    """How values are shown: Google's render options."""

    values: str = "FORMATTED_VALUE"
    dates_as_text: bool = False
    major: str = "ROWS"


def rendering_of(query: Query, prefix: str = "") -> Rendering:
    """Return the options of a query; ``prefix`` is ``response`` for those of a write."""

    def option(name: str, default: str) -> str:
        key = prefix + name[:1].upper() + name[1:] if prefix else name
        return query.text(key, default)

    return Rendering(
        option("valueRenderOption", "FORMATTED_VALUE"),
        option("dateTimeRenderOption", "SERIAL_NUMBER") == "FORMATTED_STRING",
        query.text("majorDimension", "ROWS") if not prefix else "ROWS",
    )


def value_range(view: View, sheet: Sheet, rect: Rect, rendering: Rendering) -> Json:
    """Return Google's ValueRange; trailing empty cells and lines are cut."""
    inside = rect.clipped(sheet.rows, sheet.columns)
    lines = _shown(view, sheet, inside, rendering)
    major, start, offset = "ROWS", inside.top, inside.left
    if rendering.major == "COLUMNS":
        lines, major, start, offset = _turned(lines), "COLUMNS", inside.left, inside.top
    result: Json = {"range": name_of(sheet, inside), "majorDimension": major}
    if lines:
        result["values"] = [
            _line(lines.get(line, {}), offset) for line in range(start, max(lines) + 1)
        ]
    return result


def _shown(view: View, sheet: Sheet, rect: Rect, rendering: Rendering) -> Lines:
    """Return what the cells inside ``rect`` show; cells that show nothing are left out."""
    option, dates_as_text = rendering.values, rendering.dates_as_text
    plain = _plain(view, option)
    lines: Lines = {}
    for row, cells in _rows(view, sheet, rect).items():
        formatted = sheet.grid.formats.rows.get(row, ())
        line = lines[row] = {}
        for column, entered in cells.items():
            # Texts and whole numbers without a format are most of all cells: a short way.
            show = None if column in formatted else plain.get(type(entered))
            value = (
                view.rendered(sheet, row, column, option=option, dates_as_text=dates_as_text)
                if show is None
                else show(entered)
            )
            if value != "":
                line[column] = value
    return {row: line for row, line in lines.items() if line}


def _rows(view: View, sheet: Sheet, rect: Rect) -> dict[int, dict[int, Entered | None]]:
    """Return the cells inside ``rect`` that hold something or are filled by a formula."""
    rows = sheet.grid.entered.rows
    found: dict[int, dict[int, Entered | None]] = {
        row: {at: item for at, item in rows[row].items() if rect.left <= at < rect.right}
        for row in range(rect.top, min(rect.bottom, max(rows, default=0) + 1))
        if row in rows
    }
    for row, column in view.computed(sheet):
        if rect.top <= row < rect.bottom and rect.left <= column < rect.right:
            found.setdefault(row, {}).setdefault(column, None)
    return found


def _turned(lines: Lines) -> Lines:
    turned: Lines = {}
    for row, line in lines.items():
        for column, value in line.items():
            turned.setdefault(column, {})[row] = value
    return turned


def _plain(view: View, option: str) -> dict[type, Callable[[Any], Scalar]]:
    """Return how cells without a format are shown, for the kinds that need no computing."""
    if option != "FORMATTED_VALUE":
        return {str: _same, int: _same}
    return {str: _same, int: lambda number: patterns.general(number, view.locale)}


def _same(value: Scalar) -> Scalar:
    return value


def _line(cells: dict[int, Scalar], offset: int) -> list[Scalar]:
    return [cells.get(at, "") for at in range(offset, max(cells) + 1)] if cells else []
