"""Two ways for unmodified gspread to reach one local server, for any number of users."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Protocol

import gspread
import requests

from deploy.local.emulator import LocalGoogleAdapter, create_app, serve
from deploy.local.emulator.shapes import JsonValue

OWNER = "owner@example.test"
SHEETS = "https://sheets.googleapis.com"
DRIVE = "https://www.googleapis.com"


class Server(Protocol):
    """A local server as its clients see it."""

    def sign_in(
        self, user: str, http_client: type[gspread.HTTPClient] = gspread.HTTPClient
    ) -> gspread.Client:
        """Return a gspread client that acts for ``user``."""

    def request(
        self, verb: str, url: str, user: str | None = OWNER, **more: JsonValue
    ) -> requests.Response:
        """Send a plain request to one of Google's URLs; ``user`` None sends no token."""

    def control(self, verb: str, path: str, body: JsonValue = None) -> JsonValue:
        """Return the answer of a control route."""


class _Sessions:
    """Opens sessions and closes them at the end."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack

    def session(self, user: str | None) -> requests.Session:
        session = self._stack.enter_context(requests.Session())
        if user is not None:
            session.headers["Authorization"] = f"Bearer {user}"
        return session

    def request(
        self, verb: str, url: str, user: str | None = OWNER, **more: JsonValue
    ) -> requests.Response:
        return self.session(user).request(verb, url, **more)

    def control(self, verb: str, path: str, body: JsonValue = None) -> JsonValue:
        return self.request(verb, f"{SHEETS}/_local/{path}", json=body).json()


class InProcess(_Sessions):
    """gspread's session with the application mounted on Google's hosts."""

    def __init__(self, stack: ExitStack) -> None:
        super().__init__(stack)
        self._app = create_app(None)
        stack.callback(self._app.close)

    def session(self, user: str | None) -> requests.Session:
        """Return a session whose requests to Google stay in the process."""
        session = super().session(user)
        for host in (SHEETS, DRIVE):
            session.mount(host, LocalGoogleAdapter(self._app))
        return session

    def sign_in(
        self, user: str, http_client: type[gspread.HTTPClient] = gspread.HTTPClient
    ) -> gspread.Client:
        """Return a client of the application."""
        return gspread.Client(auth=None, session=self.session(user), http_client=http_client)


class OverSocket(_Sessions):
    """gspread's HTTP client with Google's hosts replaced by the server's address."""

    def __init__(self, stack: ExitStack) -> None:
        super().__init__(stack)
        self._base = stack.enter_context(serve(None))

    def request(
        self, verb: str, url: str, user: str | None = OWNER, **more: JsonValue
    ) -> requests.Response:
        """Send the request to the server's address."""
        return super().request(verb, _moved(url, self._base), user, **more)

    def sign_in(
        self, user: str, http_client: type[gspread.HTTPClient] = gspread.HTTPClient
    ) -> gspread.Client:
        """Return a client of the server."""
        base = self._base

        class Rewriting(http_client):  # type: ignore[valid-type,misc]
            def request(self, method: str, endpoint: str, **more: JsonValue) -> requests.Response:
                return super().request(method, _moved(endpoint, base), **more)

        return gspread.Client(auth=None, session=self.session(user), http_client=Rewriting)


def _moved(url: str, base: str) -> str:
    for host in (SHEETS, DRIVE):
        url = url.replace(host, base)
    return url


@contextmanager
def reached(kind: str) -> Iterator[Server]:
    """Run a server that is reached ``in_process`` or over a ``socket``."""
    with ExitStack() as stack:
        yield InProcess(stack) if kind == "in_process" else OverSocket(stack)
