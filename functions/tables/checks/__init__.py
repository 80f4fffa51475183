"""Checks that look at whole rows, across tabs and across units. One per file, listed once.

A check is a module with `CODES`, the findings that it may emit, and `find(tables)`, which yields
them. To add one, write the module, add it here and give its codes words in
`sheets_schema/findings.yaml`. The order matters: rows that an error sets aside are gone for the
checks that follow. The first ones see the rows with errors in their cells too: such a row keeps its
id, and what must not be typed at all must not stand there either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from functions.domain.findings import Finding
from functions.tables.checks import (
    consent,
    duplicate_ids,
    empty_report,
    joint_activity,
    needs_declared,
    outliers,
    periods,
    personal_data,
    references,
    report_dates,
    report_sums,
    running_totals,
    same_person,
    team_equipment,
    team_people,
    team_size,
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


# These look at every row that was typed, also at those that are set aside for another reason.
_ON_EVERY_ROW: Sequence[Check] = (duplicate_ids, consent, personal_data, needs_declared)

# These look at the rows that are still accepted.
_ON_ACCEPTED_ROWS: Sequence[Check] = (
    report_dates,
    report_sums,
    references,
    same_person,
    team_people,
    team_size,
    team_equipment,
    training,
    periods,
    running_totals,
    joint_activity,
    empty_report,
    outliers,
)

CHECKS: Sequence[Check] = (*_ON_EVERY_ROW, *_ON_ACCEPTED_ROWS)


def run_checks(tables: Tables, found: Sequence[Finding]) -> tuple[Tables, list[Finding]]:
    """Set aside what `found` and the checks object to; return what is left and all findings.

    Of a person who has not agreed nothing else is said, so that no cell of theirs is copied; of a
    young one whose guardian has agreed nobody is asked to ask the guardian.
    """
    findings = [each for check in _ON_EVERY_ROW for each in check.find(tables)]
    refused = {_row(each) for each in findings if each.code in consent.CODES}
    findings = [
        each
        for each in (*found, *findings)
        if each.code in consent.CODES or _row(each) not in refused
    ]
    agreed = consent.guardians_agreed(tables)
    findings = [
        each for each in findings if each.code not in consent.ASKED or _row(each) not in agreed
    ]
    tables = tables.set_aside(findings)
    for check in _ON_ACCEPTED_ROWS:
        new = list(check.find(tables))
        tables = tables.set_aside(new)
        findings += new
    return tables, findings


def _row(finding: Finding) -> tuple[str, str, int | None]:
    return (finding.place.unit, finding.place.table, finding.place.row)
