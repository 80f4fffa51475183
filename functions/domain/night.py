"""Everything that one night found out: what the writers put into the workbooks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from functions.domain.explanations import Explained, RowKey
from functions.domain.findings import Finding, RowCount, Tally
from functions.domain.history import History
from functions.domain.ledger import Changes, Entry
from functions.domain.plan import Reason
from functions.domain.records import Campaign
from functions.domain.summarise import Summary

Part = Literal["validate", "assign", "summarize"]
"""The parts of a night; each owns the tabs that it writes."""

PARTS: tuple[Part, ...] = ("validate", "assign", "summarize")


@dataclass(frozen=True, slots=True)
class UnmetNeed:
    """A sound need without a team: why, and which single change would help."""

    need: str
    why: tuple[Reason, ...]
    unlock: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Night:
    """The result of one night. `today` is the day that it judges, `ran_at` when it ran.

    `findings` are those that are open, `explained` those that a unit has explained, `remembered`
    the explanations themselves. `tallies` are by unit code and table, of the tabs that could be
    read. `histories` are by unit code, `seen` the row ids read by unit code.
    """

    run_id: str
    ran_at: datetime
    today: date
    campaign: Campaign
    findings: tuple[Finding, ...]
    rows: Mapping[tuple[str, str], RowCount]
    entries: tuple[Entry, ...]
    changes: Changes
    unmet: tuple[UnmetNeed, ...]
    tiers: Mapping[str, int]
    summary: Summary
    histories: Mapping[str, History] = field(default_factory=dict)
    seen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parts: tuple[Part, ...] = PARTS
    explained: tuple[Finding, ...] = ()
    remembered: Mapping[RowKey, Explained] = field(default_factory=dict)
    tallies: Mapping[tuple[str, str], Tally] = field(default_factory=dict)

    def findings_of(self, unit: str) -> tuple[Finding, ...]:
        """Return the open findings that belong into the workbook of `unit`."""
        return tuple(each for each in self.findings if each.place.unit == unit)

    def explained_of(self, unit: str) -> tuple[Finding, ...]:
        """Return the explained findings that belong into the workbook of `unit`."""
        return tuple(each for each in self.explained if each.place.unit == unit)
