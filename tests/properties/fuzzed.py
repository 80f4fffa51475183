"""One filled document on one application, copied for every hostile example."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from hypothesis import HealthCheck, settings

from deploy.local.emulator import LocalGoogle, create_app
from deploy.local.emulator.app import parse_query
from deploy.local.emulator.call import Call, Reply
from deploy.local.emulator.discovery.tables import api
from deploy.local.emulator.routes import ROUTES, Route
from deploy.local.emulator.shapes import JsonValue
from tests.properties.google_content import ADDED, CONTENT

HEADERS = {"authorization": "Bearer owner@example.test", "content-type": "application/json"}
BODY_ROUTES = [route for route in ROUTES if route.verb in ("POST", "PUT", "PATCH")]
SHOWN = (
    "namedRanges,sheets(properties,merges,conditionalFormats,filterViews,basicFilter,charts,"
    "protectedRanges(range,description,warningOnly,unprotectedRanges),bandedRanges,slicers,"
    "tables,rowGroups,columnGroups,data.rowData)"
)

few = settings(suppress_health_check=list(HealthCheck))
"""Bodies are large and a fixture lives as long as the test: both are meant."""


class Fuzzed:
    """One application with one filled document, copied for every example."""

    def __init__(self, app: LocalGoogle) -> None:
        self.app = app
        made = self.send(
            "POST",
            "/drive/v3/files",
            {"name": "mẫu", "mimeType": "application/vnd.google-apps.spreadsheet"},
        )
        self._model = json.loads(made.body)["id"]
        filled = self.send(
            "POST", f"/v4/spreadsheets/{self._model}:batchUpdate", {"requests": CONTENT}
        )
        assert filled.status == 200, filled.body.decode()
        for request in ADDED:
            self.send(
                "POST", f"/v4/spreadsheets/{self._model}:batchUpdate", {"requests": [request]}
            )
        self.untouched = self.state(self.copy())

    def copy(self, file_id: str | None = None) -> str:
        """Return the id of a fresh copy of a document, without an id of the filled one."""
        made = self.send("POST", f"/drive/v3/files/{file_id or self._model}/copy", {})
        return str(json.loads(made.body)["id"])

    def send(self, verb: str, path: str, body: JsonValue = None, query: str = "") -> Reply:
        """Return the reply; ``body`` may be bytes."""
        sent = body if isinstance(body, bytes) else _bytes(body)
        return self.app.handle(Call(verb, path, parse_query(query), HEADERS, sent))

    def state(self, file_id: str) -> str:
        """Return everything a document shows, with its own id taken out."""
        return self._text(f"/v4/spreadsheets/{file_id}", "includeGridData=true", file_id)

    def file(self, file_id: str) -> str:
        """Return all that Drive says about a document."""
        return self._text(f"/drive/v3/files/{file_id}", "fields=*", file_id)

    def _text(self, path: str, query: str, file_id: str) -> str:
        reply = self.send("GET", path, query=query)
        assert reply.status == 200, reply.body.decode()
        return reply.body.decode().replace(file_id, "ID")

    def shown(self, file_id: str) -> str:
        """Return what a copy of a document has to show as well."""
        return self._text(f"/v4/spreadsheets/{file_id}", f"fields={SHOWN}", file_id)

    def check_alive(self, file_id: str) -> None:
        """Fail unless the document can still be read."""
        for path, query in (
            (f"/v4/spreadsheets/{file_id}", ""),
            (f"/v4/spreadsheets/{file_id}/values:batchGet", "ranges=A1:D9"),
        ):
            reply = self.send("GET", path, query=query)
            assert reply.status == 200, reply.body.decode()


def _bytes(body: JsonValue) -> bytes:
    return b"" if body is None else json.dumps(body).encode("utf-8", "surrogatepass")


@contextmanager
def fuzzed_application() -> Iterator[Fuzzed]:
    """Run an application with a filled document."""
    app = create_app(None)
    yield Fuzzed(app)
    app.close()


def check_form(reply: Reply) -> None:
    """Fail unless the reply is an answer or an error in Google's form."""
    assert reply.status < 500 or reply.status == 501, reply.body.decode()
    if reply.status < 300:
        if reply.content_type.startswith("application/json"):
            json.loads(reply.body)
        return
    assert reply.status >= 400
    assert reply.content_type == "application/json; charset=UTF-8"
    error = json.loads(reply.body)["error"]
    assert error["code"] == reply.status
    assert isinstance(error["message"], str)
    assert error["message"]
    assert isinstance(error.get("status"), str) or error["errors"][0]["reason"]


@cache
def schema_of(route: Route) -> str:
    """Return the schema of a route's body."""
    tables = api("drive" if route.drive else "sheets")
    return tables.methods[route.method].body or "File"


def path_of(route: Route, book: str, piece: str) -> str:
    """Return the route's path with a document and ``piece`` in place of everything else."""
    shown = route.pattern.pattern.strip("^$")
    for name in ("spreadsheetId", "fileId"):
        shown = shown.replace(f"(?P<{name}>[^/:]+)", book)
    while "(?P<" in shown:
        start = shown.index("(?P<")
        end = shown.index(")", start)
        shown = shown[:start] + piece + shown[end + 1 :]
    return shown
