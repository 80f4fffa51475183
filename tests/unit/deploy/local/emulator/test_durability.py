"""What a data folder holds after the server was killed at the worst moment."""

import itertools
import json
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from deploy.local.emulator import serve

SHEET_TYPE = "application/vnd.google-apps.spreadsheet"
HEAD = {"Authorization": "Bearer owner@example.test"}
TABS = 3
ROWS = 200
_STEPS = ("begin", "put_file", "put_sheet", "put_sheet:2", "put_sheet:3", "commit")

# Runs inside a process of its own and kills it on the way into one step of the transaction.
_SCRIPT = textwrap.dedent(
    """
    import json, os, signal, sys
    from pathlib import Path
    from deploy.local.emulator import create_app
    from deploy.local.emulator.call import Call
    from deploy.local.emulator.state.storage import Storage

    folder, identifier, body, step = sys.argv[1:]
    name, _, count = step.partition(":")
    left, kept = [int(count or 1)], getattr(Storage, name)

    def killing(self, *arguments):
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        return kept(self, *arguments)

    app = create_app(Path(folder))
    setattr(Storage, name, killing)
    path = f"/v4/spreadsheets/{identifier}:batchUpdate"
    head = {"authorization": "Bearer owner@example.test"}
    app.handle(Call("POST", path, (), head, body.encode()))
    """
)


def _writes(number: int) -> dict[str, object]:
    """Return a batchUpdate that puts `number` into every cell of every tab, and into the title."""
    cell = {"userEnteredValue": {"numberValue": number}}
    title = {"properties": {"title": str(number)}, "fields": "title"}
    return {
        "requests": [
            {"updateSpreadsheetProperties": title},
            *(
                {
                    "repeatCell": {
                        "range": {"sheetId": tab, "endRowIndex": ROWS, "endColumnIndex": 10},
                        "cell": cell,
                        "fields": "userEnteredValue",
                    }
                }
                for tab in range(TABS)
            ),
        ]
    }


def _made(google: str) -> str:
    """Return the id of a new spreadsheet with three tabs full of zeros, titled 0."""
    wanted = {"name": "0", "mimeType": SHEET_TYPE}
    answer = requests.post(f"{google}/drive/v3/files", json=wanted, headers=HEAD, timeout=30)
    identifier: str = answer.json()["id"]
    tabs = [{"addSheet": {"properties": {"sheetId": tab}}} for tab in range(1, TABS)]
    for body in ({"requests": tabs}, _writes(0)):
        path = f"{google}/v4/spreadsheets/{identifier}:batchUpdate"
        requests.post(path, json=body, headers=HEAD, timeout=30).raise_for_status()
    return identifier


def _seen(google: str, identifier: str) -> set[int]:
    """Return the different values in all cells, in the document's title and in the file's name."""
    book = requests.get(
        f"{google}/v4/spreadsheets/{identifier}",
        params={"fields": "properties.title,sheets.data.rowData.values.effectiveValue"},
        headers=HEAD,
        timeout=30,
    ).json()
    file = requests.get(f"{google}/drive/v3/files/{identifier}", headers=HEAD, timeout=30).json()
    cells = {
        cell["effectiveValue"]["numberValue"]
        for sheet in book["sheets"]
        for row in sheet["data"][0]["rowData"]
        for cell in row["values"]
    }
    return {*cells, int(book["properties"]["title"]), int(file["name"])}


@pytest.mark.parametrize("step", _STEPS)
def test_a_kill_at_any_step_of_a_write_leaves_the_old_state(tmp_path: Path, step: str) -> None:
    """Killed before the transaction was committed, nothing of the batchUpdate is there."""
    with serve(tmp_path) as google:
        identifier = _made(google)

    command = [sys.executable, "-c", _SCRIPT, str(tmp_path), identifier, json.dumps(_writes(1))]
    killed = subprocess.run([*command, step], check=False, capture_output=True)

    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    with serve(tmp_path) as google:
        assert _seen(google, identifier) == {0}


def test_a_kill_after_the_commit_keeps_the_new_state(tmp_path: Path) -> None:
    """Killed before it could answer, the server has all of the batchUpdate nevertheless."""
    with serve(tmp_path) as google:
        identifier = _made(google)

    late = _SCRIPT.replace("os.kill(", "kept(self, *arguments); os.kill(")
    command = [sys.executable, "-c", late, str(tmp_path), identifier, json.dumps(_writes(1))]
    killed = subprocess.run([*command, "commit"], check=False, capture_output=True)

    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    with serve(tmp_path) as google:
        assert _seen(google, identifier) == {1}


def test_kills_among_many_writes_never_leave_a_mix(tmp_path: Path) -> None:
    """Whenever the kill comes, all tabs, the title and the file's name tell of one write."""
    with serve(tmp_path) as google:
        identifier = _made(google)
    for delay in (0.05, 0.11, 0.17):
        with _server(tmp_path) as (server, google):
            stop = threading.Thread(target=_kill_after, args=(server, delay))
            stop.start()
            _write_until_killed(google, identifier)
            stop.join()
        with serve(tmp_path) as google:
            assert len(_seen(google, identifier)) == 1


@contextmanager
def _server(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run a server that the test may kill."""
    command = [sys.executable, "-m", "deploy.local.emulator", "--data", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        yield process, line.strip().removeprefix("listening on ")
        process.kill()


def _kill_after(server: subprocess.Popen[str], delay: float) -> None:
    time.sleep(delay)
    os.kill(server.pid, signal.SIGKILL)


def _write_until_killed(google: str, identifier: str) -> None:
    path = f"{google}/v4/spreadsheets/{identifier}:batchUpdate"
    for number in itertools.count(1):
        try:
            requests.post(path, json=_writes(number), headers=HEAD, timeout=30)
        except requests.ConnectionError:
            return
