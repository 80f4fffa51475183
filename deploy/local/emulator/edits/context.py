"""The document, the user and the checks every request of a batchUpdate needs."""

from dataclasses import dataclass
from typing import Final

from deploy.local.emulator import a1
from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.errors import PROTECTED, RequestFault
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import DriveFile
from deploy.local.emulator.state.protection import blocked
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import CELL_LIMIT, Workbook

UNCERTAIN: Final = (
    (
        "The limits of 18278 columns and 200 tabs are refused with sentences formed after the one "
        "about cells."
    ),
)
SHEET_LIMIT = 200
COLUMN_LIMIT = 18_278
TOO_MANY_CELLS = (
    "This action would increase the number of cells in the workbook above the limit of "
    "10000000 cells."
)


@dataclass(frozen=True)
class Edit:
    """One batchUpdate at work. All methods raise ``RequestFault`` with Google's sentence."""

    workbook: Workbook
    file: DriveFile
    user: str

    @property
    def decimal(self) -> str:
        """The decimal mark of the document's locale."""
        return locale_of(self.workbook.locale).decimal

    def sheet(self, sheet_id: int, word: str = "grid") -> Sheet:
        """Return a tab that is about to change."""
        sheet = self.workbook.sheet(sheet_id)
        if sheet is None or (word == "grid" and not sheet.is_grid):
            raise RequestFault(f"No {word} with id: {sheet_id}")
        sheet.dirty = True
        return sheet

    def area(self, grid_range: Json | None, name: str = "range") -> tuple[Sheet, Rect]:
        """Return tab and cells of a GridRange that must lie inside the grid."""
        if grid_range is None:
            raise RequestFault(f"No {name} specified.")
        sheet = self.sheet(grid_range.get("sheetId", 0))
        rect = sheet.rect(grid_range)
        corners = (rect.top, rect.left)
        if min(corners) < 0 or rect.top >= rect.bottom or rect.left >= rect.right:
            raise RequestFault(f"Invalid {name}: it must have at least one row and one column.")
        if rect.bottom > sheet.rows or rect.right > sheet.columns:
            raise RequestFault(beyond(sheet, rect))
        return sheet, rect

    def place(self, coordinate: Json) -> tuple[Sheet, int, int]:
        """Return tab, row and column of a GridCoordinate inside the grid."""
        row, column = coordinate.get("rowIndex", 0), coordinate.get("columnIndex", 0)
        sheet = self.sheet(coordinate.get("sheetId", 0))
        if not (0 <= row < sheet.rows and 0 <= column < sheet.columns):
            top, left = max(row, 0), max(column, 0)
            raise RequestFault(beyond(sheet, Rect(top, left, top + 1, left + 1)))
        return sheet, row, column

    def dimension(self, dimension_range: Json | None) -> tuple[Sheet, str, int, int]:
        """Return tab, dimension, start and end of a DimensionRange; open sides are filled."""
        if dimension_range is None:
            raise RequestFault("No range specified.")
        sheet = self.sheet(dimension_range.get("sheetId", 0))
        dimension = dimension_range.get("dimension", "")
        if dimension not in ("ROWS", "COLUMNS"):
            raise RequestFault("No dimension specified.")
        start = dimension_range.get("startIndex", 0)
        end = dimension_range.get("endIndex", sheet.length(dimension))
        if not 0 <= start < end:
            raise RequestFault(
                f"Invalid range: startIndex {start} must be at least 0 and below endIndex {end}."
            )
        return sheet, dimension, start, end

    def guard(self, sheet: Sheet, rect: Rect) -> None:
        """Refuse to write into cells the user may not edit."""
        if blocked(self.workbook, self.file, self.user, sheet, rect):
            raise RequestFault(PROTECTED)

    def check_size(self) -> None:
        """Refuse a document with more cells, columns or tabs than Google holds."""
        if self.workbook.cells() > CELL_LIMIT:
            raise RequestFault(TOO_MANY_CELLS)
        if len(self.workbook.sheets) > SHEET_LIMIT:
            raise RequestFault(_too_many("sheets in the workbook", SHEET_LIMIT))
        if any(sheet.columns > COLUMN_LIMIT for sheet in self.workbook.sheets):
            raise RequestFault(_too_many("columns in the worksheet", COLUMN_LIMIT))


def _too_many(what: str, limit: int) -> str:
    unit = what.partition(" ")[0]
    return f"This action would increase the number of {what} above the limit of {limit} {unit}."


def beyond(sheet: Sheet, rect: Rect) -> str:
    """Return Google's sentence about a range outside the grid."""
    name = a1.range_name(sheet.title, rect.top, rect.left, rect.bottom, rect.right)
    return (
        f"Range ({name}) exceeds grid limits. Max rows: {sheet.rows}, max columns: {sheet.columns}"
    )
