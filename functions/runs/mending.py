"""What tonight's workbook lacks: ids of new rows, and whatever a paste has wiped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from functions.domain.night import Night
from functions.domain.records import PROVINCE
from functions.domain.workbook import Workbook
from functions.ports import Request
from functions.runs.careful import writes_values
from functions.runs.services import Services
from functions.runs.standings import Standings, standings_of
from functions.tables.campaign import CampaignTables
from functions.tables.typed import TableReading
from functions.writers.layout.mend import Occasion
from functions.writers.layout.workbook import mend
from functions.writers.new_ids import id_requests
from sheets_schema.model import Schema, TableKind


@dataclass(frozen=True, slots=True)
class Mended:
    """The requests that mend a workbook, made for it as it was at `workbook`.

    `typed` are the sheet ids of the tabs in which people type.
    """

    workbook: Workbook
    requests: list[Request]
    typed: frozenset[int]


def mend_tonight(
    services: Services,
    night: Night,
    tables: CampaignTables,
    unit: str,
    workbook: Workbook,
    written: Sequence[Request],
) -> Mended:
    """Return what to mend beside what is `written` tonight anyway.

    Where a value goes among what people type, the workbook is read once more and the requests are
    made for it as it is now, so that as little time as can be passes in between.
    """
    readings = tables.readings_of(unit)
    communes = _communes(services.schema, night, unit)
    grown = _grown(written)
    given = {each.table.name: dict(each.new_ids) for each in readings if "validate" in night.parts}
    known = {each.table.name: each.located for each in readings}
    standings = standings_of(services.schema, workbook, unit, known=known, grown=grown)
    occasion = Occasion(unit, communes, workbook.robot, given=given)
    requests = _requests(services.schema, workbook, standings, occasion, readings)
    typed = standings.typed
    if not writes_values(requests, typed):
        return Mended(workbook, requests, typed)
    fresh = services.workbooks.read(workbook.workbook_id)
    occasion = replace(occasion, given=_unmoved(given, readings, fresh))
    standings = standings_of(services.schema, fresh, unit, grown=grown)
    requests = _requests(services.schema, fresh, standings, occasion, readings)
    return Mended(_with_ledger_of(workbook, fresh, standings), requests, standings.typed)


def _with_ledger_of(workbook: Workbook, fresh: Workbook, standings: Standings) -> Workbook:
    """The rows of the ledger are written where they stood when the night began."""
    ledgers = {
        each.sheet_id for each in standings.tables.values() if each.table.kind is TableKind.LEDGER
    }
    before = {tab.sheet_id: tab for tab in workbook.tabs if tab.sheet_id in ledgers}
    return replace(fresh, tabs=tuple(before.get(tab.sheet_id, tab) for tab in fresh.tabs))


def _requests(
    schema: Schema,
    workbook: Workbook,
    standings: Standings,
    occasion: Occasion,
    readings: Sequence[TableReading],
) -> list[Request]:
    repairs = mend(schema, workbook, standings.tables, standings.tabs, occasion)
    requests = [request for each in repairs for request in each.requests]
    for reading in readings:
        name = reading.table.name
        # Rows in disorder get their ids too, but nothing else is done to such a tab.
        if name not in standings.tables and reading.located and name in standings.tabs:
            for part in reading.located.parts:
                rows = {
                    row: row_id
                    for row, row_id in occasion.given.get(name, {}).items()
                    if part.first_row <= row < part.end_row
                }
                sheet_id = standings.tabs[name].sheet_id
                requests += id_requests(schema, reading.table, sheet_id, part.columns, rows)
    return requests


def _unmoved(
    given: Mapping[str, Mapping[int, str]], readings: Sequence[TableReading], fresh: Workbook
) -> dict[str, dict[int, str]]:
    """Leave out the rows that do not stand any more where they were read."""
    tabs = {tab.sheet_id: tab for tab in fresh.tabs}
    kept: dict[str, dict[int, str]] = {}
    for reading in readings:
        before = reading.located.tab if reading.located else None
        now = tabs.get(before.sheet_id) if before else None
        if before and now:
            kept[reading.table.name] = {
                row: row_id
                for row, row_id in given.get(reading.table.name, {}).items()
                if row < min(len(now.rows), len(before.rows)) and now.rows[row] == before.rows[row]
            }
    return kept


def _communes(schema: Schema, night: Night, unit: str) -> list[str]:
    entry = night.campaign.unit(unit)
    if unit == PROVINCE or entry is None:
        return []
    first = night.campaign.settings.window.first
    return [each.full_name for each in schema.units.children(entry.gso_code or "-", first)]


def _grown(requests: Sequence[Request]) -> dict[int, int]:
    """Return how many rows tonight's requests add, by sheet id."""
    grown: dict[int, int] = {}
    for request in requests:
        body = request.get("appendDimension")
        if isinstance(body, Mapping) and body["dimension"] == "ROWS":
            grown[body["sheetId"]] = grown.get(body["sheetId"], 0) + body["length"]
    return grown
