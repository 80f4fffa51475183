"""Workbooks in Google Sheets, through unmodified gspread: one request to read, one to write."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from typing import Any

import requests
from google.auth.exceptions import GoogleAuthError
from gspread.exceptions import APIError, GSpreadException

from functions.adapters.grids import MASK, workbook_of
from functions.adapters.http import PacedClient
from functions.domain.workbook import Workbook
from functions.errors import WorkbookError, WorkbookProblem
from functions.ports import Access, Clock, Request

_PROBLEMS: Mapping[int, WorkbookProblem] = {
    400: "bad_answer",
    401: "no_permission",
    403: "no_permission",
    404: "not_found",
}


_REPEATABLE = frozenset(
    {
        "mergeCells",
        "repeatCell",
        "setDataValidation",
        "unmergeCells",
        "updateCells",
        "updateDimensionProperties",
        "updateSheetProperties",
        "updateSpreadsheetProperties",
    }
)
"""Kinds of requests that do the same when they are sent twice."""

_READING = {"fields": MASK, "prettyPrint": "false"}
"""Google indents its answers otherwise: several times the bytes for the same cells."""

_FILES = "https://www.googleapis.com/drive/v3/files"
_SPREADSHEET = "application/vnd.google-apps.spreadsheet"
_NO_STORAGE = "storageQuotaExceeded"
"""Google's reason for refusing to create: a service account owns no files."""


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
            lambda: self._client.fetch_sheet_metadata(workbook_id, params={**_READING}),
        )
        try:
            return workbook_of(answer, self._clock.now())
        except (KeyError, TypeError, AttributeError) as error:
            raise WorkbookError(workbook_id, "bad_answer") from error

    def write(self, workbook_id: str, requests: Sequence[Request]) -> None:
        """See `Workbooks.write`."""
        body = {"requests": list(requests)}
        kinds = {kind for request in requests for kind in request}
        with nullcontext() if kinds <= _REPEATABLE else self._client.sending_once():
            _guarded(workbook_id, lambda: self._client.batch_update(workbook_id, body))


class GoogleWorkbookFactory:
    """The port `WorkbookFactory` on Google Drive."""

    def __init__(self, client: PacedClient) -> None:
        self._client = client

    def create(self, title: str, folder: str) -> str:
        """See `WorkbookFactory.create`."""
        body = {
            "name": title,
            "mimeType": _SPREADSHEET,
            **({"parents": [folder]} if folder else {}),
        }
        try:
            answer = _guarded(
                "",
                lambda: self._client.request(
                    "post", _FILES, params={"supportsAllDrives": True, "fields": "id"}, json=body
                ).json(),
            )
        except WorkbookError as error:
            if folder and error.problem in ("not_found", "no_permission"):
                raise WorkbookError("", "no_folder") from None
            raise
        return str(answer["id"])

    def access(self, workbook_id: str) -> Access:
        """See `WorkbookFactory.access`."""
        people, guests, anyone, page = set(), set(), False, ""
        while True:
            entries, page = self._permissions(workbook_id, page)
            for each in entries:
                anyone = anyone or each.get("type") in ("anyone", "domain")
                email = str(each.get("emailAddress", "")).lower()
                people.add(email)
                details = each.get("permissionDetails", [{}])
                if each.get("role") != "owner" and not all(one.get("inherited") for one in details):
                    guests.add(email)
            if not page:
                return Access(frozenset(people - {""}), frozenset(guests - {""}), anyone=anyone)

    def share(self, workbook_id: str, email: str) -> None:
        """See `WorkbookFactory.share`."""
        _guarded(
            workbook_id,
            lambda: self._client.insert_permission(
                workbook_id, email, perm_type="user", role="writer", notify=False
            ),
        )

    def _permissions(self, workbook_id: str, page: str) -> tuple[list[dict[str, Any]], str]:
        fields = "nextPageToken,permissions(type,role,emailAddress,permissionDetails(inherited))"
        params = {
            "supportsAllDrives": True,
            "fields": fields,
            **({"pageToken": page} if page else {}),
        }
        answer = _guarded(
            workbook_id,
            lambda: self._client.request(
                "get", f"{_FILES}/{workbook_id}/permissions", params=params
            ).json(),
        )
        return answer.get("permissions", []), str(answer.get("nextPageToken", ""))


def _guarded(workbook_id: str, call: Any) -> Any:  # noqa: ANN401 - gspread is untyped
    """Run a gspread call; turn its failures into ours, without the texts that may echo contents."""
    try:
        return call()
    except APIError as error:
        problem = _PROBLEMS.get(error.response.status_code, "unavailable")
        if _NO_STORAGE in error.response.text:
            problem = "no_storage"
        raise WorkbookError(workbook_id, problem) from None
    except PermissionError:
        raise WorkbookError(workbook_id, "no_permission") from None
    except (json.JSONDecodeError, requests.JSONDecodeError, GSpreadException):
        raise WorkbookError(workbook_id, "bad_answer") from None
    except (requests.RequestException, GoogleAuthError, OSError):
        raise WorkbookError(workbook_id, "unavailable") from None
