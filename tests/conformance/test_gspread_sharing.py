"""Permissions: sharing, listing, removing, and handing a document over."""

import gspread
import pytest
from gspread.exceptions import APIError

from tests.conformance.reach import OWNER, Server

MAI = "mai@example.test"


def _roles(book: gspread.Spreadsheet) -> dict[str, str]:
    return {
        entry.get("emailAddress", entry.get("domain", entry["type"])): entry["role"]
        for entry in book.list_permissions()
    }


@pytest.mark.documented
@pytest.mark.parametrize("role", ["reader", "commenter", "writer"])
def test_sharing_gives_people_access(server: Server, book: gspread.Spreadsheet, role: str) -> None:
    """A person sees the document; only writers change it."""
    answer = book.share(MAI, perm_type="user", role=role, notify=True, email_message="Chào")
    body = answer.json()
    assert body == {"kind": "drive#permission", "id": body["id"], "type": "user", "role": role}
    assert _roles(book) == {OWNER: "owner", MAI: role}
    hers = server.sign_in(MAI)
    assert [one["id"] for one in hers.list_spreadsheet_files()] == [book.id]
    sheet = hers.open_by_key(book.id).sheet1
    if role == "writer":
        sheet.update([["x"]])
    else:
        with pytest.raises(APIError) as caught:
            sheet.update([["x"]])
        assert caught.value.code == 403
    assert book.remove_permissions(MAI, role=role) == [body["id"]]
    assert _roles(book) == {OWNER: "owner"}
    with pytest.raises(PermissionError):
        hers.open_by_key(book.id)


@pytest.mark.documented
def test_groups_domains_and_everybody_may_have_access(
    server: Server, client: gspread.Client, book: gspread.Spreadsheet
) -> None:
    """Each kind of permission is listed with what names it."""
    client.insert_permission(book.id, "doan@groups.test", "group", "writer", notify=False)
    client.insert_permission(book.id, "xa.test", "domain", "reader")
    assert _roles(book) == {OWNER: "owner", "doan@groups.test": "writer", "xa.test": "reader"}
    stranger = server.sign_in("nobody@else.test")
    with pytest.raises(PermissionError):
        stranger.open_by_key(book.id)
    assert server.sign_in("lan@xa.test").open_by_key(book.id).title == "Chiến dịch"
    book.share(None, perm_type="anyone", role="reader", with_link=True)
    assert stranger.open_by_key(book.id).title == "Chiến dịch"
    assert stranger.list_spreadsheet_files() == []
    assert book.remove_permissions("xa.test") != []
    assert book.remove_permissions("unknown@example.test") == []


@pytest.mark.documented
def test_permissions_are_removed_by_id(client: gspread.Client, book: gspread.Spreadsheet) -> None:
    """Removing answers nothing; an id nobody has is not found; the owner stays."""
    added = client.insert_permission(book.id, MAI, perm_type="user", role="writer").json()
    client.remove_permission(book.id, added["id"])
    assert [entry["role"] for entry in client.list_permissions(book.id)] == ["owner"]
    with pytest.raises(APIError) as caught:
        client.remove_permission(book.id, added["id"])
    assert caught.value.code == 404
    assert caught.value.error["errors"][0]["reason"] == "notFound"
    (owner,) = client.list_permissions(book.id)
    with pytest.raises(APIError) as refused:
        client.remove_permission(book.id, owner["id"])
    assert refused.value.code == 403


@pytest.mark.documented
def test_unknown_kinds_of_permission_are_refused(book: gspread.Spreadsheet) -> None:
    """Gspread refuses unknown types itself, Drive unknown roles."""
    with pytest.raises(ValueError, match="Invalid permission type"):
        book.share(MAI, perm_type="robot", role="reader")
    with pytest.raises(APIError) as caught:
        book.share(MAI, perm_type="user", role="boss")
    assert caught.value.code == 400


@pytest.mark.documented
def test_owners_need_a_flag(book: gspread.Spreadsheet) -> None:
    """Sharing with an owner is refused without transferOwnership."""
    with pytest.raises(APIError) as caught:
        book.share(MAI, perm_type="user", role="owner", notify=False)
    assert (caught.value.code, caught.value.error["message"]) == (
        403,
        "The transferOwnership parameter must be enabled when the permission role is 'owner'.",
    )


@pytest.mark.documented
def test_ownership_is_offered_and_accepted(server: Server, book: gspread.Spreadsheet) -> None:
    """A person outside the owner's organisation accepts; the old owner stays as a writer."""
    other = "mai@gmail.com"
    shared = book.share(other, perm_type="user", role="writer", notify=False).json()
    offered = book.transfer_ownership(shared["id"])
    assert offered.json()["role"] == "writer"
    pending = {entry["emailAddress"]: entry["pendingOwner"] for entry in book.list_permissions()}
    assert pending == {OWNER: False, other: True}
    hers = server.sign_in(other).open_by_key(book.id)
    assert hers.accept_ownership(shared["id"]).json()["role"] == "owner"
    assert _roles(hers) == {OWNER: "writer", other: "owner"}
    pending = {entry["emailAddress"]: entry["pendingOwner"] for entry in hers.list_permissions()}
    assert pending == {OWNER: False, other: False}


@pytest.mark.documented
def test_ownership_is_not_offered_within_an_organisation(book: gspread.Spreadsheet) -> None:
    """Somebody of the owner's organisation cannot be a pending owner."""
    shared = book.share(MAI, perm_type="user", role="writer", notify=False).json()
    with pytest.raises(APIError) as caught:
        book.transfer_ownership(shared["id"])
    assert (caught.value.code, caught.value.error["message"]) == (
        403,
        "The target user cannot be a pending owner on this file.",
    )
