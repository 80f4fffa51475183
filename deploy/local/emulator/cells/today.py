"""The day that dates typed without a year are counted from."""

from datetime import date
from typing import Final

from deploy.local.emulator import clock

UNCERTAIN: Final = (
    "A date typed without a year gets the year it is in UTC, not in the document's time zone.",
)


def today() -> date:
    """Return the current day by the server's clock."""
    return clock.now().date()
