"""Running totals are told from independent figures, by proof on thousands of series."""

import math
from collections.abc import Callable
from random import Random

import pytest

from functions.domain.running import looks_added_up

SERIES = 3000
Report = tuple[int, ...]


def reports(rng: Random, size: Callable[[Random], int], count: int, figures: int) -> list[Report]:
    """Return independent reports: a total, and parts of it that vary on their own."""
    shares = ((0.1, 0.6), (0.0, 0.3), (0.2, 0.6))
    rows = []
    for _ in range(count):
        total = size(rng)
        parts = (round(total * rng.uniform(*share)) for share in shares[: figures - 1])
        rows.append((total, *parts))
    return rows


def added_up(rows: list[Report]) -> list[Report]:
    """Return reports each of which holds the sum so far."""
    return [tuple(map(sum, zip(*rows[: at + 1], strict=True))) for at in range(len(rows))]


def alarm(rows: list[Report]) -> bool:
    """Say whether a series is taken for running totals."""
    totals, *others = zip(*rows, strict=True)
    return looks_added_up(totals, others)


def log_normal(rng: Random) -> int:
    """Return a size of which a tenth are five times as large as another tenth."""
    return max(1, round(math.exp(rng.gauss(4.6, 0.7))))


SIZES = {
    "even": lambda rng: rng.randint(30, 300),
    "alike": lambda rng: rng.randint(80, 160),
    "log-normal": log_normal,
}


@pytest.mark.parametrize("name", SIZES)
def test_independent_figures_are_hardly_ever_suspected(name: str) -> None:
    """Of series of three reports and more, less than one in a hundred raises a false alarm."""
    rng = Random(2024)  # noqa: S311 - a simulation
    alarms = sum(
        alarm(reports(rng, SIZES[name], rng.randint(3, 8), rng.randint(1, 4)))
        for _ in range(SERIES)
    )
    assert alarms < SERIES / 100


@pytest.mark.parametrize("name", SIZES)
def test_running_totals_are_found(name: str) -> None:
    """Of running totals of four reports and more, more than nine in ten are found."""
    rng = Random(2024)  # noqa: S311 - a simulation
    found = sum(
        alarm(added_up(reports(rng, SIZES[name], rng.randint(4, 8), rng.randint(1, 4))))
        for _ in range(SERIES)
    )
    assert found > SERIES * 0.9


@pytest.mark.parametrize(
    ("totals", "others", "expected"),
    [
        ((100, 200, 300, 400), (), True),
        ((100, 200, 300), (), False),
        ((100, 200, 300), ((40, 80, 120), (50, 100, 150), (10, 20, 30)), True),
        ((100, 200), ((40, 80), (50, 100), (10, 20), (5, 10)), False),
        ((100, 200, 300, 400, 500), ((40, 80, 70, 160, 200),), False),
        ((100, 200, 200, 400, 500), (), False),
        ((0, 100, 200, 300, 400), (), False),
        ((100, 110, 120, 130), (), False),
        ((100, 200, 300, 400), ((7,),), True),
        ((), (), False),
    ],
)
def test_single_series(totals: Report, others: tuple[Report, ...], *, expected: bool) -> None:
    """A fall, a standstill, small steps or too few reports speak against running totals."""
    assert looks_added_up(totals, others) is expected
