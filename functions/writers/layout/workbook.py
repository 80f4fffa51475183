"""A whole workbook: the tabs that it lacks, and what each tab lacks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from functions.config import LOCALE, TIME_ZONE
from functions.domain.workbook import ROBOT_KEY, SCHEMA_KEY, Tab, Workbook
from functions.ports import Request
from functions.writers.layout.insertion import insert_missing
from functions.writers.layout.keys import create
from functions.writers.layout.mend import Occasion, Repair, mend_table
from functions.writers.layout.standing import Standing, as_provisioned
from functions.writers.layout.tabs import row_count, sheet_id, sheet_properties
from functions.writers.words import book_of
from sheets_schema.model import Book, Schema, Table, TableKind

WHOLE = ""
"""The table name of repairs that concern the workbook as a whole."""

_OWN_KINDS = (TableKind.ROBOT, TableKind.PAGE, TableKind.LISTS)


def mend(
    schema: Schema,
    workbook: Workbook,
    standings: Mapping[str, Standing],
    found: Mapping[str, Tab],
    occasion: Occasion,
) -> list[Repair]:
    """Return what damage has to be put right, tabs and columns that are missing left aside.

    `standings` says where each table stands, `found` which tab is whose; a table whose place is
    unknown is left alone, since nothing is guessed.
    """
    tables = schema.book(book_of(occasion.unit))
    repairs = [
        Repair(WHOLE, aspect, tuple(requests))
        for aspect, requests in (
            ("locale", _locale(workbook)),
            ("tab titles", _titles(tables, found)),
            ("tab order", _order(tables, workbook, found)),
        )
        if requests
    ]
    for table in tables:
        if table.name in standings:
            repairs += mend_table(schema, standings[table.name], occasion)
    return repairs


def complete(
    schema: Schema,
    workbook: Workbook,
    standings: Mapping[str, Standing],
    found: Mapping[str, Tab],
    occasion: Occasion,
) -> list[Repair]:
    """Return what makes a workbook that of the present schema: `mend`, and all that is missing."""
    book = book_of(occasion.unit)
    tables = schema.book(book)
    first: list[Repair] = []
    whole = dict(standings)
    for table, request, tab in _new_tabs(schema, tables, workbook, found):
        first.append(Repair(table.name, "tab", (request,)))
        rows = row_count(table, len(schema.settings))
        whole[table.name] = as_provisioned(table, tab, rows)
    if workbook.schema != fingerprint(schema, book):
        for name, standing in standings.items():
            if standing.table.kind in (TableKind.INPUT, TableKind.LEDGER):
                whole[name], inserted = insert_missing(standing)
                if inserted:
                    first.append(Repair(name, "columns", tuple(inserted)))
    last = [
        Repair(WHOLE, aspect, tuple(requests))
        for aspect, requests in (
            ("blank tab", _blank_tab(workbook, found)),
            ("version", _entry(SCHEMA_KEY, workbook.schema, fingerprint(schema, book))),
            ("robot", _entry(ROBOT_KEY, workbook.robot, occasion.robot)),
        )
        if requests
    ]
    return [*first, *mend(schema, workbook, whole, found, occasion), *last]


def fingerprint(schema: Schema, book: Book) -> str:
    """Return a name for the tabs and columns of one workbook: another schema has another."""
    lines = [
        f"{table.name}|{table.title}|{each.name}|{each.title}"
        for table in schema.book(book)
        for each in table.fields
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def is_outdated(schema: Schema, workbook: Workbook, book: Book) -> bool:
    """Say whether a workbook was laid out by another schema than this one."""
    return workbook.schema != fingerprint(schema, book)


def _new_tabs(
    schema: Schema, tables: Sequence[Table], workbook: Workbook, found: Mapping[str, Tab]
) -> Iterator[tuple[Table, Request, Tab]]:
    """Yield the tabs that are missing, each put before the next one that is there."""
    taken = {tab.sheet_id for tab in workbook.tabs}
    order = [tab.sheet_id for tab in sorted(workbook.tabs, key=lambda tab: tab.index)]
    places = {name: tab.sheet_id for name, tab in found.items()}
    for index, table in enumerate(tables):
        if table.name in found:
            continue
        tab_id = sheet_id(table)
        while tab_id in taken:
            tab_id += len(taken) + 1
        taken.add(tab_id)
        after = (places[each.name] for each in tables[index:] if each.name in places)
        at = next((order.index(each) for each in after), len(order))
        order.insert(at, tab_id)
        places[table.name] = tab_id
        properties = sheet_properties(schema, table, tab_id, at)
        yield table, {"addSheet": {"properties": properties}}, Tab(tab_id, table.title, at)


def _blank_tab(workbook: Workbook, found: Mapping[str, Tab]) -> list[Request]:
    """Return the request that removes the tab that Google puts into every new file."""
    if found or len(workbook.tabs) != 1 or workbook.tabs[0].rows:
        return []
    return [{"deleteSheet": {"sheetId": workbook.tabs[0].sheet_id}}]


def _locale(workbook: Workbook) -> list[Request]:
    """In another locale 5/8/2024 would become the eighth of May while it is typed."""
    wrong = {
        name: wanted
        for name, wanted, have in (
            ("locale", LOCALE, workbook.locale),
            ("timeZone", TIME_ZONE, workbook.time_zone),
        )
        if have != wanted
    }
    if not wrong:
        return []
    return [{"updateSpreadsheetProperties": {"properties": wrong, "fields": ",".join(wrong)}}]


def _titles(tables: Iterable[Table], found: Mapping[str, Tab]) -> list[Request]:
    """Guides and formulas name the robot's tabs; those that people type in bear any name."""
    return [
        {
            "updateSheetProperties": {
                "properties": {"sheetId": found[each.name].sheet_id, "title": each.title},
                "fields": "title",
            }
        }
        for each in tables
        if each.kind in _OWN_KINDS and each.name in found and found[each.name].title != each.title
    ]


def _order(tables: Sequence[Table], workbook: Workbook, found: Mapping[str, Tab]) -> list[Request]:
    """Put our tabs in order among themselves; tabs of people stay where they are.

    Tabs move to the left only, where an index means the same before and after the move.
    """
    order = [tab.sheet_id for tab in sorted(workbook.tabs, key=lambda tab: tab.index)]
    requests: list[Request] = []
    following: int | None = None
    for each in reversed(tables):
        if each.name not in found:
            continue
        own = found[each.name].sheet_id
        if following is not None and order.index(own) > order.index(following):
            order.remove(own)
            at = order.index(following)
            order.insert(at, own)
            properties = {"sheetId": own, "index": at}
            requests.append(
                {"updateSheetProperties": {"properties": properties, "fields": "index"}}
            )
        following = own
    return requests


def _entry(key: str, have: str, want: str) -> list[Request]:
    """Return the request that notes something about the workbook as a whole."""
    if not want or have == want:
        return []
    if not have:
        return [create(key, want, {"spreadsheet": True})]
    lookup = {"metadataKey": key, "metadataLocation": {"spreadsheet": True}}
    change = {
        "dataFilters": [{"developerMetadataLookup": lookup}],
        "developerMetadata": {"metadataValue": want},
        "fields": "metadataValue",
    }
    return [{"updateDeveloperMetadata": change}]
