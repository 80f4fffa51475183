"""The paced client: what is retried, how long, and what is not."""

import pytest
import requests
from google.oauth2.credentials import Credentials
from gspread.exceptions import APIError

from functions.adapters.http import PacedClient
from tests.fakes.google import FakeTime, ScriptedSession, answer

SHEET = "https://sheets.googleapis.com/v4/spreadsheets/ID"
QUOTA = '{"error": {"code": 403, "message": "x", "errors": [{"reason": "rateLimitExceeded"}]}}'
DENIED = '{"error": {"code": 403, "message": "The caller does not have permission"}}'


def client(
    *answers: requests.Response | Exception, repeat_writes: bool = True, address: str = ""
) -> tuple[PacedClient, ScriptedSession, FakeTime]:
    """Return a client on scripted answers."""
    time = FakeTime()
    session = ScriptedSession(*answers)
    found = PacedClient(
        Credentials("token"),  # type: ignore[no-untyped-call]
        address,
        per_minute=5,
        repeat_writes=repeat_writes,
        sleep=time.sleep,
        now=time.now,
    )
    found.session = session
    return found, session, time


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_passing_errors_are_retried(status: int) -> None:
    """A status that passes is asked again until it has passed."""
    found, session, _ = client(answer(status), answer(status), answer(200))

    assert found.request("get", SHEET).status_code == 200
    assert (len(session.requests), found.reads) == (3, 3)


@pytest.mark.parametrize("status", [400, 401, 404, 501])
def test_lasting_errors_are_not_retried(status: int) -> None:
    """A status that will not pass is an error at once."""
    found, session, _ = client(answer(status))

    with pytest.raises(APIError):
        found.request("get", SHEET)
    assert len(session.requests) == 1


def test_a_403_is_retried_for_quota_only() -> None:
    """Being too fast passes, not being allowed does not."""
    found, session, _ = client(answer(403, QUOTA), answer(200))
    assert found.request("post", SHEET).ok
    assert (len(session.requests), found.writes) == (2, 2)

    found, session, _ = client(answer(403, DENIED))
    with pytest.raises(APIError):
        found.request("post", SHEET)


@pytest.mark.parametrize(
    "error",
    [
        requests.ConnectionError(),
        requests.Timeout(),
        requests.exceptions.ChunkedEncodingError(),
    ],
)
def test_lost_connections_are_retried(error: Exception) -> None:
    """No answer, or half of one, is asked for again."""
    found, _, _ = client(error, answer(200))

    assert found.request("get", SHEET).ok


def test_retrying_ends_with_the_last_error() -> None:
    """After five minutes of failing the caller hears of it, pauses never above the cap."""
    found, _, time = client(*[answer(503)] * 500)

    with pytest.raises(APIError):
        found.request("get", SHEET)
    assert time.seconds <= 300 + 60
    assert max(time.pauses) <= 64


def test_a_lost_connection_ends_as_such() -> None:
    """When the deadline passes without any answer, the connection's error is raised."""
    found, _, _ = client(*[requests.ConnectionError()] * 500)

    with pytest.raises(requests.ConnectionError):
        found.request("get", SHEET)


def test_creating_things_is_not_repeated_after_a_lost_answer() -> None:
    """A request that may have had its effect is not sent twice; a refused one is."""
    found, session, _ = client(requests.ConnectionError(), repeat_writes=False)
    with pytest.raises(requests.ConnectionError):
        found.request("post", SHEET)
    assert len(session.requests) == 1

    found, session, _ = client(answer(429), answer(200), repeat_writes=False)
    assert found.request("post", SHEET).ok


def test_a_sixth_call_in_a_minute_waits() -> None:
    """Reads are paced before Google has to refuse them, writes on their own."""
    found, _, time = client(*[answer(200)] * 12)

    for _ in range(5):
        found.request("get", SHEET)
        found.request("post", SHEET)
    assert time.seconds == 0
    found.request("get", SHEET)
    assert time.seconds == 60
    assert (found.reads, found.writes) == (6, 5)


def test_drive_is_neither_paced_nor_counted() -> None:
    """Only Sheets requests use up the Sheets quota."""
    found, _, time = client(*[answer(200)] * 9)

    for _ in range(9):
        found.request("get", "https://www.googleapis.com/drive/v3/files")

    assert (found.reads, time.seconds) == (0, 0)


def test_a_local_address_replaces_googles_hosts() -> None:
    """Only the address differs between the local Google and the real one."""
    found, session, _ = client(answer(200), answer(200), address="http://127.0.0.1:9")

    found.request("get", SHEET)
    found.request("get", "https://www.googleapis.com/drive/v3/files")

    assert [url for _, url in session.requests] == [
        "http://127.0.0.1:9/v4/spreadsheets/ID",
        "http://127.0.0.1:9/drive/v3/files",
    ]
