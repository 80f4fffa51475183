"""Keeps the calls of one robot under Google's quota, so that being refused is the exception."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

_MINUTE = 60.0


class Pacer:
    """Lets at most `per_minute` calls through in any 60 seconds and delays the others.

    Google meters reads and writes apart: make one pacer for each.
    """

    def __init__(
        self,
        per_minute: int,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._calls: deque[float] = deque(maxlen=per_minute)
        self._now = now
        self._sleep = sleep
        self._lock = threading.Lock()

    def wait(self) -> None:
        """Return as soon as one more call is allowed, and count it."""
        with self._lock:
            if len(self._calls) == self._calls.maxlen:
                remaining = self._calls[0] + _MINUTE - self._now()
                if remaining > 0:
                    self._sleep(remaining)
            self._calls.append(self._now())
