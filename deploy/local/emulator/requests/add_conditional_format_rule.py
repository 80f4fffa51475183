"""A rule that colours cells by what they hold."""

from deploy.local.emulator.edits.conditions import read_rule
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

KIND = "addConditionalFormatRule"


def apply(edit: Edit, body: Json) -> Json:
    """Insert a rule at ``index`` of its tab."""
    rule, sheet = read_rule(edit, body.get("rule"))
    index = body.get("index", 0)
    if not 0 <= index <= len(sheet.conditional_formats):
        raise RequestFault(f"No conditional format at index: {index}")
    sheet.conditional_formats.insert(index, rule)
    return {}
