"""What every run is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from functions.ports import Clock, Meter, Store, Workbooks
from sheets_schema.model import Schema


def no_progress(_: str, __: int, ___: int) -> None:
    """Report no progress."""


@dataclass(frozen=True)
class Services:
    """The outside world and the schema.

    `solver_seconds` is the time limit of one plan (see `problem.Problem.time_limit_s`).
    `progress(step, done, total)` is called as the run goes on, for whoever watches.
    """

    schema: Schema
    workbooks: Workbooks
    store: Store
    clock: Clock
    meter: Meter
    province_workbook: str
    solver_seconds: int
    progress: Callable[[str, int, int], None] = no_progress
