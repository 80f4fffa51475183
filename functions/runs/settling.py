"""Which of tonight's findings are open: what last night's lists say, what the units explain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from functions.domain.explanations import Settled, settle
from functions.domain.findings import Finding
from functions.domain.history import History
from functions.domain.records import PROVINCE
from functions.runs.reading import UnitWorkbook
from functions.tables.campaign import CampaignTables
from functions.tables.explanations import read_explanations
from functions.tables.memory import read_history
from sheets_schema.model import Schema


def read_histories(
    schema: Schema, tables: CampaignTables, units: Sequence[UnitWorkbook]
) -> dict[str, History]:
    """Return what the lists of all workbooks remember, by unit code."""
    return {
        PROVINCE: read_history(tables.province, schema, "province"),
        **{
            each.unit.code: read_history(each.workbook, schema, "unit")
            for each in units
            if each.workbook
        },
    }


def settle_findings(
    tables: CampaignTables, findings: Sequence[Finding], histories: Mapping[str, History]
) -> Settled:
    """Part what is open from what the units have explained."""
    before = {
        (unit, *row): each
        for unit, history in histories.items()
        for row, each in history.explained.items()
    }
    kinds = tables.schema.findings
    errors = {code for code, kind in kinds.items() if kind.severity == "error"}
    return settle(findings, read_explanations(tables), before, errors)


def count_severities(schema: Schema, findings: Sequence[Finding]) -> dict[str, Counter[str]]:
    """Return how many findings of each severity each unit has."""
    severities: dict[str, Counter[str]] = {}
    for finding in findings:
        severity = schema.findings[finding.code].severity
        severities.setdefault(finding.place.unit, Counter())[severity] += 1
    return severities
