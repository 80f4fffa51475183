"""The whole campaign on one night."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from functions.domain.findings import RowCount
from functions.domain.ledger import Entry
from functions.domain.records import Campaign
from functions.domain.summarise.blocks import BlockProgress, by_block
from functions.domain.summarise.facts import Facts, Reading
from functions.domain.summarise.indicators import Indicator, indicators
from functions.domain.summarise.progress import UnitProgress, unit_progress, whole_progress
from functions.domain.summarise.quality import Quality, quality
from functions.domain.summarise.reminders import Reminder, reminders
from functions.domain.summarise.topics import Served, TopicDemand, coverage, topic_demands
from functions.domain.summarise.weeks import Week, weeks


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole campaign on one night.

    `coverage` is by topic and unit code, `quality` by unit code.
    """

    units: tuple[UnitProgress, ...]
    whole: UnitProgress
    reminders: tuple[Reminder, ...]
    topics: tuple[TopicDemand, ...]
    unmet_hard: int
    blocks: tuple[BlockProgress, ...]
    indicators: tuple[Indicator, ...]
    weeks: tuple[Week, ...]
    coverage: Mapping[tuple[str, str], Served]
    quality: Mapping[str, Quality]

    @property
    def demanded(self) -> tuple[TopicDemand, ...]:
        """The topics that somebody asked for."""
        return tuple(each for each in self.topics if each.needs)


def summarise(
    campaign: Campaign,
    entries: Sequence[Entry],
    *,
    readings: Mapping[str, Reading],
    rows: Mapping[tuple[str, str], RowCount],
    severities: Mapping[str, Counter[str]],
    warned: Mapping[str, int],
    hard_needs: frozenset[str],
    today: date,
) -> Summary:
    """Return where the campaign stands.

    `readings`, `severities` and `warned` are by unit code, `rows` by unit code and table; `warned`
    counts the rows about which a warning is open. `hard_needs` are the ids of needs in the hardest
    localities.
    """
    facts = Facts(campaign, entries, today, readings, rows, severities, warned)
    active = sorted((each for each in campaign.units if each.active), key=lambda each: each.code)
    units = tuple(unit_progress(facts, each) for each in active)
    return Summary(
        units=units,
        whole=whole_progress(facts, units),
        reminders=tuple(reminders(facts, units)),
        topics=topic_demands(facts),
        unmet_hard=sum(
            1 for each in campaign.needs if each.id in hard_needs and each.id not in facts.met
        ),
        blocks=tuple(by_block(campaign.blocks, units)),
        indicators=tuple(indicators(facts, units)),
        weeks=weeks(facts),
        coverage=coverage(facts),
        quality={each.code: quality(facts, each) for each in units},
    )
