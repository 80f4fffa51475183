"""The server as a process and as a socket: storage, control routes, faults."""

import http.client
import io
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

import pytest
import requests

from deploy.local.emulator import LocalGoogleAdapter, __main__, create_app, serve
from deploy.local.emulator.shapes import JsonValue
from deploy.local.emulator.state.storage import FolderInUseError
from deploy.local.emulator.transport.server import Server
from tests.unit.deploy.local.emulator.conftest import Book, Google

HEAD = {"Authorization": "Bearer owner@example.test"}
SHEET = "application/vnd.google-apps.spreadsheet"


def _fill(book: Book) -> None:
    """Put one of everything into a document."""
    area = {"startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 2}
    book.put("A1:B1", [["Đội", "=A1&1"]])
    look = {"userEnteredFormat": {"textFormat": {"bold": True}}, "note": "n"}
    book.do("repeatCell", {"range": area, "cell": look, "fields": "userEnteredFormat,note"})
    book.do("setDataValidation", {"range": area, "rule": {"condition": {"type": "BOOLEAN"}}})
    book.do("mergeCells", {"range": area})
    book.do("addProtectedRange", {"protectedRange": {"range": area}})
    book.do("setBasicFilter", {"filter": {"range": area}})
    span = {"dimension": "ROWS", "startIndex": 0, "endIndex": 2}
    book.do("addDimensionGroup", {"range": span})
    size = {"range": span, "properties": {"pixelSize": 50}, "fields": "pixelSize"}
    book.do("updateDimensionProperties", size)


def test_everything_survives_a_restart(tmp_path: Path) -> None:
    """A new process on the same folder shows the same document."""
    app = create_app(tmp_path)
    book = Google(app).new()
    _fill(book)
    before = book.get(includeGridData="true")
    app.close()
    again = create_app(tmp_path)
    twin = Book(Google(again), book.id)
    Google(again).ask("POST", f"{twin.file}/permissions", {"type": "anyone", "role": "reader"})
    assert twin.get(includeGridData="true") == before
    Google(again).ask("PATCH", twin.file, {"trashed": True})
    Google(again).ask("DELETE", twin.file)
    again.close()
    empty = create_app(tmp_path)
    assert Google(empty).ask("GET", "/drive/v3/files")["files"] == []
    empty.close()


def test_a_folder_has_one_server(tmp_path: Path) -> None:
    """A second application on the same folder is refused."""
    app = create_app(tmp_path)
    with pytest.raises(FolderInUseError, match="another local Google"):
        create_app(tmp_path)
    app.close()
    create_app(tmp_path).close()


def test_failures_undo_what_was_touched(
    google: Google, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An unexpected failure is a 500 in Google's form, and nothing has changed."""
    book = google.new()
    book.put("A1", [["old"]])

    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("deploy.local.emulator.responses.values.answer_of", broken)
    status, message = google.error(
        "PUT", f"{book.path}/values/A1", {"values": [["new"]]}, valueInputOption="RAW"
    )
    assert (status, message) == (500, "Internal error encountered.")
    assert "boom" in capsys.readouterr().err
    assert book.read("A1") == [["old"]]


def test_the_process_serves_and_stops(tmp_path: Path) -> None:
    """One line on stdout, answers while it runs, exit code 0 on SIGTERM; kill -9 loses nothing."""
    command = [sys.executable, "-m", "deploy.local.emulator", "--data", str(tmp_path)]
    first = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert first.stdout is not None
    base = first.stdout.readline().strip().removeprefix("listening on ")
    made = requests.post(
        f"{base}/drive/v3/files", json={"mimeType": SHEET}, headers=HEAD, timeout=9
    ).json()
    second = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert (second.returncode, second.stdout) == (1, "")
    assert "another local Google server is using" in second.stderr
    first.kill()
    first.wait()
    first.stdout.close()
    third = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert third.stdout is not None
    base = third.stdout.readline().strip().removeprefix("listening on ")
    listed = requests.get(f"{base}/drive/v3/files", headers=HEAD, timeout=9).json()
    assert [file["id"] for file in listed["files"]] == [made["id"]]
    third.send_signal(signal.SIGTERM)
    assert third.wait(timeout=30) == 0
    third.stdout.close()


def test_only_the_loopback_is_served(capsys: pytest.CaptureFixture[str]) -> None:
    """Any other host is refused."""
    with pytest.raises(SystemExit):
        __main__.main(["--host", "0.0.0.0"])
    assert "127.0.0.1 only" in capsys.readouterr().err


def test_a_taken_port_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    """A port somebody else has is a clear message."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert __main__.main(["--port", str(port)]) == 1
    assert f"cannot listen on port {port}" in capsys.readouterr().err


def test_a_signal_ends_the_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Main returns 0 once the signal came."""

    class Signalled(Event):
        def wait(self, timeout: float | None = None) -> bool:
            os.kill(os.getpid(), signal.SIGTERM)
            return super().wait(timeout)

    monkeypatch.setattr(__main__, "Event", Signalled)
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        assert __main__.main(["--data", str(tmp_path)]) == 0
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    assert capsys.readouterr().out.startswith("listening on http://127.0.0.1:")


def test_connections_are_kept(tmp_path: Path) -> None:
    """Several requests go over one connection; strange ones end it."""
    with serve(tmp_path) as base:
        host = urlsplit(base).netloc
        connection = http.client.HTTPConnection(host, timeout=9)
        for _ in range(2):
            connection.request("GET", "/_local/health")
            reply = connection.getresponse()
            assert (reply.status, json.loads(reply.read())) == (200, {"status": "ok"})
        connection.request("GET", "/_local/health", headers={"Connection": "close"})
        assert connection.getresponse().getheader("Connection") == "close"
        connection.close()
        for headers, status in (
            ({"Content-Length": "x"}, 413),
            ({"Transfer-Encoding": "chunked"}, 411),
        ):
            connection.request("POST", "/v4/spreadsheets", headers=headers)
            assert connection.getresponse().status == status
            connection.close()


def test_the_handler_has_no_other_attributes() -> None:
    """Only HTTP verbs are looked up dynamically."""
    app = create_app(None)
    server = Server(app, 0)
    handler = server.RequestHandlerClass.__new__(server.RequestHandlerClass)
    with pytest.raises(AttributeError):
        _ = handler.nothing
    server.server_close()
    app.close()


def _fault(base: str, **fault: object) -> None:
    requests.post(f"{base}/_local/faults", json=fault, timeout=9).raise_for_status()


def test_faults_over_a_socket(tmp_path: Path) -> None:
    """Connections break as ordered, before or after the work, or inside the answer."""
    with serve(tmp_path) as base:
        session = requests.Session()
        session.headers.update(HEAD)
        wanted = {"mimeType": SHEET, "name": "x"}
        url = f"{base}/drive/v3/files"

        def count() -> int:
            return len(session.get(url, timeout=9).json()["files"])

        for action, made in (("drop_before", 0), ("drop_after", 1), ("cut_body", 2)):
            _fault(base, method="files.create", action=action)
            with pytest.raises(requests.RequestException):
                session.post(url, json=wanted, timeout=9)
            assert count() == made
        _fault(base, method="files.list", action="delay", seconds=0.01)
        assert count() == 2
        report = session.get(f"{base}/_local/faults", timeout=9).json()["faults"]
        assert [(one["injected"], one["remaining"]) for one in report] == [(1, 0)] * 4
        session.close()


def test_faults_inside_the_process(google: Google, book: Book) -> None:
    """The adapter breaks in the same places."""
    session = requests.Session()
    session.headers.update(HEAD)
    session.mount("https://sheets.googleapis.com", LocalGoogleAdapter(google.app))
    url = f"https://sheets.googleapis.com{book.path}"
    for action, kind in (
        ("drop_before", requests.ConnectionError),
        ("cut_body", requests.exceptions.ChunkedEncodingError),
    ):
        google.ask("POST", "/_local/faults", {"method": "spreadsheets.get", "action": action})
        with pytest.raises(kind):
            session.get(url)
    answer = session.get(url, data=b"")
    assert (answer.status_code, answer.reason) == (200, "OK")
    assert session.get(f"{url}x").reason == "Error"
    session.close()


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (429, "Quota exceeded for quota metric 'Read requests'"),
        (500, "Internal error encountered."),
        (503, "The service is currently unavailable."),
        (504, "Deadline expired before operation could complete."),
        (403, "The caller does not have permission"),
        (409, "The operation failed."),
        (418, "Injected error."),
    ],
)
def test_injected_statuses(google: Google, book: Book, status: int, reason: str) -> None:
    """A fault of one document leaves the others alone and is used up."""
    other = google.new()
    fault = {"method": "spreadsheets.get", "spreadsheet": book.id, "status": status}
    google.ask("POST", "/_local/faults", fault)
    assert other.get()
    found, message = google.error("GET", book.path)
    assert (found, message.startswith(reason)) == (status, True)
    assert book.get()
    google.ask("DELETE", "/_local/faults")
    assert google.ask("GET", "/_local/faults") == {"faults": []}


