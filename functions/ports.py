"""What the runs need from the outside world. Adapters provide it, tests provide fakes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from functions.domain.workbook import Workbook

Request = Mapping[str, object]


class Workbooks(Protocol):
    """The spreadsheets. Every method raises WorkbookError when Google says no."""

    def read(self, workbook_id: str) -> Workbook:
        """Return the whole workbook as it is now, in one request."""

    def write(self, workbook_id: str, requests: Sequence[Request]) -> None:
        """Apply all of `requests` in one atomic request, or none of them."""


@dataclass(frozen=True, slots=True)
class Access:
    """Who may open a workbook: addresses in small letters, and whether anyone with the link may.

    `guests` are those of the people who neither own the file nor come with its folder or drive.
    """

    people: frozenset[str] = frozenset()
    guests: frozenset[str] = frozenset()
    anyone: bool = False


class WorkbookFactory(Protocol):
    """Creates and shares workbooks. Runs as a person, since a service account owns no files."""

    def create(self, title: str, folder: str) -> str:
        """Create an empty workbook in a folder or Shared Drive ("" for one's own); return its id.

        Raises WorkbookError: `no_storage` when whoever asks may not own files, `no_folder` when the
        folder is not there or closed.
        """

    def access(self, workbook_id: str) -> Access:
        """Return who may open the workbook."""

    def share(self, workbook_id: str, email: str) -> None:
        """Let `email` edit the workbook. No e-mail is sent."""


class Store(Protocol):
    """Bytes by path. Raises StoreError when the storage fails."""

    def get(self, path: str) -> bytes | None:
        """Return what is stored at `path`, or None."""

    def put(self, path: str, content: bytes) -> None:
        """Store `content` at `path`, replacing what was there."""

    def create(self, path: str, content: bytes) -> bool:
        """Store `content` only if nothing is at `path`, atomically; say whether it was stored."""

    def delete(self, path: str) -> None:
        """Remove what is at `path`; nothing there is fine."""

    def list(self, folder: str) -> Sequence[str]:
        """Return the paths below `folder`, sorted."""


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """Return the present moment with a time zone."""


class Meter(Protocol):
    """Counts the requests that were sent, retries included."""

    reads: int
    writes: int
