"""The campaign file: one YAML from which every workbook is made.

robot: the e-mail address of the service account that works at night
editors: addresses that may edit the province's workbook
folder: id or link of the folder or Shared Drive for new files; without it, one's own Drive
settings: {name: value}, the names of `sheets_schema/settings.yaml`
blocks, units, targets: lists of rows, the columns of those tabs
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from functions.domain.records import Window
from functions.domain.serials import to_serial
from functions.domain.workbook import Cell
from functions.errors import ConfigError
from functions.tables.converters import convert
from functions.tables.converters.base import Context
from sheets_schema.model import Field, FilledBy, Schema

_KEYS = {"robot", "editors", "folder", "settings", "blocks", "units", "targets"}
_ROBOT_ONLY = ("workbook",)
_FOLDER = re.compile(r"(?:https://drive\.google\.com/\S*/folders/)?([A-Za-z0-9_-]{8,})(?:[?#]\S*)?")

Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class CampaignFile:
    """A checked campaign file; cells as they will stand in the sheets, dates as serials."""

    robot: str
    editors: tuple[str, ...]
    settings: Row
    blocks: tuple[Row, ...]
    units: tuple[Row, ...]
    targets: tuple[Row, ...]
    folder: str = ""


def read_campaign_file(path: Path, schema: Schema) -> CampaignFile:
    """Read and check a campaign file; raise ConfigError naming the key and what is wrong."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path.name} cannot be read: {type(error).__name__}") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" at line {mark.line + 1}" if mark else ""
        raise ConfigError(f"{path.name} is not YAML{line}") from error
    return parse_campaign(data, schema)


def parse_campaign(data: object, schema: Schema) -> CampaignFile:
    """Check a parsed campaign file; raise ConfigError naming the key and what is wrong."""
    top = _mapping(data, "the campaign file", _KEYS)
    settings = _mapping(top.get("settings"), "settings", {each.name for each in schema.settings})
    window = _window(settings)
    context = Context(schema, schema.settings[0], window)
    found = CampaignFile(
        robot=_email(top.get("robot"), "robot", context),
        editors=tuple(
            _email(each, f"editors[{index}]", context)
            for index, each in enumerate(_list(top.get("editors", []), "editors"))
        ),
        settings={
            each.name: _cell(settings.get(each.name), each, f"settings.{each.name}", context)
            for each in schema.settings
        },
        blocks=_rows(top, "blocks", context),
        units=_rows(top, "units", context),
        targets=_rows(top, "targets", context),
        folder=_folder(top.get("folder")),
    )
    _check_units(found, schema, window)
    return found


def _rows(top: Mapping[str, object], name: str, context: Context) -> tuple[Row, ...]:
    table = context.schema.table("province", name)
    columns = [
        each
        for each in table.fields
        if each.filled_by is FilledBy.PEOPLE and each.name not in _ROBOT_ONLY
    ]
    rows = []
    for index, entry in enumerate(_list(top.get(name, []), name)):
        key = f"{name}[{index}]"
        row = _mapping(entry, key, {each.name for each in columns})
        rows.append(
            {
                each.name: _cell(row.get(each.name), each, f"{key}.{each.name}", context)
                for each in columns
            }
        )
    return tuple(rows)


def _check_units(found: CampaignFile, schema: Schema, window: Window) -> None:
    codes = [row["code"] for row in found.units]
    blocks = {row["block"] for row in found.blocks}
    for index, row in enumerate(found.units):
        if codes.count(row["code"]) > 1:
            raise ConfigError(f"units[{index}].code stands twice")
        gso_code = str(row["gso_code"] or "")
        if gso_code and not schema.units.get(gso_code, window.first):
            raise ConfigError(f"units[{index}].gso_code is not a unit of that time")
        if row["block"] not in blocks:
            raise ConfigError(f"units[{index}].block is not one of blocks")


def _window(settings: Mapping[str, object]) -> Window:
    first, last = settings.get("campaign_start"), settings.get("campaign_end")
    if not isinstance(first, date) or not isinstance(last, date) or first > last:
        raise ConfigError("settings.campaign_start and campaign_end must be dates, in that order")
    return Window(first, last)


def _folder(value: object) -> str:
    """Return the id of a folder from its id or its link."""
    if value is None:
        return ""
    match = _FOLDER.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise ConfigError("folder must be the id or the link of a folder in Google Drive")
    return match[1]


def _mapping(value: object, key: str, allowed: set[str]) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise ConfigError(f"{key} must be a mapping")
    unknown = sorted(str(name) for name in value if name not in allowed)
    if unknown:
        raise ConfigError(
            f"{key}: {unknown[0]} is not known; known are {', '.join(sorted(allowed))}"
        )
    return value


def _list(value: object, key: str) -> Sequence[object]:
    if not isinstance(value, list):
        raise ConfigError(f"{key} must be a list")
    return value


def _email(value: object, key: str, context: Context) -> str:
    column = Field(key, key, "email", required=True)
    return str(_cell(value, column, key, context))


def _cell(value: object, column: Field, key: str, context: Context) -> Cell:
    """Return a value as it will stand in the sheet, if the reader of the sheet will accept it."""
    if value is None or isinstance(value, str | int | float | bool):
        cell: Cell = value
    elif isinstance(value, date):
        cell = to_serial(value)
    else:
        raise ConfigError(f"{key} must be text, a number or a date")
    if isinstance(cell, int) and not isinstance(cell, bool) and column.kind in ("id", "text"):
        cell = str(cell)
    read = convert(cell, Context(context.schema, column, context.campaign))
    errors = [
        each.code for each in read.remarks if context.schema.findings[each.code].severity == "error"
    ]
    if errors:
        raise ConfigError(f"{key} is not a good {column.kind}: {errors[0]}")
    return cell
