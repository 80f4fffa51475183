"""Data validation of one tab."""

from collections.abc import Iterable
from typing import Any, Final

from deploy.local.emulator import a1
from deploy.local.emulator.export.condition_formulas import formula_of
from deploy.local.emulator.export.names import SheetNames
from deploy.local.emulator.export.operands import Operands
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.grid import Layer
from deploy.local.emulator.state.sheet import Sheet

UNCERTAIN: Final = (
    (
        "In .xlsx: rules that ask for an e-mail or web address are left out; Google exports them "
        "as formulas of its own."
    ),
)
ROWS, COLUMNS = 1_048_576, 16_384
INLINE_LIMIT = 255
LISTS = "_lists"
_NUMBERS = {
    "NUMBER_GREATER": ">",
    "NUMBER_GREATER_THAN_EQ": ">=",
    "NUMBER_LESS": "<",
    "NUMBER_LESS_THAN_EQ": "<=",
    "NUMBER_EQ": "==",
    "NUMBER_NOT_EQ": "!=",
    "NUMBER_BETWEEN": "between",
    "NUMBER_NOT_BETWEEN": "not between",
}
_DATES = {
    "DATE_EQ": "==",
    "DATE_BEFORE": "<",
    "DATE_AFTER": ">",
    "DATE_ON_OR_BEFORE": "<=",
    "DATE_ON_OR_AFTER": ">=",
    "DATE_BETWEEN": "between",
    "DATE_NOT_BETWEEN": "not between",
}
_PAIR = 2


class Validations:
    """Writes the rules of one document's cells into one XlsxWriter workbook."""

    def __init__(self, book: Any, names: SheetNames, operands: Operands) -> None:  # noqa: ANN401
        self._book = book
        self._names = names
        self._operands = operands

    def add_to(self, sheet: Sheet, page: Any) -> None:  # noqa: ANN401 - XlsxWriter ships no types
        """Add the rules of a tab: dropdowns, comparisons and formulas."""
        for rule, rects in _areas(sheet.grid.rules):
            first = rects[0]
            options = self._options(rule.get("condition", {}), a1.cell_name(first.top, first.left))
            if options is None:
                continue
            options["error_type"] = "stop" if rule.get("strict") else "warning"
            message = rule.get("inputMessage")
            if message:
                options["input_message"] = message[:INLINE_LIMIT]
            corners = [(r.top, r.left, r.bottom - 1, r.right - 1) for r in rects]
            options["other_cells"] = [list(corner) for corner in corners[1:]]
            page.data_validation(*corners[0], options)

    def _options(self, condition: Json, cell: str) -> Json | None:
        kind = condition.get("type", "")
        if kind in ("BOOLEAN", "ONE_OF_LIST", "ONE_OF_RANGE"):
            source = self._source(condition)
            return None if source is None else {"validate": "list", "source": source}
        operands = self._operands.all(condition)
        if operands is None:
            return None
        for tests, validate in ((_NUMBERS, "decimal"), (_DATES, "date")):
            if kind in tests:
                return {"validate": validate, "criteria": tests[kind], **_limits(operands)}
        formula = formula_of(kind, cell, operands)
        if formula is None or len(formula) > INLINE_LIMIT:
            return None
        return {"validate": "custom", "value": formula}

    def _source(self, condition: Json) -> list[str] | str | None:
        values = [value.get("userEnteredValue", "") for value in condition.get("values", [])]
        if condition["type"] == "BOOLEAN":
            values = values or ["TRUE", "FALSE"]
        elif condition["type"] == "ONE_OF_RANGE":
            formula = self._operands.formula(values[0])
            return None if formula is None else f"={formula}"
        if len(",".join(values)) <= INLINE_LIMIT and not any("," in value for value in values):
            return values
        return self._listed(values)

    def _listed(self, values: list[str]) -> str:
        """Put a list that is too long for a rule on a hidden sheet and point there."""
        page = self._book.get_worksheet_by_name(LISTS)
        if page is None:
            page = self._book.add_worksheet(LISTS)
            page.hide()
        row = 0 if page.dim_rowmax is None else page.dim_rowmax + 1
        for offset, value in enumerate(values):
            page.write_string(row + offset, 0, value)
        return f"={LISTS}!$A${row + 1}:$A${row + len(values)}"


def _limits(operands: list[str]) -> Json:
    found = [_number(text) for text in operands]
    if len(found) == _PAIR:
        return {"minimum": found[0], "maximum": found[1]}
    return {"value": found[0]}


def _number(text: str) -> float | str:
    try:
        number = float(text)
    except ValueError:
        return f"={text}"
    return int(number) if number.is_integer() else number


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
