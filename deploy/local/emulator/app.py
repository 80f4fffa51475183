"""The server without a transport: one call in, one reply out."""

import contextlib
import sys
import threading
import time
import traceback
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from deploy.local.emulator import errors, injection, routes
from deploy.local.emulator.answer_fields import apply_fields
from deploy.local.emulator.call import Call, Reply, json_reply
from deploy.local.emulator.clock import Clock
from deploy.local.emulator.context import Context
from deploy.local.emulator.discovery.queries import Query, read_drive_query, read_query
from deploy.local.emulator.discovery.tables import api
from deploy.local.emulator.faults import Dropped, Faults
from deploy.local.emulator.meters import Meters
from deploy.local.emulator.oauth import endpoint
from deploy.local.emulator.oauth.access import caller
from deploy.local.emulator.oauth.authority import Authority
from deploy.local.emulator.quota import Limits, Quota
from deploy.local.emulator.responses.control import PREFIX, Control
from deploy.local.emulator.routes import Route
from deploy.local.emulator.state.storage import Storage
from deploy.local.emulator.state.store import Store

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


class LocalGoogle:
    """Google Sheets and Drive for one machine; also a WSGI application.

    Args:
        data: Folder to keep everything in; None keeps it in memory.
        limits: Requests allowed in a minute; None allows all.
        latency: Seconds to wait before every answer.

    Raises:
        FolderInUseError: Another process works on ``data``.
    """

    def __init__(
        self, data: Path | None, *, limits: Limits | None = None, latency: float = 0.0
    ) -> None:
        self.store = Store(Storage(data))
        self.meters = Meters()
        self.faults = Faults()
        self.clock = Clock()
        self.quota = Quota(limits)
        self.authority = Authority(data)
        self._latency = latency
        self._control = Control(
            self.store, self.meters, self.faults, self.clock, self.quota, self.authority
        )
        self._lock = threading.RLock()

    def close(self) -> None:
        """Let go of the data folder."""
        with self._lock:
            self.store.close()

    def handle(self, call: Call) -> Reply:
        """Return the answer to one request.

        Raises:
            Dropped: A fault asked for the connection to break.
        """
        try:
            if call.path.startswith(PREFIX):
                with self._lock, self.clock.running():
                    return self._control.handle(call)
            time.sleep(self._latency)
            if call.path == endpoint.PATH:
                return endpoint.answer(self.authority, call, self.clock.now())
            with self.clock.running():
                return self._answer(call)
        except errors.GoogleError as error:
            return json_reply(error.body, error.status)
        except Dropped:
            raise
        except Exception:  # noqa: BLE001 - whatever happens, clients get Google's form
            traceback.print_exc(file=sys.stderr)
            failure = errors.sheets_error(500, "Internal error encountered.")
            return json_reply(failure.body, failure.status)

    def _answer(self, call: Call) -> Reply:
        found = routes.match(call.verb, call.path)
        if found is None:
            raise errors.no_such_method()
        route, params = found
        now = self.clock.now()
        user = caller(self.authority, call, route.method, now)
        with self._lock:
            self.meters.count(user, route.kind)
            self.quota.spend(user, route.kind, now)
            subject = params.get("spreadsheetId", params.get("fileId"))
            fault = self.faults.take(route.method, subject)
        replaced = injection.before(fault, route)
        if replaced is not None:
            return replaced
        with self._lock:
            reply = self._dispatch(call, route, params, user)
        return injection.after(fault, reply)

    def _dispatch(self, call: Call, route: Route, params: dict[str, str], user: str) -> Reply:
        tables = api("drive" if route.drive else "sheets")
        query = _query(call, route)
        if route.handler is None:
            lacking = errors.drive_unimplemented if route.drive else errors.unimplemented
            raise lacking(route.method)
        context = Context(self.store, user, call, params, query, tables)
        change = contextlib.nullcontext() if route.reads else self.store.change()
        with change:
            result = route.handler(context)
            # A mask that names nothing refuses the request, so nothing of it may stay.
            shown = result if isinstance(result, Reply) else apply_fields(context, route, result)
        if isinstance(shown, Reply):
            return shown
        return json_reply(shown, pretty=query.flag("prettyPrint", default=True))

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one WSGI request; a dropped connection surfaces as ConnectionError."""
        sent = str(environ.get("CONTENT_LENGTH", ""))
        length = int(sent) if sent.isascii() and sent.isdigit() else 0
        raw = environ.get("RAW_URI") or environ.get("REQUEST_URI") or environ["PATH_INFO"]
        path = str(raw).partition("?")[0]
        headers = {
            key[5:].replace("_", "-").lower(): value
            for key, value in environ.items()
            if key.startswith("HTTP_")
        }
        headers["content-type"] = environ.get("CONTENT_TYPE", "")
        body = environ["wsgi.input"].read(length) if length else b""
        query = parse_query(environ.get("QUERY_STRING", ""))
        reply = self.handle(Call(environ["REQUEST_METHOD"], path, query, headers, body))
        shown = [("Content-Type", reply.content_type), *reply.headers]
        start_response(
            f"{reply.status} {phrase(reply.status)}",
            [*shown, ("Content-Length", str(len(reply.body)))],
        )
        return _paced(reply)


def phrase(status: int) -> str:
    """Return the words that go with a status code."""
    known = {one.value: one.phrase for one in HTTPStatus}
    return known.get(status, "Error")


def parse_query(text: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of a query string in order, empty values kept."""
    return tuple(parse_qsl(text, keep_blank_values=True))


def _paced(reply: Reply) -> Iterator[bytes]:
    for seconds, piece in reply.pieces():
        time.sleep(seconds)
        yield piece


def _query(call: Call, route: Route) -> Query:
    tables = api("drive" if route.drive else "sheets")
    if not route.drive:
        return read_query(tables, tables.methods[route.method], call.query)
    if call.path.startswith("/upload/"):
        # The v2 upload has parameters of its own (convert) that the v3 tables do not know.
        return Query({name: [value] for name, value in call.query})
    return read_drive_query(tables, tables.methods[route.method], call.query)
