"""Faults: what is injected, into which requests, over both transports."""

import io
import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import requests

from deploy.local.emulator import LocalGoogleAdapter, create_app, serve
from deploy.local.emulator.call import Reply
from deploy.local.emulator.shapes import Json, JsonValue
from tests.unit.deploy.local.emulator.conftest import Book, Google

FAULTS = "/_local/faults"
HOST = "https://www.googleapis.com"
SHEET = "application/vnd.google-apps.spreadsheet"


class Client:
    """A client of one server, with plain requests."""

    def __init__(self, session: requests.Session, base: str) -> None:
        self.session = session
        self.base = base

    def send(self, verb: str, path: str, body: JsonValue = None, **more: float) -> JsonValue:
        """Return the JSON of an answer."""
        patience = more.get("timeout", 20)
        reply = self.session.request(verb, f"{self.base}{path}", json=body, timeout=patience)
        return reply.json() if reply.content else None


@pytest.fixture(params=["in_process", "socket"])
def client(request: pytest.FixtureRequest) -> Iterator[Client]:
    """A client inside the process and one over a socket."""
    with ExitStack() as stack:
        session = stack.enter_context(requests.Session())
        session.headers["Authorization"] = "Bearer owner@example.test"
        if request.param == "socket":
            yield Client(session, stack.enter_context(serve(None)))
            return
        app = create_app(None)
        stack.callback(app.close)
        session.mount(HOST, LocalGoogleAdapter(app))
        yield Client(session, HOST)


def _files(client: Client, **more: float) -> int:
    return len(client.send("GET", "/drive/v3/files", **more)["files"])


def test_connections_break(client: Client) -> None:
    """Before or after the work, or inside the answer."""
    wanted = {"mimeType": SHEET, "name": "x"}
    for action, made in (("drop_before", 0), ("drop_after", 1), ("cut_body", 2)):
        client.send("POST", FAULTS, {"method": "files.create", "action": action})
        with pytest.raises(requests.RequestException):
            client.send("POST", "/drive/v3/files", wanted)
        assert _files(client) == made
    report = client.send("GET", FAULTS)["faults"]
    assert [(one["injected"], one["remaining"]) for one in report] == [(1, 0)] * 3


def test_slow_bodies_arrive_whole(client: Client) -> None:
    """A dribbled body comes piece by piece, and is what it would have been."""
    client.send("POST", FAULTS, {"method": "files.list", "action": "dribble", "seconds": 0.05})
    assert _files(client) == 0
    client.send("POST", FAULTS, {"method": "files.list", "action": "dribble"})
    assert _files(client) == 0
    assert client.send("GET", FAULTS)["faults"][0]["injected"] == 1


def test_impatient_clients_time_out(client: Client) -> None:
    """A late answer is a time-out, at its beginning and in its middle; the work is done."""
    delay = {"method": "files.create", "action": "delay", "seconds": 0.3}
    client.send("POST", FAULTS, delay)
    with pytest.raises(requests.Timeout):
        client.send("POST", "/drive/v3/files", {"mimeType": SHEET}, timeout=0.1)
    client.send("POST", FAULTS, {"method": "files.list", "action": "dribble", "seconds": 6})
    with pytest.raises(requests.ConnectionError, match="timed out"):
        _files(client, timeout=0.05)


def test_the_first_ones_pass(google: Google, book: Book) -> None:
    """``after`` lets requests by, and the report counts them."""
    google.ask("POST", FAULTS, {"method": "spreadsheets.get", "status": 503, "after": 2})
    statuses = [google.raw("GET", book.path).status for _ in range(4)]
    assert statuses == [200, 200, 503, 200]
    (report,) = google.ask("GET", FAULTS)["faults"]
    counts = {name: report[name] for name in ("after", "passed", "injected", "remaining")}
    assert counts == {"after": 2, "passed": 2, "injected": 1, "remaining": 0}


