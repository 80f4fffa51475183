"""Clients for the conformance tests, and the rule that every test says where its truth is from."""

from collections.abc import Iterator

import gspread
import pytest
import requests

from deploy.local.emulator import LocalGoogleAdapter, create_app, serve
from deploy.local.emulator.shapes import JsonValue

PROVENANCE = {"recorded", "documented", "local_only"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a conformance test without exactly one provenance marker."""
    for item in items:
        if "/conformance/" not in item.path.as_posix():
            continue
        found = {mark.name for mark in item.iter_markers()} & PROVENANCE
        if len(found) != 1:
            raise pytest.UsageError(f"{item.nodeid} needs exactly one of {sorted(PROVENANCE)}")


class _Rewriting(gspread.HTTPClient):
    """gspread's client with Google's hosts replaced by the local server."""

    base = ""

    def request(self, method: str, endpoint: str, **more: JsonValue) -> requests.Response:
        """Send the request to the local server."""
        for host in ("https://sheets.googleapis.com", "https://www.googleapis.com"):
            endpoint = endpoint.replace(host, self.base)
        return super().request(method, endpoint, **more)


def _in_process(user: str) -> Iterator[gspread.Client]:
    app = create_app(None)
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {user}"
    for host in ("https://sheets.googleapis.com", "https://www.googleapis.com"):
        session.mount(host, LocalGoogleAdapter(app))
    client = gspread.Client(auth=None, session=session)
    yield client
    session.close()
    app.close()


def _over_socket(user: str) -> Iterator[gspread.Client]:
    with serve(None) as base:
        kind = type("_Client", (_Rewriting,), {"base": base})
        session = requests.Session()
        session.headers["Authorization"] = f"Bearer {user}"
        yield gspread.Client(auth=None, session=session, http_client=kind)
        session.close()


@pytest.fixture(params=["in_process", "socket"])
def client(request: pytest.FixtureRequest) -> Iterator[gspread.Client]:
    """An unmodified gspread client, once inside the process and once over a socket."""
    make = _in_process if request.param == "in_process" else _over_socket
    yield from make("owner@example.test")


@pytest.fixture
def book(client: gspread.Client) -> gspread.Spreadsheet:
    """A new spreadsheet of the client."""
    return client.create("Chiến dịch")
