"""Yes and no."""

import pytest

from functions.domain.workbook import Cell
from tests.builders import meaning


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        (True, True, []),
        (False, False, []),
        ("Có", True, []),
        ("co", True, []),
        ("X", True, []),
        ("✓", True, []),
        ("ü", True, []),
        (1, True, []),
        ("TRUE", True, []),
        ("Không", False, []),
        ("chưa có", False, []),
        (0, False, []),
        ("có (đã ký)", True, ["extra_text"]),
        ("Không, vì bận", False, ["extra_text"]),
        ("x?", None, ["bad_bool"]),
        ("không rõ", None, ["bad_bool"]),
        ("có/không", None, ["bad_bool"]),
        (2, None, ["bad_bool"]),
    ],
)
def test_yes_or_no(cell: Cell, *, value: bool | None, codes: list[str]) -> None:
    """Ticks, ones and words say yes; a question says nothing; a reason is left out."""
    assert meaning("bool", cell, list_name="answer") == (value, codes)


def test_the_remark_names_the_answer() -> None:
    """An answer with something behind it is shown as the list writes it."""
    assert meaning("bool", "co, se gui sau", list_name="answer") == (True, ["extra_text"])
