"""The rule of a range of cells."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy

KIND = "setDataValidation"


def apply(edit: Edit, body: Json) -> Json:
    """Set one rule on every cell of a range, or clear it when none is given."""
    sheet, rect = edit.area(body.get("range"))
    edit.guard(sheet, rect)
    rule = body.get("rule")
    stored = tidy(rule) if rule else None
    if stored is None:
        sheet.grid.rules.clear(rect)
        return {}
    for row in range(rect.top, rect.bottom):
        for column in range(rect.left, rect.right):
            sheet.grid.rules.put(row, column, stored)
    return {}
