"""A1 notation from zero-based positions."""

from __future__ import annotations

_LETTERS = 26


def column_letters(column: int) -> str:
    """Return the letters of a zero-based column: 0 is A, 25 is Z, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell from its zero-based row and column: (0, 0) is A1."""
    return f"{column_letters(column)}{row + 1}"


def quoted(title: str) -> str:
    """Return a tab's title as formulas write it."""
    return "'" + title.replace("'", "''") + "'"
