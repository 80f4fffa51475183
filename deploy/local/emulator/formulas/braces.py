"""Puts blocks of values side by side and below each other."""

from deploy.local.emulator.formulas.outcomes import ErrorValue
from deploy.local.emulator.formulas.values import Arg, Array, Key, Value, array_of

RAGGED = ErrorValue(
    "VALUE", "In ARRAY_LITERAL, an Array Literal was missing values for one or more rows."
)


def joined(rows: list[list[Arg]]) -> Array | ErrorValue:
    """Return the array written out in braces; its parts must fit."""
    bands = [beside([array_of(part) for part in row]) for row in rows]
    arrays = [band for band in bands if band is not None]
    if len(arrays) < len(bands) or len({band.width for band in arrays}) > 1:
        return RAGGED
    return stacked(arrays)


def beside(parts: list[Array]) -> Array | None:
    """Return arrays of one height side by side, None when the heights differ."""
    height = parts[0].height
    if any(part.height != height for part in parts):
        return None
    rows = [[value for part in parts for value in part.rows[row]] for row in range(height)]
    likes = [[like for part in parts for like in _likes(part, row)] for row in range(height)]
    return Array(rows, likes)


def stacked(parts: list[Array]) -> Array:
    """Return arrays below each other; narrower ones are filled with #N/A."""
    width = max(part.width for part in parts)
    gap = ErrorValue("N_A", "The arrays are of different size.")
    rows: list[list[Value]] = []
    likes: list[list[Key | None]] = []
    for part in parts:
        missing = width - part.width
        for row in range(part.height):
            rows.append([*part.rows[row], *[gap] * missing])
            likes.append([*_likes(part, row), *[None] * missing])
    return Array(rows, likes)


def _likes(part: Array, row: int) -> list[Key | None]:
    return [None] * part.width if part.likes is None else list(part.likes[row])
