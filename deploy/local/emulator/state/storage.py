"""Keeps the records in one SQLite file, one transaction per change."""

import fcntl
import json
import sqlite3
from pathlib import Path
from typing import IO

from deploy.local.emulator.shapes import Json

_SCHEMA = """
CREATE TABLE IF NOT EXISTS files (id TEXT PRIMARY KEY, file TEXT NOT NULL, workbook TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sheets (
    file TEXT NOT NULL, sheet INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (file, sheet)
);
"""
DATABASE = "google.sqlite"
LOCK = "lock"


class FolderInUseError(RuntimeError):
    """Another server already works on the same data folder."""


class Storage:
    """Records on disk, or in memory when no folder is given.

    Raises:
        FolderInUseError: Another process holds the folder.
    """

    def __init__(self, folder: Path | None) -> None:
        self._lock: IO[str] | None = None
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = _take_lock(folder)
        place = ":memory:" if folder is None else str(folder / DATABASE)
        self._db = sqlite3.connect(place, check_same_thread=False, isolation_level=None)
        self._db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;" + _SCHEMA)

    def close(self) -> None:
        """Let go of the file and of the folder."""
        self._db.close()
        if self._lock is not None:
            self._lock.close()

    def file_records(self) -> list[Json]:
        """Return the Drive records of all files."""
        return [json.loads(row[0]) for row in self._db.execute("SELECT file FROM files")]

    def workbook_record(self, file_id: str) -> tuple[Json, dict[int, Json]]:
        """Return the record of one workbook and those of its tabs."""
        query = "SELECT workbook FROM files WHERE id = ?"
        (text,) = self._db.execute(query, (file_id,)).fetchone()
        rows = self._db.execute("SELECT sheet, body FROM sheets WHERE file = ?", (file_id,))
        return json.loads(text), {sheet: json.loads(body) for sheet, body in rows}

    def begin(self) -> None:
        """Start a transaction."""
        self._db.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Make everything since ``begin`` last."""
        self._db.execute("COMMIT")

    def rollback(self) -> None:
        """Forget everything since ``begin``."""
        self._db.execute("ROLLBACK")

    def put_file(self, file_id: str, file: Json, workbook: Json | None) -> None:
        """Store a file's record, and its workbook's unless that is unchanged or there is none."""
        if workbook is None:
            self._db.execute(
                "INSERT INTO files VALUES (?, ?, 'null') "
                "ON CONFLICT (id) DO UPDATE SET file = excluded.file",
                (file_id, _text(file)),
            )
            return
        row = (file_id, _text(file), _text(workbook))
        self._db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", row)
        kept = workbook["sheets"]
        marks = ",".join("?" * len(kept))
        self._db.execute(
            f"DELETE FROM sheets WHERE file = ? AND sheet NOT IN ({marks})",  # noqa: S608 - marks only
            (file_id, *kept),
        )

    def put_sheet(self, file_id: str, sheet_id: int, record: Json) -> None:
        """Store one tab."""
        row = (file_id, sheet_id, _text(record))
        self._db.execute("INSERT OR REPLACE INTO sheets VALUES (?, ?, ?)", row)

    def delete_file(self, file_id: str) -> None:
        """Take a file and its tabs away."""
        self._db.execute("DELETE FROM files WHERE id = ?", (file_id,))
        self._db.execute("DELETE FROM sheets WHERE file = ?", (file_id,))


def _text(record: Json) -> str:
    return json.dumps(record, ensure_ascii=True, separators=(",", ":"))


def _take_lock(folder: Path) -> IO[str]:
    handle = (folder / LOCK).open("w", encoding="utf-8")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        handle.close()
        raise FolderInUseError(f"another local Google server is using {folder}") from None
    return handle
