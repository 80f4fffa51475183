"""Days as spreadsheets count them."""

from datetime import date

import pytest

from functions.domain.serials import from_serial, is_serial, to_serial


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        (36526, date(2000, 1, 1)),
        (45516, date(2024, 8, 12)),
        (55153, date(2050, 12, 31)),
        (45351, date(2024, 2, 29)),
    ],
)
def test_a_serial_and_its_day_belong_together(serial: int, day: date) -> None:
    """A day becomes its serial and the serial becomes the day again."""
    assert to_serial(day) == serial
    assert from_serial(serial) == day


def test_the_time_of_day_is_dropped() -> None:
    """A serial with a fraction is a moment of its day."""
    assert from_serial(45516.99) == date(2024, 8, 12)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (36525, False),
        (36526, True),
        (45516.5, True),
        (55153, True),
        (55154, False),
        (-45516, False),
        (float("nan"), False),
        (float("inf"), False),
        (float("-inf"), False),
    ],
)
def test_only_numbers_of_our_time_are_days(number: float, expected: bool) -> None:  # noqa: FBT001 - one row of a table
    """A number is a day only from 2000 to 2050."""
    assert is_serial(number) is expected
