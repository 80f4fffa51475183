"""The server against Google's discovery documents: its routes, its answers, its refusals."""

import re

import gspread
import pytest

from deploy.local.emulator.discovery.tables import api
from deploy.local.emulator.routes import ROUTES, Route
from deploy.local.emulator.shapes import Json
from tests.conformance.reach import DRIVE, SHEETS, Server
from tests.discovery import strangers

METHODS = [(name, method) for name in ("sheets", "drive") for method in api(name).methods]
KINDS = sorted(api("sheets").schemas["Request"])


def _check(name: str, schema: str, answer: Json) -> None:
    assert strangers(name, schema, answer) == []


@pytest.mark.documented
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.verb} {route.method}")
def test_every_route_is_a_method_of_google(route: Route) -> None:
    """The method exists in the discovery document of its service."""
    assert route.method in api("drive" if route.drive else "sheets").methods


@pytest.mark.documented
@pytest.mark.parametrize(("name", "method"), METHODS, ids=lambda value: value)
def test_every_method_of_google_is_answered_or_refused(
    server: Server, name: str, method: str
) -> None:
    """A method the local server lacks says 501, with its name, before anything else happens."""
    spec = api(name).methods[method]
    base = SHEETS if name == "sheets" else f"{DRIVE}/drive/v3"
    path = re.sub(r"\{\w+\}", "x", spec.path)
    answer = server.request(spec.verb, f"{base}/{path}")
    assert answer.status_code < 500 or answer.status_code == 501
    has_route = any(route.method == method and route.handler for route in ROUTES)
    if answer.status_code == 501 and not has_route:
        assert method in answer.json()["error"]["message"]
    else:
        assert has_route
        assert answer.status_code in (200, 204, 400, 401, 403, 404, 501)


@pytest.mark.documented
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_request_is_known(
    server: Server, book: gspread.Spreadsheet, kind: str
) -> None:
    """An empty request of any kind is done, refused with its kind's name, or 501."""
    url = f"{SHEETS}/v4/spreadsheets/{book.id}:batchUpdate"
    answer = server.request("POST", url, json={"requests": [{kind: {}}]})
    if answer.status_code == 200:
        _check("sheets", "BatchUpdateSpreadsheetResponse", answer.json())
        return
    assert answer.status_code in (400, 501)
    assert kind in answer.json()["error"]["message"]


@pytest.mark.documented
def test_a_full_document_has_the_shape_of_the_schema(
    server: Server, book: gspread.Spreadsheet
) -> None:
    """Every name and type in spreadsheets.get is one of the discovery document."""
    sheet = book.sheet1
    sheet.update([["tên", "=1/0", "=TRUE"], [1.5, "2024-08-05", "50%"]], raw=False)
    sheet.format("A1:B2", {"textFormat": {"bold": True}, "backgroundColor": {"red": 1}})
    sheet.update_note("A1", "ghi chú")
    sheet.merge_cells("D1:E2")
    sheet.define_named_range("A1:B2", "vùng")
    sheet.add_protected_range("A1", warning_only=True)
    sheet.add_dimension_group_rows(3, 5)
    sheet.set_basic_filter("A1:C2")
    sheet.add_validation("F1", gspread.utils.ValidationConditionType.one_of_list, ["a"])
    rule = {
        "ranges": [{"sheetId": 0}],
        "booleanRule": {
            "condition": {"type": "NOT_BLANK"},
            "format": {"textFormat": {"bold": True}},
        },
    }
    metadata = {"metadataKey": "k", "visibility": "DOCUMENT", "location": {"spreadsheet": True}}
    book.batch_update(
        {
            "requests": [
                {"addConditionalFormatRule": {"rule": rule}},
                {"createDeveloperMetadata": {"developerMetadata": metadata}},
                {"addFilterView": {"filter": {"title": "lọc", "range": {"sheetId": 0}}}},
            ]
        }
    )
    shown = book.client.spreadsheets_get(book.id, {"includeGridData": "true", "ranges": "A1:G6"})
    _check("sheets", "Spreadsheet", shown)
    assert {"merges", "conditionalFormats", "filterViews", "protectedRanges", "basicFilter"} <= set(
        shown["sheets"][0]
    )


@pytest.mark.documented
def test_answers_about_values_have_the_shape_of_their_schemas(book: gspread.Spreadsheet) -> None:
    """Reading, writing, appending and clearing answer Google's messages."""
    given = {"valueInputOption": "USER_ENTERED", "includeValuesInResponse": "true"}
    block = {"values": [["x", 1, True, "=1/3"]]}
    answers = {
        "UpdateValuesResponse": book.values_update("A1", given, block),
        "AppendValuesResponse": book.values_append("A1", given, block),
        "ValueRange": book.values_get("A1:D2"),
        "BatchGetValuesResponse": book.values_batch_get(["A1", "B2"]),
        "BatchUpdateValuesResponse": book.values_batch_update(
            {**given, "data": [{"range": "A1", **block}]}
        ),
        "ClearValuesResponse": book.values_clear("A1"),
        "BatchClearValuesResponse": book.values_batch_clear(body={"ranges": ["A1"]}),
    }
    for schema, answer in answers.items():
        _check("sheets", schema, answer)


@pytest.mark.documented
def test_answers_of_drive_have_the_shape_of_their_schemas(
    server: Server, book: gspread.Spreadsheet
) -> None:
    """Files, permissions and comments show Drive's names and types when all are asked for."""
    book.share("mai@example.test", perm_type="user", role="writer", notify=False)
    file = f"{DRIVE}/drive/v3/files/{book.id}"
    server.request("POST", f"{file}/comments?fields=*", json={"content": "hỏi"})
    for schema, url in (
        ("File", file),
        ("FileList", f"{DRIVE}/drive/v3/files"),
        ("PermissionList", f"{file}/permissions"),
        ("CommentList", f"{file}/comments"),
    ):
        answer = server.request("GET", url, params={"fields": "*"})
        assert answer.status_code == 200
        _check("drive", schema, answer.json())
