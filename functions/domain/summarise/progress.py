"""Where one unit stands, and all of them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from functions.domain.findings import RowCount, total
from functions.domain.ledger import State
from functions.domain.records import PROVINCE, UnitEntry
from functions.domain.summarise.facts import INDICATOR_MEASURE, Facts, Reading, punctual


@dataclass(frozen=True, slots=True)
class UnitProgress:
    """One unit, or all of them together with the code PROVINCE.

    `warned` are the rows about which a warning is open, `warnings` the warnings themselves.
    """

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
    warned: int = 0
    missing_reports: tuple[str, ...] = ()
    untrained_teams: tuple[str, ...] = ()

    @property
    def registered(self) -> bool:
        """Say whether the unit has typed any need, sound or not."""
        return self.needs_typed > 0

    @property
    def needs_unmet(self) -> int:
        """Sound needs without a team."""
        return self.needs - self.needs_met

    @property
    def reports_in_time(self) -> int:
        """Reports written before their deadline."""
        return self.reports - self.reports_late

    @property
    def reports_due(self) -> int:
        """Reports that came and reports that are missing."""
        return self.reports + len(self.missing_reports)

    @property
    def rate(self) -> float | None:
        """People reached as a share of the target, None without a target."""
        return self.beneficiaries / self.target if self.target else None


def unit_progress(facts: Facts, unit: UnitEntry) -> UnitProgress:
    """Return where one unit stands."""
    campaign, code = facts.campaign, unit.code
    needs = [each for each in campaign.needs if each.unit == code]
    teams = [each for each in campaign.teams if each.unit == code]
    reports = [each for each in campaign.reports if each.unit == code]
    ready = {each.id for each in teams if facts.trained.issuperset(each.members)}
    count = facts.severities.get(code, Counter())
    return UnitProgress(
        code=code,
        name=unit.name,
        block=unit.block,
        reading=facts.readings.get(code, Reading(None)),
        needs_typed=facts.rows.get((code, "needs"), RowCount()).read,
        needs=len(needs),
        needs_met=sum(1 for each in needs if each.id in facts.met),
        volunteers=sum(1 for each in campaign.volunteers if each.unit == code),
        teams=len(teams),
        teams_trained=len(ready),
        reports=len(reports),
        reports_late=sum(
            1 for each in reports if punctual(each, campaign.settings.report_days) > 0
        ),
        beneficiaries=sum(each.beneficiaries for each in reports),
        target=_target(facts, code),
        rows=total(each for (owner, _), each in facts.rows.items() if owner == code),
        errors=count["error"],
        warnings=count["warning"],
        warned=facts.warned.get(code, 0),
        missing_reports=_missing_reports(facts, code),
        untrained_teams=tuple(
            each.id for each in teams if each.id not in ready and not each.is_over
        ),
    )


def whole_progress(facts: Facts, units: Sequence[UnitProgress]) -> UnitProgress:
    """Return where the campaign stands; what the province itself typed counts too."""
    campaign = facts.campaign
    count = sum(facts.severities.values(), Counter())
    target = _target(facts, PROVINCE)
    unit_targets = [each.target for each in units if each.target is not None]
    return UnitProgress(
        code=PROVINCE,
        name="",
        needs_typed=sum(each.needs_typed for each in units),
        needs=len(campaign.needs),
        needs_met=sum(1 for each in campaign.needs if each.id in facts.met),
        volunteers=len(campaign.volunteers),
        teams=len(campaign.teams),
        teams_trained=sum(1 for each in campaign.teams if facts.trained.issuperset(each.members)),
        reports=len(campaign.reports),
        reports_late=sum(each.reports_late for each in units),
        beneficiaries=sum(each.beneficiaries for each in campaign.reports),
        target=target if target is not None else sum(unit_targets) if unit_targets else None,
        rows=total(facts.rows.values()),
        errors=count["error"],
        warnings=count["warning"],
        warned=sum(facts.warned.values()),
    )


def _target(facts: Facts, unit: str) -> int | None:
    amounts = [
        each.amount
        for each in facts.campaign.targets
        if each.unit == unit and each.measure == INDICATOR_MEASURE
    ]
    return sum(amounts) if amounts else None


def _missing_reports(facts: Facts, unit: str) -> tuple[str, ...]:
    """Return the needs whose mission ended longer ago than the report may take."""
    campaign = facts.campaign
    reported = {each.need for each in campaign.reports}
    waiting = {each.id for each in campaign.needs if each.unit == unit} - reported
    latest = facts.today - timedelta(days=campaign.settings.report_days + 1)
    return tuple(
        sorted(
            {
                each.need
                for each in facts.entries
                if each.state is State.FINISHED and each.need in waiting and each.end <= latest
            }
        )
    )
