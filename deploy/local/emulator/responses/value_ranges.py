"""Builds the ValueRange of a block of cells."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from deploy.local.emulator.cells import patterns
from deploy.local.emulator.cells.view import View
from deploy.local.emulator.discovery.queries import Query
from deploy.local.emulator.formulas.outcomes import Scalar
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.responses.ranges import name_of
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet


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
    columns = rendering.major == "COLUMNS"
    lines: dict[int, dict[int, Scalar]] = {}
    for row, column, value in _shown(view, sheet, inside, rendering):
        if value != "":
            line, at = (column, row) if columns else (row, column)
            lines.setdefault(line, {})[at] = value
    start, offset = (inside.left, inside.top) if columns else (inside.top, inside.left)
    major = "COLUMNS" if columns else "ROWS"
    result: Json = {"range": name_of(sheet, inside), "majorDimension": major}
    if lines:
        result["values"] = [
            _line(lines.get(line, {}), offset) for line in range(start, max(lines) + 1)
        ]
    return result


def _shown(
    view: View, sheet: Sheet, rect: Rect, rendering: Rendering
) -> Iterator[tuple[int, int, Scalar]]:
    """Yield (row, column, value) of the cells that hold or show something."""
    option, dates_as_text = rendering.values, rendering.dates_as_text
    computed = set(view.computed(sheet))
    formats = sheet.grid.formats.rows
    plain = _plain(view, option)
    for row, column, entered in sheet.grid.entered.within(rect):
        if computed:
            computed.discard((row, column))
        # Texts and whole numbers without a format are most of all cells: a short way for them.
        show = plain.get(type(entered))
        if show is not None and column not in formats.get(row, ()):
            yield row, column, show(entered)
            continue
        value = view.rendered(sheet, row, column, option=option, dates_as_text=dates_as_text)
        yield row, column, value
    for row, column in computed:
        if rect.top <= row < rect.bottom and rect.left <= column < rect.right:
            value = view.rendered(sheet, row, column, option=option, dates_as_text=dates_as_text)
            yield row, column, value


def _plain(view: View, option: str) -> dict[type, Callable[[Any], Scalar]]:
    """Return how cells without a format are shown, for the kinds that need no computing."""
    if option != "FORMATTED_VALUE":
        return {str: _same, int: _same}
    return {str: _same, int: lambda number: patterns.general(number, view.locale)}


def _same(value: Scalar) -> Scalar:
    return value


def _line(cells: dict[int, Scalar], offset: int) -> list[Scalar]:
    return [cells.get(at, "") for at in range(offset, max(cells) + 1)] if cells else []
