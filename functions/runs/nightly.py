"""One night: read, keep, check, assign, write. Every step between reading and writing is pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from functions.config import LOCAL_TIME
from functions.domain.findings import Finding, Place, RowCount
from functions.domain.night import PARTS, Night, Part
from functions.domain.records import PROVINCE
from functions.domain.summarise import Reading, summarise, warned_rows
from functions.logs import log
from functions.runs.assigning import assign
from functions.runs.lease import lease
from functions.runs.reading import UnitWorkbook, gather, reading_findings
from functions.runs.services import Services
from functions.runs.settling import count_severities, read_histories, settle_findings
from functions.runs.writing import write_night
from functions.tables.build import build_campaign
from functions.tables.campaign import CampaignTables
from functions.tables.memory import check_decisions, read_ledger
from functions.tables.tally import tally


@dataclass(frozen=True, slots=True)
class NightReport:
    """What one night did, in counts: for the log, the answer over HTTP and the terminal."""

    run_id: str
    today: date
    units_read: int
    units_stale: int
    rows: Mapping[str, RowCount]
    errors: int
    warnings: int
    hints: int
    needs_met: int
    needs_unmet: int
    reads: int
    writes: int
    workbooks_written: tuple[str, ...] = field(default=())
    seconds: float = 0.0

    def to_json(self) -> dict[str, object]:
        """Return the report as JSON values."""
        return {
            "run_id": self.run_id,
            "today": self.today.isoformat(),
            "units_read": self.units_read,
            "units_stale": self.units_stale,
            "rows": {
                name: {"read": each.read, "accepted": each.accepted, "set_aside": each.set_aside}
                for name, each in self.rows.items()
            },
            "errors": self.errors,
            "warnings": self.warnings,
            "hints": self.hints,
            "needs_met": self.needs_met,
            "needs_unmet": self.needs_unmet,
            "reads": self.reads,
            "writes": self.writes,
            "workbooks_written": list(self.workbooks_written),
            "seconds": self.seconds,
        }


def run_night(
    services: Services, run_id: str, today: date, parts: Sequence[Part] = PARTS
) -> NightReport:
    """Run one night, or some parts of it, and say what was done.

    Raises:
        RunInProgress: another run holds the lease; nothing was read or written.
        WorkbookError: the province's workbook cannot be read, so there is nothing to go by.
        ConfigError: the province's settings lack the campaign's first or last day.
    """
    started = services.clock.now()
    before = (services.meter.reads, services.meter.writes)
    with lease(services.store, services.clock, run_id):
        tables, units = gather(services, run_id, today)
        services.progress("check", 1, 1)
        night = _judge(services, run_id, today, tables, units, tuple(parts))
        written, unwritable = write_night(services, night, tables, units)
    seconds = round((services.clock.now() - started).total_seconds(), 1)
    report = _report(services, night, units, written, before, seconds)
    log(
        "night done",
        run_id=run_id,
        units_read=report.units_read,
        units_stale=report.units_stale,
        errors=report.errors,
        warnings=report.warnings,
        needs_met=report.needs_met,
        needs_unmet=report.needs_unmet,
        reads=report.reads,
        writes=report.writes,
        workbooks_written=len(written),
        workbooks_unwritable=len(unwritable),
        seconds=seconds,
    )
    return report


def _judge(
    services: Services,
    run_id: str,
    today: date,
    tables: CampaignTables,
    units: Sequence[UnitWorkbook],
    parts: tuple[Part, ...],
) -> Night:
    """Turn what was read into everything that is written: no input, no output."""
    schema = services.schema
    accepted, findings = tables.check()
    findings += reading_findings(services, units)
    campaign = build_campaign(tables.settings, tables.units, tables.blocks, accepted)
    entries, ledger = read_ledger(tables.province, schema, campaign.settings.window)
    findings += check_decisions(tables.province, schema, campaign.settings.window)
    if ledger is None:
        # Without the list, nobody knows what was signed: what was decided stays as it was written.
        parts = tuple(each for each in parts if each == "validate")
    decided = assign(services, campaign, entries, today, solving="assign" in parts)
    if decided.broken:
        # Yesterday's plan stands as it was written, with its reasons.
        data = {"rules": decided.broken}
        findings.append(Finding("plan_refused", Place(PROVINCE, "assignments"), data=data))
        parts = tuple(each for each in parts if each != "assign")
    rows = accepted.counts()
    histories = read_histories(schema, tables, units)
    settled = settle_findings(tables, findings, histories)
    readings: dict[str, Reading] = {each.unit.code: each.reading for each in units}
    summary = summarise(
        campaign,
        decided.entries,
        readings=readings,
        rows=rows,
        severities=count_severities(schema, settled.open),
        warned=warned_rows(
            settled.open, {code: kind.severity for code, kind in schema.findings.items()}
        ),
        hard_needs=frozenset(need for need, tier in decided.tiers.items() if tier == 1),
        today=today,
    )
    return Night(
        run_id=run_id,
        ran_at=_ran_at(run_id, services.clock.now()),
        today=today,
        campaign=campaign,
        findings=settled.open,
        rows=rows,
        entries=decided.entries,
        changes=decided.changes,
        unmet=decided.unmet,
        tiers=decided.tiers,
        summary=summary,
        histories=histories,
        seen=tables.seen(),
        parts=parts,
        explained=settled.explained,
        remembered=settled.remembered,
        tallies=tally(tables.readings, accepted),
    )


def _ran_at(run_id: str, now: datetime) -> datetime:
    """Return when the run was due, which its retries share, but no time that is still to come.

    Cloud Scheduler names a run by the time it was due; a run started by hand bears the next one.
    """
    try:
        due = datetime.fromisoformat(run_id)
    except ValueError:
        return now
    return min(due.astimezone(LOCAL_TIME), now) if due.tzinfo else now


def _report(
    services: Services,
    night: Night,
    units: Sequence[UnitWorkbook],
    written: tuple[str, ...],
    before: tuple[int, int],
    seconds: float,
) -> NightReport:
    stale = sum(1 for each in units if each.reading.stale)
    count = Counter(services.schema.findings[each.code].severity for each in night.findings)
    rows: dict[str, RowCount] = {}
    for (_, table), each in night.rows.items():
        rows[table] = rows.get(table, RowCount()) + each
    return NightReport(
        run_id=night.run_id,
        today=night.today,
        units_read=len(units) - stale,
        units_stale=stale,
        rows=rows,
        errors=count["error"],
        warnings=count["warning"],
        hints=count["hint"],
        needs_met=night.summary.whole.needs_met,
        needs_unmet=night.summary.whole.needs_unmet,
        reads=services.meter.reads - before[0],
        writes=services.meter.writes - before[1],
        workbooks_written=written,
        seconds=seconds,
    )
