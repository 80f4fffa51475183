"""«Lỗi cần sửa» of a unit and «Chất lượng dữ liệu» of the province: what to mend, worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from functions.domain.findings import Finding, History, Place, total
from functions.domain.night import Night, Part
from functions.domain.records import PROVINCE
from functions.writers.tabs.base import Content, Row
from functions.writers.values import Link
from functions.writers.words import advice, book_of, problem, show_day, table_of
from sheets_schema.model import Schema

TABLE = "findings"
PART: Part = "validate"
CAP = 200
"""Findings listed per tab; beyond, one line says how many more there are.

Workbooks that cannot be read belong to no tab and are all listed.
"""

_RANK = {"error": 0, "warning": 1, "hint": 2}


def content(schema: Schema, night: Night, unit: str) -> Content:
    """Return the findings of one workbook, and the ids of the rows that were read."""
    findings = _sorted(schema, night.findings_of(unit))
    history = night.histories.get(unit, History())
    listed = list(_capped(schema, findings, unit))
    rows: list[Row] = [_row(schema, night, history, each) for each in listed]
    seen = night.seen.get(unit, ())
    rows = [
        {
            **(rows[index] if index < len(rows) else {}),
            "seen": seen[index] if index < len(seen) else None,
        }
        for index in range(max(len(rows), len(seen)))
    ]
    return Content(_info(schema, night, unit, findings), rows)


def _sorted(schema: Schema, findings: Iterable[Finding]) -> list[Finding]:
    order = {(each.book, each.name): each.order for each in schema.tables}

    def key(finding: Finding) -> tuple[int, int, int, int, str]:
        place = finding.place
        return (
            _RANK[schema.findings[finding.code].severity],
            order.get((book_of(place.unit), place.table), -1),
            -1 if place.row is None else place.row,
            -1 if place.column is None else place.column,
            finding.code,
        )

    return sorted(findings, key=key)


def _capped(schema: Schema, findings: Iterable[Finding], unit: str) -> Iterator[Finding]:
    count: Counter[str] = Counter()
    for finding in findings:
        count[finding.place.table] += 1
        if not finding.place.table or count[finding.place.table] <= CAP:
            yield finding
    for name, number in count.items():
        if name and number > CAP:
            title = schema.table(book_of(unit), name).title
            data = {"tab": title, "count": str(number - CAP)}
            yield Finding("more_findings", Place(unit, name), data=data)


def _row(schema: Schema, night: Night, history: History, finding: Finding) -> Row:
    place, table = finding.place, table_of(schema, finding)
    column = table.field(place.field).title if table and place.field else ""
    link = None
    if place.sheet_id is not None and place.row is not None and place.column is not None:
        link = Link(place.sheet_id, place.row, place.column)
    code = finding.code
    return {
        "severity": schema.lists["severity"].label(schema.findings[code].severity),
        "row_id": place.row_id,
        "tab": table.title if table else "",
        "column": column,
        "cell": link,
        "value": finding.value,
        "problem": problem(schema, finding),
        "advice": advice(schema, finding),
        "since": history.first_seen(place.row_id, column, code, night.today),
        "code": code,
        "mark": f"{place.row_id}|{column}" if place.row_id and column else None,
    }


def _info(schema: Schema, night: Night, unit: str, findings: list[Finding]) -> str:
    as_of = show_day(night.today)
    count = Counter(schema.findings[each.code].severity for each in findings)
    if unit == PROVINCE:
        return schema.text(
            "quality_tab.info", as_of=as_of, errors=count["error"], warnings=count["warning"]
        )
    rows = total(each for (owner, _), each in night.rows.items() if owner == unit)
    if not findings:
        return schema.text("findings_tab.info_clean", as_of=as_of, read=rows.read)
    return schema.text(
        "findings_tab.info",
        as_of=as_of,
        errors=count["error"],
        warnings=count["warning"],
        hints=count["hint"],
        read=rows.read,
        accepted=rows.accepted,
        set_aside=rows.set_aside,
    )
