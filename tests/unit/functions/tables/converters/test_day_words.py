"""What stands around a day."""

import pytest

from functions.tables.converters.day_words import (
    WithWeekday,
    take_weekday,
    unwrapped,
    without_doubt,
    without_times,
)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("khoảng 15/7", "15/7"),
        ("vào khoảng 15/7", "15/7"),
        ("~15/7", "15/7"),
        ("15/7 ??", "15/7"),
        ("15/7 (dự kiến)", "15/7"),
        ("15/7", "15/7"),
    ],
)
def test_doubt(text: str, sure: str) -> None:
    """Words and marks of doubt are left out at either end."""
    assert without_doubt(text) == sure


@pytest.mark.parametrize(
    ("text", "timeless"),
    [
        ("8h30 ngày 15/7/2024", "ngày 15/7/2024"),
        ("8 giờ 30 phút, 15/7", "15/7"),
        ("7h30 - 11h00, 15/7", "15/7"),
        ("8h 15/7", "15/7"),
        ("8h 15-7-24", "15-7-24"),
        ("15/7/2024 08:30:00", "15/7/2024"),
        ("15/7 (buổi sáng)", "15/7"),
        ("cả ngày 15/7", "15/7"),
        ("15/7/'24", "15/7/24"),
        ("lúc 8h, 15/7", "15/7"),
    ],
)
def test_times(text: str, timeless: str) -> None:
    """Times and parts of the day are left out; the figures behind an hour may be the day."""
    assert without_times(text) == timeless


@pytest.mark.parametrize(
    ("text", "rest", "weekday"),
    [
        ("thứ hai, 15/7", "15/7", 0),
        ("thứ 7 ngày 20/7", "20/7", 5),
        ("t2 15/7", "15/7", 0),
        ("cn 21/7", "21/7", 6),
        ("21/7 (chủ nhật)", "21/7", 6),
        ("15/7", "15/7", None),
        ("thứ hai", "thứ hai", None),
    ],
)
def test_weekdays(text: str, rest: str, weekday: int | None) -> None:
    """A weekday is taken from either end, but not where it is all there is."""
    assert take_weekday(text) == WithWeekday(rest, weekday)


@pytest.mark.parametrize(
    ("text", "bare"),
    [("ngày 15/7", "15/7"), ("vào ngày: mùng 5/7", "5/7"), ("(15/7)", "15/7"), ("", "")],
)
def test_wrapping(text: str, bare: str) -> None:
    """Words that stand before any day say nothing more."""
    assert unwrapped(text) == bare
