"""Drive: files, search, comments, uploads, exports."""

import pytest

from tests.unit.deploy.local.emulator.conftest import Book, Google


def test_file_metadata(google: Google, book: Book) -> None:
    """The default answer is short; fields ask for more; strange fields are refused."""
    assert google.ask("GET", book.file) == {
        "kind": "drive#file",
        "id": book.id,
        "name": "Book",
        "mimeType": "application/vnd.google-apps.spreadsheet",
    }
    shown = google.ask("GET", book.file, fields="id,createdTime,modifiedTime,capabilities(canEdit)")
    assert shown["capabilities"] == {"canEdit": True}
    assert shown["createdTime"].endswith("Z")
    assert google.error("GET", book.file, fields="nope") == (400, "Invalid field selection nope")
    assert google.error("GET", book.file, fields=",")[0] == 400


def test_writing_moves_the_modified_time(google: Google, book: Book) -> None:
    """Every write records who and when."""
    body = {"type": "user", "role": "writer", "emailAddress": "mai@example.test"}
    google.ask("POST", f"{book.file}/permissions", body)
    before = google.ask("GET", book.file, fields="modifiedTime,version")
    book.put("A1", [[1]], user="mai@example.test")
    after = google.ask("GET", book.file, fields="modifiedTime,version,lastModifyingUser(me)")
    assert after["modifiedTime"] >= before["modifiedTime"]
    assert int(after["version"]) > int(before["version"])
    assert after["lastModifyingUser"] == {"me": False}


def test_create_checks(google: Google) -> None:
    """Only spreadsheets can be made, with a default name."""
    kind = "application/vnd.google-apps.spreadsheet"
    assert google.ask("POST", "/drive/v3/files", {"mimeType": kind})["name"] == "Untitled"
    assert google.error("POST", "/drive/v3/files", {"mimeType": "text/plain"})[0] == 501
    assert google.error("POST", "/drive/v3/files", b"{")[0] == 400


def test_list_pages_and_order(google: Google) -> None:
    """Newest first, page by page, or as orderBy says."""
    for name in ("b", "a", "c"):
        google.new(name)
    first = google.ask("GET", "/drive/v3/files", pageSize=2, orderBy="name")
    assert [file["name"] for file in first["files"]] == ["a", "b"]
    token = first["nextPageToken"]
    rest = google.ask("GET", "/drive/v3/files", pageSize=2, orderBy="name", pageToken=token)
    assert [file["name"] for file in rest["files"]] == ["c"]
    falling = google.ask("GET", "/drive/v3/files", orderBy="name desc,createdTime")
    assert [file["name"] for file in falling["files"]] == ["c", "b", "a"]
    for query in ({"pageSize": 0}, {"pageToken": "x"}, {"orderBy": "x"}, {"orderBy": "name up"}):
        assert google.error("GET", "/drive/v3/files", **query)[0] == 400


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Khảo sát", "It's"]),
        ("name = 'It\\'s'", ["It's"]),
        ('name="it\'s"', ["It's"]),
        ("name contains 'sát' and trashed = false", ["Khảo sát"]),
        ("not name contains 'sát'", ["It's"]),
        ("(name = 'x' or name != 'x') and mimeType != 'text/csv'", ["Khảo sát", "It's"]),
        ("trashed = true", []),
        ("trashed != true and 'root' in parents", ["Khảo sát", "It's"]),
        ("'me' in owners", ["Khảo sát", "It's"]),
        ("'mai@example.test' in writers", []),
        ("'owner@example.test' in readers and not sharedWithMe", ["Khảo sát", "It's"]),
        (
            "modifiedTime > '2000-01-01T00:00:00' and createdTime < '2999-01-01'",
            ["Khảo sát", "It's"],
        ),
        ("modifiedTime <= '2000-01-01' or createdTime >= '2999-01-01'", []),
    ],
)
def test_search(google: Google, query: str, names: list[str]) -> None:
    """The search language finds what it describes."""
    google.new("It's")
    google.new("Khảo sát")
    found = google.ask("GET", "/drive/v3/files", q=query)["files"]
    assert sorted(file["name"] for file in found) == sorted(names)


