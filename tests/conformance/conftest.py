"""Clients for the conformance tests, and the rule that every test says where its truth is from."""

from collections.abc import Iterator
from pathlib import Path

import gspread
import pytest

from tests.conformance import recorder
from tests.conformance.reach import OWNER, Server, reached

PROVENANCE = {"recorded", "documented", "local_only"}
HERE = Path(__file__).parent
LAST = "test_complete.py"


def _here(item: pytest.Item) -> bool:
    return item.path.parent == HERE


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Refuse a test without exactly one provenance marker; ask for completeness at the end.

    Whether every method was called can only be told after all tests of this folder: the question
    is moved behind them and not asked when only some of them run.
    """
    for item in items:
        found = {mark.name for mark in item.iter_markers()} & PROVENANCE
        if _here(item) and len(found) != 1:
            raise pytest.UsageError(f"{item.nodeid} needs exactly one of {sorted(PROVENANCE)}")
    asked = [item for item in items if _here(item) and item.path.name == LAST]
    others = [item for item in items if item not in asked]
    files = {item.path.name for item in others if _here(item)} | {LAST}
    narrowed = any("::" in argument for argument in config.args) or any(
        config.getoption(name, default=None) for name in ("keyword", "markexpr", "lf")
    )
    if narrowed or not {path.name for path in HERE.glob("test_*.py")} <= files:
        config.hook.pytest_deselected(items=asked)
        asked = []
    items[:] = [*others, *asked]


@pytest.fixture(autouse=True)
def recording() -> Iterator[None]:
    """Note which methods of gspread a test calls."""
    with recorder.recording():
        yield


@pytest.fixture(params=["in_process", "socket"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """A new local server, once inside the process and once over a socket."""
    with reached(request.param) as found:
        yield found


@pytest.fixture
def client(server: Server) -> gspread.Client:
    """An unmodified gspread client of the owner."""
    return server.sign_in(OWNER)


@pytest.fixture
def book(client: gspread.Client) -> gspread.Spreadsheet:
    """A new spreadsheet of the client."""
    return client.create("Chiến dịch")


@pytest.fixture
def sheet(book: gspread.Spreadsheet) -> gspread.Worksheet:
    """The first tab of a new spreadsheet."""
    return book.sheet1
