"""Columns that a newer schema has and a workbook has not: inserted, so that no cell is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from functions.domain.workbook import Cell, Tab
from functions.ports import Request
from functions.writers.layout.standing import Standing

Value = TypeVar("Value")


def insert_missing(standing: Standing) -> tuple[Standing, list[Request]]:
    """Insert every column of the table that is not there, beside its neighbour in the schema.

    Returns where the table stands afterwards, and the requests.
    """
    requests: list[Request] = []
    fields = standing.table.fields
    for index, each in enumerate(fields):
        if each.name in standing.columns:
            continue
        before = [
            standing.columns[one.name] for one in fields[:index] if one.name in standing.columns
        ]
        at = before[-1] + 1 if before else min(standing.columns.values(), default=0)
        where = {
            "sheetId": standing.sheet_id,
            "dimension": "COLUMNS",
            "startIndex": at,
            "endIndex": at + 1,
        }
        requests.append({"insertDimension": {"range": where, "inheritFromBefore": at > 0}})
        columns = {name: column + (column >= at) for name, column in standing.columns.items()}
        standing = replace(
            standing,
            tab=_with_column(standing.tab, at),
            columns={**columns, each.name: at},
            added=standing.added | {each.name},
        )
    return standing, requests


def _with_column(tab: Tab, at: int) -> Tab:
    """Return a tab as it is after an empty column was inserted."""
    look = tab.look
    return replace(
        tab,
        rows=tuple(_widened(row, at) for row in tab.rows),
        column_keys=_moved(tab.column_keys, at),
        formulas={
            (row, column + (column >= at)): each for (row, column), each in tab.formulas.items()
        },
        column_count=tab.column_count + 1,
        look=replace(
            look,
            validations=_moved(look.validations, at),
            number_formats=_moved(look.number_formats, at),
            backgrounds=_moved(look.backgrounds, at),
            notes={
                (row, column + (column >= at)): each for (row, column), each in look.notes.items()
            },
            hidden_columns=frozenset(column + (column >= at) for column in look.hidden_columns),
        ),
    )


def _widened(row: Sequence[Cell], at: int) -> tuple[Cell, ...]:
    return (*row[:at], None, *row[at:]) if len(row) > at else tuple(row)


def _moved(columns: Mapping[int, Value], at: int) -> dict[int, Value]:
    return {column + (column >= at): each for column, each in columns.items()}
