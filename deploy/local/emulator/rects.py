"""Rectangles of cells and how they are written as Google's GridRange.

All indexes are zero-based and half-open. ``None`` as an end means "to the edge of the grid".
"""

from dataclasses import dataclass

from deploy.local.emulator.shapes import Json


@dataclass(frozen=True, order=True)
class Rect:
    """A bounded block of cells ``[top, bottom) x [left, right)``."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def height(self) -> int:
        """Number of rows."""
        return self.bottom - self.top

    @property
    def width(self) -> int:
        """Number of columns."""
        return self.right - self.left

    def meets(self, other: "Rect") -> bool:
        """Say whether both share at least one cell."""
        return (
            self.top < other.bottom
            and other.top < self.bottom
            and self.left < other.right
            and other.left < self.right
        )

    def covers(self, other: "Rect") -> bool:
        """Say whether every cell of ``other`` lies inside."""
        return (
            self.top <= other.top
            and other.bottom <= self.bottom
            and self.left <= other.left
            and other.right <= self.right
        )

    def overlap(self, other: "Rect") -> "Rect":
        """Return the cells both share; only for rectangles that meet."""
        return Rect(
            max(self.top, other.top),
            max(self.left, other.left),
            min(self.bottom, other.bottom),
            min(self.right, other.right),
        )

    def without(self, hole: "Rect") -> list["Rect"]:
        """Return what is left around ``hole``, in up to four pieces."""
        if not self.meets(hole):
            return [self]
        inner = self.overlap(hole)
        parts = [
            Rect(self.top, self.left, inner.top, self.right),
            Rect(inner.bottom, self.left, self.bottom, self.right),
            Rect(inner.top, self.left, inner.bottom, inner.left),
            Rect(inner.top, inner.right, inner.bottom, self.right),
        ]
        return [part for part in parts if part.height > 0 and part.width > 0]

    def clipped(self, rows: int, columns: int) -> "Rect":
        """Return the part inside a grid of that size (possibly without cells)."""
        bottom, right = min(self.bottom, rows), min(self.right, columns)
        return Rect(min(self.top, bottom), min(self.left, right), bottom, right)


def rect_of(grid_range: Json, rows: int, columns: int) -> Rect:
    """Return the cells of a GridRange; open sides are filled from the grid's size."""
    return Rect(
        grid_range.get("startRowIndex", 0),
        grid_range.get("startColumnIndex", 0),
        grid_range.get("endRowIndex", rows),
        grid_range.get("endColumnIndex", columns),
    )


def grid_range(rect: Rect, sheet_id: int) -> Json:
    """Return the GridRange of ``rect``; Google leaves ``sheetId`` out when it is 0."""
    place: Json = {"sheetId": sheet_id} if sheet_id else {}
    return {
        **place,
        "startRowIndex": rect.top,
        "endRowIndex": rect.bottom,
        "startColumnIndex": rect.left,
        "endColumnIndex": rect.right,
    }
