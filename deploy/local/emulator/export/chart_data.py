"""The cells of a chart as Excel's references."""

from dataclasses import dataclass

from deploy.local.emulator import a1
from deploy.local.emulator.cells.view import View
from deploy.local.emulator.export.names import SheetNames
from deploy.local.emulator.formulas.outcomes import ErrorValue
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook

ROWS, COLUMNS = 1_048_576, 16_384


@dataclass(frozen=True)
class ChartCells:
    """Turns the ChartData of one document into references of its file."""

    workbook: Workbook
    view: View
    names: SheetNames

    def headers(self, data: Json, count: int | None) -> int:
        """Return how many header cells a series has; Google guesses when nobody says."""
        if count is not None:
            return count
        sheet, rect = self._first(data)
        return int(rect.height * rect.width > 1 and self._is_text(sheet, rect.top, rect.left))

    def _is_text(self, sheet: Sheet, row: int, column: int) -> bool:
        value = self.view.effective(sheet, row, column)
        return isinstance(value, str | ErrorValue) and value != ""

    def values(self, data: Json, headers: int) -> str | None:
        """Return the reference to the cells below (or right of) the header, None if none."""
        parts = []
        for number, source in enumerate(data["sourceRange"]["sources"]):
            sheet, rect = self._place(source)
            if not number:
                rect = _without(rect, headers)
            if rect.height > 0 and rect.width > 0:
                parts.append(self._reference(sheet, rect))
        if not parts:
            return None
        return f"={parts[0]}" if len(parts) == 1 else f"=({','.join(parts)})"

    def name(self, data: Json, headers: int) -> str | None:
        """Return the reference to the cell that names a series, None when it has no header."""
        if not headers:
            return None
        sheet, rect = self._first(data)
        return f"={self._reference(sheet, Rect(rect.top, rect.left, rect.top + 1, rect.left + 1))}"

    def count(self, data: Json) -> int:
        """Return how many cells the sources have together."""
        rects = [self._place(source)[1] for source in data["sourceRange"]["sources"]]
        return sum(rect.height * rect.width for rect in rects)

    def _first(self, data: Json) -> tuple[Sheet, Rect]:
        return self._place(data["sourceRange"]["sources"][0])

    def _place(self, source: Json) -> tuple[Sheet, Rect]:
        sheet = self.workbook.sheet(source.get("sheetId", 0)) or self.workbook.sheets[0]
        return sheet, sheet.rect(source).clipped(ROWS, COLUMNS)

    def _reference(self, sheet: Sheet, rect: Rect) -> str:
        title = self.names.excel(sheet).replace("'", "''")
        corners = [(rect.top, rect.left), (rect.bottom - 1, rect.right - 1)]
        texts = [f"${a1.column_letters(column)}${row + 1}" for row, column in corners]
        return f"'{title}'!{':'.join(dict.fromkeys(texts))}"


def _without(rect: Rect, headers: int) -> Rect:
    if rect.width == 1:
        return Rect(rect.top + headers, rect.left, rect.bottom, rect.right)
    return Rect(rect.top, rect.left + headers, rect.bottom, rect.right)
