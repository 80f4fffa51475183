"""Drive: folders, moving, trash, and what can be set on a file."""

import pytest

from deploy.local.emulator import create_app
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import DriveFile, root_id
from deploy.local.emulator.state.records import file_record, read_file
from tests.unit.deploy.local.emulator.conftest import OWNER, Book, Google

FILES = "/drive/v3/files"
FOLDER = "application/vnd.google-apps.folder"
SHEET = "application/vnd.google-apps.spreadsheet"
MAI = "mai@example.test"
ROBOT = "robot@project.iam.gserviceaccount.com"


def _folder(google: Google, name: str = "Folder", **more: object) -> str:
    body = {"name": name, "mimeType": FOLDER, **more}
    return str(google.ask("POST", FILES, body)["id"])


def _share(google: Google, file_id: str, user: str = MAI, role: str = "writer") -> Json:
    body = {"type": "user", "role": role, "emailAddress": user}
    shown: Json = google.ask("POST", f"{FILES}/{file_id}/permissions", body)
    return shown


def test_a_folder_holds_files(google: Google) -> None:
    """Files are made in a folder, found by it, and are no documents themselves."""
    folder = _folder(google)
    made = google.ask("POST", FILES, {"name": "in", "mimeType": SHEET, "parents": [folder]})
    google.new("out")
    found = google.ask("GET", FILES, q=f"'{folder}' in parents")["files"]
    assert [file["id"] for file in found] == [made["id"]]
    shown = google.ask("GET", f"{FILES}/{folder}", fields="*")
    assert (shown["mimeType"], shown["quotaBytesUsed"], "size" in shown) == (FOLDER, "0", False)
    assert google.error("GET", f"/v4/spreadsheets/{folder}")[0] == 404
    assert google.error("GET", f"{FILES}/{folder}/export", mimeType="text/csv") == (
        403,
        "Export only supports Docs Editors files.",
    )
    assert google.error("POST", f"{FILES}/{folder}/copy") == (
        403,
        "This file cannot be copied by the user.",
    )
    assert google.error("PUT", f"/upload/drive/v2/files/{folder}", uploadType="media")[0] == 403


def test_my_drive_is_a_folder(google: Google, book: Book) -> None:
    """``root`` is the caller's own top folder, which nobody changes."""
    top = google.ask("GET", f"{FILES}/root", fields="id,name,mimeType,parents")
    assert top == {"id": root_id(OWNER), "name": "My Drive", "mimeType": FOLDER}
    assert google.ask("GET", book.file, fields="parents") == {"parents": [top["id"]]}
    assert google.error("PATCH", f"{FILES}/root", {"name": "x"})[0] == 403
    assert google.error("PATCH", f"{FILES}/root", {"starred": True})[0] == 403
    assert google.error("DELETE", f"{FILES}/root")[0] == 403
    _share(google, book.id)
    assert google.ask("GET", book.file, user=MAI, fields="parents") == {}


def test_folders_are_kept(tmp_path: object) -> None:
    """A folder survives a restart like a document."""
    app = create_app(tmp_path)
    folder = _folder(Google(app), description="d")
    app.close()
    again = create_app(tmp_path)
    shown = Google(again).ask("GET", f"{FILES}/{folder}", fields="name,description")
    assert shown == {"name": "Folder", "description": "d"}
    again.close()


def test_records_of_older_folders_are_read() -> None:
    """A record without the newer parts is read, and its place is the owner's My Drive."""
    old = {
        "id": "i",
        "name": "n",
        "owner": OWNER,
        "created": "c",
        "modified": "m",
        "modifier": OWNER,
        "permissions": [],
        "parents": ["root"],
    }
    file = read_file(old)
    assert file == DriveFile("i", "n", OWNER, "c", "m", OWNER, [], parents=[root_id(OWNER)])
    assert read_file(file_record(file)) == file


def test_moving(google: Google, book: Book) -> None:
    """A file is in one folder at a time; unknown, foreign and wrong folders are refused."""
    first, second = _folder(google, "a"), _folder(google, "b")
    google.ask("PATCH", book.file, addParents=first, removeParents="root")
    google.ask("PATCH", book.file, addParents=second, removeParents=f"{first},nowhere")
    google.ask("PATCH", book.file, addParents=second)
    assert google.ask("GET", book.file, fields="parents") == {"parents": [second]}
    assert google.error("PATCH", book.file, addParents=first) == (
        403,
        "Increasing the number of parents is not allowed",
    )
    assert google.error("PATCH", book.file, addParents="x") == (404, "File not found: x.")
    other = google.new()
    assert google.error("PATCH", book.file, addParents=other.id) == (
        403,
        "The specified parent is not a folder.",
    )
    assert google.error("PATCH", book.file, {"parents": [first]})[0] == 403
    _share(google, first, MAI, "reader")
    _share(google, book.id, MAI)
    assert google.error("PATCH", book.file, user=MAI, addParents=first) == (
        403,
        "Insufficient permissions for the specified parent.",
    )
    two = {"mimeType": SHEET, "parents": [first, second]}
    assert google.error("POST", FILES, two)[0] == 403


