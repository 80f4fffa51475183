"""Writes the night: one atomic request per workbook, only where something changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from functions.domain.findings import Finding, Place
from functions.domain.night import Night
from functions.domain.records import PROVINCE
from functions.domain.workbook import Tab, Workbook
from functions.errors import WorkbookError
from functions.logs import log
from functions.runs.careful import write_carefully
from functions.runs.mending import mend_tonight
from functions.runs.reading import UnitWorkbook
from functions.runs.services import Services
from functions.tables.campaign import CampaignTables
from functions.tables.locate import find_tab
from functions.tables.memory import read_ledger
from functions.writers.outputs import Tabs, journal_requests, province_requests, unit_requests
from sheets_schema.model import Book, Schema


def write_night(
    services: Services, night: Night, tables: CampaignTables, units: Sequence[UnitWorkbook]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write what changed; return the unit codes written and those that could not be.

    Units come first and the province last, so that its summary can say which units refused.
    """
    written: list[str] = []
    refused: list[Finding] = []
    for number, each in enumerate(units, 1):
        try:
            if _write_unit(services, night, tables, each):
                written.append(each.unit.code)
        except WorkbookError as error:
            log(
                "workbook not written", severity="ERROR", unit=each.unit.code, problem=error.problem
            )
            refused.append(_refusal(services.schema, each, error))
        services.progress("write", number, len(units) + 1)
    night = replace(night, findings=(*night.findings, *refused))
    if _write_province(services, night, tables, written):
        written.append(PROVINCE)
    services.progress("write", len(units) + 1, len(units) + 1)
    return tuple(written), tuple(each.place.row_id for each in refused)


def _write_unit(
    services: Services, night: Night, tables: CampaignTables, unit: UnitWorkbook
) -> bool:
    code, workbook = unit.unit.code, unit.workbook
    if workbook is None or unit.reading.stale:
        return False
    requests = unit_requests(services.schema, night, code, _tabs(services.schema, workbook, "unit"))
    mended = mend_tonight(services, night, tables, code, workbook, requests)
    requests += mended.requests
    if requests:
        write_carefully(services.workbooks, mended.workbook, requests, mended.typed)
    return bool(requests)


def _write_province(
    services: Services, night: Night, tables: CampaignTables, written: Sequence[str]
) -> bool:
    schema, workbook = services.schema, tables.province
    tabs = _tabs(schema, workbook, "province")
    _, ledger = read_ledger(workbook, schema, night.campaign.settings.window)
    charts = {name: spec for tab in workbook.tabs for name, spec in tab.look.charts.items()}
    requests = province_requests(schema, night, tabs, ledger.columns if ledger else {}, charts)
    mended = mend_tonight(services, night, tables, PROVINCE, workbook, requests)
    requests += mended.requests
    if not requests and not written:
        return False
    requests += journal_requests(schema, night, tabs, len(written) + 1)
    write_carefully(services.workbooks, mended.workbook, requests, mended.typed)
    return True


def _tabs(schema: Schema, workbook: Workbook, book: Book) -> Tabs:
    def find(name: str) -> Tab | None:
        return find_tab(workbook, schema.table(book, name))

    return find


def _refusal(schema: Schema, unit: UnitWorkbook, error: WorkbookError) -> Finding:
    reason = schema.text(f"workbook_problem.{error.problem}")
    data = {"unit": unit.unit.name, "reason": reason}
    return Finding("workbook_unwritable", Place(PROVINCE, "", unit.unit.code), "", data)