def test_limits_of_drive(google: Google, book: Book) -> None:
    """Drive refuses by 403 with a reason those who ask too much; Sheets has no such thing."""
    for reason, domain in (
        ("userRateLimitExceeded", "usageLimits"),
        ("sharingRateLimitExceeded", "global"),
    ):
        fault = {"method": "files.get", "status": 403, "reason": reason}
        google.ask("POST", FAULTS, fault)
        (error,) = json.loads(google.raw("GET", book.file).body)["error"]["errors"]
        assert (error["reason"], error["domain"]) == (reason, domain)
    google.ask("POST", FAULTS, {"method": "files.get", "status": 403})
    assert google.error("GET", book.file)[1].startswith("The user does not have sufficient")
    fault = {"method": "spreadsheets.get", "status": 403, "reason": "rateLimitExceeded"}
    google.ask("POST", FAULTS, fault)
    assert google.error("GET", book.path) == (403, "The caller does not have permission")


def test_a_bad_gateway_is_a_page(google: Google, book: Book) -> None:
    """502 comes from Google's front end, as HTML."""
    google.ask("POST", FAULTS, {"method": "files.get", "status": 502})
    reply = google.raw("GET", book.file)
    assert (reply.status, reply.content_type) == (502, "text/html; charset=UTF-8")
    assert reply.body.startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize(
    "body",
    [
        {"method": 5, "status": 500},
        {"method": "x", "spreadsheet": 5, "status": 500},
        {"method": "x", "status": "500"},
        {"method": "x", "status": 404.0},
        {"method": "x", "status": True},
        {"method": "x", "action": ["delay"]},
        {"method": "x", "action": "delay", "seconds": "1"},
        {"method": "x", "action": "delay", "seconds": True},
        {"method": "x", "action": "delay", "seconds": 1e300},
        {"method": "x", "status": 500, "count": True},
        {"method": "x", "status": 500, "count": "1"},
        {"method": "x", "status": 500, "after": -1},
        {"method": "x", "status": 500, "reason": "rateLimitExceeded"},
        {"method": "x", "status": 403, "reason": ["x"]},
        {"method": "x", "status": 500, "injected": 1},
        None,
        "x",
        5,
        b'{"method": "x", "action": "delay", "seconds": NaN}',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_bad_faults(google: Google, body: JsonValue) -> None:
    """A fault that makes no sense is refused with a sentence, whatever its types."""
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    reply = google.raw("POST", FAULTS, sent)
    assert reply.status == 400
    assert json.loads(reply.body)["error"]
    assert google.ask("GET", FAULTS) == {"faults": []}


def test_slow_bodies_over_wsgi(google: Google, book: Book) -> None:
    """A WSGI server gets the pieces one by one, and a nonsensical length is no body."""
    google.ask("POST", FAULTS, {"method": "files.get", "action": "dribble", "seconds": 0.01})
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": book.file,
        "QUERY_STRING": "",
        "CONTENT_LENGTH": "x",
        "HTTP_AUTHORIZATION": "Bearer owner@example.test",
        "wsgi.input": io.BytesIO(b""),
    }
    pieces = list(google.app(environ, lambda *_: None))
    assert len(pieces) > 1
    shown: Json = json.loads(b"".join(pieces))
    assert shown["id"] == book.id


def test_pieces_of_a_body() -> None:
    """The pieces make up the body and take the time in all."""
    pieces = list(Reply(body=b"abc" * 33, seconds=2.0).pieces())
    assert b"".join(piece for _, piece in pieces) == b"abc" * 33
    assert sum(seconds for seconds, _ in pieces) == pytest.approx(2.0)
    assert list(Reply(body=b"", seconds=1.0).pieces()) == []
    assert list(Reply(body=b"abc").pieces()) == [(0.0, b"abc")]


def test_faults_end_with_a_reset(tmp_path: Path) -> None:
    """Orders are not kept."""
    app = create_app(tmp_path)
    google = Google(app)
    google.ask("POST", FAULTS, {"method": "files.list", "status": 500, "count": 5})
    google.ask("POST", "/_local/reset")
    assert google.ask("GET", "/drive/v3/files")["files"] == []
    app.close()