def test_a_folder_is_not_inside_itself(google: Google) -> None:
    """Neither directly nor by a folder within."""
    outer = _folder(google)
    inner = _folder(google, parents=[outer])
    for target in (outer, inner):
        reply = google.raw("PATCH", f"{FILES}/{outer}", addParents=target, removeParents="root")
        assert (reply.status, b'"badRequest"' in reply.body) == (400, True)


def test_permissions_go_down(google: Google) -> None:
    """Who may write a folder may write what is in it, now and later, until it moves away."""
    folder = _folder(google)
    inner = _folder(google, parents=[folder])
    body = {"name": "n", "mimeType": SHEET, "parents": [inner]}
    book = Book(google, google.ask("POST", FILES, body)["id"])
    entry = _share(google, folder)
    assert book.put("A1", [[1]], user=MAI)["updatedCells"] == 1
    made = Book(google, google.ask("POST", FILES, body, MAI)["id"])
    assert made.put("A1", [[1]])["updatedCells"] == 1
    assert google.ask("GET", made.file, user=MAI, fields="ownedByMe") == {"ownedByMe": True}
    path = f"{book.file}/permissions/{entry['id']}"
    for verb, sent in (("DELETE", {}), ("PATCH", {"role": "reader"})):
        status, message = google.error(verb, path, sent)
        assert (status, message) == (403, "Cannot update or delete an inherited permission.")
    google.ask("PATCH", book.file, addParents="root", removeParents=inner)
    assert google.error("GET", book.path, user=MAI)[0] == 403
    google.ask("DELETE", f"{FILES}/{folder}/permissions/{entry['id']}")
    assert google.error("POST", FILES, body, MAI) == (404, f"File not found: {inner}.")


def test_an_inherited_role_can_be_raised(google: Google) -> None:
    """A stronger role on the file itself counts there."""
    folder = _folder(google)
    entry = _share(google, folder, MAI, "reader")
    body = {"mimeType": SHEET, "parents": [folder]}
    book = Book(google, google.ask("POST", FILES, body)["id"])
    path = f"{book.file}/permissions/{entry['id']}"
    assert google.ask("PATCH", path, {"role": "writer"})["role"] == "writer"
    assert book.put("A1", [[1]], user=MAI)["updatedCells"] == 1
    google.ask("DELETE", path)
    assert google.ask("GET", path)["role"] == "reader"


def test_service_accounts_own_nothing_anywhere(google: Google) -> None:
    """A shared folder does not help; a service account has no quota."""
    folder = _folder(google)
    _share(google, folder, ROBOT)
    for body in ({"parents": [folder]}, {}):
        reply = google.raw("POST", FILES, {"mimeType": SHEET, **body}, ROBOT)
        assert (reply.status, b'"storageQuotaExceeded"' in reply.body) == (403, True)
        assert b'"usageLimits"' in reply.body
    about = google.ask("GET", "/drive/v3/about", user=ROBOT, fields="storageQuota,user(me)")
    assert about["storageQuota"]["limit"] == "0"
    assert about["user"] == {"me": True}


def test_about_needs_fields(google: Google, book: Book) -> None:
    """What is used and what is free; formats are not there."""
    google.ask("PATCH", book.file, {"trashed": True})
    quota = google.ask("GET", "/drive/v3/about", fields="*")["storageQuota"]
    assert quota == {
        "limit": "16106127360",
        "usage": "1024",
        "usageInDrive": "1024",
        "usageInDriveTrash": "1024",
    }
    assert google.error("GET", "/drive/v3/about") == (
        400,
        "The 'fields' parameter is required for this method.",
    )
    assert google.error("GET", "/drive/v3/about", fields="user,exportFormats")[0] == 501


def test_trash_goes_down_and_is_emptied(google: Google) -> None:
    """What lies in a trashed folder is trashed, not by itself; emptying deletes it."""
    folder = _folder(google)
    body = {"mimeType": SHEET, "parents": [folder]}
    book = Book(google, google.ask("POST", FILES, body)["id"])
    google.ask("PATCH", f"{FILES}/{folder}", {"trashed": True})
    google.ask("PATCH", book.file, {"trashed": True})
    google.ask("PATCH", book.file, {"trashed": False})
    shown = google.ask("GET", book.file, fields="trashed,explicitlyTrashed")
    assert shown == {"trashed": True, "explicitlyTrashed": False}
    assert google.ask("GET", FILES, q="trashed = false")["files"] == []
    google.ask("PATCH", book.file, {"trashed": True})
    kept = google.new()
    assert google.raw("DELETE", f"{FILES}/trash").status == 204
    assert [file["id"] for file in google.ask("GET", FILES)["files"]] == [kept.id]
    assert google.error("DELETE", f"{FILES}/trash", driveId="x")[0] == 501


