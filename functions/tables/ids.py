"""Ids of rows as people leave them in their cells."""

from __future__ import annotations

import re

from functions.domain.workbook import Cell
from functions.tables.words import clean
from sheets_schema.model import Table

_DASHES = re.compile(r"\s*[-–—_]\s*")


def own_id(table: Table, cell: Cell) -> str:
    """Return the id of a row of `table` that a cell holds, in its proper spelling; else nothing.

    Whoever types an id again may use small letters, spaces or long dashes.
    """
    if not table.prefix or not isinstance(cell, str):
        return ""
    tidy = _DASHES.sub("-", clean(cell).upper())
    unit, dash, number = tidy.removeprefix(f"{table.prefix}-").rpartition("-")
    ours = tidy.startswith(f"{table.prefix}-") and unit and dash and number.isdecimal()
    return tidy if ours else ""
