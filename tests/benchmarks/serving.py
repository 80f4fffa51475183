"""The local Google with many workbooks: start, reading, memory."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

from tests.benchmarks.asked import Asked

WORKBOOKS = 200
ROWS = 500
COLUMNS = 20
READS = 40
_HEAD = {"Authorization": "Bearer owner@example.test"}
_TYPE = "application/vnd.google-apps.spreadsheet"


def report(_: Asked) -> Iterator[str]:
    """Yield the lines of the report."""
    with tempfile.TemporaryDirectory() as folder:
        _fill(Path(folder))
        with _server(Path(folder)) as server:
            lines = list(_reading(server))
    yield "## The local Google with many workbooks"
    yield ""
    yield (
        f"{WORKBOOKS} workbooks of {ROWS} rows × {COLUMNS} columns (texts, numbers, dates with a "
        "format), on disk; a server process of its own, one client over a kept connection, the "
        "answer read to its end. Milliseconds are medians."
    )
    yield ""
    yield "| | |"
    yield "|---|---|"
    yield from lines
    yield ""


@dataclass(frozen=True)
class _Server:
    process: subprocess.Popen[str]
    session: requests.Session
    base: str
    seconds: float
    """From starting the process to the list of all files."""

    def get(self, path: str, **query: str) -> tuple[float, Any]:
        """Return milliseconds and JSON of one request."""
        started = time.perf_counter()
        response = self.session.get(self.base + path, params=query, timeout=60)
        return (time.perf_counter() - started) * 1000, response.json()

    @property
    def memory(self) -> float:
        """What the process holds now, in MiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        (line,) = (each for each in status.splitlines() if each.startswith("VmRSS"))
        return int(line.split()[1]) / 1024


@contextmanager
def _server(folder: Path) -> Iterator[_Server]:
    command = [sys.executable, "-m", "deploy.local.emulator", "--data", str(folder)]
    started = time.perf_counter()
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process,
        requests.Session() as session,
    ):
        assert process.stdout is not None
        base = process.stdout.readline().strip().removeprefix("listening on ")
        session.headers.update(_HEAD)
        session.get(f"{base}/drive/v3/files", timeout=60).raise_for_status()
        yield _Server(process, session, base, time.perf_counter() - started)
        process.terminate()


def _fill(folder: Path) -> None:
    rows = [
        [f"Xã số {row}", "5/8/2024", *range(row, row + COLUMNS - 2)] for row in range(1, ROWS + 1)
    ]
    with _server(folder) as server:
        for number in range(WORKBOOKS):
            wanted = {"name": f"Đơn vị {number}", "mimeType": _TYPE}
            made = server.session.post(f"{server.base}/drive/v3/files", json=wanted, timeout=60)
            path = f"{server.base}/v4/spreadsheets/{made.json()['id']}/values/A1"
            server.session.put(
                path, json={"values": rows}, params={"valueInputOption": "USER_ENTERED"}, timeout=60
            ).raise_for_status()


def _reading(server: _Server) -> Iterator[str]:
    yield f"| from start to the list of files | {server.seconds:.2f} s |"
    empty = server.memory
    files = server.get("/drive/v3/files", pageSize="1000")[1]["files"]
    first, again, plain = [], [], []
    for file in files:
        path = f"/v4/spreadsheets/{file['id']}/values/A1:T{ROWS}"
        first.append(server.get(path)[0])
        if len(again) < READS:
            again.append(server.get(path)[0])
            plain.append(server.get(path, valueRenderOption="UNFORMATTED_VALUE")[0])
    yield f"| `values.get` of {ROWS} × {COLUMNS}, from disk | {statistics.median(first):.1f} ms |"
    yield f"| again | {statistics.median(again):.1f} ms |"
    yield f"| again, unformatted | {statistics.median(plain):.1f} ms |"
    yield f"| memory after the start | {empty:.0f} MiB |"
    grown = server.memory - empty
    yield f"| growth with all {len(files)} workbooks read | {grown:.0f} MiB |"
    yield f"| growth per workbook | {grown / len(files):.2f} MiB |"
