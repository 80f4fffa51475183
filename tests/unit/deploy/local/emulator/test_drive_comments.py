"""Drive: comments and replies."""

from deploy.local.emulator.shapes import Json
from tests.unit.deploy.local.emulator.conftest import Book, Google

MAI, LAN = "mai@example.test", "lan@example.test"
ALL = {"fields": "*"}


def _share(book: Book, user: str, role: str) -> None:
    body = {"type": "user", "role": role, "emailAddress": user}
    book.google.ask("POST", f"{book.file}/permissions", body)


def _said(google: Google, path: str, text: str, user: str = MAI) -> Json:
    made: Json = google.ask("POST", path, {"content": text}, user, **ALL)
    return made


def test_commenters_speak_and_readers_listen(google: Google, book: Book) -> None:
    """Who may comment is neither asked to write nor satisfied with reading."""
    _share(book, MAI, "commenter")
    _share(book, LAN, "reader")
    path = f"{book.file}/comments"
    made = _said(google, path, "a < b")
    assert made["author"] == {"kind": "drive#user", "displayName": "mai", "me": True}
    assert made["htmlContent"] == "a &lt; b"
    assert google.error("POST", path, {"content": "x"}, LAN, **ALL)[0] == 403
    seen = google.ask("GET", f"{path}/{made['id']}", user=LAN, **ALL)
    assert seen["author"]["me"] is False
    assert google.error("PUT", f"{book.path}/values/A1", {"values": [[1]]}, MAI)[0] == 403


def test_comments_change_and_go(google: Google, book: Book) -> None:
    """The author changes the text; author and owner delete it, which leaves a trace."""
    _share(book, MAI, "commenter")
    _share(book, LAN, "commenter")
    path = f"{book.file}/comments"
    made = _said(google, path, "một")
    one = f"{path}/{made['id']}"
    assert google.ask("PATCH", one, {"content": "hai"}, MAI, **ALL)["content"] == "hai"
    assert google.error("PATCH", one, {"content": "x"}, LAN, **ALL)[0] == 403
    assert google.error("PATCH", one, {}, MAI, **ALL)[0] == 400
    assert google.error("DELETE", one, user=LAN)[0] == 403
    assert google.raw("DELETE", one).status == 204
    assert google.error("GET", one, **ALL) == (404, f"Comment not found: {made['id']}.")
    shown = google.ask("GET", one, includeDeleted=True, **ALL)
    assert (shown["deleted"], "content" in shown) == (True, False)
    assert google.ask("GET", path, **ALL)["comments"] == []
    assert len(google.ask("GET", path, includeDeleted=True, **ALL)["comments"]) == 1


def test_pages_of_comments(google: Google, book: Book) -> None:
    """The newest first, page by page, or since a time."""
    path = f"{book.file}/comments"
    for text in ("a", "b", "c"):
        _said(google, path, text, "owner@example.test")
    first = google.ask("GET", path, pageSize=2, fields="nextPageToken,comments(content)")
    token = first["nextPageToken"]
    rest = google.ask("GET", path, pageSize=2, pageToken=token, fields="comments(content)")
    assert len(first["comments"]) + len(rest["comments"]) == 3
    later = google.ask("GET", path, startModifiedTime="2999-01-01T00:00:00Z", **ALL)
    assert later["comments"] == []


def test_replies(google: Google, book: Book) -> None:
    """Replies resolve and reopen a comment, and are changed and deleted like it."""
    path = f"{book.file}/comments"
    quoted = {"content": "?", "quotedFileContent": {"value": "q", "mimeType": "text/plain"}}
    made = google.ask("POST", path, quoted, **ALL)
    assert made["quotedFileContent"]["value"] == "q"
    comment = f"{path}/{made['id']}"
    replies = f"{comment}/replies"
    first = google.ask("POST", replies, {"content": "!"}, **ALL)
    google.ask("POST", replies, {"action": "resolve"}, **ALL)
    assert google.ask("GET", comment, fields="resolved") == {"resolved": True}
    google.ask("POST", replies, {"action": "reopen", "content": "no"}, **ALL)
    assert google.ask("GET", comment, fields="resolved") == {"resolved": False}
    one = f"{replies}/{first['id']}"
    assert google.ask("PATCH", one, {"content": "!!"}, **ALL)["content"] == "!!"
    assert google.ask("GET", one, **ALL)["kind"] == "drive#reply"
    assert google.error("POST", replies, {}, **ALL)[0] == 400
    assert google.error("POST", replies, {"action": "x"}, **ALL)[0] == 400
    assert google.raw("DELETE", one).status == 204
    assert google.error("GET", one, **ALL)[0] == 404
    listed = google.ask("GET", replies, **ALL)["replies"]
    assert [reply.get("content") for reply in listed] == [None, "no"]
    assert [reply.get("action") for reply in listed] == ["resolve", "reopen"]


def test_comments_of_older_folders_are_read(google: Google, book: Book) -> None:
    """A record that holds the author as a whole user is understood."""
    made = _said(google, f"{book.file}/comments", "x", "owner@example.test")
    (kept,) = google.app.store.files[book.id].comments
    kept["author"] = {"emailAddress": MAI}
    shown = google.ask("GET", f"{book.file}/comments/{made['id']}", **ALL)
    assert shown["author"]["displayName"] == "mai"
