"""The formulas of the robot's columns beside what people type."""

from __future__ import annotations

from collections.abc import Mapping

from functions.writers.a1 import column_letters, quoted
from functions.writers.diff import runs
from sheets_schema.model import Field, FilledBy, Schema, Table


def formula(schema: Schema, table: Table, field: Field, columns: Mapping[str, int]) -> str:
    """Return the formula of a status or note cell; `columns` says where the columns stand now.

    It is the same in every row: it asks for its own row's id and looks that up among what is open
    in the robot's list of findings, so it stays right wherever the row goes, and even when it was
    written one row beside its place. Arguments are separated by `;`, which every locale
    understands.
    """
    findings = schema.table(table.book, "findings")

    def listed(name: str) -> str:
        letters = column_letters(findings.column(name))
        return f"{quoted(findings.title)}!${letters}:${letters}"

    own = column_letters(columns[table.fields[0].name])
    row_id = f"INDEX(${own}:${own};ROW())"
    if field.formula == "note":
        where = f"MATCH({row_id};{listed('open_row')};0)"
        return f'=IFERROR(INDEX({listed("problem")};{where});"")'
    labels = schema.lists["severity"]

    def count(severity: str) -> str:
        return (
            f"COUNTIFS({listed('open_row')};{row_id};{listed('severity')};"
            f'"{labels.label(severity)}")>0'
        )

    words = {name: schema.text(f"status.{name}") for name in ("new", "fix", "review", "accepted")}
    return (
        f'=IF(COUNTA({_typed_cells(table, columns)})=0;"";IF({count("error")};"{words["fix"]}";'
        f'IF({count("warning")};"{words["review"]}";'
        f'IF(COUNTIF({listed("seen")};{row_id})>0;"{words["accepted"]}";"{words["new"]}"))))'
    )


def _typed_cells(table: Table, columns: Mapping[str, int]) -> str:
    """Return the cells of the row that people fill.

    Runs, not one span: a column that people moved between may be the formula's own.
    """
    typed = sorted(
        columns[each.name]
        for each in table.fields
        if each.filled_by is FilledBy.PEOPLE and each.kind != "id" and each.name in columns
    )
    return ";".join(
        f"INDEX(${column_letters(first)}:${column_letters(last)};ROW();0)"
        for first, last in runs(typed)
    )
