"""Counts requests per user: Sheets reads and writes apart, Drive for itself."""


class Meters:
    """Requests since the start or the last reset; a batch call counts once."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[str, int]] = {}

    def count(self, user: str, kind: str) -> None:
        """Count one request; ``kind`` is ``reads``, ``writes`` or ``drive``."""
        counts = self._counts.setdefault(user, {"reads": 0, "writes": 0, "drive": 0})
        counts[kind] += 1

    def all(self) -> dict[str, dict[str, int]]:
        """Return the counts by user."""
        return {user: dict(counts) for user, counts in self._counts.items()}

    def reset(self) -> None:
        """Start at zero."""
        self._counts.clear()
