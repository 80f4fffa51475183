"""Data validation and conditional formats of one tab."""

from collections.abc import Iterable
from typing import Any

from deploy.local.emulator import a1
from deploy.local.emulator.export.names import SheetNames
from deploy.local.emulator.export.styles import Styles, hex_colour
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.grid import Layer
from deploy.local.emulator.state.sheet import Sheet

ROWS, COLUMNS = 1_048_576, 16_384
INLINE_LIMIT = 255
LISTS = "_lists"
_CELL_TESTS = {
    "NUMBER_GREATER": ">",
    "NUMBER_GREATER_THAN_EQ": ">=",
    "NUMBER_LESS": "<",
    "NUMBER_LESS_THAN_EQ": "<=",
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


def add_validations(book: Any, sheet: Sheet, page: Any, names: SheetNames) -> None:  # noqa: ANN401
    """Add the dropdowns of a tab: lists of values and lists from a range."""
    for rule, rects in _areas(sheet.grid.rules):
        source = _source(book, rule, names)
        if source is None:
            continue
        options: Json = {
            "validate": "list",
            "source": source,
            "error_type": "stop" if rule.get("strict") else "warning",
        }
        message = rule.get("inputMessage")
        if message:
            options["input_message"] = message[:INLINE_LIMIT]
        corners = [(r.top, r.left, r.bottom - 1, r.right - 1) for r in rects]
        options["other_cells"] = [list(corner) for corner in corners[1:]]
        page.data_validation(*corners[0], options)


def _source(book: Any, rule: Json, names: SheetNames) -> list[str] | str | None:  # noqa: ANN401
    condition = rule.get("condition", {})
    values = [value.get("userEnteredValue", "") for value in condition.get("values", [])]
    if condition.get("type") == "BOOLEAN":
        return ["TRUE", "FALSE"]
    if condition.get("type") == "ONE_OF_RANGE" and values:
        text = values[0] if values[0].startswith("=") else f"={values[0]}"
        translated = names.formula(text)
        return None if translated.error else translated.plain
    if condition.get("type") != "ONE_OF_LIST" or not values:
        return None
    if len(",".join(values)) <= INLINE_LIMIT and not any("," in value for value in values):
        return values
    return _listed(book, values)


def _listed(book: Any, values: list[str]) -> str:  # noqa: ANN401
    """Put a list that is too long for a rule on a hidden sheet and point there."""
    page = book.get_worksheet_by_name(LISTS)
    if page is None:
        page = book.add_worksheet(LISTS)
        page.hide()
    row = 0 if page.dim_rowmax is None else page.dim_rowmax + 1
    for offset, value in enumerate(values):
        page.write_string(row + offset, 0, value)
    return f"={LISTS}!$A${row + 1}:$A${row + len(values)}"


def _areas(layer: Layer[Json]) -> list[tuple[Json, list[Rect]]]:
    """Return each rule with the blocks of cells that have it."""
    rules: dict[int, Json] = {}
    cells: dict[int, set[tuple[int, int]]] = {}
    for row, column, rule in layer.within(Rect(0, 0, ROWS, COLUMNS)):
        rules[id(rule)] = rule
        cells.setdefault(id(rule), set()).add((column, row))
    return [(rule, _blocks(cells[key])) for key, rule in rules.items()]


def _blocks(cells: Iterable[tuple[int, int]]) -> list[Rect]:
    blocks: list[Rect] = []
    for column, row in sorted(cells):
        last = blocks[-1] if blocks else None
        if last is not None and last.left == column and last.bottom == row:
            blocks[-1] = Rect(last.top, column, row + 1, column + 1)
        else:
            blocks.append(Rect(row, column, row + 1, column + 1))
    return blocks


def add_conditional_formats(sheet: Sheet, page: Any, styles: Styles, names: SheetNames) -> None:  # noqa: ANN401
    """Add the rules of a tab in order; the first one that fits a cell wins."""
    for rule in sheet.conditional_formats:
        options = _gradient(rule) if "gradientRule" in rule else _boolean(rule, styles, names)
        rects = [sheet.rect(place).clipped(ROWS, COLUMNS) for place in rule["ranges"]]
        if options is None:
            continue
        corners = [(r.top, r.left, r.bottom - 1, r.right - 1) for r in rects]
        if len(rects) > 1:
            spans = [a1.range_name("x", r.top, r.left, r.bottom, r.right) for r in rects]
            options["multi_range"] = " ".join(span.partition("!")[2] for span in spans)
        page.conditional_format(*corners[0], options)


def _boolean(rule: Json, styles: Styles, names: SheetNames) -> Json | None:
    boolean = rule["booleanRule"]
    condition = boolean.get("condition", {})
    kind = condition.get("type", "")
    values = [value.get("userEnteredValue", "") for value in condition.get("values", [])]
    options: Json = {"format": styles.difference(boolean.get("format", {})), "stop_if_true": True}
    if kind in ("BLANK", "NOT_BLANK"):
        return {**options, "type": "blanks" if kind == "BLANK" else "no_blanks"}
    if not values:
        return None
    if kind == "CUSTOM_FORMULA":
        translated = names.formula(values[0])
        return (
            None
            if translated.error
            else {**options, "type": "formula", "criteria": translated.plain}
        )
    if kind in _TEXT_TESTS:
        return {**options, "type": "text", "criteria": _TEXT_TESTS[kind], "value": values[0]}
    if kind in _CELL_TESTS:
        value = f'"{values[0]}"' if kind == "TEXT_EQ" else values[0]
        return {**options, "type": "cell", "criteria": _CELL_TESTS[kind], "value": value}
    return None


def _gradient(rule: Json) -> Json | None:
    gradient = rule["gradientRule"]
    points = [gradient.get(f"{name}point") for name in ("min", "mid", "max")]
    options: Json = {"type": "2_color_scale" if points[1] is None else "3_color_scale"}
    for name, point in zip(("min", "mid", "max"), points, strict=True):
        if point is None:
            continue
        style = point.get("colorStyle", {}).get("rgbColor", point.get("color", {}))
        options[f"{name}_color"] = hex_colour(style)
        if point.get("type") in _POINTS and point.get("value"):
            options[f"{name}_type"] = _POINTS[point["type"]]
            options[f"{name}_value"] = point["value"]
    return options
