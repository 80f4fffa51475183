"""Properties of A1 notation."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from functions.writers.a1 import cell_name, column_letters, quoted

COLUMNS = st.integers(min_value=0, max_value=18_277)
ROWS = st.integers(min_value=0, max_value=10_000_000)


def number_of(letters: str) -> int:
    """Return the zero-based column of its letters, by counting as people do."""
    number = 0
    for letter in letters:
        number = number * 26 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter) + 1
    return number - 1


@settings(deadline=None)
@given(COLUMNS)
def test_letters_name_one_column(column: int) -> None:
    """The letters of a column give the column back."""
    assert number_of(column_letters(column)) == column


@settings(deadline=None)
@given(COLUMNS, COLUMNS)
def test_letters_are_ordered_like_columns(left: int, right: int) -> None:
    """Shorter letters come first, equally long ones by the alphabet."""

    def rank(column: int) -> tuple[int, str]:
        return len(column_letters(column)), column_letters(column)

    assert (left < right) == (rank(left) < rank(right))


@settings(deadline=None)
@given(ROWS, COLUMNS)
def test_a_cells_name_parts_into_column_and_row(row: int, column: int) -> None:
    """A name is letters and a number from one on, and belongs to one cell."""
    match = re.fullmatch(r"([A-Z]+)([1-9][0-9]*)", cell_name(row, column))
    assert match
    assert (int(match[2]) - 1, number_of(match[1])) == (row, column)


@settings(deadline=None)
@given(st.text())
def test_quotes_can_be_taken_off_again(title: str) -> None:
    """A quoted title ends where it should, whatever stands in it."""
    shown = quoted(title)
    assert re.fullmatch(r"'(?:[^']|'')*'", shown)
    assert shown[1:-1].replace("''", "'") == title
