"""Drive: the search language, order and pages of files.list."""

import base64
import json

import pytest

from tests.unit.deploy.local.emulator.conftest import Book, Google

FILES = "/drive/v3/files"
FOLDER = "application/vnd.google-apps.folder"
MAI = "mai@example.test"


@pytest.fixture
def shelf(google: Google) -> dict[str, Book]:
    """Three documents, one of them shared in several ways, and a folder."""
    books = {name: google.new(name) for name in ("Bài 2", "bài 12", "Tổng hợp")}
    google.ask("POST", FILES, {"name": "Thư mục", "mimeType": FOLDER})
    shared = books["Tổng hợp"]
    for body in (
        {"type": "user", "role": "reader", "emailAddress": MAI},
        {"type": "anyone", "role": "reader"},
        {"type": "domain", "role": "writer", "domain": "example.test", "allowFileDiscovery": True},
    ):
        google.ask("POST", f"{shared.file}/permissions", body)
    google.ask("PATCH", books["Bài 2"].file, {"starred": True, "properties": {"k": "it's"}})
    google.ask("PATCH", books["bài 12"].file, {"appProperties": {"k": "v"}, "trashed": True})
    return books


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("name contains 'bài'", ["Bài 2", "bài 12"]),
        ("name contains 'ài'", []),
        ("name contains '12'", ["bài 12"]),
        ("starred = true", ["Bài 2"]),
        ("starred != true and mimeType contains 'spreadsheet'", ["Tổng hợp", "bài 12"]),
        (f"mimeType = '{FOLDER}'", ["Thư mục"]),
        ("properties has { key='k' and value='it\\'s' }", ["Bài 2"]),
        ("appProperties has {key = \"k\" and value = 'v'}", ["bài 12"]),
        ("visibility = 'anyoneWithLink'", ["Tổng hợp"]),
        ("visibility != 'limited'", ["Tổng hợp"]),
        (f"'{MAI}' in readers", ["Tổng hợp"]),
        ("'example.test' in writers", ["Tổng hợp"]),
        ("not (trashed = true or starred = true) and 'me' in owners", ["Thư mục", "Tổng hợp"]),
        ("sharedWithMe = true", []),
        ("sharedWithMe != true and trashed = true", ["bài 12"]),
        ("modifiedTime = '2001-02-03'", []),
        ("viewedByMeTime > '2001-02-03T04:05:06.789+07:00' and trashed = true", ["bài 12"]),
        ("createdTime != '2001-02-03 04:05' and trashed = true", ["bài 12"]),
        (f"'{MAI}' in owners", []),
    ],
)
def test_terms(google: Google, shelf: dict[str, Book], query: str, names: list[str]) -> None:
    """Every term finds what it describes."""
    found = google.ask("GET", FILES, q=query)["files"]
    assert sorted(file["name"] for file in found) == sorted(names)


def test_shared_with_me(google: Google, shelf: dict[str, Book]) -> None:
    """What others shared by address is found by those they shared it with."""
    for query in ("sharedWithMe", "sharedWithMe and trashed = false", "sharedWithMe=true"):
        found = google.ask("GET", FILES, user=MAI, q=query)["files"]
        assert [file["name"] for file in found] == ["Tổng hợp"]
    shown = google.ask("GET", shelf["Tổng hợp"].file, user=MAI, fields="sharedWithMeTime")
    assert shown["sharedWithMeTime"].endswith("Z")


@pytest.mark.parametrize(
    "query",
    [
        "starred = 'true'",
        "starred > true",
        "modifiedTime > 'yesterday'",
        "modifiedTime > '2020-13-01'",
        "modifiedTime contains '2020-01-01'",
        "mimeType < 'x'",
        "visibility = 'x'",
        "properties has { key='k' }",
        "properties has { key=k and value='v' }",
        "parents has { key='k' and value='v' }",
        "name = 'x' and",
        "name = 'x",
        "(" * 200 + "starred = true" + ")" * 200,
        "not " * 200 + "starred = true",
    ],
)
def test_terms_that_make_no_sense(google: Google, query: str) -> None:
    """They are refused, whatever they look like."""
    assert google.error("GET", FILES, q=query) == (400, "Invalid Value")


def test_full_text_is_not_searched(google: Google) -> None:
    """It would need an index: 501."""
    assert google.error("GET", FILES, q="fullText contains 'x'")[0] == 501


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("name", ["bài 12", "Bài 2", "Thư mục", "Tổng hợp"]),
        ("name_natural", ["Bài 2", "bài 12", "Thư mục", "Tổng hợp"]),
        ("folder,name desc", ["Thư mục", "Tổng hợp", "Bài 2", "bài 12"]),
        ("starred,name", ["Bài 2", "bài 12", "Thư mục", "Tổng hợp"]),
        ("createdTime", ["Bài 2", "bài 12", "Tổng hợp", "Thư mục"]),
        ("quotaBytesUsed,sharedWithMeTime,name", ["Thư mục", "bài 12", "Bài 2", "Tổng hợp"]),
    ],
)
def test_order(google: Google, shelf: dict[str, Book], order: str, names: list[str]) -> None:
    """Files come in the order asked for."""
    found = google.ask("GET", FILES, orderBy=order)["files"]
    if order != "createdTime":
        assert [file["name"] for file in found] == names
    assert {file["name"] for file in found} == set(names)
    for key in ("modifiedTime", "modifiedByMeTime", "recency desc", "viewedByMeTime"):
        assert len(google.ask("GET", FILES, orderBy=key)["files"]) == 4


def test_pages_survive_changes(google: Google) -> None:
    """A token goes on after the last file shown, also when new ones came before it or it went."""
    names = ["a", "b", "c", "d", "e"]
    books = {name: google.new(name) for name in names}
    first = google.ask("GET", FILES, pageSize=2, orderBy="name", fields="nextPageToken,files(name)")
    assert [file["name"] for file in first["files"]] == ["a", "b"]
    google.new("a2")
    token = first["nextPageToken"]
    second = google.ask("GET", FILES, pageSize=2, orderBy="name", pageToken=token)
    assert [file["name"] for file in second["files"]] == ["c", "d"]
    google.ask("DELETE", books["b"].file)
    again = google.ask("GET", FILES, pageSize=5000, orderBy="name", pageToken=token)
    assert [file["name"] for file in again["files"]] == ["c", "d", "e"]
    assert "nextPageToken" not in again


def test_tokens_of_other_lists_are_refused(google: Google) -> None:
    """A token belongs to one query of one user."""
    for name in ("a", "b"):
        google.new(name)
    token = google.ask("GET", FILES, pageSize=1, fields="nextPageToken")["nextPageToken"]
    assert google.error("GET", FILES, pageToken=token, orderBy="name")[0] == 400
    assert google.error("GET", FILES, pageToken=token, user=MAI)[0] == 400
    data = json.loads(base64.urlsafe_b64decode(token.removeprefix("~!!~")))
    for broken in ([data[0], -1, data[2]], [data[0], "1", data[2]], [data[0], 1, 2], 5):
        bad = base64.urlsafe_b64encode(json.dumps(broken).encode()).decode()
        assert google.error("GET", FILES, pageToken=bad) == (400, "Invalid Value")


def test_strange_corpora_and_spaces(google: Google) -> None:
    """Unknown corpora are refused, other spaces are not there."""
    assert google.error("GET", FILES, corpora="x") == (400, "Invalid Value")
    assert google.error("GET", FILES, spaces="appDataFolder")[0] == 501
