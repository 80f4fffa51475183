"""Which rows the filter of a tab, and slicers over it, hide."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deploy.local.emulator.cells.condition_tests import Value, passes
from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.cells.scratch import results
from deploy.local.emulator.cells.typed import read_typed
from deploy.local.emulator.cells.view import View
from deploy.local.emulator.formulas.rewriting import displaced
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.grid import Formula
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook

UNCERTAIN: Final = (
    (
        "Filters: rows are hidden by what the cells hold when somebody reads; Google may keep a "
        "row as it was when the filter was set until the filter is applied anew."
    ),
    (
        "Filters: a formula of a condition is read as if typed for the first row below the header, "
        "as in the editor."
    ),
)
_RELATIVE = {
    "PAST_YEAR": "=EDATE(TODAY(){0}-12)",
    "PAST_MONTH": "=EDATE(TODAY(){0}-1)",
    "PAST_WEEK": "=TODAY()-7",
    "YESTERDAY": "=TODAY()-1",
    "TODAY": "=TODAY()",
    "TOMORROW": "=TODAY()+1",
}


@dataclass(frozen=True)
class _Rule:
    """What one column of a filtered range must show."""

    rect: Rect
    column: int
    criteria: Json


def filtered_rows(workbook: Workbook, view: View, sheet: Sheet) -> set[int]:
    """Return the rows of a tab that its filter or a slicer hides, headers excluded."""
    rules = (*_filter_rules(sheet), *_slicer_rules(workbook, sheet))
    hidden = (_hidden(workbook, view, sheet, rule) for rule in rules)
    return set().union(*hidden)


def hidden_by_filter(workbook: Workbook, view: View, sheet: Sheet, column: int) -> set[int]:
    """Return the rows that one column's criteria in the filter of a tab hide."""
    rules = (rule for rule in _filter_rules(sheet) if rule.column == column)
    return set().union(*(_hidden(workbook, view, sheet, rule) for rule in rules))


def _hidden(workbook: Workbook, view: View, sheet: Sheet, rule: _Rule) -> set[int]:
    unticked = set(rule.criteria.get("hiddenValues", []))
    condition = rule.criteria.get("condition")
    rows = range(rule.rect.top + 1, min(rule.rect.bottom, sheet.rows))
    hidden = {row for row in rows if view.formatted(sheet, row, rule.column) in unticked}
    if condition:
        hidden |= _failing(workbook, view, (sheet, rule.column, rows), condition)
    return hidden


def columns_of(stored: Json) -> dict[int, Json]:
    """Return the criteria of a filter by column of the tab."""
    columns = {int(column): rule for column, rule in stored.get("criteria", {}).items()}
    for spec in stored.get("filterSpecs", []):
        columns[spec.get("columnIndex", 0)] = spec.get("filterCriteria", {})
    return columns


def _filter_rules(sheet: Sheet) -> Iterator[_Rule]:
    if sheet.basic_filter is not None:
        rect = sheet.rect(sheet.basic_filter["range"])
        for column, criteria in columns_of(sheet.basic_filter).items():
            yield _Rule(rect, column, criteria)


def _slicer_rules(workbook: Workbook, sheet: Sheet) -> Iterator[_Rule]:
    for other in workbook.sheets:
        for slicer in other.slicers:
            spec = slicer["spec"]
            if spec["dataRange"].get("sheetId", 0) == sheet.id:
                rect = sheet.rect(spec["dataRange"])
                column = rect.left + spec.get("columnIndex", 0)
                yield _Rule(rect, column, spec.get("filterCriteria", {}))


def _failing(
    workbook: Workbook, view: View, place: tuple[Sheet, int, range], condition: Json
) -> set[int]:
    sheet, column, rows = place
    kind, values = condition["type"], condition.get("values", [])
    if kind == "CUSTOM_FORMULA":
        decimal = locale_of(workbook.locale).decimal
        formula = "=" + values[0]["userEnteredValue"][1:]
        texts = [displaced(formula, decimal, row - rows.start, 0) for row in rows]
        found = results(workbook, sheet, texts)
        return {
            row
            for row, value in zip(rows, found, strict=True)
            if not passes(kind, None, "", [value])
        }
    operands = _operands(workbook, sheet, kind, values)
    return {
        row
        for row in rows
        if not passes(
            kind, view.effective(sheet, row, column), view.formatted(sheet, row, column), operands
        )
    }


def _operands(workbook: Workbook, sheet: Sheet, kind: str, values: list[Json]) -> list[Value]:
    locale = locale_of(workbook.locale)
    separator = ";" if locale.decimal == "," else ","
    operands: list[Value] = []
    for value in values:
        text = value.get("userEnteredValue", "")
        if "relativeDate" in value:
            text = _RELATIVE[value["relativeDate"]].format(separator)
        if text.startswith("="):
            operands += results(workbook, sheet, [text])
        elif kind.startswith("TEXT_"):
            operands.append(text)
        else:
            typed = read_typed(text, locale).value
            operands.append(None if isinstance(typed, Formula) else typed)
    return operands
