"""Everything that can go wrong on purpose.

    MuaHeSoError
    ├── ConfigError            an environment variable or the campaign file is wrong
    ├── WorkbookError          one workbook cannot be read or written; the others go on
    ├── RunInProgress          another night holds the lease
    └── StoreError             snapshots cannot be kept, so nothing may be written

No message carries a name, a phone number or the content of a cell.
"""

from __future__ import annotations

from typing import Literal

WorkbookProblem = Literal[
    "not_found", "no_permission", "unavailable", "bad_answer", "no_link", "no_storage", "no_folder"
]


class MuaHeSoError(Exception):
    """The base of every error that this product raises on purpose."""


class ConfigError(MuaHeSoError):
    """A setting is missing or wrong. The message names it and says what to write instead."""


class WorkbookError(MuaHeSoError):
    """One workbook cannot be read or written.

    `problem` says why in one word, so that people can be told what to do about it.
    """

    def __init__(self, workbook_id: str, problem: WorkbookProblem) -> None:
        super().__init__(f"workbook {workbook_id or '(none)'}: {problem}")
        self.workbook_id = workbook_id
        self.problem: WorkbookProblem = problem


class StoreError(MuaHeSoError):
    """The store cannot be read or written."""


class RunInProgress(MuaHeSoError):  # noqa: N818 - a state of affairs, not a fault
    """Another run holds the lease; this one has done nothing."""
