"""What a night finds: the campaign as typed, the list of assignments, the day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from functions.domain.ledger import Entry
from functions.domain.records import Campaign, Need, Team

_T = TypeVar("_T")


@dataclass(frozen=True)
class World:
    """Everything that is typed by the evening of `today`; `next_number` is for new needs."""

    campaign: Campaign
    entries: tuple[Entry, ...]
    today: date
    next_number: int = 1

    def day(self, later: int) -> date:
        """Return the day that is so many days after today."""
        return self.today + timedelta(later)

    def with_team(self, old: Team, new: Team) -> "World":
        """Return the world in which a team's row was edited."""
        teams = tuple(new if each is old else each for each in self.campaign.teams)
        return replace(self, campaign=replace(self.campaign, teams=teams))

    def with_need(self, old: Need, *new: Need) -> "World":
        """Return the world in which a need's row was edited, or deleted."""
        kept = [(each,) if each is not old else new for each in self.campaign.needs]
        needs = tuple(each for group in kept for each in group)
        return replace(self, campaign=replace(self.campaign, needs=needs))

    def with_entry(self, old: Entry, new: Entry) -> "World":
        """Return the world in which the coordinator edited a row of the list."""
        entries = tuple(new if each is old else each for each in self.entries)
        return replace(self, entries=entries)


Event = Callable[[Random, World], World]
"""Something that people do during a day; the same world when there is nothing to do it to."""


def pick(chance: Random, rows: Sequence[_T]) -> list[_T]:
    """Return one of the rows in a list, or an empty list when there are none."""
    return [chance.choice(rows)] if rows else []
