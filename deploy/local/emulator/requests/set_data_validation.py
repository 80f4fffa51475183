"""The rule of a range of cells."""

from deploy.local.emulator.cells.filtering import filtered_rows
from deploy.local.emulator.cells.view import View
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.validation import kept_rule
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet

KIND = "setDataValidation"


def apply(edit: Edit, body: Json) -> Json:
    """Set one rule on every cell of a range, or clear it when none is given.

    Rows that the basic filter hides keep what they have, unless they are asked for.
    """
    sheet, rect = edit.area(body.get("range"))
    edit.guard(sheet, rect)
    stored = kept_rule(edit, body.get("rule"))
    skipped = set() if body.get("filteredRowsIncluded") else _hidden(edit, sheet)
    for row in range(rect.top, rect.bottom):
        if row not in skipped:
            for column in range(rect.left, rect.right):
                sheet.grid.rules.put(row, column, stored)
    return {}


def _hidden(edit: Edit, sheet: Sheet) -> set[int]:
    if sheet.basic_filter is None and not sheet.slicers:
        return set()
    return filtered_rows(edit.workbook, View(edit.workbook), sheet)
