"""A1 notation."""

import pytest

from functions.writers.a1 import cell_name, column_letters, quoted


@pytest.mark.parametrize(
    ("column", "letters"),
    [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")],
)
def test_columns_have_letters(column: int, letters: str) -> None:
    """Letters count like digits without a nought."""
    assert column_letters(column) == letters


def test_a_cell_is_named_from_one() -> None:
    """Positions count from nought, names from one."""
    assert cell_name(0, 0) == "A1"
    assert cell_name(9, 27) == "AB10"


def test_titles_are_quoted() -> None:
    """Apostrophes inside a title are doubled."""
    assert quoted("Nhu cầu") == "'Nhu cầu'"
    assert quoted("d'Or") == "'d''Or'"
