"""When a night ran, as its readers are told."""

from datetime import datetime

from functions.config import LOCAL_TIME
from functions.runs.nightly import _ran_at

NOW = datetime(2024, 8, 13, 2, 5, tzinfo=LOCAL_TIME)


def test_a_run_is_named_by_when_it_was_due() -> None:
    """Retries of one run show one time, in Viet Nam's hours."""
    assert _ran_at("2024-08-12T19:00:00Z", NOW) == datetime(2024, 8, 13, 2, 0, tzinfo=LOCAL_TIME)


def test_no_run_is_dated_in_the_future() -> None:
    """A run started by hand bears the next night's time; it ran now."""
    assert _ran_at("2024-08-13T19:00:00Z", NOW) == NOW


def test_a_run_named_otherwise_ran_now() -> None:
    """Any word may name a run; a time without a zone says nothing."""
    assert (_ran_at("by hand", NOW), _ran_at("2024-08-12T19:00:00", NOW)) == (NOW, NOW)
