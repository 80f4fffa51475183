"""A1 notation from zero-based positions."""

from __future__ import annotations

from functions.domain.workbook import column_letters

__all__ = ["cell_name", "column_letters", "quoted"]


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell from its zero-based row and column: (0, 0) is A1."""
    return f"{column_letters(column)}{row + 1}"


def quoted(title: str) -> str:
    """Return a tab's title as formulas write it."""
    return "'" + title.replace("'", "''") + "'"
