"""Seeded chance, and dates as people and spreadsheets write them."""

from datetime import date, timedelta
from random import Random

EPOCH = date(1899, 12, 30)


def dice(seed: int, *purpose: str) -> Random:
    """Return a generator of its own for one purpose, so that one part never shifts another."""
    return Random(f"{seed}/{'/'.join(purpose)}")  # noqa: S311 - sample data, no secret


def chance(rng: Random, probability: float) -> bool:
    """Return True with the given probability."""
    return rng.random() < probability


def day_between(rng: Random, first: date, last: date) -> date:
    """Return a day from `first` to `last`, both included."""
    return first + timedelta(days=rng.randint(0, (last - first).days))


def serial(day: date) -> float:
    """Return the number that a spreadsheet stores for `day`."""
    return float((day - EPOCH).days)


def day_text(day: date) -> str:
    """Return `day` as the form asks for it, such as 05/08/2024."""
    return f"{day:%d/%m/%Y}"


def range_text(first: date, last: date) -> str:
    """Return a range of days as the form asks for it; one day stands alone."""
    return day_text(first) if first == last else f"{day_text(first)} - {day_text(last)}"
