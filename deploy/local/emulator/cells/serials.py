"""Dates and times as Google's serial numbers: days since 30 December 1899."""

from datetime import date, datetime, time, timedelta

EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - serial numbers carry no time zone
SECONDS_A_DAY = 86_400
_LAST_DAY = (date.max - EPOCH.date()).days


def from_date(day: date) -> int:
    """Return the serial number of a day."""
    return (day - EPOCH.date()).days


def from_time(clock: time) -> float:
    """Return the part of a day."""
    return (clock.hour * 3600 + clock.minute * 60 + clock.second) / SECONDS_A_DAY


def from_moment(moment: datetime) -> float:
    """Return the serial number of a moment, to the second."""
    return from_date(moment.date()) + from_time(moment.time())


def to_moment(serial: float, decimals: int = 0) -> datetime | None:
    """Return the moment, its seconds rounded to ``decimals``; None beyond the calendar's years."""
    if not 1 - EPOCH.toordinal() <= serial <= _LAST_DAY + 1 - 1 / SECONDS_A_DAY:
        return None
    return EPOCH + timedelta(seconds=round(serial * SECONDS_A_DAY, decimals))
