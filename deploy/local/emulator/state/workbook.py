"""The content of one spreadsheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from deploy.local.emulator import a1
from deploy.local.emulator.formulas.calculator import Calculator
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import defaults, identifiers
from deploy.local.emulator.state.grid import Entered
from deploy.local.emulator.state.sheet import Sheet, new_sheet
from deploy.local.emulator.state.tables import header_entry

CELL_LIMIT = 10_000_000
EXACT = 2**53


@dataclass
class Workbook:
    """Tabs, properties, named ranges and developer metadata of one spreadsheet."""

    id: str
    properties: Json
    sheets: list[Sheet]
    named_ranges: list[Json] = field(default_factory=list)
    metadata: list[Json] = field(default_factory=list)
    calculator: Calculator = field(init=False)

    def __post_init__(self) -> None:
        self.calculator = Calculator(self)

    @property
    def locale(self) -> str:
        """The document's locale, such as ``vi_VN``."""
        return str(self.properties.get("locale", defaults.LOCALE))

    def sheet(self, sheet_id: int) -> Sheet | None:
        """Return the tab with that id."""
        return next((sheet for sheet in self.sheets if sheet.id == sheet_id), None)

    def titled(self, title: str) -> Sheet | None:
        """Return the tab with that title; Google compares without regard to case."""
        folded = title.casefold()
        return next((sheet for sheet in self.sheets if sheet.title.casefold() == folded), None)

    def enter(self, sheet: Sheet, row: int, column: int, entered: Entered | None) -> None:
        """Put something into a cell, or empty it with None; its runs of rich text go.

        Numbers are doubles at Google: whole ones beyond 2**53 lose their last digits.
        """
        if type(entered) is int and abs(entered) > EXACT:
            entered = float(entered)
        if sheet.tables:
            entered = header_entry(sheet.tables, row, column, entered)
        sheet.grid.entered.put(row, column, entered)
        sheet.grid.runs.put(row, column, None)
        sheet.dirty = True
        self.calculator.cell_changed(sheet, row, column)

    def restructured(self) -> None:
        """Tell the calculator that positions or titles changed."""
        self.calculator.forget()

    def cells(self) -> int:
        """Return the number of cells of all grids together."""
        return sum(sheet.rows * sheet.columns for sheet in self.sheets)

    def free_sheet_id(self) -> int:
        """Return a sheetId nobody in this document has."""
        taken = {sheet.id for sheet in self.sheets}
        return next(number for number in iter(identifiers.number, 0) if number not in taken)

    def names(self, titles: Mapping[int, str]) -> dict[str, str]:
        """Return each named range's A1 text by casefolded name; ``titles`` by sheetId."""
        found: dict[str, str] = {}
        for entry in self.named_ranges:
            sheet = self.sheet(entry["range"].get("sheetId", 0))
            if sheet is not None:
                rect = sheet.rect(entry["range"])
                cells = a1.range_name("x", rect.top, rect.left, rect.bottom, rect.right)
                title = titles[sheet.id].replace("'", "''")
                found[entry["name"].casefold()] = f"'{title}'!{cells.partition('!')[2]}"
        return found


def new_workbook(identifier: str, title: str) -> Workbook:
    """Return a document with Google's one empty tab."""
    sheet = new_sheet(0, defaults.FIRST_TITLE, defaults.ROWS, defaults.COLUMNS)
    return Workbook(identifier, defaults.spreadsheet_properties(title), [sheet])
