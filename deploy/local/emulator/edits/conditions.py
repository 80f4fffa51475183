"""Conditional format rules."""

from typing import Final

from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.cells.typed import read_typed
from deploy.local.emulator.edits.boolean_conditions import check
from deploy.local.emulator.edits.colours import with_styles
from deploy.local.emulator.edits.condition_types import Purpose
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy
from deploy.local.emulator.state.sheet import Sheet

UNCERTAIN: Final = (
    (
        "Conditional formats: formats beyond bold, italic, strikethrough and colours are kept and "
        "shown; the documentation says that Google applies only those."
    ),
    "Conditional formats: effectiveFormat does not show what a rule adds to a cell.",
)
_NO_TYPE = "No interpolationPointType specified."
_WITHOUT_VALUE = ("MIN", "MAX")


def read_rule(edit: Edit, rule: Json | None) -> tuple[Json, Sheet]:
    """Return the rule as it is kept and the tab all of its ranges are on."""
    if not rule or not rule.get("ranges"):
        raise RequestFault("No ranges specified.")
    if "booleanRule" not in rule and "gradientRule" not in rule:
        raise RequestFault("Exactly one of booleanRule and gradientRule must be set.")
    sheets = [edit.area(place, "ranges")[0] for place in rule["ranges"]]
    if any(sheet is not sheets[0] for sheet in sheets):
        raise RequestFault("All ranges of a conditional format must be on the same sheet.")
    stored: Json = tidy(rule)
    if "booleanRule" in rule:
        condition = check(edit, rule["booleanRule"].get("condition"), Purpose.FORMAT)
        stored["booleanRule"] = {**stored["booleanRule"], "condition": condition}
    else:
        stored["gradientRule"] = _gradient(edit, rule["gradientRule"])
    for place in stored["ranges"]:
        if not place.get("sheetId", 1):
            del place["sheetId"]
    return stored, sheets[0]


def _gradient(edit: Edit, gradient: Json) -> Json:
    points = {name: gradient.get(name) for name in ("minpoint", "midpoint", "maxpoint")}
    kept: Json = {}
    for name, point in points.items():
        if point is None and name == "midpoint":
            continue
        kept[name] = _point(edit, point or {})
    return kept


def _point(edit: Edit, point: Json) -> Json:
    kind = point.get("type", "INTERPOLATION_POINT_TYPE_UNSPECIFIED")
    if kind == "INTERPOLATION_POINT_TYPE_UNSPECIFIED":
        raise RequestFault(_NO_TYPE)
    stored: Json = with_styles(tidy(point))
    if kind in _WITHOUT_VALUE:
        return {name: item for name, item in stored.items() if name != "value"}
    text = point.get("value", "")
    if not text:
        raise RequestFault("InterpolationPoint.value is required.")
    typed = read_typed(text, locale_of(edit.workbook.locale)).value
    number = isinstance(typed, int | float) and not isinstance(typed, bool)
    if not number and not text.startswith("="):
        raise RequestFault(f"Invalid InterpolationPoint.value: {text}")
    return stored


def rule_at(sheet: Sheet, index: int) -> Json:
    """Return the rule at a position of a tab."""
    if not 0 <= index < len(sheet.conditional_formats):
        raise RequestFault(f"No conditional format on sheet: {sheet.id} at index: {index}")
    return sheet.conditional_formats[index]
