"""Google's refusals, word by word."""

import gspread
import pytest

from deploy.local.emulator.shapes import Json
from tests.conformance.reach import DRIVE, SHEETS, Server


def _error(server: Server, verb: str, url: str, **more: object) -> Json:
    answer = server.request(verb, url, **more)
    body: Json = answer.json()
    assert list(body) == ["error"]
    assert body["error"]["code"] == answer.status_code
    return body["error"]


@pytest.mark.recorded
def test_unknown_files_in_drive(server: Server) -> None:
    """Drive names the file and the parameter; it gives no status."""
    error = _error(server, "GET", f"{DRIVE}/drive/v3/files/test")
    message = "File not found: test."
    assert error == {
        "code": 404,
        "message": message,
        "errors": [
            {
                "message": message,
                "domain": "global",
                "reason": "notFound",
                "location": "fileId",
                "locationType": "parameter",
            }
        ],
    }


@pytest.mark.documented
@pytest.mark.parametrize(
    "url",
    [f"{SHEETS}/v4/spreadsheets/x", f"{DRIVE}/drive/v3/files"],
)
def test_requests_without_a_token(server: Server, url: str) -> None:
    """Both services answer 401 with the status UNAUTHENTICATED."""
    error = _error(server, "GET", url, user=None)
    assert (error["code"], error["status"]) == (401, "UNAUTHENTICATED")
    assert error["message"].startswith("Request is missing required authentication credential.")


@pytest.mark.documented
def test_unknown_names_in_a_body(server: Server, book: gspread.Spreadsheet) -> None:
    """A name Google does not know is refused with its place in snake case."""
    body = {"requests": [{"addSheet": {"properties": {"titel": "x"}}}]}
    url = f"{SHEETS}/v4/spreadsheets/{book.id}:batchUpdate"
    message = (
        'Invalid JSON payload received. Unknown name "titel" at '
        "'requests[0].add_sheet.properties': Cannot find field."
    )
    assert _error(server, "POST", url, json=body) == {
        "code": 400,
        "message": message,
        "status": "INVALID_ARGUMENT",
        "details": [
            {
                "@type": "type.googleapis.com/google.rpc.BadRequest",
                "fieldViolations": [
                    {"field": "requests[0].add_sheet.properties", "description": message}
                ],
            }
        ],
    }


@pytest.mark.documented
def test_wrong_words_of_an_enum(server: Server, book: gspread.Spreadsheet) -> None:
    """An unknown render option is refused with the enum's full name."""
    url = f"{SHEETS}/v4/spreadsheets/{book.id}/values/A1"
    error = _error(server, "GET", url, params={"valueRenderOption": "PRETTY"})
    assert error["message"] == (
        "Invalid value at 'value_render_option' "
        '(type.googleapis.com/google.apps.sheets.v4.ValueRenderOption), "PRETTY"'
    )


@pytest.mark.documented
def test_unknown_names_in_a_mask(server: Server, book: gspread.Spreadsheet) -> None:
    """A mask that names nothing is an invalid argument with the path in its details."""
    error = _error(
        server, "GET", f"{SHEETS}/v4/spreadsheets/{book.id}", params={"fields": "sheets.titel"}
    )
    assert error["message"] == "Request contains an invalid argument."
    (violation,) = error["details"][0]["fieldViolations"]
    assert violation == {
        "field": "sheets.titel",
        "description": "Error expanding 'fields' parameter. "
        "Cannot find matching fields for path 'sheets.titel'.",
    }


@pytest.mark.documented
def test_a_refused_batch_changes_nothing(server: Server, book: gspread.Spreadsheet) -> None:
    """Requests before the refused one are undone, and the message says which it was."""
    requests = [
        {"addSheet": {"properties": {"title": "x"}}},
        {"deleteSheet": {"sheetId": 12345}},
    ]
    url = f"{SHEETS}/v4/spreadsheets/{book.id}:batchUpdate"
    error = _error(server, "POST", url, json={"requests": requests})
    assert error["message"] == ("Invalid requests[1].deleteSheet: No sheet with id: 12345")
    assert [one.title for one in book.worksheets()] == ["Sheet1"]


@pytest.mark.documented
def test_an_empty_batch_is_refused(server: Server, book: gspread.Spreadsheet) -> None:
    """A batchUpdate needs requests."""
    url = f"{SHEETS}/v4/spreadsheets/{book.id}:batchUpdate"
    assert _error(server, "POST", url, json={"requests": []})["message"] == (
        "Must specify at least one request."
    )


@pytest.mark.documented
def test_writing_needs_an_input_option(server: Server, book: gspread.Spreadsheet) -> None:
    """Values without valueInputOption are refused."""
    url = f"{SHEETS}/v4/spreadsheets/{book.id}/values/A1"
    error = _error(server, "PUT", url, json={"values": [["x"]]})
    assert error["message"] == "'valueInputOption' is required but not specified"
