"""The real time."""

from __future__ import annotations

from datetime import datetime

from functions.config import LOCAL_TIME


class SystemClock:
    """The clock of the machine, read in Viet Nam's time."""

    def now(self) -> datetime:
        """See `Clock.now`."""
        return datetime.now(LOCAL_TIME)
