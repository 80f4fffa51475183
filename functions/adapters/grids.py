"""Turns Google's answer to one `spreadsheets.get` into a workbook: cells, structure and look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from functions.adapters.looks import CELL_MASK, SHEET_MASK, look_of
from functions.domain.workbook import (
    COLUMN_KEY,
    HIGHEST_KEY,
    ROBOT_KEY,
    SCHEMA_KEY,
    TAB_KEY,
    Cell,
    CellError,
    Merge,
    Tab,
    Workbook,
)

_METADATA = "developerMetadata(metadataKey,metadataValue)"
MASK = (
    f"spreadsheetId,properties(title,locale,timeZone),{_METADATA},"
    "sheets(properties(sheetId,title,index,gridProperties(rowCount,columnCount,"
    "frozenRowCount,frozenColumnCount)),"
    "merges(startRowIndex,endRowIndex,startColumnIndex,endColumnIndex),"
    f"{_METADATA},{SHEET_MASK},"
    "data(rowMetadata(hiddenByUser,hiddenByFilter),"
    f"columnMetadata(hiddenByUser,{_METADATA}),"
    f"rowData(values(effectiveValue,userEnteredValue(formulaValue),{CELL_MASK}))))"
)
"""Which parts of a workbook are read: everything that the night looks at, in one request."""

_ERROR_TEXTS = {
    "NULL_VALUE": "#NULL!",
    "DIVIDE_BY_ZERO": "#DIV/0!",
    "VALUE": "#VALUE!",
    "REF": "#REF!",
    "NAME": "#NAME?",
    "NUM": "#NUM!",
    "N_A": "#N/A",
}

Json = Mapping[str, Any]


def workbook_of(answer: Json, read_at: datetime) -> Workbook:
    """Return the workbook; raise KeyError, TypeError or AttributeError for an answer unlike one."""
    properties = answer["properties"]
    return Workbook(
        workbook_id=answer["spreadsheetId"],
        title=properties.get("title", ""),
        tabs=tuple(_tab(sheet) for sheet in answer["sheets"]),
        read_at=read_at,
        locale=properties.get("locale", ""),
        time_zone=properties.get("timeZone", ""),
        schema=_metadata(answer, SCHEMA_KEY),
        robot=_metadata(answer, ROBOT_KEY),
    )


def _tab(sheet: Json) -> Tab:
    properties = sheet["properties"]
    grid = properties.get("gridProperties", {})
    # One `data` element holds the whole grid: no ranges were asked for.
    data: Json = next(iter(sheet.get("data", ())), {})
    row_data = data.get("rowData", ())
    highest = _metadata(sheet, HIGHEST_KEY)
    return Tab(
        sheet_id=properties.get("sheetId", 0),
        title=properties["title"],
        index=properties["index"],
        rows=_rows(row_data),
        key=_metadata(sheet, TAB_KEY),
        column_keys={
            index: key
            for index, column in enumerate(data.get("columnMetadata", ()))
            if (key := _metadata(column, COLUMN_KEY))
        },
        formulas={
            (row_index, column_index): formula
            for row_index, row in enumerate(row_data)
            for column_index, cell in enumerate(row.get("values", ()))
            if (formula := cell.get("userEnteredValue", {}).get("formulaValue"))
        },
        row_count=grid.get("rowCount", 0),
        column_count=grid.get("columnCount", 0),
        merges=tuple(_merge(each, grid) for each in sheet.get("merges", ())),
        hidden_rows=frozenset(
            index
            for index, row in enumerate(data.get("rowMetadata", ()))
            if row.get("hiddenByUser") or row.get("hiddenByFilter")
        ),
        look=look_of(sheet, grid, data),
        highest=int(highest) if highest.isdecimal() else 0,
    )


def _rows(row_data: Sequence[Json]) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows down to the last one that holds a value; formats alone are no row."""
    rows: list[tuple[Cell, ...]] = []
    height = 0
    for index, row in enumerate(row_data):
        values = [cell.get("effectiveValue") for cell in row.get("values", ())]
        if any(value is not None for value in values):
            height = index + 1
        rows.append(_trimmed([_cell(value or {}) for value in values]))
    return tuple(rows[:height])


def _merge(area: Mapping[str, int], grid: Mapping[str, int]) -> Merge:
    return Merge(
        area.get("startRowIndex", 0),
        area.get("endRowIndex", grid.get("rowCount", 0)),
        area.get("startColumnIndex", 0),
        area.get("endColumnIndex", grid.get("columnCount", 0)),
    )


def _trimmed(cells: list[Cell]) -> tuple[Cell, ...]:
    while cells and cells[-1] in (None, ""):
        cells.pop()
    return tuple(cells)


def _cell(value: Json) -> Cell:
    if "stringValue" in value:
        return str(value["stringValue"])
    if "numberValue" in value:
        number: float = value["numberValue"]
        return number
    if "boolValue" in value:
        return bool(value["boolValue"])
    if "errorValue" in value:
        return CellError(_ERROR_TEXTS.get(value["errorValue"].get("type", ""), "#ERROR!"))
    return None


def _metadata(owner: Json, key: str) -> str:
    entries: Iterable[Json] = owner.get("developerMetadata", ())
    for entry in entries:
        if entry.get("metadataKey") == key:
            return str(entry.get("metadataValue", ""))
    return ""
