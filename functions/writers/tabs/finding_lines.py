"""The lines of a list of findings: what is open, explained or mended, each in its own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from functions.domain.findings import Finding, Place
from functions.domain.history import History, LineKey
from functions.domain.night import Night
from functions.writers.a1 import column_letters
from functions.writers.tabs.base import Row
from functions.writers.values import Formula, Link
from functions.writers.words import advice, book_of, problem, table_of
from sheets_schema.model import Schema

CAP = 200
"""Findings listed per tab; beyond, one line says how many more there are.

Workbooks that cannot be read belong to no tab and are all listed.
"""


def line_of(schema: Schema, finding: Finding) -> LineKey:
    """Return what makes the line of a finding the same one every night."""
    table, place = table_of(schema, finding), finding.place
    column = table.field(place.field).title if table and place.field else ""
    return LineKey(table.title if table else "", place.row_id, column, finding.code)


def _capped(findings: Iterable[Finding]) -> Iterator[Finding]:
    count: Counter[str] = Counter()
    for finding in findings:
        count[finding.place.table] += 1
        if not finding.place.table or count[finding.place.table] <= CAP:
            yield finding


def open_rows(
    schema: Schema, night: Night, history: History, findings: Iterable[Finding]
) -> Iterator[Row]:
    """Yield the lines of what is to be mended; formulas find their rows and cells."""
    state = _new_or_open(schema)
    for each in _capped(findings):
        row_id, column = each.place.row_id, line_of(schema, each).column
        yield {
            **_listed(schema, night, history, each),
            "state": state,
            "mark": f"{row_id}|{column}" if row_id and column else None,
            "open_row": row_id or None,
        }


def explained_rows(
    schema: Schema, night: Night, history: History, findings: Iterable[Finding]
) -> Iterator[Row]:
    """Yield the lines of what the unit has explained; no formula finds them."""
    label = schema.lists["finding_state"].label("explained")
    for each in _capped(findings):
        yield {**_listed(schema, night, history, each), "state": label}


def more_rows(schema: Schema, unit: str, findings: Iterable[Finding]) -> Iterator[Row]:
    """Say of each tab how many findings are beyond the cap; such a line is not remembered."""
    for name, number in Counter(each.place.table for each in findings).items():
        if name and number > CAP:
            title = schema.table(book_of(unit), name).title
            data = {"tab": title, "count": str(number - CAP)}
            yield _row(schema, Finding("more_findings", Place(unit, name), data=data))


def _listed(schema: Schema, night: Night, history: History, finding: Finding) -> Row:
    since = history.first_seen(line_of(schema, finding), night.today)
    return {**_row(schema, finding), "since": since, "case": finding.code}


def _row(schema: Schema, finding: Finding) -> Row:
    place, line = finding.place, line_of(schema, finding)
    link = None
    if place.sheet_id is not None and place.row is not None and place.column is not None:
        link = Link(place.sheet_id, place.row, place.column, line.tab)
    kind = schema.findings[finding.code]
    return {
        "severity": schema.lists["severity"].label(kind.severity),
        "row_id": place.row_id,
        "tab": line.tab,
        "column": line.column,
        "cell": link,
        "value": finding.value,
        "problem": problem(schema, finding),
        "advice": advice(schema, finding),
        "code": kind.support_code,
    }


def _new_or_open(schema: Schema) -> Formula:
    """Return the formula that compares the first night of its own line with that of the list."""
    table, labels = schema.table("unit", "findings"), schema.lists["finding_state"]
    since = column_letters(table.column("since"))
    night = column_letters(table.column("seen"))
    return Formula(
        f"=IF(INDEX(${since}:${since};ROW())=${night}$1;"
        f'"{labels.label("new")}";"{labels.label("open")}")'
    )


def fixed_rows(schema: Schema, fixed: Mapping[LineKey, date]) -> Iterator[Row]:
    """Yield the mended lines, in the words of the catalogue: what stood there is not repeated."""
    for line, night in fixed.items():
        kind = schema.findings.get(line.code)
        if kind:
            yield {
                "severity": schema.lists["severity"].label(kind.severity),
                "state": schema.lists["finding_state"].label("fixed"),
                "row_id": line.row_id,
                "tab": line.tab,
                "column": line.column,
                "problem": kind.title,
                "advice": schema.text("findings_tab.fixed"),
                "since": night,
                "code": kind.support_code,
                "case": line.code,
            }
