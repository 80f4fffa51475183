"""Takes a table away, with what it holds."""

from typing import Final

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.tables import find_table
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet

KIND = "deleteTable"
UNCERTAIN: Final = (
    (
        "DeleteTable empties the cells and takes conditional formats over them (both reported by "
        "users); that formats and validation rules go and notes stay is assumed."
    ),
)


def apply(edit: Edit, body: Json) -> Json:
    """Delete a table and the content of its cells."""
    sheet, position = find_table(edit, body.get("tableId", ""))
    rect = sheet.rect(sheet.tables[position]["range"])
    edit.guard(sheet, rect)
    del sheet.tables[position]
    for row, column, _ in list(sheet.grid.entered.within(rect)):
        edit.workbook.enter(sheet, row, column, None)
    sheet.grid.formats.clear(rect)
    sheet.grid.rules.clear(rect)
    kept = [_outside(sheet, rule, rect) for rule in sheet.conditional_formats]
    sheet.conditional_formats = [rule for rule in kept if rule["ranges"]]
    return {}


def _outside(sheet: Sheet, rule: Json, rect: Rect) -> Json:
    left = [place for place in rule["ranges"] if not rect.covers(sheet.rect(place))]
    return {**rule, "ranges": left}
