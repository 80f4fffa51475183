"""How good the data of a unit are: a score from 0 to 100 and what it is made of.

The score is the mean of its parts, each a share from 0 to 1, with the weights in `WEIGHTS`. A part
about which nothing is known yet is left out of the mean, so it counts neither for nor against.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from functions.domain.findings import Finding
from functions.domain.summarise.facts import Facts, Reading
from functions.domain.summarise.progress import UnitProgress

_STALE_DAYS = 7
"""Data that are so many days old are worth nothing as news."""


class Aspect(StrEnum):
    """One part of the score."""

    ACCEPTED = "accepted"
    """Rows that no error keeps out, of all rows."""
    CLEAN = "clean"
    """Rows about which no warning is open, of all rows."""
    REGISTERED = "registered"
    """Whether the unit has registered needs; unknown until it has or the deadline has passed."""
    PUNCTUAL = "punctual"
    """Reports that came in time, of those that came or are missing."""
    FRESH = "fresh"
    """1 for a workbook read tonight, 0 for one never read or read a week ago."""


WEIGHTS: Mapping[Aspect, int] = {
    Aspect.ACCEPTED: 40,
    Aspect.CLEAN: 20,
    Aspect.REGISTERED: 15,
    Aspect.PUNCTUAL: 15,
    Aspect.FRESH: 10,
}


class Grade(StrEnum):
    """The score in a word."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


FLOORS: Mapping[Grade, int] = {Grade.GOOD: 90, Grade.FAIR: 70, Grade.POOR: 0}
"""The lowest score of each grade, the best first."""


@dataclass(frozen=True, slots=True)
class Quality:
    """The score of one unit by its parts, None for a part about which nothing is known yet."""

    parts: Mapping[Aspect, float | None]

    @property
    def score(self) -> int | None:
        """The score, None for a unit that has given nothing to judge.

        That an empty workbook could be read is no merit of the unit's.
        """
        known = {aspect: part for aspect, part in self.parts.items() if part is not None}
        if not known.keys() - {Aspect.FRESH}:
            return None
        weight = sum(WEIGHTS[aspect] for aspect in known)
        return round(100 * sum(WEIGHTS[aspect] * part for aspect, part in known.items()) / weight)

    @property
    def grade(self) -> Grade | None:
        """The score in a word, None without a score."""
        score = self.score
        if score is None:
            return None
        return next(grade for grade, floor in FLOORS.items() if score >= floor)


def quality(facts: Facts, unit: UnitProgress) -> Quality:
    """Return how good the data of one unit are."""
    rows = unit.rows
    known = unit.registered or facts.needs_due
    return Quality(
        {
            Aspect.ACCEPTED: _share(rows.accepted, rows.read),
            Aspect.CLEAN: _share(rows.read - unit.warned, rows.read),
            Aspect.REGISTERED: float(unit.registered) if known else None,
            Aspect.PUNCTUAL: _share(unit.reports_in_time, unit.reports_due),
            Aspect.FRESH: _freshness(unit.reading),
        }
    )


def warned_rows(findings: Iterable[Finding], severities: Mapping[str, str]) -> dict[str, int]:
    """Return about how many rows of each unit a warning is open; `severities` are by code."""
    rows: dict[str, set[tuple[str, int]]] = {}
    for each in findings:
        place = each.place
        if place.row is not None and severities[each.code] == "warning":
            rows.setdefault(place.unit, set()).add((place.table, place.row))
    return {unit: len(found) for unit, found in rows.items()}


def _share(part: int, whole: int) -> float | None:
    return max(0, part) / whole if whole else None


def _freshness(reading: Reading) -> float:
    if reading.read_at is None:
        return 0.0
    return max(0.0, 1 - reading.age_days / _STALE_DAYS) if reading.stale else 1.0
