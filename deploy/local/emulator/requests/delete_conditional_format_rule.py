"""Takes a conditional format rule away."""

from deploy.local.emulator.edits.conditions import rule_at
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.shapes import Json

KIND = "deleteConditionalFormatRule"


def apply(edit: Edit, body: Json) -> Json:
    """Delete the rule at ``index``."""
    sheet = edit.sheet(body.get("sheetId", 0))
    index = body.get("index", 0)
    rule = rule_at(sheet, index)
    del sheet.conditional_formats[index]
    return {"deleteConditionalFormatRule": {"rule": rule}}
