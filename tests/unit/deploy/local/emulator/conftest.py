"""A client for the unit tests: plain HTTP calls without HTTP."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from deploy.local.emulator import LocalGoogle, create_app
from deploy.local.emulator.call import Call, Reply
from deploy.local.emulator.shapes import JsonValue

OWNER = "owner@example.test"


class Google:
    """Sends requests to one application and reads the JSON answers."""

    def __init__(self, app: LocalGoogle) -> None:
        self.app = app

    def raw(
        self, verb: str, path: str, body: JsonValue = None, user: str = OWNER, **query: JsonValue
    ) -> Reply:
        """Return the reply to one request; ``body`` may be bytes or something for JSON."""
        sent = body if isinstance(body, bytes) else json.dumps(body or {}).encode()
        pairs = [
            (name, str(item))
            for name, value in query.items()
            for item in (value if isinstance(value, list) else [value])
        ]
        headers = {"authorization": f"Bearer {user}", "content-type": "application/json"}
        return self.app.handle(Call(verb, path, tuple(pairs), headers, sent))

    def ask(
        self, verb: str, path: str, body: JsonValue = None, user: str = OWNER, **query: JsonValue
    ) -> JsonValue:
        """Return the JSON of a request that succeeds."""
        reply = self.raw(verb, path, body, user, **query)
        assert reply.status in (200, 204), reply.body.decode()
        return json.loads(reply.body) if reply.body else None

    def error(
        self, verb: str, path: str, body: JsonValue = None, user: str = OWNER, **query: JsonValue
    ) -> JsonValue:
        """Return ``(status, message)`` of a request that fails."""
        reply = self.raw(verb, path, body, user, **query)
        assert reply.status >= 400, reply.body.decode()
        return reply.status, json.loads(reply.body)["error"]["message"]

    def new(self, name: str = "Book", user: str = OWNER) -> "Book":
        """Return a new spreadsheet."""
        wanted = {"name": name, "mimeType": "application/vnd.google-apps.spreadsheet"}
        return Book(self, self.ask("POST", "/drive/v3/files", wanted, user)["id"])


class Book:
    """One spreadsheet of a ``Google``."""

    def __init__(self, google: Google, file_id: str) -> None:
        self.google = google
        self.id = file_id
        self.path = f"/v4/spreadsheets/{file_id}"
        self.file = f"/drive/v3/files/{file_id}"

    def get(self, **query: JsonValue) -> JsonValue:
        """Return spreadsheets.get."""
        return self.google.ask("GET", self.path, **query)

    def sheet(self, number: int = 0) -> JsonValue:
        """Return one entry of ``sheets``."""
        return self.get()["sheets"][number]

    def do(self, kind: str, body: JsonValue, user: str = OWNER) -> JsonValue:
        """Return the reply to one batchUpdate request."""
        sent = {"requests": [{kind: body}]}
        answer = self.google.ask("POST", f"{self.path}:batchUpdate", sent, user)
        return answer["replies"][0].get(kind, {})

    def refused(self, kind: str, body: JsonValue, user: str = OWNER) -> str:
        """Return the message of a batchUpdate request that fails, without its prefix."""
        sent = {"requests": [{kind: body}]}
        _, message = self.google.error("POST", f"{self.path}:batchUpdate", sent, user)
        return message.removeprefix(f"Invalid requests[0].{kind}: ")

    def put(
        self, place: str, values: JsonValue, option: str = "USER_ENTERED", user: str = OWNER
    ) -> JsonValue:
        """Return values.update."""
        path = f"{self.path}/values/{quote(place, safe='')}"
        return self.google.ask("PUT", path, {"values": values}, user, valueInputOption=option)

    def read(self, place: str, option: str = "FORMATTED_VALUE", **query: JsonValue) -> JsonValue:
        """Return the values of a range."""
        path = f"{self.path}/values/{quote(place, safe='')}"
        answer = self.google.ask("GET", path, valueRenderOption=option, **query)
        return answer.get("values", [])

    def cells(self, mask: str, **query: JsonValue) -> JsonValue:
        """Return rowData of the first range through a mask of CellData."""
        data = self.get(fields=f"sheets.data.rowData.values({mask})", **query)
        return data["sheets"][0]["data"][0].get("rowData", [])

    def cell(self, mask: str, place: str = "A1") -> JsonValue:
        """Return CellData of one cell."""
        rows = self.cells(mask, ranges=place)
        return rows[0]["values"][0] if rows else {}


@pytest.fixture
def google() -> Iterator[Google]:
    """An application in memory."""
    app = create_app(None)
    yield Google(app)
    app.close()


@pytest.fixture
def book(google: Google) -> Book:
    """A new spreadsheet."""
    return google.new()


@pytest.fixture(scope="session")
def key_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose key is made once."""
    place = tmp_path_factory.mktemp("google")
    app = create_app(place)
    assert app.authority.key
    app.close()
    return place


@pytest.fixture
def keyed(key_folder: Path) -> Iterator[LocalGoogle]:
    """An application that has its key already."""
    app = create_app(key_folder)
    yield app
    app.close()