@pytest.mark.parametrize(
    "query",
    [
        "name",
        "name = ",
        "name ~ 'x'",
        "x = 'y'",
        "(name = 'x'",
        "'x' in nowhere",
        "name = 'x' )",
        "name = x",
        "#",
    ],
)
def test_bad_search(google: Google, query: str) -> None:
    """What cannot be read is refused."""
    assert google.error("GET", "/drive/v3/files", q=query) == (400, "Invalid Value")


def test_update_renames_moves_and_trashes(google: Google, book: Book) -> None:
    """The name is the document's title; only the owner may trash."""
    kind = "application/vnd.google-apps.folder"
    folder = google.ask("POST", "/drive/v3/files", {"name": "f", "mimeType": kind})["id"]
    google.ask("PATCH", book.file, {"name": "Mới"}, addParents=folder, removeParents="root")
    assert book.get()["properties"]["title"] == "Mới"
    assert google.ask("GET", book.file, fields="parents") == {"parents": [folder]}
    google.ask("PATCH", book.file, {"trashed": True})
    assert google.ask("GET", "/drive/v3/files", q="trashed = true")["files"]
    body = {"type": "user", "role": "writer", "emailAddress": "mai@example.test"}
    google.ask("POST", f"{book.file}/permissions", body)
    assert google.error("PATCH", book.file, {"trashed": False}, "mai@example.test")[0] == 403
    assert google.error("PATCH", book.file, {"folderColorRgb": "#ff0000"})[0] == 501


def test_copies_are_independent(google: Google, book: Book) -> None:
    """A copy belongs to who made it and lives its own life."""
    book.put("A1", [["gốc"]])
    book.do("addProtectedRange", {"protectedRange": {"range": {"endRowIndex": 1}}})
    twin = google.ask("POST", f"{book.file}/copy", {"name": "Bản sao"})
    path = f"/v4/spreadsheets/{twin['id']}"
    google.ask("PUT", f"{path}/values/A1", {"values": [["khác"]]}, valueInputOption="RAW")
    assert book.read("A1") == [["gốc"]]
    assert google.ask("GET", path)["properties"]["title"] == "Bản sao"


def test_delete(google: Google, book: Book) -> None:
    """A deleted file is gone for both APIs."""
    assert google.raw("DELETE", book.file).content_type == "text/html"
    assert google.error("GET", book.file)[0] == 404
    assert google.error("GET", book.path) == (404, "Requested entity was not found.")


def test_comments(google: Google, book: Book) -> None:
    """Comments need fields, have content, and are listed."""
    path = f"{book.file}/comments"
    assert google.ask("GET", path, fields="comments") == {"comments": []}
    made = google.ask("POST", path, {"content": "Ý", "anchor": "a"}, fields="content,anchor")
    assert made == {"content": "Ý", "anchor": "a"}
    assert len(google.ask("GET", path, fields="*")["comments"]) == 1
    assert google.error("GET", path)[0] == 400
    assert google.error("POST", path, {}, fields="*")[0] == 400


def test_export_checks(google: Google, book: Book) -> None:
    """A type must be given; PDF is 501; ragged rows become a rectangle."""
    path = f"{book.file}/export"
    assert google.error("GET", path) == (400, "Required parameter: mimeType")
    assert google.error("GET", path, mimeType="application/pdf")[0] == 501
    book.put("A1", [["a", "b,c"], [1]])
    reply = google.raw("GET", path, mimeType="text/csv")
    assert reply.body == b'a,"b,c"\r\n1,'
    assert reply.headers == (("Content-Disposition", "attachment"),)


def test_upload_checks(google: Google, book: Book) -> None:
    """Only media uploads of CSV replace a document."""
    path = f"/upload{book.file.replace('v3', 'v2')}"
    assert google.error("PUT", path, b"a", uploadType="multipart")[0] == 501
    assert google.error("PUT", path, b"a", uploadType="media")[0] == 501


def test_unknown_paths_and_parameters(google: Google, book: Book) -> None:
    """Paths nobody has are 404; unknown parameters are refused."""
    assert google.error("GET", "/v4/other")[0] == 404
    assert google.error("GET", book.file, nope=1) == (400, "Unknown parameter: nope")
    assert google.error("GET", book.file, supportsAllDrives="maybe")[0] == 400
    assert google.error("GET", "/drive/v3/changes")[0] == 501
    assert google.error("POST", "/upload/drive/v3/files")[0] == 501
