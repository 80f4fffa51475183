"""«Lỗi cần sửa» of a unit and «Chất lượng dữ liệu» of the province: what to mend, worst first.

Below what is open stands what the unit has explained, then what it has mended since last night,
then the sum of the rows of each tab. The hidden columns are the memory of the list: what it showed,
which rows were read, which explanations were given.

Whether a line is new is a formula: its first night is the night of the list, which stands beside
the sentence on top. So a line turns from new to old by itself as soon as the list is renewed, and
a night without edits writes nothing but the mended lines away, after the day on which they stood.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from functions.domain.findings import Finding, total
from functions.domain.history import History
from functions.domain.night import Night, Part
from functions.domain.records import PROVINCE
from functions.writers.tabs.base import Content, Row
from functions.writers.tabs.finding_lines import (
    explained_rows,
    fixed_rows,
    line_of,
    more_rows,
    open_rows,
)
from functions.writers.tallies import sentence
from functions.writers.values import Out
from functions.writers.words import book_of, show_day
from sheets_schema.model import Schema

TABLE = "findings"
PART: Part = "validate"
_RANK = {"error": 0, "warning": 1, "hint": 2}


def content(schema: Schema, night: Night, unit: str) -> Content:
    """Return the findings of one workbook, and beside them what the next night needs to know."""
    history = night.histories.get(unit, History())
    still_open = _sorted(schema, night.findings_of(unit))
    explained = _sorted(schema, night.explained_of(unit))
    fixed = history.fixed_tonight(
        {line_of(schema, each) for each in (*still_open, *explained)},
        {line_of(schema, each) for each in still_open if _severity(schema, each) == "error"},
        night.today,
    )
    lines: list[Row] = [
        *open_rows(schema, night, history, still_open),
        *more_rows(schema, unit, still_open),
        *explained_rows(schema, night, history, explained),
        *more_rows(schema, unit, explained),
        *fixed_rows(schema, fixed),
        *_tally_rows(schema, night, unit),
    ]
    info = _info(schema, night, unit, still_open, len(fixed))
    return Content(info, _beside(lines, _hidden_rows(night, unit)), {"seen": night.today})


def _severity(schema: Schema, finding: Finding) -> str:
    return schema.findings[finding.code].severity


def _sorted(schema: Schema, findings: Iterable[Finding]) -> list[Finding]:
    order = {(each.book, each.name): each.order for each in schema.tables}

    def key(finding: Finding) -> tuple[int, int, int, int, str]:
        place = finding.place
        return (
            _RANK[_severity(schema, finding)],
            order.get((book_of(place.unit), place.table), -1),
            -1 if place.row is None else place.row,
            -1 if place.column is None else place.column,
            finding.code,
        )

    return sorted(findings, key=key)


def _tally_rows(schema: Schema, night: Night, unit: str) -> Iterator[Row]:
    for table in schema.book(book_of(unit)):
        tally = night.tallies.get((unit, table.name))
        if tally:
            yield {"tab": table.title, "problem": sentence(schema, table.title, tally)}


def _hidden_rows(night: Night, unit: str) -> list[Row]:
    """Return the rows that were read and the explanations, one below the other."""
    remembered = sorted(
        (table, row_id, each)
        for (owner, table, row_id), each in night.remembered.items()
        if owner == unit
    )
    explained: list[Row] = [
        {
            "explained_row": f"{table}|{row_id}",
            "explained_by": each.words,
            "explained_findings": " ".join(sorted(each.findings)),
        }
        for table, row_id, each in remembered
    ]
    return _beside([{"seen": row_id} for row_id in night.seen.get(unit, ())], explained)


def _beside(left: Sequence[Row], right: Sequence[Row]) -> list[Row]:
    """Put the rows of two tables that share no column side by side."""
    nothing: Mapping[str, Out] = {}
    return [{**one, **other} for one, other in zip_longest(left, right, fillvalue=nothing)]


def _info(schema: Schema, night: Night, unit: str, findings: list[Finding], fixed: int) -> str:
    as_of = show_day(night.today)
    count = Counter(_severity(schema, each) for each in findings)
    rows = total(each for (owner, _), each in night.rows.items() if owner == unit)
    explained = len(night.explained_of(unit))
    if unit == PROVINCE:
        return schema.text(
            "quality_tab.info",
            as_of=as_of,
            errors=count["error"],
            warnings=count["warning"],
            explained=explained,
            fixed=fixed,
            read=rows.read,
            accepted=rows.accepted,
            set_aside=rows.set_aside,
        )
    if not findings:
        return schema.text(
            "findings_tab.info_clean", as_of=as_of, explained=explained, fixed=fixed, read=rows.read
        )
    return schema.text(
        "findings_tab.info",
        as_of=as_of,
        errors=count["error"],
        warnings=count["warning"],
        hints=count["hint"],
        explained=explained,
        fixed=fixed,
        read=rows.read,
        accepted=rows.accepted,
        set_aside=rows.set_aside,
    )
