"""Workbooks as the rest of the code sees them, and Google's refusals as our own errors."""

import json
from typing import Any

import pytest
import requests
from google.auth.exceptions import RefreshError
from google.oauth2.credentials import Credentials

from deploy.local.people import OWNER, client_of
from functions.adapters.http import PacedClient
from functions.adapters.sheets import GoogleWorkbookFactory, GoogleWorkbooks
from functions.domain.workbook import CellError, Merge
from functions.errors import WorkbookError
from tests.fakes.google import FakeClock, ScriptedSession, answer
from tests.province import Province


def workbooks(*answers: requests.Response | Exception) -> GoogleWorkbooks:
    """Return the adapter on scripted answers."""
    client = PacedClient(Credentials("token"), sleep=lambda _: None)  # type: ignore[no-untyped-call]
    client.session = ScriptedSession(*answers)
    return GoogleWorkbooks(client, FakeClock())


def sheet(*rows: list[dict[str, Any]], **more: Any) -> requests.Response:  # noqa: ANN401 - JSON
    """Return Google's answer for a workbook of one tab."""
    properties = {"title": "Nhu cầu", "index": 0}
    data = [{"rowData": [{"values": list(row)} for row in rows], **more}]
    body = {
        "spreadsheetId": "ID",
        "properties": {"title": "W", "locale": "vi_VN", "timeZone": "Asia/Ho_Chi_Minh"},
        "sheets": [{"properties": properties, "data": data}],
    }
    return answer(200, json.dumps(body))


def test_every_kind_of_cell_is_read_as_it_is() -> None:
    """Text, numbers, booleans, errors and empty cells keep their types; trailing ones go."""
    cells = [
        {"effectiveValue": {"stringValue": "007"}},
        {"effectiveValue": {"numberValue": 45488}},
        {"effectiveValue": {"boolValue": True}},
        {"effectiveValue": {"errorValue": {"type": "REF", "message": "secret"}}},
        {"effectiveValue": {"errorValue": {"type": "LOADING"}}},
        {},
    ]

    (tab,) = workbooks(sheet(cells, [{}])).read("ID").tabs

    assert tab.rows == (("007", 45488, True, CellError("#REF!"), CellError("#ERROR!")),)


def test_formulas_and_column_keys_are_kept() -> None:
    """A cell's formula and a column's developer metadata come with the same request."""
    cells = [
        {},
        {"effectiveValue": {"numberValue": 2}, "userEnteredValue": {"formulaValue": "=1+1"}},
    ]
    metadata = [
        {},
        {
            "developerMetadata": [
                {"metadataKey": "other", "metadataValue": "x"},
                {"metadataKey": "muaheso.column", "metadataValue": "topics"},
            ]
        },
    ]

    (tab,) = workbooks(sheet(cells, columnMetadata=metadata)).read("ID").tabs

    assert tab.formulas == {(0, 1): "=1+1"}
    assert tab.column_keys == {1: "topics"}


def test_merges_and_hidden_rows_are_kept() -> None:
    """Merged cells come with the same request, and rows hidden by hand or by a filter."""
    metadata = [{}, {"hiddenByUser": True}, {}, {"hiddenByFilter": True}]
    area = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 2, "endColumnIndex": 5}
    response = sheet([], rowMetadata=metadata)
    body = json.loads(response.text)
    grid = {"rowCount": 9, "columnCount": 4}
    body["sheets"][0]["properties"]["gridProperties"] = grid
    body["sheets"][0]["merges"] = [area, {"startColumnIndex": 1}]

    (tab,) = workbooks(answer(200, json.dumps(body))).read("ID").tabs

    assert tab.hidden_rows == {1, 3}
    assert tab.merges == (Merge(0, 1, 2, 5), Merge(0, 9, 1, 4))


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (answer(404), "not_found"),
        (answer(403), "no_permission"),
        (answer(401), "no_permission"),
        (answer(400), "bad_answer"),
        (answer(501), "unavailable"),
        (answer(200, "<html>"), "bad_answer"),
        (answer(200, '{"properties": {}}'), "bad_answer"),
        (answer(200, "[]"), "bad_answer"),
        (RefreshError("secret"), "unavailable"),
        (requests.TooManyRedirects("secret"), "unavailable"),
    ],
)
def test_a_refusal_is_a_workbook_error_without_google_s_words(
    given: requests.Response | Exception, problem: str
) -> None:
    """The problem is one of a few words, and no text of the answer comes along."""
    with pytest.raises(WorkbookError) as caught:
        workbooks(given).read("ID")

    assert caught.value.problem == problem
    assert "secret" not in str(caught.value)


