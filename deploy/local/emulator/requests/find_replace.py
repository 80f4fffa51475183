"""Replaces text in many cells."""

import re

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.replacing import Tally, compiled, places
from deploy.local.emulator.edits.typing_in import type_in
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.grid import Entered, Formula

KIND = "findReplace"


def apply(edit: Edit, body: Json) -> Json:
    """Replace every match in a range, a tab or all tabs; count what changed."""
    pattern = compiled(body)
    replacement = body.get("replacement", "")
    tally = Tally()
    for sheet, rect in places(edit, body):
        edit.guard(sheet, rect)
        for row, column, entered in list(sheet.grid.entered.within(rect)):
            text, count = _replaced(entered, pattern, replacement, body)
            if count:
                type_in(edit, sheet, (row, column), text)
                tally.add(sheet.id, row, count, formula=isinstance(entered, Formula))
    return {"findReplace": tally.reply()}


def _replaced(
    entered: Entered, pattern: re.Pattern[str], replacement: str, body: Json
) -> tuple[str, int]:
    if isinstance(entered, Formula):
        text = entered.text if body.get("includeFormulas") else ""
    elif isinstance(entered, bool):
        text = str(entered).upper()
    else:
        text = str(entered)
    plain = replacement if body.get("searchByRegex") else replacement.replace("\\", "\\\\")
    if body.get("searchByRegex"):
        plain = re.sub(r"\$(\d)", r"\\\1", plain)
    return pattern.subn(plain, text) if text else ("", 0)
