"""Drive: a CSV that replaces a document."""

import csv
import json

import pytest

from deploy.local.emulator.call import Call, Reply
from tests.unit.deploy.local.emulator.conftest import OWNER, Book, Google


def _upload(google: Google, book: Book, body: bytes) -> Reply:
    headers = {"authorization": f"Bearer {OWNER}", "content-type": "text/csv"}
    query = (("uploadType", "media"), ("convert", "True"))
    path = f"/upload/drive/v2/files/{book.id}"
    return google.app.handle(Call("PUT", path, query, headers, body))


def test_a_csv_becomes_the_only_tab(google: Google, book: Book) -> None:
    """Values are read as if typed, and the answer is a file of Drive v2."""
    reply = _upload(google, book, "\ufefftên,ngày,số\nMai,2024-01-31,\n".encode())
    shown = json.loads(reply.body)
    assert (shown["title"], shown["parents"][0]["isRoot"]) == ("Book", True)
    assert book.read("A1:C2") == [["tên", "ngày", "số"], ["Mai", "2024-01-31"]]
    assert book.sheet()["properties"]["title"] == "Book"
    assert len(book.get()["sheets"]) == 1


def test_a_cell_has_fifty_thousand_characters(google: Google, book: Book) -> None:
    """A longer one is refused, and nothing has changed."""
    book.put("A1", [["old"]])
    assert _upload(google, book, b"a" * 50_001).status == 400
    assert book.read("A1") == [["old"]]


def test_what_is_no_csv_is_refused(
    google: Google, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows that cannot be read are a bad request."""

    def broken(*_: object) -> None:
        raise csv.Error

    monkeypatch.setattr("deploy.local.emulator.responses.uploads.csv.reader", broken)
    assert _upload(google, book, b"a").status == 400
