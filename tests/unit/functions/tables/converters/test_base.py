"""Days and numbers are shown as people in Viet Nam write them."""

from datetime import date

import pytest

from functions.tables.converters.base import accept, refuse, show_date, show_number


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "0"),
        (1200, "1.200"),
        (1200.0, "1.200"),
        (1.5, "1,5"),
        (1234567.25, "1.234.567,25"),
        (0.1 + 0.2, "0,3"),
        (-3.5, "-3,5"),
        (float("inf"), "inf"),
    ],
)
def test_numbers(number: float, shown: str) -> None:
    """A dot groups thousands, a comma marks decimals, and no digit is lost to powers of ten."""
    assert show_number(number) == shown


def test_dates() -> None:
    """The day comes first, with two digits."""
    assert show_date(date(2024, 8, 5)) == "05/08/2024"


def test_readings() -> None:
    """A refusal has no value and one remark, an acceptance has what it is given."""
    read = refuse("bad_date", reason="r")
    assert (read.value, [(each.code, each.data) for each in read.remarks]) == (
        None,
        [("bad_date", {"reason": "r"})],
    )
    assert (accept(3).value, accept(3).remarks) == (3, ())
