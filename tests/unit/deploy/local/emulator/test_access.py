"""Who may do what."""

from deploy.local.emulator.shapes import JsonValue
from tests.unit.deploy.local.emulator.conftest import Book, Google

PROTECTED = (
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to "
    "remove protection if you need to edit."
)
MAI, LAN = "mai@example.test", "lan@example.test"


def _share(book: Book, user: str, role: str = "writer") -> JsonValue:
    body = {"type": "user", "role": role, "emailAddress": user}
    return book.google.ask("POST", f"{book.file}/permissions", body)


def test_a_missing_token_is_unauthenticated(google: Google) -> None:
    """Without a bearer token both APIs answer 401 in their own form."""
    sheets = google.raw("GET", "/v4/spreadsheets/x", user="")
    drive = google.raw("GET", "/drive/v3/files", user=" ")
    assert (sheets.status, drive.status) == (401, 401)
    assert b'"CREDENTIALS_MISSING"' in sheets.body
    assert b'"Login Required."' in drive.body


def test_a_token_without_at_is_a_local_user(google: Google) -> None:
    """Any token is a user."""
    book = google.new(user="tester")
    shown = google.ask("GET", book.file, user="tester", fields="owners")
    assert shown["owners"][0]["emailAddress"] == "tester@local.test"
    assert shown["owners"][0]["me"] is True


def test_strangers_see_nothing(google: Google, book: Book) -> None:
    """Sheets answers 403, Drive 404."""
    assert google.error("GET", book.path, user=MAI) == (
        403,
        "The caller does not have permission",
    )
    assert google.error("GET", book.file, user=MAI) == (404, f"File not found: {book.id}.")
    assert google.ask("GET", "/drive/v3/files", user=MAI)["files"] == []


def test_readers_may_not_write(google: Google, book: Book) -> None:
    """A reader reads, and writing is 403."""
    _share(book, MAI, "reader")
    assert google.ask("GET", book.path, user=MAI)["spreadsheetId"] == book.id
    status, _ = google.error(
        "PUT", f"{book.path}/values/A1", {"values": [[1]]}, MAI, valueInputOption="RAW"
    )
    assert status == 403
    assert google.error("PATCH", book.file, {"name": "x"}, MAI)[0] == 403
    assert google.error("DELETE", book.file, user=MAI)[0] == 403
    assert google.error("GET", f"{book.file}/permissions", user=MAI)[0] == 403
    assert "permissions" not in google.ask("GET", book.file, user=MAI, fields="*")


def test_anyone_with_the_link_reads_but_does_not_list(google: Google, book: Book) -> None:
    """A link opens a file without putting it into the list."""
    google.ask("POST", f"{book.file}/permissions", {"type": "anyone", "role": "reader"})
    assert google.ask("GET", book.path, user=MAI)["spreadsheetId"] == book.id
    assert google.ask("GET", "/drive/v3/files", user=MAI)["files"] == []


def test_domains_share(google: Google, book: Book) -> None:
    """Everybody of a domain gets its role; the domain's list shows what is to be found."""
    body = {"type": "domain", "role": "writer", "domain": "example.test"}
    google.ask("POST", f"{book.file}/permissions", {**body, "allowFileDiscovery": True})
    assert google.ask("GET", "/drive/v3/files", user=MAI)["files"] == []
    assert len(google.ask("GET", "/drive/v3/files", user=MAI, corpora="domain")["files"]) == 1
    assert google.error("GET", book.path, user="x@other.test")[0] == 403


def test_permissions_change_and_go(google: Google, book: Book) -> None:
    """A permission is read, updated and deleted."""
    entry = _share(book, MAI, "reader")
    path = f"{book.file}/permissions/{entry['id']}"
    assert google.ask("GET", path)["role"] == "reader"
    assert google.ask("PATCH", path, {"role": "writer"})["role"] == "writer"
    assert google.ask("GET", f"{book.file}/permissions", fields="permissions(displayName,role)")[
        "permissions"
    ][1] == {"role": "writer", "displayName": "mai"}
    assert google.raw("DELETE", path).status == 204
    assert google.error("GET", path)[0] == 404


def test_everybody_may_leave(google: Google, book: Book) -> None:
    """A reader may delete the own permission, not others."""
    mine, other = _share(book, MAI, "reader"), _share(book, LAN, "reader")
    assert google.error("DELETE", f"{book.file}/permissions/{other['id']}", user=MAI)[0] == 403
    assert google.raw("DELETE", f"{book.file}/permissions/{mine['id']}", user=MAI).status == 204


