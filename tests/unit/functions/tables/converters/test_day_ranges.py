"""Days from a first to a last one, and lists of days."""

from datetime import date

import pytest

from functions.tables.converters.day_ranges import Days, find_days
from tests.builders import WINDOW


def july(day: int) -> date:
    """Return a day of the month in which most of the examples lie."""
    return date(2024, 7, day)


@pytest.mark.parametrize(
    "text",
    [
        *("15/7/2024 - 18/7/2024", "15-18/7/2024", "15->18/7/2024", "15…18/7/2024"),
        *("2024-07-15/2024-07-18", "từ 15 đến hết ngày 18/7/2024", "8h 15/7 - 17h 18/7/2024"),
        *("4 ngày: 15-18/7/2024", "15-18/7/2024 (04 ngày)", "15/7/2024 - 18/7"),
        *("thứ 2 đến thứ 5, 15-18/7/2024", "15 - - 18/7/2024"),
    ],
)
def test_ranges(text: str) -> None:
    """Two days with any joint between them."""
    assert find_days(text, WINDOW) == Days(july(15), july(18))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("15, 16, 17/7/2024", Days(july(15), july(17), listed=True)),
        ("15/7; 16/7/2024", Days(july(15), july(16), listed=True)),
        ("15 và 16/7", Days(july(15), july(16), ("assumed_year",), listed=True)),
        ("15-16, 17-18/7/2024", None),
        ("15-16/7, 17-18/7/2024", Days(july(15), july(18), listed=True)),
        ("15, 17/7/2024", Days(july(15), july(17), listed=True, scattered=True)),
        ("15 hoặc 16/7/2024", Days(july(15), july(16), listed=True, scattered=True)),
        ("l5-18/7/2024", Days(july(15), july(18), ("letter_for_digit",))),
        ("khoảng 15-18/7/2024", Days(july(15), july(18), ("approximate",))),
        ("cn 15/7 - 18/7/2024", Days(july(15), july(18), ("weekday_mismatch",), july(15))),
        ("18-15/7/2024", Days(july(18), july(15))),
        ("15-18/7", Days(july(15), july(18), ("assumed_year",))),
    ],
)
def test_what_is_said_of_days(text: str, days: Days | None) -> None:
    """Lists, gaps, doubts and days in the wrong order are told apart."""
    assert find_days(text, WINDOW) == days


@pytest.mark.parametrize(
    "text",
    [
        *("15/7/2024", "từ 15/7/2024", "đến nay", "3 ngày: 15-20/7/2024", "15-32/7/2024", "a - b"),
        *(
            "x, 15/7/2024",
            "32, 15/7/2024",
            "29/2 - 1/3/2023",
            "1/3/2023 - 29/2",
            "1-" * 90,
            "1, " * 60,
        ),
        *("29/2, 1/3/2023",),
    ],
)
def test_what_names_no_days(text: str) -> None:
    """One day, an open end, days that there are not, and endless joints are no range."""
    assert find_days(text, WINDOW) is None
