"""The form of every answer: JSON as Google prints it, types, names and small differences."""

import json
import re

import gspread
import pytest

from tests.conformance.reach import DRIVE, SHEETS, Server

JSON_TYPE = "application/json; charset=UTF-8"


def _url(book: gspread.Spreadsheet, rest: str = "") -> str:
    return f"{SHEETS}/v4/spreadsheets/{book.id}{rest}"


@pytest.mark.recorded
def test_json_is_printed_as_google_does(server: Server, book: gspread.Spreadsheet) -> None:
    """Two spaces, one newline at the end, UTF-8 without escapes, no point in whole numbers."""
    book.sheet1.update([["Đợt 🌟 = & ' <b>", 2.0]], raw=True)
    params = {"valueRenderOption": "UNFORMATTED_VALUE"}
    answer = server.request("GET", _url(book, "/values/A1:B1"), params=params)
    assert answer.headers["Content-Type"] == JSON_TYPE
    assert int(answer.headers["Content-Length"]) == len(answer.content)
    assert answer.content.decode("utf-8") == (
        "{\n"
        '  "range": "Sheet1!A1:B1",\n'
        '  "majorDimension": "ROWS",\n'
        '  "values": [\n'
        "    [\n"
        '      "Đợt 🌟 = & \' <b>",\n'
        "      2\n"
        "    ]\n"
        "  ]\n"
        "}\n"
    )


@pytest.mark.recorded
def test_errors_have_the_same_form(server: Server, book: gspread.Spreadsheet) -> None:
    """An error is JSON like any answer."""
    answer = server.request("GET", f"{SHEETS}/v4/spreadsheets/test")
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, JSON_TYPE)
    assert answer.text == json.dumps(answer.json(), indent=2, ensure_ascii=False) + "\n"
    assert answer.json() == {
        "error": {
            "code": 404,
            "message": "Requested entity was not found.",
            "status": "NOT_FOUND",
        }
    }


@pytest.mark.recorded
def test_deleting_answers_nothing(server: Server, book: gspread.Spreadsheet) -> None:
    """204 has no body and says that it would be HTML."""
    answer = server.request("DELETE", f"{DRIVE}/drive/v3/files/{book.id}?supportsAllDrives=True")
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["Content-Length"] == "0"
    assert answer.headers["Content-Type"] == "text/html"


@pytest.mark.recorded
def test_null_is_as_if_the_key_were_not_there(server: Server, book: gspread.Spreadsheet) -> None:
    """Names with null leave the default."""
    body = {"majorDimension": None, "values": [["x", None]]}
    put = _url(book, "/values/A1?valueInputOption=RAW")
    answer = server.request("PUT", put, json=body).json()
    assert answer["updatedCells"] == 1
    copied = server.request(
        "POST", f"{DRIVE}/drive/v3/files/{book.id}/copy", json={"name": None}
    ).json()
    assert copied == {
        "kind": "drive#file",
        "id": copied["id"],
        "name": "Copy of Chiến dịch",
        "mimeType": "application/vnd.google-apps.spreadsheet",
    }


@pytest.mark.parametrize("word", ["True", "False", "true", "false"])
@pytest.mark.recorded
def test_booleans_are_taken_in_both_cases(
    server: Server, book: gspread.Spreadsheet, word: str
) -> None:
    """Python's spelling of a boolean in the query is accepted."""
    answer = server.request("GET", _url(book), params={"includeGridData": word})
    assert answer.status_code == 200
    assert ("data" in answer.json()["sheets"][0]) is (word.lower() == "true")


@pytest.mark.recorded
def test_clearing_needs_no_body(server: Server, book: gspread.Spreadsheet) -> None:
    """A POST without body and Content-Type is understood, its range percent-encoded."""
    answer = server.request("POST", _url(book, "/values/%27Sheet1%27%21A1%3AB2:clear"))
    assert answer.json() == {"spreadsheetId": book.id, "clearedRange": "Sheet1!A1:B2"}


@pytest.mark.recorded
def test_ids_look_like_googles(book: gspread.Spreadsheet) -> None:
    """Documents have 44 characters, tabs a positive 31-bit number, protections a number."""
    made = book.add_worksheet("x", 5, 5)
    assert re.fullmatch(r"1[A-Za-z0-9_-]{43}", book.id)
    assert 0 < made.id < 2**31
    answer = made.add_protected_range("A1")
    shown = answer["replies"][0]["addProtectedRange"]["protectedRange"]
    assert isinstance(shown["protectedRangeId"], int)
    assert shown["range"]["sheetId"] == made.id


@pytest.mark.recorded
def test_new_files_answer_with_four_names(server: Server) -> None:
    """files.create shows kind, id, name and type."""
    kind = "application/vnd.google-apps.spreadsheet"
    body = {"name": "Đợt 2", "mimeType": kind}
    made = server.request("POST", f"{DRIVE}/drive/v3/files?supportsAllDrives=True", json=body)
    shown = made.json()
    assert list(shown) == ["kind", "id", "name", "mimeType"]
    assert (shown["kind"], shown["name"], shown["mimeType"]) == ("drive#file", "Đợt 2", kind)


@pytest.mark.recorded
def test_lists_of_files_without_a_mask(server: Server, book: gspread.Spreadsheet) -> None:
    """The list says that it is complete and shows four names per file."""
    query = {"q": "mimeType='application/vnd.google-apps.spreadsheet'"}
    answer = server.request("GET", f"{DRIVE}/drive/v3/files", params=query).json()
    assert list(answer) == ["kind", "incompleteSearch", "files"]
    assert (answer["kind"], answer["incompleteSearch"]) == ("drive#fileList", False)
    assert [list(one) for one in answer["files"]] == [["kind", "id", "name", "mimeType"]]


@pytest.mark.recorded
def test_no_comments_are_an_empty_list(server: Server, book: gspread.Spreadsheet) -> None:
    """The list of comments exists even when nobody said anything; an empty page token is none."""
    query = {
        "fields": "comments/content,comments/anchor,nextPageToken",
        "includeDeleted": "False",
        "pageSize": "100",
        "pageToken": "",
    }
    url = f"{DRIVE}/drive/v3/files/{book.id}/comments"
    assert server.request("GET", url, params=query).json() == {"comments": []}
