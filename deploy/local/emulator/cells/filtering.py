"""Which rows the filter of a tab hides."""

from deploy.local.emulator.cells.view import View
from deploy.local.emulator.rects import rect_of
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet


def filtered_rows(view: View, sheet: Sheet) -> set[int]:
    """Return the rows below the filter's header that show a value somebody took the tick from.

    Conditions of a filter are kept and shown, but hide nothing.
    """
    if sheet.basic_filter is None:
        return set()
    area = rect_of(sheet.basic_filter["range"], sheet.rows, sheet.columns)
    hidden = _hidden_values(sheet.basic_filter)
    return {
        row
        for row in range(area.top + 1, area.bottom)
        if any(view.formatted(sheet, row, column) in values for column, values in hidden.items())
    }


def _hidden_values(stored: Json) -> dict[int, list[str]]:
    columns = {int(column): rule for column, rule in stored.get("criteria", {}).items()}
    for spec in stored.get("filterSpecs", []):
        columns[spec.get("columnIndex", 0)] = spec.get("filterCriteria", {})
    return {
        column: rule["hiddenValues"] for column, rule in columns.items() if "hiddenValues" in rule
    }
