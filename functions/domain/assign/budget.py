"""How long a search may go on, counted in steps of the optimiser instead of seconds.

Seconds would give another plan on a busier machine. A step is one look of the optimiser at whether
it should stop; it takes some milliseconds.
"""

from dataclasses import dataclass
from time import monotonic

STEPS_PER_SECOND = 100
"""What `time_limit_s` is turned into."""

_PATIENCE = 4
"""So many times `time_limit_s` may pass by the clock before a search is cut off all the same."""


@dataclass(frozen=True)
class Limit:
    """How far one search goes: ``steps``, and a moment of `monotonic` that it does not outlast."""

    steps: int
    ends: float


class Budget:
    """The steps of a time limit that are left, and those that were spent."""

    def __init__(self, seconds: float) -> None:
        self.left = round(seconds * STEPS_PER_SECOND)
        self.spent = 0
        self._ends = monotonic() + seconds * _PATIENCE

    def part(self, parts: int) -> Limit:
        """One of so many equal parts of what is left."""
        return Limit(self.left // parts, self._ends)

    def spend(self, steps: int) -> float:
        """Take away steps; return them as seconds of the time limit."""
        self.left = max(0, self.left - steps)
        self.spent += steps
        return round(steps / STEPS_PER_SECOND, 3)
