"""Keeps two runs apart: whoever creates the lease object first runs, the other one does not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from functions.errors import RunInProgress
from functions.ports import Clock, Store

PATH = "lease.json"
TERM = timedelta(minutes=60)
"""How long a run may take. A lease that is older was left behind by a run that was killed."""


@contextmanager
def lease(store: Store, clock: Clock, run_id: str) -> Iterator[None]:
    """Hold the lease while the block runs; raise RunInProgress when another run holds it."""
    content = json.dumps({"run_id": run_id, "until": (clock.now() + TERM).isoformat()}).encode()
    if not store.create(PATH, content):
        if not _expired(store.get(PATH), clock.now()):
            raise RunInProgress("another run holds the lease")
        store.delete(PATH)
        if not store.create(PATH, content):
            raise RunInProgress("another run took the lease just now")
    try:
        yield
    finally:
        if store.get(PATH) == content:
            store.delete(PATH)


def _expired(content: bytes | None, now: datetime) -> bool:
    if content is None:
        return True
    try:
        return datetime.fromisoformat(json.loads(content)["until"]) <= now
    except (ValueError, KeyError, TypeError):
        return True
