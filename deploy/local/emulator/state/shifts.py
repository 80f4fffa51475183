"""What happens to positions when rows or columns are inserted, deleted or moved."""

from abc import ABC, abstractmethod
from dataclasses import dataclass


class Shift(ABC):
    """A rule that tells where each index and each half-open span of one dimension goes."""

    @abstractmethod
    def index(self, index: int) -> int | None:
        """Return the new place of one row or column, None when it is gone."""

    @abstractmethod
    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the new place of ``[start, end)``, None when nothing of it is left."""


@dataclass(frozen=True)
class Insertion(Shift):
    """``count`` new places in front of ``at``."""

    at: int
    count: int

    def index(self, index: int) -> int:
        """Move everything from ``at`` on."""
        return index + self.count if index >= self.at else index

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Move or stretch; a span that ends at ``at`` does not grow."""
        return self.index(start), end + self.count if end > self.at else end


@dataclass(frozen=True)
class Deletion(Shift):
    """The places ``[start, end)`` are taken out."""

    start: int
    end: int

    def index(self, index: int) -> int | None:
        """Drop what was inside, pull up what was behind."""
        if index < self.start:
            return index
        return None if index < self.end else index - (self.end - self.start)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Shrink by what was taken out."""
        first, last = self._edge(start), self._edge(end)
        return (first, last) if first < last else None

    def _edge(self, edge: int) -> int:
        if edge <= self.start:
            return edge
        return max(self.start, edge - (self.end - self.start))


@dataclass(frozen=True)
class Move(Shift):
    """``[start, end)`` goes in front of ``target`` (counted before the move)."""

    start: int
    end: int
    target: int

    def index(self, index: int) -> int:
        """Return where one place goes."""
        size = self.end - self.start
        if self.start <= index < self.end:
            offset = (
                self.target - self.start if self.target <= self.start else self.target - self.end
            )
            return index + offset
        if self.end <= index < self.target:
            return index - size
        if self.target <= index < self.start:
            return index + size
        return index

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Follow the block when inside it or beside it; a span cut by it stays."""
        first, last = self.index(start), self.index(end - 1) + 1
        return (first, last) if last - first == end - start else (start, end)
