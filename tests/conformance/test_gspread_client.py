"""gspread.Client: opening, listing, creating, copying and deleting spreadsheets."""

import re

import gspread
import pytest
from gspread.exceptions import APIError, NoValidUrlKeyFound, SpreadsheetNotFound

from tests.conformance.reach import Server

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


@pytest.mark.recorded
def test_a_document_opens_by_key_title_and_url(client: gspread.Client) -> None:
    """All three ways lead to the same document."""
    made = client.create("Đợt 1")
    by_url = client.open_by_url(f"https://docs.google.com/spreadsheets/d/{made.id}/edit#gid=0")
    assert re.fullmatch(r"1[\w-]{43}", made.id)
    assert client.open_by_key(made.id).title == "Đợt 1"
    assert (client.open("Đợt 1").id, by_url.id) == (made.id, made.id)
    assert by_url.url == f"https://docs.google.com/spreadsheets/d/{made.id}"


@pytest.mark.recorded
def test_unknown_documents_are_not_found(client: gspread.Client) -> None:
    """An id nobody has answers 404, an ill-formed one too; an unknown title is not listed."""
    for key in ("test", "1" * 44):
        with pytest.raises(SpreadsheetNotFound):
            client.open_by_key(key)
    with pytest.raises(SpreadsheetNotFound):
        client.open("please don't create this")
    with pytest.raises(NoValidUrlKeyFound):
        client.open_by_url("https://example.test/nothing")


@pytest.mark.recorded
def test_documents_of_others_are_forbidden(server: Server, client: gspread.Client) -> None:
    """Somebody else's document is a PermissionError of gspread."""
    made = client.create("private")
    with pytest.raises(PermissionError) as caught:
        server.sign_in("mai@example.test").open_by_key(made.id)
    assert isinstance(caught.value.__cause__, APIError)
    assert caught.value.__cause__.error == {
        "code": 403,
        "message": "The caller does not have permission",
        "status": "PERMISSION_DENIED",
    }


@pytest.mark.recorded
def test_lists_are_newest_first_and_carry_times(client: gspread.Client) -> None:
    """Each entry has exactly id, name and the two times; the latest change comes first."""
    made = [client.create(name) for name in ("a", "b", "a")]
    listed = client.list_spreadsheet_files()
    assert {entry["id"] for entry in listed} == {one.id for one in made}
    assert all(list(entry) == ["id", "name", "createdTime", "modifiedTime"] for entry in listed)
    times = [entry["modifiedTime"] for entry in listed]
    assert all(TIME.fullmatch(time) for time in times)
    assert times == sorted(times, reverse=True)
    assert {entry["id"] for entry in client.list_spreadsheet_files("a")} == {made[0].id, made[2].id}
    assert client.list_spreadsheet_files("nothing") == []


@pytest.mark.recorded
def test_openall_gives_documents_with_their_times(client: gspread.Client) -> None:
    """Documents opened from the list know when they were made without another question."""
    for name in ("a", "b"):
        client.create(name)
    assert sorted(one.title for one in client.openall()) == ["a", "b"]
    (only,) = client.openall("b")
    assert TIME.fullmatch(only.creationTime)
    with pytest.warns(DeprecationWarning, match="lastUpdateTime"):
        assert TIME.fullmatch(only.lastUpdateTime)


@pytest.mark.recorded
def test_a_document_opened_by_key_asks_drive_for_its_times(client: gspread.Client) -> None:
    """The Drive metadata are id, name and the two times."""
    made = client.create("times")
    metadata = client.get_file_drive_metadata(made.id)
    assert list(metadata) == ["id", "name", "createdTime", "modifiedTime"]
    assert (metadata["id"], metadata["name"]) == (made.id, "times")
    assert made.creationTime == metadata["createdTime"]
    with pytest.warns(DeprecationWarning, match="lastUpdateTime"):
        assert made.lastUpdateTime == metadata["modifiedTime"]
    assert metadata["createdTime"] <= made.get_lastUpdateTime()


@pytest.mark.documented
def test_folders_narrow_listing_opening_and_creating(
    server: Server, client: gspread.Client
) -> None:
    """A document made in a folder is found there and nowhere else."""
    folder = {"name": "2024", "mimeType": "application/vnd.google-apps.folder"}
    made = server.request("POST", "https://www.googleapis.com/drive/v3/files", json=folder)
    folder_id = made.json()["id"]
    outside, inside = client.create("x"), client.create("x", folder_id)
    copied = client.copy(outside.id, title="y", folder_id=folder_id)
    listed = client.list_spreadsheet_files(folder_id=folder_id)
    assert {entry["id"] for entry in listed} == {inside.id, copied.id}
    assert client.open("x", folder_id).id == inside.id


@pytest.mark.recorded
def test_copies_carry_the_same_tabs(client: gspread.Client, book: gspread.Spreadsheet) -> None:
    """A copy without a name is called so and has the tabs of the original, ids included."""
    book.sheet1.update([["x"]], "B2")
    twin = client.copy(book.id)
    assert (twin.title, twin.id == book.id) == ("Copy of Chiến dịch", False)
    assert twin.fetch_sheet_metadata()["sheets"] == book.fetch_sheet_metadata()["sheets"]
    assert twin.sheet1.get_all_values() == [["", ""], ["", "x"]]
    assert client.copy(book.id, title="named", copy_comments=False).title == "named"


@pytest.mark.documented
def test_copies_take_the_comments(
    server: Server, client: gspread.Client, book: gspread.Spreadsheet
) -> None:
    """The comments are read page by page and their texts written again."""
    comments = f"https://www.googleapis.com/drive/v3/files/{book.id}/comments"
    for number in range(3):
        body = {"content": f"hỏi lại {number}"}
        said = server.request("POST", comments, json=body, params={"fields": "id"})
        assert list(said.json()) == ["id"]
    twins = {take: client.copy(book.id, copy_comments=take).id for take in (True, False)}
    found = {}
    for take, twin in twins.items():
        fields = {"fields": "comments/content"}
        listed = server.request("GET", comments.replace(book.id, twin), params=fields)
        found[take] = [entry["content"] for entry in listed.json()["comments"]]
    assert sorted(found[True]) == ["hỏi lại 0", "hỏi lại 1", "hỏi lại 2"]
    assert found[False] == []


@pytest.mark.documented
def test_copying_permissions_fails_at_the_owner(
    client: gspread.Client, book: gspread.Spreadsheet
) -> None:
    """The copy would be shared with its owner as owner, which Drive refuses without a flag."""
    with pytest.raises(APIError) as caught:
        client.copy(book.id, copy_permissions=True)
    assert (caught.value.code, caught.value.error["message"]) == (
        403,
        "The transferOwnership parameter must be enabled when the permission role is 'owner'.",
    )


@pytest.mark.recorded
def test_deleted_documents_are_gone(client: gspread.Client, book: gspread.Spreadsheet) -> None:
    """Deleting answers an empty 204; afterwards nobody finds the document."""
    client.del_spreadsheet(book.id)
    with pytest.raises(SpreadsheetNotFound):
        client.open_by_key(book.id)
    with pytest.raises(APIError) as caught:
        client.del_spreadsheet(book.id)
    assert caught.value.error["errors"] == [
        {
            "message": f"File not found: {book.id}.",
            "domain": "global",
            "reason": "notFound",
            "location": "fileId",
            "locationType": "parameter",
        }
    ]
