"""Ranges of days, first and last day included."""

from collections.abc import Iterable, Iterator

Days = tuple[int, int]


def merged(ranges: Iterable[Days] | None, days: int) -> tuple[Days, ...]:
    """The same days as ranges that neither touch nor overlap; None is all ``days`` from day 0."""
    if ranges is None:
        return ((0, days - 1),)
    found: list[Days] = []
    for first, last in sorted(ranges):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)


def cut(ranges: Iterable[Days], away: Days) -> Iterator[Days]:
    """The same days without those of ``away``."""
    for first, last in ranges:
        before, after = (first, min(last, away[0] - 1)), (max(first, away[1] + 1), last)
        yield from (part for part in dict.fromkeys((before, after)) if part[0] <= part[1])
