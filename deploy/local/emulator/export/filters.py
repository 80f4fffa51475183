"""The filter of one tab: its arrows, what it lets through, and the rows it hides."""

from typing import Any, Final

from deploy.local.emulator.cells.filtering import columns_of, hidden_by_filter
from deploy.local.emulator.cells.view import View
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook

UNCERTAIN: Final = (
    (
        "In .xlsx: every condition of a filter is written as the list of values it lets through; "
        "filter views and sort orders are left out."
    ),
)
ROWS, COLUMNS = 1_048_576, 16_384
_BLANKS = "Blanks"


def add_filter(workbook: Workbook, sheet: Sheet, page: Any, view: View) -> None:  # noqa: ANN401
    """Add the basic filter with the values each column shows."""
    if sheet.basic_filter is None:
        return
    rect = sheet.rect(sheet.basic_filter["range"]).clipped(ROWS, COLUMNS)
    page.autofilter(rect.top, rect.left, rect.bottom - 1, rect.right - 1)
    if rect.height <= 1:
        return
    for column in columns_of(sheet.basic_filter):
        hidden = hidden_by_filter(workbook, view, sheet, column)
        rows = [row for row in range(rect.top + 1, rect.bottom) if row not in hidden]
        shown = dict.fromkeys(view.formatted(sheet, row, column) or _BLANKS for row in rows)
        if hidden and shown:
            page.filter_column_list(column, list(shown))