def test_injected_drive_statuses(google: Google, book: Book) -> None:
    """Drive's form has reasons of its own."""
    for status, reason in ((429, b"rateLimitExceeded"), (500, b"backendError")):
        google.ask("POST", "/_local/faults", {"method": "files.get", "status": status})
        assert reason in google.raw("GET", book.file).body


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        [],
        {"status": 500},
        {"method": "x"},
        {"method": "x", "status": 200},
        {"method": "x", "status": 500, "action": "delay"},
        {"method": "x", "action": "explode"},
        {"method": "x", "status": 500, "count": 0},
        {"method": "x", "action": "delay", "seconds": -1},
        {"method": "x", "status": 500, "nope": 1},
    ],
)
def test_bad_faults(google: Google, body: JsonValue) -> None:
    """A fault that makes no sense is refused with a sentence."""
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    reply = google.raw("POST", "/_local/faults", sent)
    assert reply.status == 400
    assert json.loads(reply.body)["error"]


def test_counters_and_reset(google: Google, book: Book) -> None:
    """Reads, writes and Drive are counted apart; reset empties everything."""
    book.put("A1", [[1]])
    book.read("A1")
    book.get()
    counters = google.ask("GET", "/_local/counters")
    assert counters["owner@example.test"] == {"reads": 2, "writes": 1, "drive": 1}
    google.ask("POST", "/_local/counters/reset")
    assert google.ask("GET", "/_local/counters") == {"unsupported_formulas": {}}
    google.ask("POST", "/_local/reset")
    assert google.ask("GET", "/drive/v3/files")["files"] == []
    assert google.raw("GET", "/_local/nope").status == 404


def test_wsgi(google: Google, book: Book) -> None:
    """The application answers WSGI servers, raw paths included."""
    started: list[object] = []

    def start(status: str, headers: list[tuple[str, str]]) -> None:
        started.extend((status, headers))

    environ = {
        "REQUEST_METHOD": "PUT",
        "PATH_INFO": f"{book.path}/values/A1",
        "RAW_URI": f"{book.path}/values/Sheet1%21A1?valueInputOption=RAW",
        "QUERY_STRING": "valueInputOption=RAW",
        "HTTP_AUTHORIZATION": HEAD["Authorization"],
        "CONTENT_LENGTH": "19",
        "wsgi.input": io.BytesIO(b'{"values": [["a"]]}'),
    }
    body = b"".join(google.app(environ, start))
    assert started[0] == "200 OK"
    assert json.loads(body)["updatedRange"] == "Sheet1!A1"
    del environ["RAW_URI"]
    environ |= {"REQUEST_METHOD": "GET", "QUERY_STRING": "", "CONTENT_LENGTH": ""}
    assert json.loads(b"".join(google.app(environ, start)))["values"] == [["a"]]
