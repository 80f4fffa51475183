"""Drive: shared drives, their members and their files."""

from deploy.local.emulator.shapes import Json
from tests.unit.deploy.local.emulator.conftest import OWNER, Book, Google

FILES, DRIVES = "/drive/v3/files", "/drive/v3/drives"
FOLDER = "application/vnd.google-apps.folder"
SHEET = "application/vnd.google-apps.spreadsheet"
MAI = "mai@example.test"
ROBOT = "robot@project.iam.gserviceaccount.com"
ALL = {"supportsAllDrives": True}
INCLUDED = {**ALL, "includeItemsFromAllDrives": True}


def _drive(google: Google, name: str = "Chung", request: str = "r") -> str:
    return str(google.ask("POST", DRIVES, {"name": name}, requestId=request)["id"])


def _member(google: Google, file_id: str, user: str, role: str) -> Json:
    body = {"type": "user", "role": role, "emailAddress": user}
    shown: Json = google.ask("POST", f"{FILES}/{file_id}/permissions", body, **ALL)
    return shown


def _made(google: Google, parent: str, user: str = OWNER, kind: str = SHEET) -> Book:
    body = {"name": "n", "mimeType": kind, "parents": [parent]}
    return Book(google, google.ask("POST", FILES, body, user, **ALL)["id"])


def test_a_robot_creates_in_a_shared_drive(google: Google) -> None:
    """There nobody owns a file, so a service account may make one."""
    drive = _drive(google)
    _member(google, drive, ROBOT, "fileOrganizer")
    book = _made(google, drive, ROBOT)
    shown = google.ask("GET", book.file, user=ROBOT, fields="*", **ALL)
    assert (shown["driveId"], shown["parents"], shown["ownedByMe"]) == (drive, [drive], False)
    assert not {"owners", "permissions", "shared"} & set(shown)
    assert book.put("A1", [[1]], user=ROBOT)["updatedCells"] == 1
    assert book.put("A2", [[1]])["updatedCells"] == 1
    short = google.ask("GET", book.file, user=ROBOT, **ALL)
    assert short["driveId"] == drive
    book.do("addProtectedRange", {"protectedRange": {"range": {"endRowIndex": 1}}}, ROBOT)
    twin = google.ask("POST", f"{book.file}/copy", {}, ROBOT, **ALL)
    assert google.ask("GET", f"/v4/spreadsheets/{twin['id']}", user=ROBOT)["sheets"]


def test_clients_have_to_know_shared_drives(google: Google) -> None:
    """Without supportsAllDrives neither the drive nor its files are there."""
    drive = _drive(google)
    book = _made(google, drive)
    assert google.error("GET", book.file) == (404, f"File not found: {book.id}.")
    assert google.error("POST", FILES, {"mimeType": SHEET, "parents": [drive]})[0] == 404
    assert google.ask("GET", f"{FILES}/{drive}", **ALL)["name"] == "Chung"
    assert google.ask("GET", f"{book.file}/comments", fields="*")["comments"] == []
    assert google.raw("GET", f"{book.file}/export", mimeType="text/csv").status == 200
    assert google.ask("GET", book.path)["spreadsheetId"] == book.id


def test_lists(google: Google) -> None:
    """Files of shared drives are listed on request, of one drive or of all."""
    drive = _drive(google)
    book, own = _made(google, drive), google.new("own")

    def listed(**query: object) -> list[str]:
        return sorted(file["id"] for file in google.ask("GET", FILES, **query)["files"])

    assert listed() == listed(includeItemsFromAllDrives=True) == [own.id]
    assert listed(**INCLUDED) == listed(corpora="allDrives", **INCLUDED)
    assert listed(**INCLUDED) == sorted([own.id, book.id])
    assert listed(corpora="drive", driveId=drive, **INCLUDED) == [book.id]
    assert listed(q=f"'{drive}' in parents", **INCLUDED) == [book.id]
    refused = (
        ({"corpora": "drive"}, 403),
        ({"corpora": "drive", **INCLUDED}, 403),
        ({"driveId": drive, **INCLUDED}, 403),
        ({"corpora": "drive", "driveId": "x", **INCLUDED}, 404),
    )
    for query, status in refused:
        assert google.error("GET", FILES, **query)[0] == status


def test_drives_are_listed_for_members(google: Google) -> None:
    """By name, page by page; strangers find nothing."""
    first = _drive(google, "b", "1")
    second = _drive(google, "a", "2")
    page = google.ask("GET", DRIVES, pageSize=1)
    assert [one["id"] for one in page["drives"]] == [second]
    rest = google.ask("GET", DRIVES, pageSize=1, pageToken=page["nextPageToken"])
    assert [one["id"] for one in rest["drives"]] == [first]
    assert google.ask("GET", f"{DRIVES}/{first}", fields="name,hidden") == {
        "name": "b",
        "hidden": False,
    }
    assert google.ask("GET", DRIVES, user=MAI)["drives"] == []
    assert google.error("GET", f"{DRIVES}/{first}", user=MAI) == (
        404,
        f"Shared drive not found: {first}",
    )
    assert google.error("GET", DRIVES, q="name = 'a'")[0] == 501
    assert google.error("GET", DRIVES, useDomainAdminAccess=True)[0] == 501