def test_deleting_a_folder_spares_what_others_own(google: Google) -> None:
    """The owner's files go with it; another person's file stays, without a place."""
    folder = _folder(google)
    _share(google, folder)
    body = {"mimeType": SHEET, "parents": [folder]}
    mine = Book(google, google.ask("POST", FILES, body)["id"])
    other = Book(google, google.ask("POST", FILES, body, MAI)["id"])
    google.ask("DELETE", f"{FILES}/{folder}")
    assert google.error("GET", mine.file)[0] == 404
    assert google.ask("GET", other.file, user=MAI, fields="parents") == {}
    assert google.error("GET", other.path)[0] == 403


def test_stars_and_properties(google: Google, book: Book) -> None:
    """Stars are personal; properties are set, changed and deleted by null."""
    _share(google, book.id, MAI, "reader")
    google.ask("PATCH", book.file, {"starred": True}, MAI)
    assert google.ask("GET", FILES, MAI, q="starred = true") is not None
    assert google.ask("GET", book.file, fields="starred") == {"starred": False}
    assert google.ask("GET", book.file, user=MAI, fields="starred") == {"starred": True}
    google.ask("PATCH", book.file, {"starred": False}, MAI)
    assert google.ask("GET", book.file, user=MAI, fields="starred") == {"starred": False}
    assert google.error("PATCH", book.file, {"description": "x"}, MAI)[0] == 403
    body = {"description": "d", "properties": {"a": "1", "b": "2"}, "appProperties": {"c": "3"}}
    google.ask("PATCH", book.file, body)
    google.ask("PATCH", book.file, {"properties": {"a": None}, "appProperties": None})
    shown = google.ask("GET", book.file, fields="description,properties,appProperties")
    assert shown == {"description": "d", "properties": {"b": "2"}, "appProperties": {"c": "3"}}
    twin = google.ask("POST", f"{book.file}/copy", fields="description,properties")
    assert twin == {"description": "d", "properties": {"b": "2"}}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"id": "x"}, 403),
        ({"size": "3"}, 403),
        ({"mimeType": "text/csv"}, 501),
        ({"modifiedTime": "2020-01-01T00:00:00Z"}, 501),
        ({"kind": "drive#file", "mimeType": SHEET}, 200),
    ],
)
def test_what_cannot_be_set(google: Google, book: Book, body: Json, status: int) -> None:
    """Read-only fields are refused as at Google, the others loudly."""
    assert google.raw("PATCH", book.file, body).status == status


def test_copies_stay_in_the_folder(google: Google) -> None:
    """A copy is made beside the original where the caller may write, else in the own My Drive."""
    folder = _folder(google)
    body = {"mimeType": SHEET, "parents": [folder]}
    book = Book(google, google.ask("POST", FILES, body)["id"])
    twin = google.ask("POST", f"{book.file}/copy", fields="parents")
    assert twin == {"parents": [folder]}
    _share(google, folder, MAI, "reader")
    theirs = google.ask("POST", f"{book.file}/copy", user=MAI, fields="parents")
    assert theirs == {"parents": [root_id(MAI)]}
    for refused in ({"mimeType": FOLDER}, {"id": "x"}):
        assert google.error("POST", f"{book.file}/copy", refused)[0] == 501
    assert google.error("POST", f"{book.file}/copy", copyComments=True)[0] == 501


def test_media_is_exported_not_downloaded(google: Google, book: Book) -> None:
    """A spreadsheet has no bytes; it becomes CSV, TSV or XLSX."""
    assert google.error("GET", book.file, alt="media")[0] == 403
    book.put("A1", [["a\tb", "c\nd"], [1]])
    reply = google.raw("GET", f"{book.file}/export", mimeType="text/tab-separated-values")
    assert (reply.status, reply.body) == (200, b"a b\tc d\r\n1\t")
    assert google.error("GET", f"{book.file}/export", mimeType="image/png") == (
        400,
        "The requested conversion is not supported.",
    )


def test_exports_end_at_ten_megabytes(
    google: Google, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Larger ones are refused."""
    monkeypatch.setattr("deploy.local.emulator.responses.exports.LARGEST_EXPORT", 2)
    book.put("A1", [["abc"]])
    assert google.error("GET", f"{book.file}/export", mimeType="text/csv") == (
        403,
        "This file is too large to be exported.",
    )
