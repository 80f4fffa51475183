"""Where the campaign stands, as values: per unit, in all, and what to do first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from functions.domain.findings import RowCount, total
from functions.domain.ledger import Entry, State
from functions.domain.records import PROVINCE, Campaign, Report, UnitEntry
from functions.domain.training import trained_on

INDICATOR_MEASURE = "luot"
"""Only people at sessions count towards the target; accounts and files are other units."""


class Matter(StrEnum):
    """What a unit may have to be reminded of, the most urgent first."""

    UNREADABLE = "unreadable"
    NOT_REGISTERED = "not_registered"
    MISSING_REPORTS = "missing_reports"
    SET_ASIDE = "set_aside"
    UNTRAINED = "untrained"


@dataclass(frozen=True, slots=True)
class Reading:
    """How one unit's workbook was read: `read_at` None means never, `stale` means not tonight."""

    read_at: datetime | None
    stale: bool = False
    problem: str = ""
    age_days: int = 0


@dataclass(frozen=True, slots=True)
class UnitProgress:
    """One unit, or all of them together with the code PROVINCE."""

    code: str
    name: str
    block: str = ""
    reading: Reading = field(default_factory=lambda: Reading(None))
    needs_typed: int = 0
    needs: int = 0
    needs_met: int = 0
    volunteers: int = 0
    teams: int = 0
    teams_trained: int = 0
    reports: int = 0
    reports_late: int = 0
    beneficiaries: int = 0
    target: int | None = None
    rows: RowCount = field(default_factory=RowCount)
    errors: int = 0
    warnings: int = 0
    missing_reports: tuple[str, ...] = ()
    untrained_teams: tuple[str, ...] = ()

    @property
    def needs_unmet(self) -> int:
        """Sound needs without a team."""
        return self.needs - self.needs_met

    @property
    def rate(self) -> float | None:
        """People reached as a share of the target, None without a target."""
        return self.beneficiaries / self.target if self.target else None


