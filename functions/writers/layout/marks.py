"""Colours that follow the words: red cells where an error is, status and severity in colour."""

from __future__ import annotations

from collections.abc import Mapping

from functions.ports import Request
from functions.writers import style
from functions.writers.a1 import column_letters, quoted
from functions.writers.layout.ranges import grid_range
from functions.writers.layout.tabs import first_row, header_row, row_count, sheet_id
from sheets_schema.model import Schema, Table, TableKind


def marks(schema: Schema, table: Table) -> list[Request]:
    """Return the conditional formats of a tab."""
    if table.kind is TableKind.INPUT and any(each.formula for each in table.fields):
        return [*_status(schema, table), *_cells(schema, table)]
    if table.name == "findings":
        return _findings(schema, table)
    if table.name == "assignments":
        states = schema.lists["assignment_state"]
        words = {
            states.label("signed"): style.ACCEPTED_CELL,
            states.label("proposed"): style.NEW_CELL,
            states.label("refused"): style.ERROR_CELL,
            states.label("withdrawn"): style.WARNING_CELL,
        }
        return _words(table, "state", words)
    return []


def _status(schema: Schema, table: Table) -> list[Request]:
    words = {
        schema.text("status.fix"): style.ERROR_CELL,
        schema.text("status.review"): style.WARNING_CELL,
        schema.text("status.accepted"): style.ACCEPTED_CELL,
        schema.text("status.new"): style.NEW_CELL,
    }
    return _words(table, "status", words)


def _findings(schema: Schema, table: Table) -> list[Request]:
    """Severity in colour; what needs nothing more is grey, what was mended green, all along."""
    severities, states = schema.lists["severity"], schema.lists["finding_state"]
    words = {
        severities.label("error"): style.ERROR_CELL,
        severities.label("warning"): style.WARNING_CELL,
        severities.label("hint"): style.NEW_CELL,
    }
    top = header_row(table) + 1
    where = grid_range(sheet_id(table), rows=(top, None), columns=(0, len(table.fields)))
    state = f"${column_letters(table.column('state'))}{top + 1}"
    colours = {"explained": style.ROBOT_CELL, "fixed": style.ACCEPTED_CELL}
    return [
        *_words(table, "severity", words),
        *_words(table, "state", {states.label("new"): style.NEW_CELL}),
        *(
            _rule(where, _holds(f'={state}="{states.label(code)}"'), background)
            for code, background in colours.items()
        ),
    ]


def _words(table: Table, name: str, words: Mapping[str, str]) -> list[Request]:
    index = table.column(name)
    where = grid_range(
        sheet_id(table), rows=(header_row(table) + 1, None), columns=(index, index + 1)
    )
    return [
        _rule(where, {"type": "TEXT_EQ", "values": [{"userEnteredValue": word}]}, background)
        for word, background in words.items()
    ]


def _cells(schema: Schema, table: Table) -> list[Request]:
    """One rule for red and one for yellow: is this row id and column on the list of findings?

    A rule may look at another tab only through INDIRECT.
    """
    findings = schema.table(table.book, "findings")
    top = first_row(table)
    row_id = f"${column_letters(0)}{top + 1}"
    header = f"A${header_row(table) + 1}"

    def column(name: str) -> str:
        letters = column_letters(findings.column(name))
        return f'INDIRECT("{quoted(findings.title)}!${letters}:${letters}")'

    where = grid_range(
        sheet_id(table), rows=(top, row_count(table)), columns=(0, len(table.fields))
    )
    requests = []
    # Each rule is put on top of those before, and the topmost that holds gives the colour.
    for severity, background in (("warning", style.WARNING_CELL), ("error", style.ERROR_CELL)):
        label = schema.lists["severity"].label(severity)
        formula = (
            f'=COUNTIFS({column("mark")};{row_id}&"|"&{header};{column("severity")};"{label}")>0'
        )
        requests.append(_rule(where, _holds(formula), background))
    return requests


def _holds(formula: str) -> dict[str, object]:
    return {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": formula}]}


def _rule(where: Mapping[str, int], condition: Mapping[str, object], background: str) -> Request:
    return {
        "addConditionalFormatRule": {
            "rule": {
                "ranges": [dict(where)],
                "booleanRule": {
                    "condition": dict(condition),
                    "format": {"backgroundColorStyle": style.colour(background)},
                },
            },
            "index": 0,
        }
    }
