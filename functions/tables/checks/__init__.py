"""Checks that look at whole rows, across tabs and across units. One per file, listed once.

A check is a module with `CODES`, the findings that it may emit, and `find(tables)`, which yields
them. To add one, write the module, add it here and give its codes words in
`sheets_schema/findings.yaml`. The order matters: rows that an error sets aside are gone for the
checks that follow. Only the first one sees the rows with errors in their cells too, because such a
row keeps its id.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from functions.domain.findings import Finding
from functions.tables.checks import (
    consent,
    duplicate_ids,
    references,
    report_dates,
    report_sums,
    team_people,
    training,
)
from functions.tables.frames import Tables


class Check(Protocol):
    """What a module in this folder provides."""

    @property
    def CODES(self) -> tuple[str, ...]:  # noqa: N802 - a constant of the module
        """The findings that it may emit."""

    def find(self, tables: Tables) -> Iterator[Finding]:
        """Yield every problem of this kind."""


CHECKS: Sequence[Check] = (
    duplicate_ids,
    consent,
    report_dates,
    report_sums,
    references,
    team_people,
    training,
)


def run_checks(tables: Tables, found: Sequence[Finding]) -> tuple[Tables, list[Finding]]:
    """Set aside what `found` and the checks object to; return what is left and all findings."""
    findings = list(found)
    for check in CHECKS:
        findings += check.find(tables)
        tables = tables.set_aside(findings)
    return tables, findings
