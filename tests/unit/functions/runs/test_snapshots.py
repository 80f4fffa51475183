"""Every grid is kept once, and the last good one is found again."""

from dataclasses import replace
from datetime import timedelta

from functions.adapters.store import ObjectStorage
from functions.domain.workbook import CellError, Tab, Workbook
from functions.runs.snapshots import keep, keep_night, last_good
from tests.fakes.google import FakeClock

TAB = Tab(
    7,
    "Nhu cầu",
    0,
    rows=(("a", 1, 2.5, True, None, CellError("#REF!")), ()),
    key="needs",
    column_keys={0: "need_id"},
    formulas={(0, 1): "=1"},
    row_count=10,
    column_count=6,
)
WORKBOOK = Workbook("ID", "W", (TAB,), FakeClock().now(), "vi_VN", "Asia/Ho_Chi_Minh")


def test_the_last_good_workbook_comes_back_whole() -> None:
    """Every cell, error, formula and key is as it was read."""
    store = ObjectStorage("memory:///")
    keep(store, WORKBOOK)

    assert last_good(store, "ID") == WORKBOOK


def test_the_same_grid_is_stored_once_but_its_time_moves_on() -> None:
    """A night without edits adds no grid; the age of the data is that of the last reading."""
    store = ObjectStorage("memory:///")
    later = replace(WORKBOOK, read_at=WORKBOOK.read_at + timedelta(days=1))

    assert keep(store, WORKBOOK) == keep(store, later)
    assert len(store.list("grids")) == 1
    found = last_good(store, "ID")
    assert found is not None
    assert found.read_at == later.read_at


def test_a_changed_grid_is_stored_beside_the_old_one() -> None:
    """Nothing that was ever read is overwritten."""
    store = ObjectStorage("memory:///")
    keep(store, WORKBOOK)
    keep(store, replace(WORKBOOK, tabs=()))

    assert len(store.list("grids")) == 2


def test_what_was_never_read_is_not_known() -> None:
    """Neither a workbook that is new nor one whose grid was purged comes back."""
    store = ObjectStorage("memory:///")
    assert last_good(store, "ID") is None

    digest = keep(store, WORKBOOK)
    store.delete(f"grids/ID/{digest}.json.gz")
    assert last_good(store, "ID") is None


def test_a_night_is_named_by_its_run() -> None:
    """The run id becomes a name that every storage takes."""
    store = ObjectStorage("memory:///")
    keep_night(store, "2024-08-12T19:00:00Z", {"ID": "abc"})

    assert list(store.list("nights")) == ["nights/2024-08-12T19-00-00Z.json"]
