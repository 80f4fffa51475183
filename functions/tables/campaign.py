"""Reads every table of every workbook of a campaign and runs all checks over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from functions.domain.findings import Finding
from functions.domain.records import PROVINCE, Block, CampaignSettings, UnitEntry
from functions.domain.workbook import Workbook
from functions.tables.checks import run_checks
from functions.tables.conversions import Conversions
from functions.tables.frames import Tables, make_tables
from functions.tables.registry import read_blocks, read_settings, read_units
from functions.tables.typed import Source, TableReading, read_table
from sheets_schema.model import Book, Schema, Table, TableKind

_REGISTRY = ("settings", "units", "blocks")


@dataclass(frozen=True)
class CampaignTables:
    """Everything that was typed, converted but not yet checked across rows."""

    schema: Schema
    today: date
    province: Workbook
    settings: CampaignSettings
    units: tuple[UnitEntry, ...]
    blocks: tuple[Block, ...]
    readings: tuple[TableReading, ...]
    findings: tuple[Finding, ...]

    def with_units(self, workbooks: Mapping[str, Workbook | None]) -> CampaignTables:
        """Add the tables of the units' workbooks, by unit code; None where nothing is known."""
        gso_codes = {each.code: each.gso_code for each in self.units}
        conversions = Conversions(self.schema, self.settings.window)
        readings = [
            read_table(Source(code, gso_codes[code]), workbook, table, conversions)
            for code, workbook in workbooks.items()
            if workbook
            for table in _inputs(self.schema, "unit")
        ]
        return replace(self, readings=(*self.readings, *readings))

    def check(self) -> tuple[Tables, list[Finding]]:
        """Run every check; return the accepted rows and all findings, of cells and tabs too."""
        tables = make_tables(
            self.schema, self.today, self.settings.window, _complete(self.schema, self.readings)
        )
        found = [*self.findings, *(each for one in self.readings for each in one.findings)]
        return run_checks(tables, found)

    def seen(self) -> dict[str, tuple[str, ...]]:
        """Return the ids of all rows that were read, by unit."""
        ids: dict[str, tuple[str, ...]] = {}
        for reading in self.readings:
            mine = tuple(row.row_id for row in reading.rows if row.row_id)
            ids[reading.source.unit] = ids.get(reading.source.unit, ()) + mine
        return ids

    def readings_of(self, unit: str) -> Sequence[TableReading]:
        """Return the readings of a unit's tabs."""
        return [each for each in self.readings if each.source.unit == unit]


def read_campaign(schema: Schema, province: Workbook, today: date) -> CampaignTables:
    """Read the province's workbook; raise ConfigError when the campaign has no dates."""
    settings, findings = read_settings(province, schema, today)
    conversions = Conversions(schema, settings.window)
    units, unit_rows = read_units(province, schema, settings.window)
    blocks, block_rows = read_blocks(province, schema, settings.window)
    readings = [
        read_table(Source(PROVINCE), province, table, conversions)
        for table in _inputs(schema, "province")
        if table.name not in _REGISTRY
    ]
    return CampaignTables(
        schema=schema,
        today=today,
        province=province,
        settings=settings,
        units=units,
        blocks=blocks,
        readings=(unit_rows, block_rows, *readings),
        findings=tuple(findings),
    )


def _inputs(schema: Schema, book: Book) -> list[Table]:
    return [each for each in schema.book(book) if each.kind is TableKind.INPUT]


def _complete(schema: Schema, readings: Sequence[TableReading]) -> list[TableReading]:
    """Give every table a frame, also when no workbook of its kind could be read."""
    have = {each.table.name for each in readings}
    empty = [
        TableReading(Source(PROVINCE), table, None)
        for table in _inputs(schema, "unit")
        if table.name not in have
    ]
    return [*readings, *empty]
