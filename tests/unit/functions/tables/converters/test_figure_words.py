"""What stands around a figure."""

import pytest

from functions.tables.converters.figure_words import (
    Bared,
    bared,
    without_measure,
    without_words_behind,
)


@pytest.mark.parametrize(
    ("text", "bare", "approximate"),
    [
        ("200", "200", False),
        ("200 lượt người", "200", False),
        ("tổng số: 200 người dân", "200", False),
        ("= 200", "200", False),
        ("khoảng 200 em", "200", True),
        ("tổng số khoảng 200", "200", True),
        ("~ 200", "200", True),
        ("200+", "200", True),
        ("200 trở lên", "200", True),
        ("200 (dự kiến)", "200", True),
        ("không quá 200 hộ gia đình", "200", True),
    ],
)
def test_words_around(text: str, bare: str, *, approximate: bool) -> None:
    """Labels and what is counted say nothing of how exact a figure is; doubt does."""
    assert bared(text) == Bared(bare, approximate)


def test_measures() -> None:
    """Words for what is counted go, also glued to the figure; other words stay."""
    assert without_measure("200người") == "200"
    assert without_measure("25 m2") == "25"
    assert without_measure("200 con bò") == "200 con bò"


def test_words_behind() -> None:
    """Any words behind a figure go, and the number of the class or the hamlet with them."""
    assert without_words_behind("200 con bò") == "200"
    assert without_words_behind("30 em lớp 5") == "30"
    assert without_words_behind("30 em/buổi") == "30 em/buổi"
