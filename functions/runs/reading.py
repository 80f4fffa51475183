"""Reads every workbook once; one that cannot be read keeps its last good data and stops nobody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from functions.domain.findings import Finding, Place
from functions.domain.records import PROVINCE, UnitEntry
from functions.domain.summarise import Reading
from functions.domain.workbook import Workbook
from functions.errors import WorkbookError
from functions.logs import log
from functions.runs.services import Services
from functions.runs.snapshots import keep, keep_night, last_good
from functions.tables.campaign import CampaignTables, read_campaign


@dataclass(frozen=True, slots=True)
class UnitWorkbook:
    """One unit's workbook as it is used tonight; `workbook` None means nothing is known of it."""

    unit: UnitEntry
    workbook: Workbook | None
    reading: Reading
    digest: str = ""


def gather(
    services: Services, run_id: str, today: date
) -> tuple[CampaignTables, list[UnitWorkbook]]:
    """Read and keep the province's workbook and those of all active units.

    Raises:
        WorkbookError: the province's workbook cannot be read, so there is nothing to go by.
        ConfigError: the province's settings lack the campaign's first or last day.
    """
    province = services.workbooks.read(services.province_workbook)
    digests = {province.workbook_id: keep(services.store, province)}
    tables = read_campaign(services.schema, province, today)
    units = _read_units(services, tables.units)
    digests |= {each.unit.workbook_id: each.digest for each in units if each.digest}
    keep_night(services.store, run_id, digests)
    return tables.with_units({each.unit.code: each.workbook for each in units}), units


def _read_units(services: Services, units: Iterable[UnitEntry]) -> list[UnitWorkbook]:
    """Read and keep the workbook of every active unit."""
    active = [each for each in units if each.active]
    found = []
    for number, unit in enumerate(active, 1):
        found.append(_read(services, unit))
        services.progress("read", number, len(active))
    return found


def reading_findings(services: Services, units: Iterable[UnitWorkbook]) -> list[Finding]:
    """Return a finding, for the province, for each workbook that could not be read tonight."""
    text = services.schema.text
    findings = []
    for each in units:
        if each.reading.stale:
            if each.workbook:
                age = f"{each.workbook.read_at:%d/%m/%Y}"
                fallback = text("workbook_problem.fallback", age=age)
            else:
                fallback = text("workbook_problem.no_fallback")
            data = {
                "unit": each.unit.name,
                "reason": text(f"workbook_problem.{each.reading.problem}"),
                "fallback": fallback,
            }
            place = Place(PROVINCE, "", each.unit.code)
            findings.append(Finding("workbook_unreadable", place, "", data))
    return findings


def _read(services: Services, unit: UnitEntry) -> UnitWorkbook:
    try:
        workbook = services.workbooks.read(unit.workbook_id)
    except WorkbookError as error:
        log("workbook not read", severity="WARNING", unit=unit.code, problem=error.problem)
        before = last_good(services.store, unit.workbook_id) if unit.workbook_id else None
        read_at = before.read_at if before else None
        age = (services.clock.now() - read_at).days if read_at else 0
        reading = Reading(read_at, stale=True, problem=error.problem, age_days=age)
        return UnitWorkbook(unit, before, reading)
    return UnitWorkbook(unit, workbook, Reading(workbook.read_at), keep(services.store, workbook))
