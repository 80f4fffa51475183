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
from functions.tables.converters import convert
from functions.tables.converters.base import Context
from functions.tables.locate import locate
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
    located, findings = locate(PROVINCE, workbook, table)
    typed: dict[str, tuple[int, Cell]] = {}
    if located and {"setting", "value"} <= located.columns.keys():
        for row in range(located.first_row, len(located.tab.rows)):
            name = located.tab.cell(row, located.columns["setting"])
            typed[str(name)] = (row, located.tab.cell(row, located.columns["value"]))
    values: dict[str, object] = {}
    context = Context(schema, schema.settings[0], replace(_WIDE, first=date(today.year, 1, 1)))
    for setting in schema.settings:
        row_index, cell = typed.get(setting.name, (None, None))
        read = convert(cell, replace(context, field=setting))
        values[setting.name] = read.value
        codes = [remark.code for remark in read.remarks if remark.code != "out_of_campaign"]
        if codes and not (is_empty(cell) and setting.name not in _FALLBACKS):
            values[setting.name] = values[setting.name] or _FALLBACKS.get(setting.name)
        for code in codes:
            at = located.columns.get("value") if located else None
            place = Place(
                PROVINCE, "settings", setting.name, "value", _sheet(located), row_index, at
            )
            words = {"column": setting.title, "example": setting.example}
            data = next(each.data for each in read.remarks if each.code == code)
            shown = show_cell(cell, setting.kind)
            findings.append(Finding(code, place, shown, {**words, **data}))
    return _settings(values), findings


def read_units(
    workbook: Workbook, schema: Schema, campaign: Window
) -> tuple[tuple[UnitEntry, ...], TableReading]:
    """Read the «Đơn vị» tab: one entry for each row that can be used."""
    reading = read_table(
        Source(PROVINCE), workbook, schema.table("province", "units"), schema, campaign
    )
    entries: dict[str, UnitEntry] = {}
    for row in reading.rows:
        if row.row_id and row.typed["name"] and row.row_id not in entries:
            entries[row.row_id] = _unit(row.row_id, row.typed)
    return tuple(entries[code] for code in sorted(entries)), reading


def read_blocks(
    workbook: Workbook, schema: Schema, campaign: Window
) -> tuple[tuple[Block, ...], TableReading]:
    """Read the «Khối phụ trách» tab."""
    reading = read_table(
        Source(PROVINCE), workbook, schema.table("province", "blocks"), schema, campaign
    )
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
        email=str(values["email"] or ""),
        hardship=bool(values["hardship"]),
        active=values["active"] is not False,
    )


def _sheet(located: object) -> int | None:
    tab = getattr(located, "tab", None)
    return tab.sheet_id if tab else None


def _settings(values: Mapping[str, object]) -> CampaignSettings:
    start, end = values["campaign_start"], values["campaign_end"]
    if not (isinstance(start, date) and isinstance(end, date) and start <= end):
        raise ConfigError(
            "the province workbook's settings need campaign_start and campaign_end, in that order"
        )
    deadline, max_km = values["need_deadline"], values["max_km"]
    return CampaignSettings(
        campaign_name=str(values["campaign_name"] or ""),
        issuer=str(values["issuer"] or ""),
        window=Window(start, end),
        need_deadline=deadline if isinstance(deadline, date) else start,
        report_days=_whole(values, "report_days"),
        max_km=float(max_km) if isinstance(max_km, int | float) else None,
        rest_days=_whole(values, "rest_days"),
        freeze_days=_whole(values, "freeze_days"),
        contact=str(values["contact"] or ""),
    )


def _whole(values: Mapping[str, object], name: str) -> int:
    value = values[name] if values[name] is not None else _FALLBACKS[name]
    assert isinstance(value, int)  # noqa: S101 - the converter gives whole numbers only
    return value
