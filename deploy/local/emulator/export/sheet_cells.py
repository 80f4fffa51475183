"""Values, formats, merges and notes of one tab."""

from typing import Any

from deploy.local.emulator.cells.view import View
from deploy.local.emulator.export.bands import band_colours
from deploy.local.emulator.export.chart_looks import Palette
from deploy.local.emulator.export.names import SheetNames
from deploy.local.emulator.export.styles import Styles
from deploy.local.emulator.export.texts import TextWriter
from deploy.local.emulator.formulas.outcomes import ErrorValue, Scalar
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.state.grid import Entered, Formula
from deploy.local.emulator.state.sheet import Sheet

ROWS, COLUMNS = 1_048_576, 16_384
TEXT_LIMIT = 32_767


class SheetCells:
    """Writes the cells of one tab into one XlsxWriter worksheet."""

    def __init__(
        self,
        sheet: Sheet,
        page: Any,  # noqa: ANN401 - XlsxWriter ships no types
        view: View,
        styles: Styles,
        *,
        names: SheetNames,
        palette: Palette,
    ) -> None:
        self._sheet = sheet
        self._page = page
        self._view = view
        self._styles = styles
        self._names = names
        self._bands = band_colours(sheet, palette, Rect(0, 0, ROWS, COLUMNS))
        self._texts = TextWriter(page, styles)

    def write(self) -> None:
        """Write everything that is in a cell."""
        sheet = self._sheet
        for merge in sheet.merges:
            inside = merge.clipped(ROWS, COLUMNS)
            corners = (inside.top, inside.left, inside.bottom - 1, inside.right - 1)
            if inside.height * inside.width > 1:
                self._page.merge_range(*corners, "", self._style(inside.top, inside.left))
        places = {
            (row, column)
            for layer in (sheet.grid.entered, sheet.grid.formats)
            for row, column, _ in layer.within(Rect(0, 0, ROWS, COLUMNS))
        }
        places.update(self._view.computed(sheet), self._bands)
        for row, column in sorted(places):
            if row < ROWS and column < COLUMNS:
                self._write_cell(row, column)
        for row, column, note in sheet.grid.notes.within(Rect(0, 0, ROWS, COLUMNS)):
            self._page.write_comment(row, column, note[:TEXT_LIMIT])

    def _style(self, row: int, column: int) -> Any:  # noqa: ANN401
        chosen = self._view.number_format(self._sheet, row, column)
        own = self._sheet.grid.formats.get(row, column)
        return self._styles.of(own, chosen, self._bands.get((row, column)))

    def _write_cell(self, row: int, column: int) -> None:
        style = self._style(row, column)
        entered = self._sheet.grid.entered.get(row, column)
        value = self._view.effective(self._sheet, row, column)
        if isinstance(entered, Formula) and self._write_formula(row, column, entered, style):
            return
        self._write_value(row, column, value, style)

    def _write_formula(self, row: int, column: int, entered: Formula, style: Any) -> bool:  # noqa: ANN401
        translated = self._names.formula(entered.text)
        if translated.error is not None or translated.spills:
            # Excel would call the file damaged, or compute something else: the result stays.
            return False
        value = self._view.effective(self._sheet, row, column)
        shown = value.shown if isinstance(value, ErrorValue) else "" if value is None else value
        if shown == "#ERROR!":
            return False
        self._page.write_formula(row, column, translated.plain, style, shown)
        return True

    def _write_value(
        self,
        row: int,
        column: int,
        value: Entered | Scalar | ErrorValue | None,
        style: Any,  # noqa: ANN401
    ) -> None:
        page = self._page
        if isinstance(value, ErrorValue):
            page.write_string(row, column, value.shown, style)
        elif isinstance(value, bool):
            page.write_boolean(row, column, value, style)
        elif isinstance(value, int | float):
            page.write_number(row, column, value, style)
        elif isinstance(value, str) and value:
            look = (self._sheet.grid.formats.get(row, column), style)
            runs = self._sheet.grid.runs.get(row, column) or []
            self._texts.write((row, column), value[:TEXT_LIMIT], look, runs)
        else:
            page.write_blank(row, column, None, style)
