"""One run at a time."""

import json

import pytest

from functions.adapters.store import ObjectStorage
from functions.errors import RunInProgress
from functions.runs.lease import PATH, TERM, lease
from tests.fakes.google import FakeClock


def test_a_lease_ends_with_its_run_even_when_it_fails() -> None:
    """A crash leaves nothing behind."""
    store = ObjectStorage("memory:///")
    with pytest.raises(ValueError, match="crash"), lease(store, FakeClock(), "a"):
        raise ValueError("crash")

    assert store.get(PATH) is None


def test_a_lease_past_its_term_is_taken_over() -> None:
    """A run that was killed blocks nobody for longer than its term."""
    store, clock = ObjectStorage("memory:///"), FakeClock()
    store.put(PATH, json.dumps({"until": (clock.now() + TERM).isoformat()}).encode())
    with pytest.raises(RunInProgress), lease(store, clock, "b"):
        pass

    clock.pass_time(hours=1, seconds=1)
    with lease(store, clock, "b"):
        assert json.loads(store.get(PATH) or b"")["run_id"] == "b"


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"until": 3}'])
def test_a_lease_that_makes_no_sense_is_taken_over(content: bytes) -> None:
    """Nothing that a broken file says can stop the nights for good."""
    store = ObjectStorage("memory:///")
    store.put(PATH, content)

    with lease(store, FakeClock(), "a"):
        assert store.get(PATH) != content


def test_a_lease_that_another_run_took_over_is_not_removed() -> None:
    """A run that took too long must not open the door for a third one."""
    store = ObjectStorage("memory:///")
    with lease(store, FakeClock(), "slow"):
        store.put(PATH, b"another")

    assert store.get(PATH) == b"another"


def test_the_race_for_an_expired_lease_has_one_winner() -> None:
    """Whoever creates the object first runs."""

    class Race(ObjectStorage):
        def delete(self, path: str) -> None:
            super().delete(path)
            self.put(path, b"another")

    store = Race("memory:///")
    store.put(PATH, b"{}")

    with pytest.raises(RunInProgress, match="just now"), lease(store, FakeClock(), "late"):
        pass
