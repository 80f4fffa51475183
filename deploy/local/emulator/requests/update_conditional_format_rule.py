"""Replaces or moves a conditional format rule."""

from deploy.local.emulator.edits.conditions import read_rule, rule_at
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

KIND = "updateConditionalFormatRule"


def apply(edit: Edit, body: Json) -> Json:
    """Replace the rule at ``index``, or move it to ``newIndex``."""
    index = body.get("index", 0)
    if "rule" in body:
        rule, sheet = read_rule(edit, body["rule"])
        old = rule_at(sheet, index)
        sheet.conditional_formats[index] = rule
        new_index = index
    else:
        sheet = edit.sheet(body.get("sheetId", 0))
        old = rule = rule_at(sheet, index)
        new_index = body.get("newIndex", 0)
        if not 0 <= new_index < len(sheet.conditional_formats):
            raise RequestFault(f"No conditional format at index: {new_index}")
        sheet.conditional_formats.insert(new_index, sheet.conditional_formats.pop(index))
    reply = {"oldRule": old, "oldIndex": index, "newRule": rule, "newIndex": new_index}
    return {"updateConditionalFormatRule": reply}
