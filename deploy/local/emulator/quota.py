"""Limits on Sheets requests per minute, apart for reads and writes, per user and per project.

Drive requests have no limit here: Google's 12,000 a minute are beyond what one machine sends.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from deploy.local.emulator import errors

MINUTE = timedelta(minutes=1)
PROJECT = ""
"""The key of the project among the users; nobody's address is empty."""
_NAMES = {"reads": "Read", "writes": "Write"}

UNCERTAIN: Final = (
    (
        "A minute of a quota begins with its first request and refused requests do not count: "
        "Google says only that quotas are refilled every minute."
    ),
    "All callers belong to one project, number 1.",
)


@dataclass(frozen=True)
class Limits:
    """Requests allowed in a minute, for reads and for writes each."""

    per_user: int
    per_project: int


GOOGLE = Limits(per_user=60, per_project=300)


@dataclass
class _Window:
    start: datetime
    used: int = 0


@dataclass
class Quota:
    """Counts the requests of the running minutes; ``limits`` None allows everything."""

    limits: Limits | None
    _windows: dict[tuple[str, str], _Window] = field(default_factory=dict)

    def spend(self, user: str, kind: str, now: datetime) -> None:
        """Count one request; only the kinds ``reads`` and ``writes`` are limited.

        Raises:
            GoogleError: The user or the project has used up its minute (429).
        """
        if self.limits is None or kind not in _NAMES:
            return
        mine, everybodys = self._window(user, kind, now), self._window(PROJECT, kind, now)
        if mine.used >= self.limits.per_user:
            raise errors.quota_exceeded(_NAMES[kind])
        if everybodys.used >= self.limits.per_project:
            raise errors.quota_exceeded(_NAMES[kind], per_user=False)
        mine.used += 1
        everybodys.used += 1

    def reset(self) -> None:
        """Begin every minute anew."""
        self._windows.clear()

    def _window(self, user: str, kind: str, now: datetime) -> _Window:
        window = self._windows.get((user, kind))
        if window is None or not timedelta() <= now - window.start < MINUTE:
            window = self._windows[(user, kind)] = _Window(now)
        return window
