"""Reads cells the way a person sees them: computed, formatted."""

from deploy.local.emulator.cells import patterns
from deploy.local.emulator.cells.locales import Locale, locale_of
from deploy.local.emulator.formulas.outcomes import ErrorValue, Scalar
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.grid import Formula
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook

MOST_STEPS = 50
"""How far a chain of cells that repeat each other passes a number format on."""
_DATE_TYPES = ("DATE", "TIME", "DATE_TIME")


def default_pattern(kind: str, locale: Locale) -> str:
    """Return the pattern a number format type has when none is given; empty for "automatic"."""
    return {
        "DATE": locale.date,
        "TIME": locale.time,
        "DATE_TIME": locale.date_time,
        "PERCENT": "0.00%",
        "NUMBER": "#,##0.00",
        "CURRENCY": locale.money(decimals=locale.currency_decimals),
        "SCIENTIFIC": "0.00E+00",
        "TEXT": "@",
    }.get(kind, "")


class View:
    """The readable side of one workbook at one moment."""

    def __init__(self, workbook: Workbook) -> None:
        workbook.calculator.refresh()
        self._workbook = workbook
        self.locale = locale_of(workbook.locale)

    def effective(self, sheet: Sheet, row: int, column: int) -> Scalar | ErrorValue | None:
        """Return the value of a cell after computing; None when it is blank."""
        outcome = self._workbook.calculator.outcome(sheet, row, column)
        if outcome is not None:
            return outcome.value
        entered = sheet.grid.entered.get(row, column)
        return None if isinstance(entered, Formula) else entered

    def computed(self, sheet: Sheet) -> list[tuple[int, int]]:
        """Return the cells of a tab that formulas fill."""
        return self._workbook.calculator.computed(sheet)

    def number_format(self, sheet: Sheet, row: int, column: int) -> Json | None:
        """Return the number format in force: the cell's own, or what its formula suggests."""
        chosen = self._chosen(sheet, row, column, MOST_STEPS)
        if chosen is None:
            return None
        pattern = chosen.get("pattern") or default_pattern(chosen.get("type", ""), self.locale)
        return {**chosen, "pattern": pattern} if pattern else None

    def _chosen(self, sheet: Sheet, row: int, column: int, steps: int) -> Json | None:
        own = sheet.grid.formats.get(row, column)
        if own is not None and "numberFormat" in own:
            found: Json = own["numberFormat"]
            return found
        outcome = self._workbook.calculator.outcome(sheet, row, column)
        if outcome is None or outcome.like is None or not steps:
            kind = None if outcome is None else outcome.number_format
            return None if kind is None else {"type": kind}
        source = self._workbook.sheet(outcome.like[0])
        return None if source is None else self._chosen(source, *outcome.like[1:], steps - 1)

    def formatted(self, sheet: Sheet, row: int, column: int) -> str:
        """Return what the cell displays, empty for a blank one."""
        value = self.effective(sheet, row, column)
        if value is None:
            return ""
        if isinstance(value, ErrorValue):
            return value.shown
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        chosen = self.number_format(sheet, row, column)
        return self._shown(value, chosen["pattern"] if chosen else None)

    def _shown(self, value: float | str, pattern: str | None) -> str:
        if isinstance(value, str):
            return value if pattern is None else patterns.render_text(value, pattern)
        if pattern is None:
            return patterns.general(value, self.locale)
        return patterns.render(value, pattern, self.locale)

    def rendered(
        self, sheet: Sheet, row: int, column: int, *, option: str, dates_as_text: bool
    ) -> Scalar:
        """Return a cell for a ValueRange; an empty text for a blank one."""
        if option == "FORMATTED_VALUE":
            return self.formatted(sheet, row, column)
        entered = sheet.grid.entered.get(row, column)
        if option == "FORMULA" and isinstance(entered, Formula):
            return entered.text
        return self._plain(sheet, row, column, dates_as_text=dates_as_text)

    def _plain(self, sheet: Sheet, row: int, column: int, *, dates_as_text: bool) -> Scalar:
        value = self.effective(sheet, row, column)
        if value is None:
            return ""
        if isinstance(value, ErrorValue):
            return value.shown
        if isinstance(value, str | bool):
            return value
        if dates_as_text and self.is_date(sheet, row, column):
            return self.formatted(sheet, row, column)
        return plain_number(value)

    def is_date(self, sheet: Sheet, row: int, column: int) -> bool:
        """Say whether the cell shows its number as a date or time."""
        chosen = self.number_format(sheet, row, column)
        if chosen is None:
            return False
        return chosen.get("type") in _DATE_TYPES or patterns.is_date(chosen["pattern"])


def plain_number(number: float) -> float | int:
    """Return whole numbers without a decimal point, as Google prints them."""
    if isinstance(number, float) and number.is_integer() and abs(number) < 1e15:  # noqa: PLR2004
        return int(number)
    return number
