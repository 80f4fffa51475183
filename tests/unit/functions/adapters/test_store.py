"""Bytes by path, in memory and in a folder."""

from pathlib import Path

import pytest

from functions.adapters.store import ObjectStorage
from functions.errors import StoreError


@pytest.fixture(params=["memory", "folder"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> ObjectStorage:
    """A store of each kind, the folder's name with a space and an accent."""
    if request.param == "memory":
        return ObjectStorage("memory:///")
    return ObjectStorage((tmp_path / "một thư mục").as_uri())


def test_what_is_stored_is_read_back(store: ObjectStorage) -> None:
    """Reading gives the last content, None where there is none."""
    store.put("a/b.json", b"1")
    store.put("a/b.json", b"2")

    assert (store.get("a/b.json"), store.get("a/c.json")) == (b"2", None)


def test_only_one_creates(store: ObjectStorage) -> None:
    """The second creator learns that it came late and changes nothing."""
    assert (store.create("x", b"1"), store.create("x", b"2")) == (True, False)
    assert store.get("x") == b"1"


def test_deleting_twice_is_fine(store: ObjectStorage) -> None:
    """What is gone is gone."""
    store.put("x", b"1")
    store.delete("x")
    store.delete("x")

    assert store.get("x") is None


def test_listing_is_sorted_and_below_the_folder(store: ObjectStorage) -> None:
    """Only paths below the folder, in order."""
    for path in ("n/2", "n/1", "m/3"):
        store.put(path, b"")

    assert list(store.list("n")) == ["n/1", "n/2"]


def test_an_unknown_kind_of_store_is_refused() -> None:
    """The error names the address that cannot be opened."""
    with pytest.raises(StoreError, match="nowhere"):
        ObjectStorage("nowhere://x")


def test_a_store_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    """A file in the place of the folder is an error with the address."""
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreError, match="cannot be opened"):
        ObjectStorage((tmp_path / "file").as_uri())


def test_failures_of_the_storage_are_our_errors(tmp_path: Path) -> None:
    """A path that cannot be written, read or deleted says so."""
    store = ObjectStorage(tmp_path.as_uri())
    store.put("a", b"1")

    for call in (
        lambda: store.put("a/b", b""),
        lambda: store.create("a/b", b""),
        lambda: store.get("a/b"),
        lambda: store.delete("a/b"),
    ):
        with pytest.raises(StoreError):
            call()