def test_ownership_is_handed_over_on_request_only(google: Google, book: Book) -> None:
    """TransferOwnership must be set, and only the owner may."""
    entry = _share(book, MAI)
    path = f"{book.file}/permissions/{entry['id']}"
    assert google.error("PATCH", path, {"role": "owner"})[0] == 403
    assert google.error("PATCH", path, {"role": "owner"}, MAI, transferOwnership=True)[0] == 403
    google.ask("PATCH", path, {"role": "owner"}, transferOwnership=True)
    assert google.ask("GET", book.file, fields="ownedByMe", user=MAI) == {"ownedByMe": True}
    body = {"type": "user", "role": "owner", "emailAddress": LAN}
    google.ask("POST", f"{book.file}/permissions", body, MAI, transferOwnership=True)
    assert google.ask("GET", book.file, fields="owners", user=LAN)["owners"][0]["me"] is True


def test_the_owner_cannot_be_removed_or_lowered(google: Google, book: Book) -> None:
    """The owner's permission stays what it is."""
    (entry,) = google.ask("GET", f"{book.file}/permissions")["permissions"]
    path = f"{book.file}/permissions/{entry['id']}"
    assert google.error("DELETE", path)[0] == 403
    assert google.error("PATCH", path, {"role": "reader"})[0] == 403
    assert _share(book, "owner@example.test", "reader")["role"] == "owner"


def test_bad_permissions_are_refused(google: Google, book: Book) -> None:
    """Type, role and address are checked."""
    path = f"{book.file}/permissions"
    for body in (
        {"role": "reader"},
        {"type": "user", "role": "boss"},
        {"type": "user", "role": "reader", "emailAddress": "nobody"},
        {"type": "domain", "role": "reader"},
    ):
        assert google.error("POST", path, body)[0] == 400
    anyone = google.ask("POST", path, {"type": "anyone", "role": "reader"})
    status, _ = google.error(
        "PATCH", f"{path}/{anyone['id']}", {"role": "owner"}, transferOwnership=True
    )
    assert status == 400


def test_service_accounts_own_nothing(google: Google, book: Book) -> None:
    """A service account edits what is shared with it but cannot create or copy."""
    robot = "robot@project.iam.gserviceaccount.com"
    _share(book, robot)
    wanted = {"name": "x", "mimeType": "application/vnd.google-apps.spreadsheet"}
    reply = google.raw("POST", "/drive/v3/files", wanted, robot)
    assert (reply.status, b'"storageQuotaExceeded"' in reply.body) == (403, True)
    assert google.error("POST", f"{book.file}/copy", {}, robot)[0] == 403
    assert google.error("POST", "/v4/spreadsheets", {}, robot)[0] == 403
    assert book.put("A1", [[1]], user=robot)["updatedCells"] == 1


