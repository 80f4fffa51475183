"""Workbooks in Google Sheets, through unmodified gspread: one request to read, one to write."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import requests
from google.auth.exceptions import GoogleAuthError
from gspread.exceptions import APIError, GSpreadException

from functions.adapters.http import PacedClient
from functions.config import LOCALE, TIME_ZONE
from functions.domain.workbook import COLUMN_KEY, TAB_KEY, Cell, CellError, Merge, Tab, Workbook
from functions.errors import WorkbookError, WorkbookProblem
from functions.ports import Clock, Request

_MASK = (
    "spreadsheetId,properties(title,locale,timeZone),"
    "sheets(properties(sheetId,title,index,gridProperties(rowCount,columnCount)),"
    "merges(startRowIndex,endRowIndex,startColumnIndex,endColumnIndex),"
    "developerMetadata(metadataKey,metadataValue),"
    "data(rowMetadata(hiddenByUser,hiddenByFilter),columnMetadata(developerMetadata(metadataKey,metadataValue)),"
    "rowData(values(effectiveValue,userEnteredValue(formulaValue)))))"
)
_ERROR_TEXTS = {
    "NULL_VALUE": "#NULL!",
    "DIVIDE_BY_ZERO": "#DIV/0!",
    "VALUE": "#VALUE!",
    "REF": "#REF!",
    "NAME": "#NAME?",
    "NUM": "#NUM!",
    "N_A": "#N/A",
}
_PROBLEMS: Mapping[int, WorkbookProblem] = {
    400: "bad_answer",
    401: "no_permission",
    403: "no_permission",
    404: "not_found",
}


class GoogleWorkbooks:
    """The port `Workbooks` on Google Sheets."""

    def __init__(self, client: PacedClient, clock: Clock) -> None:
        self._client = client
        self._clock = clock

    def read(self, workbook_id: str) -> Workbook:
        """See `Workbooks.read`. Metadata and cells come in one `spreadsheets.get`."""
        if not workbook_id:
            raise WorkbookError(workbook_id, "no_link")
        answer = _guarded(
            workbook_id,
            lambda: self._client.fetch_sheet_metadata(workbook_id, params={"fields": _MASK}),
        )
        try:
            return _workbook(answer, self._clock.now())
        except (KeyError, TypeError, AttributeError) as error:
            raise WorkbookError(workbook_id, "bad_answer") from error

    def write(self, workbook_id: str, requests: Sequence[Request]) -> None:
        """See `Workbooks.write`."""
        body = {"requests": list(requests)}
        _guarded(workbook_id, lambda: self._client.batch_update(workbook_id, body))


class GoogleWorkbookFactory:
    """The port `WorkbookFactory` on Google Sheets and Drive."""

    def __init__(self, client: PacedClient) -> None:
        self._client = client

    def create(self, title: str, tabs: Sequence[Mapping[str, object]]) -> str:
        """See `WorkbookFactory.create`."""
        properties = {"title": title, "locale": LOCALE, "timeZone": TIME_ZONE}
        body = {"properties": properties, "sheets": [{"properties": tab} for tab in tabs]}
        answer = _guarded(
            "",
            lambda: self._client.request(
                "post", "https://sheets.googleapis.com/v4/spreadsheets", json=body
            ).json(),
        )
        return str(answer["spreadsheetId"])

    def share(self, workbook_id: str, email: str) -> None:
        """See `WorkbookFactory.share`. No e-mail is sent."""
        entries = _guarded(workbook_id, lambda: self._client.list_permissions(workbook_id))
        if not any(
            str(entry.get("emailAddress", "")).lower() == email.lower() for entry in entries
        ):
            _guarded(
                workbook_id,
                lambda: self._client.insert_permission(
                    workbook_id, email, perm_type="user", role="writer", notify=False
                ),
            )


def _guarded(workbook_id: str, call: Any) -> Any:  # noqa: ANN401 - gspread is untyped
    """Run a gspread call; turn its failures into ours, without the texts that may echo contents."""
    try:
        return call()
    except APIError as error:
        problem = _PROBLEMS.get(error.response.status_code, "unavailable")
        raise WorkbookError(workbook_id, problem) from None
    except PermissionError:
        raise WorkbookError(workbook_id, "no_permission") from None
    except (json.JSONDecodeError, requests.JSONDecodeError, GSpreadException):
        raise WorkbookError(workbook_id, "bad_answer") from None
    except (requests.RequestException, GoogleAuthError, OSError):
        raise WorkbookError(workbook_id, "unavailable") from None


def _workbook(answer: Mapping[str, Any], read_at: datetime) -> Workbook:
    properties = answer["properties"]
    return Workbook(
        workbook_id=answer["spreadsheetId"],
        title=properties.get("title", ""),
        tabs=tuple(_tab(sheet) for sheet in answer["sheets"]),
        read_at=read_at,
        locale=properties.get("locale", ""),
        time_zone=properties.get("timeZone", ""),
    )


def _tab(sheet: Mapping[str, Any]) -> Tab:
    properties = sheet["properties"]
    grid = properties.get("gridProperties", {})
    # One `data` element holds the whole grid: no ranges were asked for.
    data: Mapping[str, Any] = next(iter(sheet.get("data", ())), {})
    rows = []
    formulas = {}
    for row_index, row in enumerate(data.get("rowData", ())):
        cells = row.get("values", ())
        rows.append(_trimmed([_cell(cell.get("effectiveValue", {})) for cell in cells]))
        for column_index, cell in enumerate(cells):
            formula = cell.get("userEnteredValue", {}).get("formulaValue")
            if formula:
                formulas[row_index, column_index] = formula
    return Tab(
        sheet_id=properties.get("sheetId", 0),
        title=properties["title"],
        index=properties["index"],
        rows=tuple(rows),
        key=_metadata(sheet, TAB_KEY),
        column_keys={
            index: key
            for index, column in enumerate(data.get("columnMetadata", ()))
            if (key := _metadata(column, COLUMN_KEY))
        },
        formulas=formulas,
        row_count=grid.get("rowCount", 0),
        column_count=grid.get("columnCount", 0),
        merges=tuple(_merge(each, grid) for each in sheet.get("merges", ())),
        hidden_rows=frozenset(
            index
            for index, row in enumerate(data.get("rowMetadata", ()))
            if row.get("hiddenByUser") or row.get("hiddenByFilter")
        ),
    )


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


def _cell(value: Mapping[str, Any]) -> Cell:
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


def _metadata(owner: Mapping[str, Any], key: str) -> str:
    for entry in owner.get("developerMetadata", ()):
        if entry.get("metadataKey") == key:
            return str(entry.get("metadataValue", ""))
    return ""
