"""One day with words around it."""

from datetime import date

import pytest

from functions.tables.converters.day_forms import Found
from functions.tables.converters.days import find_day
from tests.builders import WINDOW

DAY = date(2024, 7, 15)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("15/7/2024", ()),
        ("thứ hai, sáng 15/7/2024", ()),
        ("15/7/2024 (dự kiến)", ("approximate",)),
        ("cn 15/7/2024", ("weekday_mismatch",)),
        ("45488", ("serial_as_text",)),
        ("45.488", ("serial_as_text",)),
        ("45488,5", ("serial_as_text",)),
        ("khai mạc 15/7/2024 tại xã", ("extra_text",)),
        ("khai mạc 15 tháng 7 năm 2024", ("extra_text",)),
        ("2024-07-15t08:00:00.000000+07:00", ()),
    ],
)
def test_days(text: str, codes: tuple[str, ...]) -> None:
    """The day is found whatever stands around it, and that is said where it matters."""
    assert find_day(text, WINDOW) == Found(DAY, codes)


@pytest.mark.parametrize(
    "text",
    [
        *("99999", "từ 15/7/2024", "trước 15/7/2024", "15/7/2024 âm lịch", "hoãn 15/7/2024"),
        *("15/7/2024 và 16/7/2024", "họp 31/6/2024", "lớp 5, 15/7/2024", "1" * 25, ""),
    ],
)
def test_what_names_no_day(text: str) -> None:
    """Words that make a day mean another one, and figures that are none, are no day."""
    assert find_day(text, WINDOW) is None
