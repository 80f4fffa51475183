"""Cells to write, and the cells that they read back as."""

from datetime import date

import pytest

from functions.writers.values import (
    MAXIMUM_CHARACTERS,
    Formula,
    Link,
    Out,
    entered,
    formula_of,
    shown,
)

LINK = Link(1009, 4, 26, "Báo cáo")


@pytest.mark.parametrize(
    ("value", "cell", "data"),
    [
        ("=1+1", "=1+1", {"userEnteredValue": {"stringValue": "=1+1"}}),
        ("0912", "0912", {"userEnteredValue": {"stringValue": "0912"}}),
        (3, 3, {"userEnteredValue": {"numberValue": 3}}),
        (2.5, 2.5, {"userEnteredValue": {"numberValue": 2.5}}),
        (0, 0, {"userEnteredValue": {"numberValue": 0}}),
        (date(2024, 8, 12), 45516, {"userEnteredValue": {"numberValue": 45516}}),
        (None, None, {}),
        ("", None, {}),
    ],
)
def test_values_are_written_as_what_they_are(value: Out, cell: object, data: object) -> None:
    """Text stays text whatever it looks like, days become serials, nothing clears the cell."""
    assert shown(value) == cell
    assert entered(value) == data
    assert formula_of(value) == ""


def test_a_link_shows_the_cells_name() -> None:
    """A link names the tab and the cell that it leads to."""
    assert shown(LINK) == LINK.text == "Báo cáo AA5"
    assert formula_of(LINK) == '=HYPERLINK("#gid=1009&range=AA5";"Báo cáo AA5")'
    assert entered(LINK) == {"userEnteredValue": {"formulaValue": LINK.formula}}


def test_a_formula_is_written_whatever_it_shows() -> None:
    """What a formula of the robot's own shows is for the sheet to say."""
    formula = Formula('=IF(A1=1;"Mới";"Còn mở")')
    assert shown(formula) is None
    assert formula_of(formula) == formula.formula
    assert entered(formula) == {"userEnteredValue": {"formulaValue": formula.formula}}


def test_long_text_is_cut_before_google_refuses_it() -> None:
    """What is written and what is expected back are cut alike."""
    long = "ă" * (MAXIMUM_CHARACTERS + 9)
    assert shown(long) == "ă" * MAXIMUM_CHARACTERS
    assert entered(long) == {"userEnteredValue": {"stringValue": shown(long)}}
