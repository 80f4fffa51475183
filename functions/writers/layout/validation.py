"""Dropdowns and limits. A closed list refuses other values, an open one and a limit only warn."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from functions.ports import Request
from functions.writers.a1 import column_letters, quoted
from functions.writers.layout.ranges import grid_range
from functions.writers.layout.spans import plain_words, row_runs, rows_unlike
from functions.writers.layout.standing import Standing
from functions.writers.words import show_count
from sheets_schema.model import Field, FilledBy, Schema, Table, TableKind

LIST_ROWS = 200
_FIGURES = ("int", "number", "percent")


def validations(schema: Schema, standing: Standing) -> list[Request]:
    """Return the requests that put back dropdowns and limits on the columns that people fill."""
    if standing.table.kind not in (TableKind.INPUT, TableKind.LEDGER):
        return []
    rows = range(standing.header_row + 1, standing.row_count)
    requests: list[Request] = []
    for column, each in standing.fields():
        rule = rule_of(schema, standing.table, each)
        if rule and each.filled_by is FilledBy.PEOPLE:
            spans = standing.tab.look.validations.get(column, ())
            wrong = rows_unlike(spans, rows, partial(_is, rule))
            for where in row_runs(wrong):
                place = grid_range(standing.sheet_id, rows=where, columns=(column, column + 1))
                requests.append({"setDataValidation": {"range": place, "rule": rule}})
    return requests


def _is(want: Mapping[str, object], have: Mapping[str, object] | None) -> bool:
    """Say whether two rules refuse the same; the words beside them may differ."""
    return have is not None and _meaning(want) == _meaning(have)


def _meaning(rule: Mapping[str, object]) -> tuple[object, ...]:
    condition = rule.get("condition", {})
    if not isinstance(condition, Mapping):
        return ()
    values = condition.get("values", ())
    words = (plain_words(each.get("userEnteredValue")) for each in values)
    return (condition.get("type"), bool(rule.get("strict")), *words)


def list_column(schema: Schema, name: str) -> int:
    """Return the column of a list in «Danh mục»; the unit's communes stand first."""
    return [each.name for each in schema.lists_of("unit")].index(name) + 1


def rule_of(schema: Schema, table: Table, field: Field) -> Mapping[str, object] | None:
    """Return the API `DataValidationRule` of a column, None where anything may be typed."""
    if field.list_name:
        choices = schema.lists[field.list_name]
        condition = _from_list(schema, table, field.list_name)
        # Several values in one cell are not in the list, nor is the x that many people put for yes.
        strict = not (choices.open or field.many or field.kind == "bool")
        return _rule(condition, strict=strict, message=_message(schema, field))
    if field.kind == "commune" and table.book == "unit":
        return _rule(_range(schema, table, 0), strict=True, message=_message(schema, field))
    if field.kind == "date":
        return _rule({"type": "DATE_IS_VALID"}, strict=False, message=_message(schema, field))
    if field.kind in _FIGURES and field.minimum is not None:
        values = [{"userEnteredValue": f"{field.minimum:.0f}"}]
        if field.maximum is not None:
            values.append({"userEnteredValue": f"{field.maximum:.0f}"})
        kind = "NUMBER_BETWEEN" if field.maximum is not None else "NUMBER_GREATER_THAN_EQ"
        condition = {"type": kind, "values": values}
        return _rule(condition, strict=False, message=_message(schema, field))
    return None


def _rule(condition: Mapping[str, object], *, strict: bool, message: str) -> dict[str, object]:
    return {
        "condition": dict(condition),
        "strict": strict,
        "showCustomUi": True,
        "inputMessage": message,
    }


def _message(schema: Schema, field: Field) -> str:
    words = schema.text(f"kinds.{field.kind}") + "."
    if field.many:
        words += " " + schema.text("header_note.several")
    if field.minimum is not None and field.maximum is not None and field.kind in _FIGURES:
        limits = {"minimum": show_count(field.minimum), "maximum": show_count(field.maximum)}
        words += " " + schema.text("header_note.limits", **limits)
    return words


def _from_list(schema: Schema, table: Table, name: str) -> dict[str, object]:
    """A unit's workbook has a tab of lists; in the province's the values stand in the rule."""
    if table.book == "unit":
        return _range(schema, table, list_column(schema, name))
    values = [{"userEnteredValue": item.label} for item in schema.lists[name].items]
    return {"type": "ONE_OF_LIST", "values": values}


def _range(schema: Schema, table: Table, column: int) -> dict[str, object]:
    letters = column_letters(column)
    title = quoted(schema.table(table.book, "lists").title)
    where = f"={title}!${letters}$2:${letters}${LIST_ROWS}"
    return {"type": "ONE_OF_RANGE", "values": [{"userEnteredValue": where}]}
