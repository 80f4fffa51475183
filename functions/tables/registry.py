"""What the province's workbook says before any unit is read: settings, units, blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from functions.domain.findings import Finding, Place
from functions.domain.records import PROVINCE, Block, CampaignSettings, UnitEntry, Window
from functions.domain.workbook import Cell, Workbook
from functions.errors import ConfigError
from functions.tables.conversions import Conversions
from functions.tables.converters import convert
from functions.tables.converters.base import Context, show_date
from functions.tables.locate import Located, locate
from functions.tables.rows import is_empty
from functions.tables.typed import Source, TableReading, read_table, show_cell
from sheets_schema.model import Schema

_LINK = re.compile(r"/spreadsheets/d/([A-Za-z0-9_-]+)")
_WIDE = Window(date(2000, 1, 1), date(2100, 12, 31))
_FALLBACKS: Mapping[str, object] = {"report_days": 3, "rest_days": 1, "freeze_days": 0}


def read_settings(
    workbook: Workbook, schema: Schema, today: date
) -> tuple[CampaignSettings, list[Finding]]:
    """Read the «Cấu hình» tab.

    A setting that is missing or wrong takes a default and becomes a finding; only a campaign
    without its first and last day cannot be run: that raises ConfigError.
    """
    table = schema.table("province", "settings")
    located, findings = locate(PROVINCE, workbook, table, schema)
    typed: dict[str, tuple[int, Cell]] = {}
    if located and {"setting", "value"} <= located.columns.keys():
        for row in range(located.first_row, len(located.tab.rows)):
            name = located.tab.cell(row, located.columns["setting"])
            typed[str(name)] = (row, located.tab.cell(row, located.columns["value"]))
    values: dict[str, object] = {}
    this_year = replace(_WIDE, first=date(today.year, 1, 1))
    context = Context(schema, schema.settings[0], this_year, any_year=True)
    for setting in schema.settings:
        row_index, cell = typed.get(setting.name, (None, None))
        read = convert(cell, replace(context, field=setting))
        values[setting.name] = read.value
        place = _place(located, setting.name, row_index)
        words = {"column": setting.title, "example": setting.example}
        shown = show_cell(cell, setting.kind)
        fallback = _fallback(setting.name, values)
        if is_empty(cell) and setting.required and fallback:
            data = {**words, "read_as": fallback}
            findings.append(Finding("setting_missing", place, shown, data))
            continue
        findings += [
            Finding(each.code, place, shown, {**words, **each.data})
            for each in read.remarks
            if each.code != "out_of_campaign"
        ]
    return _settings(values), findings


def read_units(
    workbook: Workbook, schema: Schema, campaign: Window
) -> tuple[tuple[UnitEntry, ...], TableReading]:
    """Read the «Đơn vị» tab: one entry for each row that can be used."""
    table = schema.table("province", "units")
    reading = read_table(Source(PROVINCE), workbook, table, Conversions(schema, campaign))
    entries: dict[str, UnitEntry] = {}
    for row in reading.rows:
        if row.row_id and row.typed["name"] and row.row_id not in entries:
            entries[row.row_id] = _unit(row.row_id, row.typed)
    return tuple(entries[code] for code in sorted(entries)), reading


def read_blocks(
    workbook: Workbook, schema: Schema, campaign: Window
) -> tuple[tuple[Block, ...], TableReading]:
    """Read the «Khối phụ trách» tab."""
    table = schema.table("province", "blocks")
    reading = read_table(Source(PROVINCE), workbook, table, Conversions(schema, campaign))
    labels = schema.lists["boards"]
    blocks = tuple(
        Block(
            row.row_id,
            labels.label(str(row.typed["board"])) if row.typed["board"] else "",
            str(row.typed["officer"] or ""),
            str(row.typed["email"] or ""),
        )
        for row in reading.rows
        if row.row_id
    )
    return blocks, reading


def workbook_id(link: str) -> str:
    """Return the id of a workbook from its link, or the text itself when it is an id already."""
    match = _LINK.search(link)
    return match[1] if match else link.strip()


def _unit(code: str, values: Mapping[str, object]) -> UnitEntry:
    return UnitEntry(
        code=code,
        name=str(values["name"]),
        gso_code=str(values["gso_code"] or ""),
        block=str(values["block"] or ""),
        workbook_id=workbook_id(str(values["workbook"] or "")),
        emails=_texts(values["email"]),
        hardship=bool(values["hardship"]),
        active=values["active"] is not False,
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def _place(located: Located | None, setting: str, row: int | None) -> Place:
    if located is None:
        return Place(PROVINCE, "settings", setting, "value")
    column = located.columns.get("value")
    return Place(PROVINCE, "settings", setting, "value", located.tab.sheet_id, row, column)


def _fallback(name: str, values: Mapping[str, object]) -> str:
    """Return what is used when a setting says nothing, in words; empty when nothing can be."""
    start = values.get("campaign_start")
    if name == "need_deadline" and isinstance(start, date):
        return show_date(start)
    return str(_FALLBACKS.get(name, ""))


def _settings(values: Mapping[str, object]) -> CampaignSettings:
    start, end = values["campaign_start"], values["campaign_end"]
    if not (isinstance(start, date) and isinstance(end, date) and start <= end):
        raise ConfigError(
            "the province workbook's settings need campaign_start and campaign_end, in that order"
        )
    deadline, max_km = values["need_deadline"], values["max_km"]
    retention, changes = values["retention_days"], values["change_budget"]
    return CampaignSettings(
        campaign_name=str(values["campaign_name"] or ""),
        issuer=str(values["issuer"] or ""),
        window=Window(start, end),
        need_deadline=deadline if isinstance(deadline, date) else start,
        report_days=_whole(values, "report_days"),
        max_km=float(max_km) if isinstance(max_km, int | float) else None,
        rest_days=_whole(values, "rest_days"),
        freeze_days=_whole(values, "freeze_days"),
        change_budget=changes if isinstance(changes, int) else None,
        contact=str(values["contact"] or ""),
        retention_days=retention if isinstance(retention, int) else None,
    )


def _whole(values: Mapping[str, object], name: str) -> int:
    value = values[name] if values[name] is not None else _FALLBACKS[name]
    assert isinstance(value, int)  # noqa: S101 - the converter gives whole numbers only
    return value
