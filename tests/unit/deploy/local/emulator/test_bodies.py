"""Bodies that Google's JSON reader refuses before anything is looked at."""

import pytest

from deploy.local.emulator.shapes import Json
from tests.unit.deploy.local.emulator.conftest import Book

_CELL = {"stringValue": "a", "numberValue": 1}


def _refusal(book: Book, request: Json) -> str:
    body = {"requests": [request]}
    status, message = book.google.error("POST", f"{book.path}:batchUpdate", body)
    assert status == 400
    assert isinstance(message, str)
    return message


@pytest.mark.parametrize(
    ("request_body", "message"),
    [
        (
            {"addSheet": {}, "deleteSheet": {"sheetId": 0}},
            (
                "Invalid value at 'requests[0]' (oneof), oneof field 'kind' is already set. "
                "Cannot set 'deleteSheet'"
            ),
        ),
        (
            {"repeatCell": {"range": {}, "cell": {"userEnteredValue": _CELL}, "fields": "*"}},
            (
                "Invalid value at 'requests[0].repeat_cell.cell.user_entered_value' (oneof), oneof "
                "field 'value' is already set. Cannot set 'numberValue'"
            ),
        ),
        (
            {"updateCells": {"start": {}, "range": {}, "fields": "*"}},
            (
                "Invalid value at 'requests[0].update_cells' (oneof), oneof field 'area' is "
                "already set. Cannot set 'range'"
            ),
        ),
        ({}, "Invalid requests[0]: No request set."),
    ],
)
def test_a_union_takes_one_field(book: Book, request_body: Json, message: str) -> None:
    """Two fields of one union are refused with the place and the second name; none as well."""
    assert _refusal(book, request_body) == message


def test_null_does_not_count_in_a_union(book: Book) -> None:
    """A field that is null is as if it were not there."""
    assert book.do("updateCells", {"start": {}, "range": None, "fields": "note"}) == {}


@pytest.mark.parametrize("fields", ["nonsense", "replies((", "spreadsheetId.x"])
def test_a_mask_that_is_refused_refuses_the_write(book: Book, fields: str) -> None:
    """Nothing of a request stays whose answer was asked for through a bad mask."""
    title = {"properties": {"title": "new"}, "fields": "title"}
    body = {"requests": [{"updateSpreadsheetProperties": title}]}
    status, _ = book.google.error("POST", f"{book.path}:batchUpdate", body, fields=fields)
    assert (status, book.get()["properties"]["title"]) == (400, "Book")
