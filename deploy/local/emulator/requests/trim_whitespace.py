"""Takes superfluous whitespace out of texts."""

import re
from typing import Final

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.shapes import Json

KIND = "trimWhitespace"
UNCERTAIN: Final = (
    "TrimWhitespace: every Unicode space counts as whitespace, no-break spaces too.",
)
_SPACES = re.compile(r"\s+")


def apply(edit: Edit, body: Json) -> Json:
    """Trim every text of a range and join its inner whitespace; count the cells that changed.

    Formulas and other values stay; a trimmed text stays a text.
    """
    sheet, rect = edit.area(body.get("range"))
    edit.guard(sheet, rect)
    changed = 0
    for row, column, entered in list(sheet.grid.entered.within(rect)):
        if isinstance(entered, str):
            trimmed = _SPACES.sub(" ", entered).strip(" ")
            if trimmed != entered:
                edit.workbook.enter(sheet, row, column, trimmed or None)
                changed += 1
    return {KIND: {"cellsChangedCount": changed} if changed else {}}