def test_no_link_is_no_request() -> None:
    """A unit without a workbook is not asked for."""
    with pytest.raises(WorkbookError, match="no_link"):
        workbooks().read("")


def test_who_may_open_a_workbook_is_told(province: Province) -> None:
    """In small letters, with guests apart from the owner, and whether the link suffices."""
    client = client_of(OWNER, province.google)
    factory = GoogleWorkbookFactory(client)
    workbook = province.workbooks["705"]
    before = factory.access(workbook)
    factory.share(workbook, "New@doan.example")
    client.insert_permission(workbook, None, "anyone", "reader")

    after = factory.access(workbook)

    assert after.people - before.people == {"new@doan.example"}
    assert after.people - after.guests == {OWNER}
    assert (before.anyone, after.anyone) == (False, True)


def test_all_pages_of_permissions_are_read() -> None:
    """Drive may give them in several answers."""
    inherited = {"emailAddress": "b@x", "permissionDetails": [{"inherited": True}]}
    pages = [
        {"nextPageToken": "2", "permissions": [{"emailAddress": "a@x", "role": "writer"}]},
        {"permissions": [inherited]},
    ]
    client = PacedClient(Credentials("token"), sleep=lambda _: None)  # type: ignore[no-untyped-call]
    client.session = ScriptedSession(*(answer(200, json.dumps(each)) for each in pages))
    access = GoogleWorkbookFactory(client).access("ID")
    assert (access.people, access.guests) == ({"a@x", "b@x"}, {"a@x"})


def test_what_adds_is_not_sent_twice() -> None:
    """Of an answer that was lost, nobody knows whether the rule was added."""
    client = PacedClient(Credentials("token"), sleep=lambda _: None)  # type: ignore[no-untyped-call]
    client.session = ScriptedSession(requests.ConnectionError(), answer(200))
    books = GoogleWorkbooks(client, FakeClock())
    with pytest.raises(WorkbookError, match="unavailable"):
        books.write("ID", [{"addConditionalFormatRule": {}}])
    client.session = ScriptedSession(requests.ConnectionError(), answer(200))
    books.write("ID", [{"updateCells": {}}])


def test_the_local_google_tells_merges_and_hidden_rows(province: Province) -> None:
    """The one request asks for them in words that the server understands."""
    client = client_of(OWNER, province.google)
    workbook_id = province.workbooks["705"]
    before = GoogleWorkbooks(client, FakeClock()).read(workbook_id)
    tab = next(each for each in before.tabs if each.key == "needs")
    area = {"sheetId": tab.sheet_id, "startRowIndex": 5, "endRowIndex": 6}
    merge = {**area, "startColumnIndex": 2, "endColumnIndex": 4}
    span = {"sheetId": tab.sheet_id, "dimension": "ROWS", "startIndex": 7, "endIndex": 9}
    hide = {"range": span, "properties": {"hiddenByUser": True}, "fields": "hiddenByUser"}
    requests = [
        {"mergeCells": {"range": merge, "mergeType": "MERGE_ALL"}},
        {"updateDimensionProperties": hide},
    ]
    GoogleWorkbooks(client, FakeClock()).write(workbook_id, requests)

    after = GoogleWorkbooks(client, FakeClock()).read(workbook_id)

    again = next(each for each in after.tabs if each.key == "needs")
    assert set(again.merges) - set(tab.merges) == {Merge(5, 6, 2, 4)}
    assert again.hidden_rows - tab.hidden_rows == {7, 8}


def test_a_service_account_cannot_create_workbooks(province: Province) -> None:
    """Google lets no robot own files; the error says what stands in the way."""
    factory = GoogleWorkbookFactory(client_of("robot@x.iam.gserviceaccount.com", province.google))

    with pytest.raises(WorkbookError, match="no_storage"):
        factory.create("W", "")
