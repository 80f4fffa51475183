"""Quotas per minute, the clock they go by, and the wait before an answer."""

import json
import threading
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from deploy.local.emulator import LocalGoogle, clock, create_app
from deploy.local.emulator.__main__ import main
from deploy.local.emulator.clock import BadAdvanceError, Clock
from deploy.local.emulator.latency import BadLatencyError, read_latency
from deploy.local.emulator.quota import GOOGLE, Limits
from deploy.local.emulator.shapes import Json, JsonValue
from tests.unit.deploy.local.emulator.conftest import Book, Google

MAI = "mai@example.test"


@pytest.fixture
def limited() -> Iterator[Google]:
    """An application with three requests per user and four per project."""
    app = create_app(None, limits=Limits(per_user=3, per_project=4))
    yield Google(app)
    app.close()


def _error(google: Google, user: str, path: str) -> Json:
    reply = google.raw("GET", path, user=user)
    assert reply.status == 429
    error: Json = json.loads(reply.body)["error"]
    return error


def test_googles_limits() -> None:
    """Sixty for a user and three hundred for a project, and none unless asked for."""
    assert (GOOGLE.per_user, GOOGLE.per_project) == (60, 300)
    app = create_app(None, limits=GOOGLE)
    google = Google(app)
    book = google.new()
    for _ in range(60):
        book.get()
    assert google.error("GET", book.path)[0] == 429
    app.close()


def test_a_user_has_a_minute(limited: Google) -> None:
    """Reads and writes are apart, Drive is free, and after a minute it begins again."""
    book = limited.new()
    for _ in range(3):
        book.get()
    error = _error(limited, "owner@example.test", book.path)
    assert error["status"] == "RESOURCE_EXHAUSTED"
    assert error["message"] == (
        "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per "
        "user' of service 'sheets.googleapis.com' for consumer 'project_number:1'."
    )
    book.put("A1", [[1]])
    limited.ask("GET", book.file)
    limited.ask("POST", "/_local/clock", {"advance_seconds": 59})
    assert limited.error("GET", book.path)[0] == 429
    limited.ask("POST", "/_local/clock", {"advance_seconds": 1})
    assert book.get()


def test_a_project_has_a_minute(limited: Google) -> None:
    """All users together are limited too, in words of their own; a reset forgets it."""
    book = limited.new()
    limited.ask("POST", f"{book.file}/permissions", {"type": "anyone", "role": "reader"})
    for user in (MAI, MAI, "lan@example.test", "tu@example.test"):
        limited.ask("GET", book.path, user=user)
    error = _error(limited, MAI, book.path)
    assert error["message"].startswith(
        "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute' of"
    )
    metadata = error["details"][0]["metadata"]
    assert metadata["quota_limit"] == "ReadRequestsPerMinutePerProject"
    limited.ask("POST", "/_local/reset")
    assert limited.error("GET", book.path, user=MAI)[0] == 404


def test_the_clock_moves_what_is_dated(google: Google, book: Book) -> None:
    """Files are dated by the advanced clock, which a reset sets right."""
    before = google.ask("GET", "/_local/clock")["now"]
    later = google.ask("POST", "/_local/clock", {"advance_seconds": 86400.5})["now"]
    assert later > before
    book.put("A1", [[1]])
    shown = google.ask("GET", book.file, fields="createdTime,modifiedTime")
    assert shown["modifiedTime"][:10] > shown["createdTime"][:10]
    google.ask("POST", "/_local/reset")
    assert google.ask("GET", "/_local/clock")["now"] < later


def test_formulas_go_by_the_clock(google: Google, book: Book) -> None:
    """TODAY is tomorrow after a day."""
    book.put("A1", [["=TODAY()"]])
    (today,) = book.read("A1", "UNFORMATTED_VALUE")[0]
    google.ask("POST", "/_local/clock", {"advance_seconds": 86400})
    assert book.read("A1", "UNFORMATTED_VALUE") == [[today + 1]]


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        {},
        {"advance_seconds": -1},
        {"advance_seconds": "60"},
        {"advance_seconds": True},
        b'{"advance_seconds": NaN}',
        b'{"advance_seconds": 1e300}',
        {"advance_seconds": 10**400},
        {"seconds": 1},
        [],
    ],
)
def test_bad_advances(google: Google, body: JsonValue) -> None:
    """A clock is moved forwards by a number of seconds."""
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    reply = google.raw("POST", "/_local/clock", sent)
    assert (reply.status, "error" in json.loads(reply.body)) == (400, True)


def test_clocks_are_apart() -> None:
    """One server's clock is not another's, and outside of both the time is real."""
    first, second = Clock(), Clock()
    first.advance(3600)
    with first.running():
        assert clock.now() - second.now() > timedelta(minutes=59)
    assert clock.now() - second.now() < timedelta(minutes=1)
    with pytest.raises(BadAdvanceError):
        first.advance(10**10)


@pytest.mark.parametrize(("text", "seconds"), [("150ms", 0.15), ("0.2s", 0.2), ("0ms", 0.0)])
def test_latencies(text: str, seconds: float) -> None:
    """Latencies are written with their unit."""
    assert read_latency(text) == pytest.approx(seconds)


@pytest.mark.parametrize("text", ["", "150", "-1s", "61s", "1m", "1e3s"])
def test_bad_latencies(text: str) -> None:
    """Anything else is refused."""
    with pytest.raises(BadLatencyError, match="at most a minute"):
        read_latency(text)


def test_waiting_requests_overlap(monkeypatch: pytest.MonkeyPatch) -> None:
    """The wait holds no lock: both requests wait at the same time."""
    app = create_app(None, latency=0.25)
    both = threading.Barrier(2, timeout=20)
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        both.wait()

    monkeypatch.setattr(time, "sleep", wait)
    threads = [threading.Thread(target=_list, args=(app,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert waits == [0.25, 0.25]
    app.close()


def _list(app: LocalGoogle) -> None:
    Google(app).ask("GET", "/drive/v3/files")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--port", "65536"],
        ["--port", "x"],
        ["--latency", "fast"],
        ["--quota", "none"],
        ["--host", "192.0.2.1"],
    ],
)
def test_bad_options(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong options are named and end the program with 2."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert arguments[0].strip("-") in capsys.readouterr().err or arguments[0] == "--host"
