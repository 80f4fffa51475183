"""What units have to be reminded of, the most urgent first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from functions.domain.records import UnitEntry
from functions.domain.summarise.facts import Facts
from functions.domain.summarise.progress import UnitProgress


class Matter(StrEnum):
    """What a unit may have to be reminded of, the most urgent first."""

    UNREADABLE = "unreadable"
    NOT_REGISTERED = "not_registered"
    MISSING_REPORTS = "missing_reports"
    SET_ASIDE = "set_aside"
    UNTRAINED = "untrained"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One matter of one unit: how many things, and which."""

    unit: UnitEntry
    matter: Matter
    count: int
    items: tuple[str, ...] = ()


def reminders(facts: Facts, units: Sequence[UnitProgress]) -> Iterator[Reminder]:
    """Yield what is to be done, matter after matter, each in the order of the units."""
    by_code = {each.code: each for each in facts.campaign.units}
    for matter in Matter:
        for each in units:
            count, items = _matter(each, matter, late=facts.needs_due)
            if count:
                yield Reminder(by_code[each.code], matter, count, items)


def _matter(unit: UnitProgress, matter: Matter, *, late: bool) -> tuple[int, tuple[str, ...]]:
    if matter is Matter.UNREADABLE:
        return int(unit.reading.stale), (unit.reading.problem,)
    if matter is Matter.NOT_REGISTERED:
        return int(late and not unit.registered), ()
    if matter is Matter.MISSING_REPORTS:
        return len(unit.missing_reports), unit.missing_reports
    if matter is Matter.SET_ASIDE:
        return unit.rows.set_aside, ()
    return len(unit.untrained_teams), unit.untrained_teams
