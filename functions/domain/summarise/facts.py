"""What a summary is made of, and the questions that several of its parts ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from functions.domain.findings import RowCount
from functions.domain.ledger import Entry
from functions.domain.records import Campaign, Report
from functions.domain.training import trained_on

INDICATOR_MEASURE = "luot"
"""Only people at sessions count towards the target; accounts and files are other units."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How one unit's workbook was read: `read_at` None means never, `stale` means not tonight."""

    read_at: datetime | None
    stale: bool = False
    problem: str = ""
    age_days: int = 0


@dataclass(frozen=True)
class Facts:
    """The results of one night.

    `readings`, `severities` and `warned` are by unit code, `rows` by unit code and table.
    `warned` counts the rows about which a warning is open.
    """

    campaign: Campaign
    entries: Sequence[Entry]
    today: date
    readings: Mapping[str, Reading]
    rows: Mapping[tuple[str, str], RowCount]
    severities: Mapping[str, Counter[str]]
    warned: Mapping[str, int]

    @cached_property
    def met(self) -> frozenset[str]:
        """The ids of needs to which a team goes, or went."""
        return frozenset(each.need for each in self.entries if each.stands)

    @cached_property
    def trained(self) -> frozenset[str]:
        """The ids of volunteers who have had all required training."""
        return frozenset(trained_on(self.campaign.trainings))

    @property
    def needs_due(self) -> bool:
        """Say whether the deadline for registering needs has passed; on the day it has not."""
        return self.today > self.campaign.settings.need_deadline


def punctual(report: Report, report_days: int) -> int:
    """Return how many days after its deadline a report was written, 0 for in time."""
    return max(0, (report.report_date - report.window.last).days - report_days)
