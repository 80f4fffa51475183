"""Marks for the same as above."""

import pytest

from functions.tables.converters.ditto import ditto_extra


@pytest.mark.parametrize(
    "cell",
    [
        *("nt", "NT", "n.t.", "-nt-", "(nt)", "như trên", "như dòng trên", "Tương tự", "nhu tren"),
        *('"', "''", "″", "〃", '-"-', '" "', "//", ",,", "n t"),
    ],
)
def test_marks(cell: str) -> None:
    """A mark alone says nothing more."""
    assert ditto_extra(cell) == ""


@pytest.mark.parametrize(
    ("cell", "extra"),
    [
        ("nt (buổi chiều)", "buổi chiều"),
        ("như trên, ca chiều", ", ca chiều"),
        ("như trên + ca chiều", "+ ca chiều"),
    ],
)
def test_marks_with_words(cell: str, extra: str) -> None:
    """The words behind a mark are given back."""
    assert ditto_extra(cell) == extra


@pytest.mark.parametrize(
    "cell",
    ["ntn", "Nguyễn", "Như Quỳnh", "nhà", "tương lai", "15/7", "nt " * 100, "x", "như trên ()"],
)
def test_other_cells(cell: str) -> None:
    """A name that begins alike, any other text and endless ones are no marks."""
    assert ditto_extra(cell) in (None, "")
    assert cell == "như trên ()" or ditto_extra(cell) is None
