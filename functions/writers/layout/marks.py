"""Colours that follow the words: red cells where an error is, status and severity in colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from functions.domain.look import Json
from functions.writers import style
from functions.writers.a1 import column_letters, quoted
from functions.writers.layout.ranges import grid_range
from functions.writers.layout.rules import Rule, colour_rule
from functions.writers.layout.standing import Standing
from sheets_schema.model import Schema, TableKind


def marks(schema: Schema, standing: Standing) -> list[Rule]:
    """Return the conditional formats of a tab, the one that wins first."""
    table = standing.table
    if table.kind is TableKind.INPUT and any(each.formula for each in table.fields):
        return [*_cells(schema, standing), *_status(schema, standing)]
    if table.name == "findings":
        return list(_findings(schema, standing))
    if table.name == "assignments":
        states = schema.lists["assignment_state"]
        words = {
            states.label("withdrawn"): style.WARNING_CELL,
            states.label("refused"): style.ERROR_CELL,
            states.label("proposed"): style.NEW_CELL,
            states.label("signed"): style.ACCEPTED_CELL,
        }
        return list(_words(standing, "state", words))
    return []


def _status(schema: Schema, standing: Standing) -> Iterator[Rule]:
    words = {
        schema.text("status.new"): style.NEW_CELL,
        schema.text("status.accepted"): style.ACCEPTED_CELL,
        schema.text("status.review"): style.WARNING_CELL,
        schema.text("status.fix"): style.ERROR_CELL,
    }
    return _words(standing, "status", words)


def _findings(schema: Schema, standing: Standing) -> Iterator[Rule]:
    """Severity in colour; what needs nothing more is grey all along, the sums below it muted.

    Explained and mended lines are told apart by their words in the column for the state.
    """
    severities, states = schema.lists["severity"], schema.lists["finding_state"]
    top = standing.header_row + 1
    where = grid_range(standing.sheet_id, rows=(top, None), columns=(0, len(standing.table.fields)))

    def cell(name: str) -> str:
        return f"${column_letters(standing.columns[name])}{top + 1}"

    settled = ";".join(f'{cell("state")}="{states.label(code)}"' for code in ("explained", "fixed"))
    muted = style.colour(style.MUTED_TEXT)
    yield _rule(where, _holds(f"=OR({settled})"), style.ROBOT_CELL, muted)
    sums = _holds(f'=AND({cell("severity")}="";{cell("problem")}<>"")')
    yield _rule(where, sums, "", muted)
    yield from _words(standing, "state", {states.label("new"): style.NEW_CELL})
    words = {
        severities.label("hint"): style.NEW_CELL,
        severities.label("warning"): style.WARNING_CELL,
        severities.label("error"): style.ERROR_CELL,
    }
    yield from _words(standing, "severity", words)


def _words(standing: Standing, name: str, words: Mapping[str, str]) -> Iterator[Rule]:
    index = standing.columns.get(name)
    if index is None:
        return
    where = grid_range(
        standing.sheet_id, rows=(standing.header_row + 1, None), columns=(index, index + 1)
    )
    for word, background in words.items():
        condition = {"type": "TEXT_EQ", "values": [{"userEnteredValue": word}]}
        yield _rule(where, condition, background)


def _cells(schema: Schema, standing: Standing) -> Iterator[Rule]:
    """One rule for red and one for yellow: is this row id and column on the list of findings?

    A rule may look at another tab only through INDIRECT.
    """
    table, top = standing.table, standing.first_row
    findings = schema.table(table.book, "findings")
    row_id = f"${column_letters(standing.columns[table.fields[0].name])}{top + 1}"
    header = f"A${standing.header_row + 1}"

    def column(name: str) -> str:
        letters = column_letters(findings.column(name))
        return f'INDIRECT("{quoted(findings.title)}!${letters}:${letters}")'

    where = grid_range(
        standing.sheet_id,
        rows=(top, None),
        columns=(0, max(standing.columns.values()) + 1),
    )
    for severity, background in (("error", style.ERROR_CELL), ("warning", style.WARNING_CELL)):
        label = schema.lists["severity"].label(severity)
        yield _rule(
            where,
            _holds(
                f'=COUNTIFS({column("mark")};{row_id}&"|"&{header};'
                f'{column("severity")};"{label}")>0'
            ),
            background,
        )


def _holds(formula: str) -> Json:
    return {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": formula}]}


def _rule(where: Json, condition: Json, background: str, text: Json | None = None) -> Rule:
    return colour_rule(where, condition, style.colour(background) if background else None, text)
