"""Ranges of days."""

import pytest

from functions.domain.ranges import Days, cut, merged


def test_ranges_that_touch_are_one() -> None:
    """The days are the same, told in as few ranges as possible."""
    assert merged([(4, 6), (0, 3), (8, 9), (5, 5)], 20) == ((0, 6), (8, 9))
    assert merged(None, 20) == ((0, 19),)


@pytest.mark.parametrize(
    ("away", "left"),
    [
        ((3, 4), [(0, 2), (5, 9)]),
        ((-2, 3), [(4, 9)]),
        ((8, 12), [(0, 7)]),
        ((0, 9), []),
        ((20, 30), [(0, 9)]),
    ],
)
def test_days_that_are_cut_out(away: Days, left: list[Days]) -> None:
    """What lies before and after stays."""
    assert list(cut([(0, 9)], away)) == left
