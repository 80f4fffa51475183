"""Conditional format rules."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy
from deploy.local.emulator.state.sheet import Sheet


def read_rule(edit: Edit, rule: Json | None) -> tuple[Json, Sheet]:
    """Return the rule as it is kept and the tab all of its ranges are on."""
    if not rule or not rule.get("ranges"):
        raise RequestFault("No ranges specified.")
    if ("booleanRule" in rule) == ("gradientRule" in rule):
        raise RequestFault("Exactly one of booleanRule and gradientRule must be set.")
    sheets = [edit.area(place, "ranges")[0] for place in rule["ranges"]]
    if any(sheet is not sheets[0] for sheet in sheets):
        raise RequestFault("All ranges of a conditional format must be on the same sheet.")
    stored: Json = tidy(rule)
    for place in stored["ranges"]:
        if not place.get("sheetId", 1):
            del place["sheetId"]
    return stored, sheets[0]


def rule_at(sheet: Sheet, index: int) -> Json:
    """Return the rule at a position of a tab."""
    if not 0 <= index < len(sheet.conditional_formats):
        raise RequestFault(f"No conditional format on sheet: {sheet.id} at index: {index}")
    return sheet.conditional_formats[index]
