"""What time it is for the local Google: the real time plus what tests have advanced it by."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta

LONGEST_ADVANCE = timedelta(days=36_500)
_OFFSET: ContextVar[timedelta] = ContextVar("offset", default=timedelta())


class BadAdvanceError(ValueError):
    """A clock cannot be advanced by that much, or not by that at all."""


def now() -> datetime:
    """Return the time in UTC by the clock of the server that answers the present request."""
    return datetime.now(UTC) + _OFFSET.get()


class Clock:
    """The clock of one server; it runs on, and can be moved forwards."""

    def __init__(self) -> None:
        self._offset = timedelta()

    def now(self) -> datetime:
        """Return the time in UTC."""
        return datetime.now(UTC) + self._offset

    def advance(self, seconds: float) -> None:
        """Move the clock forwards.

        Raises:
            BadAdvanceError: ``seconds`` is negative, not finite or beyond a hundred years.
        """
        room = (LONGEST_ADVANCE - self._offset).total_seconds()
        if not 0 <= seconds <= room:
            raise BadAdvanceError("a clock moves forwards, by at most a hundred years in all")
        self._offset += timedelta(seconds=seconds)

    def reset(self) -> None:
        """Go back to the real time."""
        self._offset = timedelta()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Let ``now()`` of this module go by this clock inside the block."""
        token = _OFFSET.set(self._offset)
        try:
            yield
        finally:
            _OFFSET.reset(token)
