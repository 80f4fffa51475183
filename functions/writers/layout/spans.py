"""Compares cells with what they should be, as runs of rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from functions.domain.look import Json, Span
from functions.writers.diff import runs

_EIGHT_BITS = 255


def rows_unlike(
    spans: Sequence[Span], rows: range, is_right: Callable[[Json | None], bool]
) -> Iterator[int]:
    """Yield the rows of `rows` whose cell is not right; cells in no span have None."""
    verdicts = [(span.first, span.end, is_right(span.value)) for span in spans]
    bare = is_right(None)
    inside = iter(verdicts)
    current = next(inside, None)
    for row in rows:
        while current and current[1] <= row:
            current = next(inside, None)
        right = current[2] if current and current[0] <= row else bare
        if not right:
            yield row


def row_runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield runs of consecutive rows as first and end, the end exclusive."""
    for first, last in runs(rows):
        yield first, last + 1


def same_colour(one: Json | None, other: Json | None) -> bool:
    """Say whether two `ColorStyle` show the same; Google keeps eight bits of each channel."""
    return _channels(one) == _channels(other)


def _channels(style: Json | None) -> tuple[int, ...] | None:
    rgb = (style or {}).get("rgbColor")
    if not isinstance(rgb, Mapping):
        return None
    return tuple(round(float(rgb.get(name, 0)) * _EIGHT_BITS) for name in ("red", "green", "blue"))


def same_words(one: object, other: object) -> bool:
    """Say whether two formulas are the same but for spaces, quotes and the locale's separators."""
    return plain_words(one) == plain_words(other)


def plain_words(text: object) -> str:
    """Return a formula as it is compared: another locale writes `,` where ours writes `;`."""
    return re.sub(r"[\s']", "", str(text)).replace(",", ";").removeprefix("=")


def covers(have: Json, want: Json, row_count: int) -> bool:
    """Say whether a `GridRange` has the start of another and reaches as far.

    An end that is missing is that of the tab, which has `row_count` rows; a missing end of the
    columns may be written out by Google, so any end is far enough then.
    """
    starts = ("sheetId", "startRowIndex", "startColumnIndex")
    if any(have.get(name, 0) != want.get(name, 0) for name in starts):
        return False
    if _number(have.get("endRowIndex"), row_count) < _number(want.get("endRowIndex"), row_count):
        return False
    have_end, want_end = have.get("endColumnIndex"), want.get("endColumnIndex")
    return have_end is None or want_end is None or _number(have_end, 0) >= _number(want_end, 0)


def _number(value: object, otherwise: int) -> int:
    return value if isinstance(value, int) else otherwise
