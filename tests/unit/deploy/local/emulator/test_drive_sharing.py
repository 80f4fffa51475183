"""Drive: the fine print of permissions."""

import json

import pytest

from deploy.local.emulator.shapes import Json
from tests.unit.deploy.local.emulator.conftest import OWNER, Book, Google

MAI, GUEST = "mai@example.test", "guest@gmail.com"


def _share(book: Book, user: str = MAI, role: str = "writer", **query: object) -> Json:
    body = {"type": "user", "role": role, "emailAddress": user}
    shown: Json = book.google.ask("POST", f"{book.file}/permissions", body, **query)
    return shown


def _reason(google: Google, verb: str, path: str, body: Json, **query: object) -> str:
    reply = google.raw(verb, path, body, **query)
    assert reply.status >= 400
    return str(json.loads(reply.body)["error"]["errors"][0]["reason"])


@pytest.mark.parametrize(
    ("body", "query", "reason"),
    [
        ({"role": "reader"}, {}, "required"),
        ({"type": "user", "emailAddress": MAI}, {}, "required"),
        ({"type": "x", "role": "reader"}, {}, "invalid"),
        ({"type": "user", "role": "x", "emailAddress": MAI}, {}, "invalid"),
        ({"type": "user", "role": "reader", "emailAddress": "@"}, {}, "invalid"),
        ({"type": "domain", "role": "reader"}, {}, "required"),
        ({"type": "anyone", "role": "reader"}, {"sendNotificationEmail": True}, "forbidden"),
        (
            {"type": "user", "role": "owner", "emailAddress": MAI},
            {"sendNotificationEmail": False, "transferOwnership": True},
            "forbidden",
        ),
        ({"type": "user", "role": "owner", "emailAddress": MAI}, {}, "forbidden"),
        (
            {"type": "group", "role": "owner", "emailAddress": MAI},
            {"transferOwnership": True},
            "invalid",
        ),
        (
            {"type": "user", "role": "owner", "emailAddress": GUEST},
            {"transferOwnership": True},
            "consentRequiredForOwnershipTransfer",
        ),
        (
            {"type": "user", "role": "organizer", "emailAddress": MAI},
            {},
            "organizerOnNonTeamDriveItemNotSupported",
        ),
        (
            {"type": "user", "role": "reader", "emailAddress": MAI, "expirationTime": "x"},
            {},
            "notImplemented",
        ),
        (
            {"type": "user", "role": "reader", "emailAddress": MAI},
            {"useDomainAdminAccess": True},
            "notImplemented",
        ),
    ],
)
def test_refusals(google: Google, book: Book, body: Json, query: Json, reason: str) -> None:
    """Every refusal has Google's reason."""
    assert _reason(google, "POST", f"{book.file}/permissions", body, **query) == reason


def test_ids_of_links(google: Google, book: Book) -> None:
    """A link that can be found by searching is another permission than a plain link."""
    path = f"{book.file}/permissions"
    link = google.ask("POST", path, {"type": "anyone", "role": "reader", "withLink": True})
    public = google.ask(
        "POST", path, {"type": "anyone", "role": "commenter", "allowFileDiscovery": True}
    )
    assert (link["id"], public["id"]) == ("anyoneWithLink", "anyone")
    assert google.ask("GET", book.file, user="x@y.z", fields="capabilities(canComment)") == {
        "capabilities": {"canComment": True}
    }


def test_pages_of_permissions(google: Google, book: Book) -> None:
    """Permissions are listed page by page."""
    for number in range(3):
        _share(book, f"p{number}@example.test", "reader")
    path = f"{book.file}/permissions"
    first = google.ask("GET", path, pageSize=3)
    rest = google.ask("GET", path, pageSize=3, pageToken=first["nextPageToken"])
    assert (len(first["permissions"]), len(rest["permissions"])) == (3, 1)
    assert "nextPageToken" not in rest


def test_ownership_is_offered_and_accepted(google: Google, book: Book) -> None:
    """Outside one organisation the new owner accepts what was offered."""
    entry = _share(book, GUEST)
    path = f"{book.file}/permissions/{entry['id']}"
    assert google.error("PATCH", path, {"role": "owner"}, GUEST, transferOwnership=True)[0] == 403
    google.ask("PATCH", path, {"role": "writer", "pendingOwner": True})
    assert google.ask("GET", path, fields="pendingOwner") == {"pendingOwner": True}
    google.ask(
        "PATCH", path, {"role": "owner"}, GUEST, transferOwnership=True, moveToNewOwnersRoot=True
    )
    shown = google.ask("GET", book.file, user=GUEST, fields="ownedByMe,parents,owners(me)")
    assert (shown["ownedByMe"], len(shown["parents"])) == (True, 1)
    again = google.ask("PATCH", path, {"role": "owner"}, GUEST, transferOwnership=True)
    assert again["role"] == "owner"


def test_ownership_is_not_offered_to_everybody(google: Google, book: Book) -> None:
    """Only the owner offers, only to writers outside the organisation, one at a time."""
    colleague, guest = _share(book, MAI), _share(book, GUEST)
    path = f"{book.file}/permissions"
    offer = {"role": "writer", "pendingOwner": True}
    reason = "targetUserCannotBePendingOwnerOnFile"
    assert _reason(google, "PATCH", f"{path}/{colleague['id']}", offer) == reason
    reading = {"role": "reader", "pendingOwner": True}
    assert _reason(google, "PATCH", f"{path}/{guest['id']}", reading) == reason
    assert google.error("PATCH", f"{path}/{guest['id']}", offer, MAI)[0] == 403
    other = _share(book, "other@gmail.com")
    for entry in (guest, other):
        google.ask("PATCH", f"{path}/{entry['id']}", offer)
    shown = google.ask("GET", path, fields="permissions(emailAddress,pendingOwner)")
    pending = [one["emailAddress"] for one in shown["permissions"] if one["pendingOwner"]]
    assert pending == ["other@gmail.com"]


def test_owners_stay(google: Google, book: Book) -> None:
    """An owner's permission is neither removed nor lowered."""
    (entry,) = google.ask("GET", f"{book.file}/permissions")["permissions"]
    path = f"{book.file}/permissions/{entry['id']}"
    assert _reason(google, "DELETE", path, {}) == "cannotRemoveOwner"
    assert _reason(google, "PATCH", path, {"role": "reader"}) == "cannotRemoveOwner"
    assert _share(book, OWNER, "reader")["role"] == "owner"


def test_changes_by_me(google: Google, book: Book) -> None:
    """Who changed a file last, and when the caller did."""
    _share(book, MAI)
    assert google.ask("GET", book.file, user=MAI, fields="modifiedByMe") == {"modifiedByMe": False}
    book.put("A1", [[1]], user=MAI)
    fields = "modifiedByMeTime,modifiedTime,lastModifyingUser(me),version"
    shown = google.ask("GET", book.file, user=MAI, fields=fields)
    assert shown["modifiedByMeTime"] == shown["modifiedTime"]
    assert shown["lastModifyingUser"] == {"me": True}
