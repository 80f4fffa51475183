"""One day and nothing else."""

from datetime import date

import pytest

from functions.domain.records import Window
from functions.tables.converters.day_forms import (
    Found,
    make_day,
    read_plain,
    read_whole,
    with_digits,
)
from tests.builders import WINDOW

DAY = date(2024, 7, 15)


@pytest.mark.parametrize(
    "text",
    [
        *("15/7/2024", "15-7-24", "15 . 7 . 2024", "15\\7\\2024", "15 7 2024", "15/7, 2024"),
        *("2024-07-15", "2024-07-15t08:00:00z", "20240715", "15072024", "15/7 năm 24"),
        *("15 tháng 7 năm 2024", "15 tháng bảy 2024", "thg 7 15, 2024", "15-jul-2024", "15 jul 24"),
        *("july 15, 2024", "mon, jul 15, 2024 8:00"),
    ],
)
def test_whole_days(text: str) -> None:
    """Figures, Vietnamese and English words, the year in four digits or two."""
    assert read_whole(text, WINDOW) == Found(DAY)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("15/7", ("assumed_year",)),
        ("15 tháng 7", ("assumed_year",)),
        ("7/15/2024", ("month_first",)),
        ("7/15", ("assumed_year", "month_first")),
        ("l5/o7/2o24", ("letter_for_digit",)),
    ],
)
def test_days_with_remarks(text: str, codes: tuple[str, ...]) -> None:
    """What was assumed is said."""
    assert read_whole(text, WINDOW) == Found(DAY, codes)


@pytest.mark.parametrize(
    "text",
    [
        "5-8/07",
        "15 7",
        "15,7",
        "31/6/2024",
        "15 tháng 13",
        "2024-13-01",
        "7/2024",
        "lo/ol",
        "",
        "15",
    ],
)
def test_what_is_no_day(text: str) -> None:
    """Days that there are not, and figures that may be something else."""
    assert read_whole(text, WINDOW) is None


def test_a_missing_year_is_where_the_day_lies_inside() -> None:
    """In a campaign over New Year the month decides; a day outside gets the first year."""
    winter = Window(date(2024, 12, 1), date(2025, 2, 28))
    assert read_whole("5/1", winter) == Found(date(2025, 1, 5), ("assumed_year",))
    assert read_whole("5/12", winter) == Found(date(2024, 12, 5), ("assumed_year",))
    assert read_whole("5/6", winter) == Found(date(2024, 6, 5), ("assumed_year",))


def test_plain_days() -> None:
    """The form that nearly every day has is read by itself."""
    assert read_plain("15/7/2024") == Found(DAY)
    assert read_plain("31/6/2024") is None
    assert read_plain("15-7-2024") is None


def test_parts_of_days() -> None:
    """The calendar decides which days there are; letters may stand for digits."""
    assert make_day(2024, 2, 29) == date(2024, 2, 29)
    assert make_day(2023, 2, 29) is None
    assert with_digits("o1/ls") == "01/15"
