"""Tells figures that were added up from report to report from figures of each activity alone."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import pstdev

FEWEST_REPORTS = 3

# How sure to be, as the logarithm of odds: about one series of independent figures in 150 is as
# well ordered as this. The figures of one report rise and fall together in part, so each further
# one counts for half of what an independent one would.
_SURE = 7.0
_FURTHER_FIGURE = 0.5
# Activities differ in size: figures that are more alike than this prove nothing.
_LEAST_SPREAD = 0.25
_LEAST_STEP = 0.5


def looks_added_up(totals: Sequence[int], others: Sequence[Sequence[int]]) -> bool:
    """Say whether the reports of one team, in the order of their days, hold running totals.

    Running totals never fall; independent figures of n reports stand in rising order by chance in
    one case of n!. And their steps resemble each other, as activities do, more than they themselves
    do. Both together decide.

    Args:
        totals: how many people were helped, report by report.
        others: every other figure, the reports that left it out being left out.
    """
    steps = [after - before for before, after in pairwise((0, *totals))]
    if len(totals) < FEWEST_REPORTS or min(steps) <= 0:
        return False
    if any(after < before for other in others for before, after in pairwise(other)):
        return False
    rising = sum(1 for each in others if len(each) == len(totals) and each[0] < each[-1])
    order = math.lgamma(len(totals) + 1) * (1 + _FURTHER_FIGURE * rising)
    return order + _likeness(steps) - _likeness(totals) >= _SURE


def _likeness(figures: Sequence[int]) -> float:
    """Return how likely figures are as draws of one log-normal size, as a logarithm."""
    logs = [math.log(max(each, _LEAST_STEP)) for each in figures]
    return -len(logs) * math.log(max(_LEAST_SPREAD, pstdev(logs))) - sum(logs)