def test_making_drives(google: Google) -> None:
    """A request id counts once, a name is needed, and robots have no organisation."""
    drive = _drive(google)
    refused = (
        ({"name": "x"}, OWNER, {"requestId": "r"}, 409),
        ({"name": "x"}, OWNER, {}, 400),
        ({}, OWNER, {"requestId": "q"}, 400),
        ({"name": "x"}, ROBOT, {"requestId": "q"}, 403),
        ({"name": "x"}, "x@gmail.com", {"requestId": "q"}, 403),
        ({"name": "x", "colorRgb": "#000000"}, OWNER, {"requestId": "q"}, 501),
    )
    for body, user, query, status in refused:
        assert google.error("POST", DRIVES, body, user, **query)[0] == status
    assert google.ask("GET", DRIVES)["drives"][0]["id"] == drive


def test_deleting_drives(google: Google) -> None:
    """An organizer deletes a drive once nothing but trash is in it."""
    drive = _drive(google)
    book = _made(google, drive)
    path = f"{DRIVES}/{drive}"
    assert google.error("DELETE", f"{FILES}/{drive}", **ALL)[0] == 403
    assert google.error("PATCH", f"{FILES}/{drive}", {"trashed": True}, **ALL)[0] == 403
    assert google.error("DELETE", path)[0] == 403
    assert google.error("DELETE", path, allowItemDeletion=True)[0] == 501
    _member(google, drive, MAI, "writer")
    google.ask("PATCH", book.file, {"trashed": True}, **ALL)
    assert google.error("DELETE", path, user=MAI)[0] == 403
    assert google.raw("DELETE", path).status == 204
    assert google.error("GET", path)[0] == 404
    assert google.error("GET", book.path)[0] == 404


def test_roles_of_members(google: Google) -> None:
    """Content managers trash, organizers delete and add members, nobody owns."""
    drive = _drive(google)
    book = _made(google, drive)
    entry = _member(google, drive, MAI, "writer")
    permissions = f"{FILES}/{drive}/permissions"
    assert google.error("PATCH", book.file, {"trashed": True}, MAI, **ALL)[0] == 403
    body = {"type": "user", "role": "reader", "emailAddress": "lan@example.test"}
    assert google.error("POST", permissions, body, MAI, **ALL)[0] == 403
    google.ask("PATCH", f"{permissions}/{entry['id']}", {"role": "fileOrganizer"}, **ALL)
    google.ask("PATCH", book.file, {"trashed": True}, MAI, **ALL)
    assert google.error("DELETE", book.file, user=MAI, **ALL)[0] == 403
    inherited = f"{book.file}/permissions/{entry['id']}"
    assert google.error("DELETE", inherited, **ALL) == (
        403,
        "Cannot update or delete an inherited permission on a shared drive item.",
    )
    shown = google.ask("GET", inherited, fields="*", **ALL)["permissionDetails"]
    assert shown == [
        {
            "permissionType": "member",
            "role": "fileOrganizer",
            "inherited": True,
            "inheritedFrom": drive,
        }
    ]
    extra = _member(google, book.id, "lan@example.test", "reader")
    details = google.ask(
        "GET", f"{book.file}/permissions/{extra['id']}", fields="permissionDetails", **ALL
    )
    assert details["permissionDetails"][0]["permissionType"] == "file"
    owner = {**body, "role": "owner"}
    status, _ = google.error(
        "POST", f"{book.file}/permissions", owner, transferOwnership=True, **ALL
    )
    assert status == 403
    organizer = {**body, "role": "organizer"}
    assert google.error("POST", f"{book.file}/permissions", organizer, **ALL)[0] == 403
    google.raw("DELETE", book.file, **ALL)
    assert google.error("GET", book.path)[0] == 404


def test_moves_stay_inside(google: Google, book: Book) -> None:
    """Inside a drive a file has exactly one folder; moves across its border are 501."""
    drive = _drive(google)
    folder = _made(google, drive, kind=FOLDER)
    inner = _made(google, drive)
    google.ask("PATCH", inner.file, addParents=folder.id, removeParents=drive, **ALL)
    assert google.ask("GET", inner.file, fields="parents", **ALL) == {"parents": [folder.id]}
    for query in ({"addParents": drive}, {"removeParents": folder.id}):
        assert google.error("PATCH", inner.file, **query, **ALL) == (
            403,
            "A shared drive item must have exactly one parent.",
        )
    status, _ = google.error("PATCH", book.file, addParents=drive, removeParents="root", **ALL)
    assert status == 501
    moved = {"addParents": folder.id}
    assert google.error("PATCH", f"{FILES}/{drive}", **moved, **ALL)[0] == 403
