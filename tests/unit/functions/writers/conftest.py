"""The local Google inside the process, through the product's own adapters."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from deploy.local.emulator import LocalGoogle, LocalGoogleAdapter, create_app
from functions.adapters.auth import credentials
from functions.adapters.http import PacedClient
from functions.adapters.sheets import GoogleWorkbookFactory, GoogleWorkbooks
from tests.nights import RAN_AT

OWNER = "owner@example.test"
OFFICER = "officer@example.test"


class _Clock:
    def now(self) -> datetime:
        return RAN_AT


class Google:
    """One local Google, as its users see it."""

    def __init__(self, app: LocalGoogle) -> None:
        self._app = app
        self.clock = app.clock
        self.owner, self.officer = OWNER, OFFICER
        self.factory = GoogleWorkbookFactory(self.client(OWNER))
        self.workbooks = self.as_user(OWNER)

    def client(self, user: str) -> PacedClient:
        """Return gspread's client of one user."""
        client = PacedClient(credentials(user), per_minute=1000)
        for host in ("https://sheets.googleapis.com", "https://www.googleapis.com"):
            client.session.mount(host, LocalGoogleAdapter(self._app))
        return client

    def as_user(self, user: str) -> GoogleWorkbooks:
        """Return the workbooks of one user."""
        return GoogleWorkbooks(self.client(user), _Clock())


@pytest.fixture
def google() -> Iterator[Google]:
    """A local Google without any workbook."""
    app = create_app(None)
    yield Google(app)
    app.close()