@dataclass(frozen=True, slots=True)
class Reminder:
    """One matter of one unit: how many things, and which."""

    unit: UnitEntry
    matter: Matter
    count: int
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicDemand:
    """How often a topic is asked for, and how often with success."""

    topic: str
    needs: int
    met: int
    beneficiaries: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole campaign on one night."""

    units: tuple[UnitProgress, ...]
    whole: UnitProgress
    reminders: tuple[Reminder, ...]
    topics: tuple[TopicDemand, ...]
    unmet_hard: int


def punctual(report: Report, report_days: int) -> int:
    """Return how many days after its deadline a report was written, 0 for in time."""
    return max(0, (report.report_date - report.window.last).days - report_days)


def summarise(
    campaign: Campaign,
    entries: Sequence[Entry],
    *,
    readings: Mapping[str, Reading],
    rows: Mapping[tuple[str, str], RowCount],
    severities: Mapping[str, Counter[str]],
    hard_needs: frozenset[str],
    today: date,
) -> Summary:
    """Return where the campaign stands.

    `readings` and `severities` are by unit code, `rows` by unit code and table, `hard_needs` are
    the ids of needs in the hardest localities.
    """
    met = {each.need for each in entries if each.stands}
    trained = frozenset(trained_on(campaign.trainings))
    units = tuple(
        _progress(campaign, unit, entries, met, trained, today, readings, rows, severities)
        for unit in sorted(campaign.units, key=lambda each: each.code)
        if unit.active
    )
    whole = _whole(campaign, units, met, trained, rows, severities)
    unmet_hard = sum(1 for need in campaign.needs if need.id in hard_needs and need.id not in met)
    return Summary(
        units, whole, tuple(_reminders(campaign, units, today)), _topics(campaign, met), unmet_hard
    )


def _progress(  # noqa: PLR0917 - one row is put together from every result
    campaign: Campaign,
    unit: UnitEntry,
    entries: Sequence[Entry],
    met: set[str],
    trained: frozenset[str],
    today: date,
    readings: Mapping[str, Reading],
    rows: Mapping[tuple[str, str], RowCount],
    severities: Mapping[str, Counter[str]],
) -> UnitProgress:
    code = unit.code
    needs = [each for each in campaign.needs if each.unit == code]
    teams = [each for each in campaign.teams if each.unit == code]
    reports = [each for each in campaign.reports if each.unit == code]
    ready = {each.id for each in teams if trained.issuperset(each.members)}
    count = severities.get(code, Counter())
    return UnitProgress(
        code=code,
        name=unit.name,
        block=unit.block,
        reading=readings.get(code, Reading(None)),
        needs_typed=rows.get((code, "needs"), RowCount()).read,
        needs=len(needs),
        needs_met=sum(1 for each in needs if each.id in met),
        volunteers=sum(1 for each in campaign.volunteers if each.unit == code),
        teams=len(teams),
        teams_trained=len(ready),
        reports=len(reports),
        reports_late=sum(
            1 for each in reports if punctual(each, campaign.settings.report_days) > 0
        ),
        beneficiaries=sum(each.beneficiaries for each in reports),
        target=_target(campaign, code),
        rows=total(each for (owner, _), each in rows.items() if owner == code),
        errors=count["error"],
        warnings=count["warning"],
        missing_reports=_missing_reports(campaign, code, entries, today),
        untrained_teams=tuple(
            each.id for each in teams if each.id not in ready and not each.is_over
        ),
    )


def _whole(
    campaign: Campaign,
    units: Sequence[UnitProgress],
    met: set[str],
    trained: frozenset[str],
    rows: Mapping[tuple[str, str], RowCount],
    severities: Mapping[str, Counter[str]],
) -> UnitProgress:
    count = sum(severities.values(), Counter())
    target = _target(campaign, PROVINCE)
    unit_targets = [each.target for each in units if each.target is not None]
    return UnitProgress(
        code=PROVINCE,
        name="",
        needs_typed=sum(each.needs_typed for each in units),
        needs=len(campaign.needs),
        needs_met=sum(1 for each in campaign.needs if each.id in met),
        volunteers=len(campaign.volunteers),
        teams=len(campaign.teams),
        teams_trained=sum(1 for each in campaign.teams if trained.issuperset(each.members)),
        reports=len(campaign.reports),
        reports_late=sum(each.reports_late for each in units),
        beneficiaries=sum(each.beneficiaries for each in campaign.reports),
        target=target if target is not None else sum(unit_targets) if unit_targets else None,
        rows=total(rows.values()),
        errors=count["error"],
        warnings=count["warning"],
    )


def _target(campaign: Campaign, unit: str) -> int | None:
    amounts = [
        each.amount
        for each in campaign.targets
        if each.unit == unit and each.measure == INDICATOR_MEASURE
    ]
    return sum(amounts) if amounts else None


def _missing_reports(
    campaign: Campaign, unit: str, entries: Sequence[Entry], today: date
) -> tuple[str, ...]:
    """Return the needs whose mission ended longer ago than the report may take."""
    reported = {each.need for each in campaign.reports}
    waiting = {each.id for each in campaign.needs if each.unit == unit} - reported
    latest = today - timedelta(days=campaign.settings.report_days + 1)
    return tuple(
        sorted(
            {
                each.need
                for each in entries
                if each.state is State.FINISHED and each.need in waiting and each.end <= latest
            }
        )
    )


def _reminders(
    campaign: Campaign, units: Sequence[UnitProgress], today: date
) -> Iterable[Reminder]:
    by_code = {each.code: each for each in campaign.units}
    late = today > campaign.settings.need_deadline
    for matter in Matter:
        for each in units:
            count, items = _matter(each, matter, late=late)
            if count:
                yield Reminder(by_code[each.code], matter, count, items)


def _matter(unit: UnitProgress, matter: Matter, *, late: bool) -> tuple[int, tuple[str, ...]]:
    if matter is Matter.UNREADABLE:
        return int(unit.reading.stale), (unit.reading.problem,)
    if matter is Matter.NOT_REGISTERED:
        return int(late and unit.needs_typed == 0), ()
    if matter is Matter.MISSING_REPORTS:
        return len(unit.missing_reports), unit.missing_reports
    if matter is Matter.SET_ASIDE:
        return unit.rows.set_aside, ()
    return len(unit.untrained_teams), unit.untrained_teams


def _topics(campaign: Campaign, met: set[str]) -> tuple[TopicDemand, ...]:
    needs: Counter[str] = Counter()
    served: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for need in campaign.needs:
        needs.update(need.topics)
        served.update(need.topics if need.id in met else ())
    for report in campaign.reports:
        # A report on several topics counts for its first one, so that the column adds up.
        people[report.topics[0]] += report.beneficiaries
    topics = sorted(needs | people, key=lambda topic: (-needs[topic], topic))
    return tuple(TopicDemand(each, needs[each], served[each], people[each]) for each in topics)
