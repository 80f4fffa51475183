"""Which tab of a workbook holds a table, however people have renamed or copied it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from functions.domain.findings import Finding, Place
from functions.domain.workbook import Tab, Workbook
from functions.tables.headers import find_header
from functions.tables.words import clean, plain, spoken
from sheets_schema.model import FilledBy, Schema, Table

_COPY_BEFORE = re.compile(r"(ban sao chep|ban sao|sao chep|ban copy|copy|duplicate)( (cua|of))? ")
_COPY_AFTER = re.compile(r" (ban sao chep|ban sao|copy|\d{1,2})$")


def find_tab(workbook: Workbook, table: Table) -> Tab | None:
    """Return the tab of `table`: by its key, else by its title in any spelling, else None.

    Of several the one with the exact title is meant, then one that is no copy, then the first.
    """
    return next(iter(_candidates(workbook, table)), None)


def tab_findings(workbook: Workbook, table: Table, schema: Schema, place: Place) -> list[Finding]:
    """Return what is wrong with the tab of `table` as a whole: it is gone, renamed or copied."""
    tabs = _candidates(workbook, table)
    if not tabs:
        return [Finding("tab_missing", place, data={"tab": table.title})]
    chosen, *copies = tabs
    findings = []
    if clean(chosen.title) != table.title:
        at = Place(place.unit, place.table, sheet_id=chosen.sheet_id)
        findings.append(Finding("tab_renamed", at, chosen.title, {"tab": table.title}))
    for each in copies:
        count = _rows_in(each, table, schema)
        if count:
            at = Place(place.unit, place.table, sheet_id=each.sheet_id)
            data = {"tab": chosen.title, "count": str(count)}
            findings.append(Finding("tab_copied", at, each.title, data))
    return findings


def typed_rows(
    tab: Tab, table: Table, schema: Schema, rows: Iterable[int], fields: Mapping[str, int]
) -> list[int]:
    """Return those of `rows` in which somebody typed something; the example row does not count."""
    typed = [
        fields[each.name]
        for each in table.fields
        if each.filled_by is FilledBy.PEOPLE and each.name in fields
    ]
    id_column = fields.get(table.id_field.name) if table.id_field else None
    example = schema.text("example_row.id")
    return [
        row
        for row in rows
        if tab.holds(row, typed) and (id_column is None or tab.cell(row, id_column) != example)
    ]


def _candidates(workbook: Workbook, table: Table) -> list[Tab]:
    ranked = [(_rank(tab, table), tab) for tab in workbook.tabs]
    known = [(rank, tab) for rank, tab in ranked if rank is not None]
    return [tab for _, tab in sorted(known, key=lambda each: each[0])]


def _rank(tab: Tab, table: Table) -> tuple[bool, int, int] | None:
    """Return a key that puts the better tab first, None for the tab of something else."""
    keyed = tab.key == table.name
    likeness = (
        clean(tab.title) == table.title,
        spoken(tab.title) == spoken(table.title),
        plain(tab.title) == plain(table.title),
        keyed and not _is_copy(tab.title, table.title),
        _is_copy(tab.title, table.title),
    )
    if not any(likeness) or (tab.key and not keyed):
        return None
    return not keyed, likeness.index(True), tab.index


def _is_copy(title: str, original: str) -> bool:
    """Say whether a title is what Sheets or people call a copy: `Nhu cầu (2)`."""
    words, before = plain(title), ""
    while words != before:
        before = words
        words = _COPY_AFTER.sub("", _COPY_BEFORE.sub("", words, count=1))
    return words == plain(original) != plain(title)


def _rows_in(tab: Tab, table: Table, schema: Schema) -> int:
    header = find_header(tab, table)
    if header is None:
        return 0
    fields = {each.name: column for column, each in header.fields(table).items()}
    rows = range(header.end_row, len(tab.rows))
    return len(typed_rows(tab, table, schema, rows, fields))