def test_protected_ranges_bind_everybody_but_editors_and_owner(google: Google, book: Book) -> None:
    """Writes into a protected range are refused with Google's sentence."""
    _share(book, MAI)
    _share(book, LAN)
    area = {"startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 2}
    protection = book.do(
        "addProtectedRange", {"protectedRange": {"range": area, "editors": {"users": [LAN]}}}
    )["protectedRange"]
    start = {"rowIndex": 1, "columnIndex": 1}
    row = [{"values": [{"userEnteredValue": {"numberValue": 1}}]}]
    attempts = {
        "updateCells": {"start": start, "rows": row, "fields": "*"},
        "repeatCell": {"range": area, "cell": {}, "fields": "note"},
        "sortRange": {"range": area, "sortSpecs": [{"sortOrder": "ASCENDING"}]},
        "deleteDimension": {"range": {"dimension": "ROWS", "startIndex": 1, "endIndex": 4}},
        "insertDimension": {"range": {"dimension": "ROWS", "startIndex": 1, "endIndex": 2}},
        "mergeCells": {"range": area},
        "deleteProtectedRange": {"protectedRangeId": protection["protectedRangeId"]},
    }
    for kind, body in attempts.items():
        assert book.refused(kind, body, MAI) == PROTECTED, kind
    book.do("updateCells", attempts["updateCells"], LAN)
    book.do("updateCells", attempts["updateCells"])
    value = {"values": [[1]]}
    path = f"{book.path}/values/B2"
    refused = (400, PROTECTED)
    assert google.error("PUT", path, value, MAI, valueInputOption="RAW") == refused
    assert google.error("POST", f"{path}:clear", user=MAI) == refused
    many = {"valueInputOption": "RAW", "data": [{"range": "B2", "values": [[1]]}]}
    assert google.error("POST", f"{book.path}/values:batchUpdate", many, MAI) == (
        400,
        f"Invalid data[0]: {PROTECTED}",
    )
    assert google.error("POST", f"{book.path}/values:batchClear", {"ranges": ["A1"]}, MAI) == (
        400,
        f"Invalid ranges[0]: {PROTECTED}",
    )
    assert book.put("C3", [[1]], user=MAI)["updatedCells"] == 1


def test_holes_of_a_protected_tab_stay_open(google: Google, book: Book) -> None:
    """A whole tab is protected except for its unprotected ranges."""
    _share(book, MAI)
    hole = {"startRowIndex": 1, "endRowIndex": 3, "startColumnIndex": 1, "endColumnIndex": 3}
    whole = {"range": {"sheetId": 0}, "unprotectedRanges": [hole], "editors": {"users": ["x@y.z"]}}
    book.do("addProtectedRange", {"protectedRange": whole})
    assert book.put("B2:C3", [[1, 2], [3, 4]], user=MAI)["updatedCells"] == 4
    path = f"{book.path}/values/C3"
    body = {"values": [[1, 2]]}
    assert google.error("PUT", path, body, MAI, valueInputOption="RAW") == (400, PROTECTED)
    shown = google.ask("GET", book.path, user=MAI)["sheets"][0]["protectedRanges"][0]
    assert "requestingUserCanEdit" not in shown
    assert shown["range"] == {}


def test_without_editors_the_present_writers_stay_allowed(google: Google, book: Book) -> None:
    """A protection without editors lets those write who may write at that moment."""
    _share(book, MAI)
    area = {"startRowIndex": 0, "endRowIndex": 1}
    protected = {"protectedRange": {"range": area}}
    book.do("addProtectedRange", protected)
    _share(book, LAN)
    assert book.put("A1", [[1]], user=MAI)["updatedCells"] == 1
    assert google.error(
        "PUT", f"{book.path}/values/A1", {"values": [[1]]}, LAN, valueInputOption="RAW"
    ) == (400, PROTECTED)


def test_warnings_do_not_bind_and_domains_may_edit(google: Google, book: Book) -> None:
    """A warning-only protection stops nobody; domainUsersCanEdit opens it to colleagues."""
    _share(book, MAI)
    _share(book, "x@other.test")
    first = {"startRowIndex": 0, "endRowIndex": 1}
    second = {"startRowIndex": 1, "endRowIndex": 2}
    book.do("addProtectedRange", {"protectedRange": {"range": first, "warningOnly": True}})
    editors = {"users": ["owner@example.test"], "domainUsersCanEdit": True}
    book.do("addProtectedRange", {"protectedRange": {"range": second, "editors": editors}})
    assert book.put("A1:A2", [[1], [2]], user=MAI)["updatedCells"] == 2
    assert google.error(
        "PUT", f"{book.path}/values/A2", {"values": [[1]]}, "x@other.test", valueInputOption="RAW"
    ) == (400, PROTECTED)


def test_named_ranges_can_be_protected(google: Google, book: Book) -> None:
    """A protection may follow a named range."""
    _share(book, MAI)
    area = {"startRowIndex": 4, "endRowIndex": 5, "startColumnIndex": 0, "endColumnIndex": 1}
    named = book.do("addNamedRange", {"namedRange": {"name": "Ten", "range": area}})["namedRange"]
    body = {"namedRangeId": named["namedRangeId"], "editors": {"users": ["x@y.z"]}}
    book.do("addProtectedRange", {"protectedRange": body})
    assert google.error(
        "PUT", f"{book.path}/values/A5", {"values": [[1]]}, MAI, valueInputOption="RAW"
    ) == (400, PROTECTED)


def test_protections_are_updated_and_deleted(book: Book) -> None:
    """The masked parts change; the id stays; unknown ids are refused."""
    area = {"startRowIndex": 0, "endRowIndex": 1}
    added = book.do("addProtectedRange", {"protectedRange": {"range": area, "description": "a"}})
    number = added["protectedRange"]["protectedRangeId"]
    again = {"protectedRange": {"range": area, "protectedRangeId": number}}
    assert "already exists" in book.refused("addProtectedRange", again)
    other = book.do("addSheet", {"properties": {"title": "Tab"}})["properties"]["sheetId"]
    wanted = {"protectedRangeId": number, "range": {"sheetId": other}, "description": "b"}
    book.do("updateProtectedRange", {"protectedRange": wanted, "fields": "range,description"})
    (shown,) = book.sheet(1)["protectedRanges"]
    assert (shown["description"], shown["range"]) == ("b", {"sheetId": other})
    book.do("deleteProtectedRange", {"protectedRangeId": number})
    assert book.refused("deleteProtectedRange", {"protectedRangeId": number}) == (
        f"No protected range with ID: {number}."
    )
