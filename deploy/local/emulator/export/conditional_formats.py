"""Conditional formats of one tab."""

from typing import Any

from deploy.local.emulator import a1
from deploy.local.emulator.export.condition_formulas import formula_of
from deploy.local.emulator.export.operands import Operands
from deploy.local.emulator.export.styles import Styles, hex_colour
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet

ROWS, COLUMNS = 1_048_576, 16_384
_CELL_TESTS = {
    "NUMBER_GREATER": ">",
    "NUMBER_GREATER_THAN_EQ": ">=",
    "NUMBER_EQ": "==",
    "NUMBER_NOT_EQ": "!=",
    "TEXT_EQ": "==",
}
_TEXT_TESTS = {
    "TEXT_CONTAINS": "containing",
    "TEXT_NOT_CONTAINS": "not containing",
    "TEXT_STARTS_WITH": "begins with",
    "TEXT_ENDS_WITH": "ends with",
}
_POINTS = {"NUMBER": "num", "PERCENT": "percent", "PERCENTILE": "percentile"}


def add_conditional_formats(sheet: Sheet, page: Any, styles: Styles, operands: Operands) -> None:  # noqa: ANN401
    """Add the rules of a tab in order; the first one that fits a cell wins."""
    for rule in sheet.conditional_formats:
        rects = [sheet.rect(place).clipped(ROWS, COLUMNS) for place in rule["ranges"]]
        options = (
            _gradient(rule, operands)
            if "gradientRule" in rule
            else _boolean(rule["booleanRule"], rects[0], styles, operands)
        )
        if options is None:
            continue
        corners = [(r.top, r.left, r.bottom - 1, r.right - 1) for r in rects]
        if len(rects) > 1:
            spans = [a1.range_name("x", r.top, r.left, r.bottom, r.right) for r in rects]
            options["multi_range"] = " ".join(span.partition("!")[2] for span in spans)
        page.conditional_format(*corners[0], options)


def _boolean(boolean: Json, first: Rect, styles: Styles, operands: Operands) -> Json | None:
    condition = boolean["condition"]
    kind = condition["type"]
    options: Json = {"format": styles.difference(boolean.get("format", {})), "stop_if_true": True}
    if kind in ("BLANK", "NOT_BLANK"):
        return {**options, "type": "blanks" if kind == "BLANK" else "no_blanks"}
    values = operands.all(condition)
    if values is None:
        return None
    literal = condition["values"][0].get("userEnteredValue", "=")
    if kind in _TEXT_TESTS and not literal.startswith("="):
        return {**options, "type": "text", "criteria": _TEXT_TESTS[kind], "value": literal}
    if kind in _CELL_TESTS:
        test = {"type": "cell", "criteria": _CELL_TESTS[kind], "value": f"={values[0]}"}
        return {**options, **test}
    formula = formula_of(kind, a1.cell_name(first.top, first.left), values)
    return None if formula is None else {**options, "type": "formula", "criteria": formula}


def _gradient(rule: Json, operands: Operands) -> Json:
    gradient = rule["gradientRule"]
    points = [gradient.get(f"{name}point") for name in ("min", "mid", "max")]
    options: Json = {"type": "2_color_scale" if points[1] is None else "3_color_scale"}
    for name, point in zip(("min", "mid", "max"), points, strict=True):
        if point is None:
            continue
        style = point.get("colorStyle", {}).get("rgbColor", point.get("color", {}))
        options[f"{name}_color"] = hex_colour(style)
        if point.get("type") in _POINTS and point.get("value"):
            value = operands.all({"values": [{"userEnteredValue": point["value"]}]})
            if value:
                options[f"{name}_type"] = _POINTS[point["type"]]
                options[f"{name}_value"] = _limit(point["value"], value[0])
    return options


def _limit(written: str, text: str) -> float | str:
    return f"={text}" if written.startswith("=") else float(text)
