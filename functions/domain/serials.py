"""Days as spreadsheets store them: whole numbers counted from 1899-12-30."""

from __future__ import annotations

from datetime import date, timedelta

_EPOCH = date(1899, 12, 30)
_DATES = range(36526, 55154)  # 2000-01-01 to 2050-12-31: outside, a number is no date


def is_serial(number: float) -> bool:
    """Say whether a number can be the serial of a day of our time."""
    return number == number and abs(number) < _DATES.stop and int(number) in _DATES  # noqa: PLR0124


def from_serial(number: float) -> date:
    """Return the day of a serial; the fraction is a time of day and is dropped."""
    return _EPOCH + timedelta(days=int(number))


def to_serial(day: date) -> int:
    """Return the serial of a day."""
    return (day - _EPOCH).days
