"""Every grid as it was read, kept before anything is written: nothing typed can be lost.

Grids are stored by their content, so that a night without edits stores nothing new:
`grids/WORKBOOK/DIGEST.json.gz`, the last good one of each workbook in `latest/WORKBOOK.json`, and
what a night read in `nights/RUN.json`.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping

from functions.domain.workbook import Workbook, digest, from_json, to_json
from functions.ports import Store


def keep(store: Store, workbook: Workbook) -> str:
    """Store a workbook as read and return its digest."""
    name = digest(workbook)
    text = json.dumps(to_json(workbook), ensure_ascii=False)
    # A fixed time in the header: the same grid has the same bytes.
    store.create(_grid(workbook.workbook_id, name), gzip.compress(text.encode(), mtime=0))
    latest = {"digest": name, "read_at": workbook.read_at.isoformat()}
    store.put(_latest(workbook.workbook_id), json.dumps(latest).encode())
    return name


def last_good(store: Store, workbook_id: str) -> Workbook | None:
    """Return a workbook as it was last read, None when it never was."""
    latest = store.get(_latest(workbook_id))
    if latest is None:
        return None
    entry = json.loads(latest)
    content = store.get(_grid(workbook_id, entry["digest"]))
    if content is None:
        return None
    # The grid may have been read unchanged many times; the last time is what counts.
    return from_json({**json.loads(gzip.decompress(content)), "read_at": entry["read_at"]})


def keep_night(store: Store, run_id: str, digests: Mapping[str, str]) -> None:
    """Store which grids one run read."""
    name = re.sub(r"[^A-Za-z0-9-]", "-", run_id)
    store.put(f"nights/{name}.json", json.dumps(dict(digests), sort_keys=True).encode())


def _grid(workbook_id: str, name: str) -> str:
    return f"grids/{workbook_id}/{name}.json.gz"


def _latest(workbook_id: str) -> str:
    return f"latest/{workbook_id}.json"
