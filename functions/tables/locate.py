"""Finds tabs, header rows and columns, however people have moved or renamed them.

A tab is known by its developer metadata, then by its title. A column is known by its label, in any
known spelling; where the label says nothing, by the developer metadata of the column. The label
comes first because it is what the person who typed below it was reading: cutting and pasting cells
moves labels and leaves metadata behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from functions.domain.findings import Finding, Place
from functions.domain.workbook import Cell, Tab, Workbook
from functions.tables.words import clean, plain, spoken
from sheets_schema.model import Field, FilledBy, Table

_HEADER_SEARCH_ROWS = 20
_LONGEST_LABEL = 200


@dataclass(frozen=True, slots=True)
class Located:
    """A table found in a tab. `columns` maps field names to zero-based columns."""

    table: Table
    tab: Tab
    first_row: int
    columns: Mapping[str, int] = field(default_factory=dict)


def find_tab(workbook: Workbook, table: Table) -> Tab | None:
    """Return the tab of `table`: by its key, else by its title in any spelling, else None."""
    for tab in workbook.tabs:
        if tab.key == table.name:
            return tab
    titles = [tab for tab in workbook.tabs if spoken(tab.title) == spoken(table.title)]
    return titles[0] if titles else None


def locate(unit: str, workbook: Workbook, table: Table) -> tuple[Located | None, list[Finding]]:
    """Find `table` in `workbook`.

    Returns the place and what is wrong with the tab; no place when its rows cannot be read safely.
    """
    tab = find_tab(workbook, table)
    if tab is None:
        return None, [Finding("tab_missing", Place(unit, table.name), data={"tab": table.title})]
    place = Place(unit, table.name, sheet_id=tab.sheet_id)
    findings = []
    if clean(tab.title) != table.title:
        findings.append(Finding("tab_renamed", place, tab.title, {"tab": table.title}))
    header = _header_row(tab, table)
    if header is None and not tab.column_keys:
        titles = ", ".join(each.title for each in table.fields[:6]) + ", …"
        data = {"tab": table.title, "titles": titles}
        return None, [*findings, Finding("header_missing", place, data=data)]
    if header is None:
        findings.append(Finding("header_gone", place, data={"tab": table.title}))
    columns, column_findings = _columns(tab, table, header, place)
    findings += column_findings
    if any(finding.code == "column_missing" for finding in findings):
        return None, findings
    return Located(table, tab, 0 if header is None else header + 1, columns), findings


def label_of(table: Table, text: Cell) -> Field | None:
    """Return the column that a header cell names, or None."""
    if not isinstance(text, str) or len(text) > _LONGEST_LABEL:
        return None
    exact, without_tones = _index(table)
    return exact.get(spoken(text)) or without_tones.get(plain(text))


@lru_cache(maxsize=64)
def _index(table: Table) -> tuple[Mapping[str, Field], Mapping[str, Field]]:
    return _labels(table), _plain_labels(table)


def _labels(table: Table) -> dict[str, Field]:
    names: dict[str, Field] = {}
    for each in reversed(table.fields):
        names.update({spoken(alias): each for alias in each.aliases})
    names.update({spoken(each.title): each for each in table.fields})
    return names


def _plain_labels(table: Table) -> dict[str, Field]:
    found: dict[str, Field | None] = {}
    for label, each in _labels(table).items():
        key = plain(label)
        found[key] = None if found.get(key, each) is not each else each
    return {key: each for key, each in found.items() if each is not None}


def _header_row(tab: Tab, table: Table) -> int | None:
    """Return the row with the most known labels, the upper one of two equals."""
    best, most = None, min(2, len(table.fields)) - 1
    for index, row in enumerate(tab.rows[:_HEADER_SEARCH_ROWS]):
        known = {found.name for cell in row if (found := label_of(table, cell))}
        if len(known) > most:
            best, most = index, len(known)
    return best


def _columns(
    tab: Tab, table: Table, header: int | None, place: Place
) -> tuple[dict[str, int], list[Finding]]:
    width = max(tab.column_count, *(len(row) for row in tab.rows), 0)
    labels = {
        column: tab.cell(header, column) if header is not None else None for column in range(width)
    }
    columns: dict[str, int] = {}
    findings: list[Finding] = []

    def say(code: str, column: int, title: str = "") -> None:
        at = Place(place.unit, place.table, "", "", place.sheet_id, header or 0, column)
        label = labels.get(column)
        shown = clean(label) if isinstance(label, str) else ""
        findings.append(Finding(code, at, shown, {"column": title}))

    for column, label in labels.items():
        named = label_of(table, label)
        if named and named.name in columns:
            say("column_twice", column, named.title)
        elif named:
            columns[named.name] = column
    for column, each in _by_metadata(tab, table, columns):
        columns[each.name] = column
        if header is not None:
            say("column_renamed", column, each.title)
    for column, label in labels.items():
        unused = column not in columns.values() and not label_of(table, label)
        if unused and isinstance(label, str) and clean(label):
            say("column_unknown", column)
    return columns, findings + _absent(table, columns, place)


def _by_metadata(tab: Tab, table: Table, columns: Mapping[str, int]) -> Iterator[tuple[int, Field]]:
    """Yield the columns that only their developer metadata tells, where no label claims them."""
    by_name = {each.name: each for each in table.fields}
    taken = set(columns.values())
    for column, key in sorted(tab.column_keys.items()):
        if key in by_name and key not in columns and column not in taken:
            yield column, by_name[key]


def _absent(table: Table, columns: Mapping[str, int], place: Place) -> list[Finding]:
    findings = []
    for each in table.fields:
        if each.name in columns or each.filled_by is FilledBy.FORMULA:
            continue
        code = "column_missing" if each.required else "column_gone"
        at = Place(place.unit, place.table, "", each.name, place.sheet_id)
        findings.append(Finding(code, at, data={"column": each.title}))
    return findings
