"""What the robot's own tabs remember from the nights before: findings and assignments."""

from __future__ import annotations

from datetime import date

from functions.domain.explanations import Explained
from functions.domain.findings import Finding, Place
from functions.domain.history import History, LineKey
from functions.domain.ledger import Decision, Entry, State
from functions.domain.records import PROVINCE, Window
from functions.domain.serials import from_serial, is_serial
from functions.domain.workbook import Cell, Tab, Workbook
from functions.tables.converters import convert
from functions.tables.converters.base import Context
from functions.tables.locate import Located, find_tab, locate
from functions.tables.typed import show_cell
from functions.tables.words import clean
from sheets_schema.model import Book, Schema

_NEEDED = frozenset({"assignment_id", "state", "decision", "need_id", "team_id", "start", "end"})

_REMEMBERED = (
    "tab",
    "row_id",
    "column",
    "case",
    "state",
    "explained_row",
    "explained_by",
    "explained_findings",
)


def read_history(workbook: Workbook, schema: Schema, book: Book) -> History:
    """Return what last night's list of findings said; nothing when the list is gone."""
    table = schema.table(book, "findings")
    tab = find_tab(workbook, table)
    if tab is None:
        return History()
    columns = {name: table.column(name) for name in _REMEMBERED}
    fixed_label = schema.lists["finding_state"].label("fixed")
    since: dict[LineKey, date] = {}
    fixed: dict[LineKey, date] = {}
    explained: dict[tuple[str, str], Explained] = {}
    for row in range(len(tab.rows)):
        words = {name: _text(tab, row, at) for name, at in columns.items()}
        day = _day(tab.cell(row, table.column("since")))
        if words["case"] and day:
            line = LineKey(words["tab"], words["row_id"], words["column"], words["case"])
            (fixed if words["state"] == fixed_label else since)[line] = day
        name, _, row_id = words["explained_row"].partition("|")
        if row_id:
            findings = frozenset(words["explained_findings"].split())
            explained[name, row_id] = Explained(words["explained_by"], findings)
    return History(since, fixed, explained)


def read_ledger(
    workbook: Workbook, schema: Schema, campaign: Window
) -> tuple[tuple[Entry, ...], Located | None]:
    """Return the rows of the province's «Phân công» with what the coordinator decided.

    No place means that it cannot be known: the tab is gone, or a column without which a signature
    or a mission would be forgotten.
    """
    table = schema.table("province", "assignments")
    located, _ = locate(PROVINCE, workbook, table, schema)
    if located is None or not located.columns.keys() >= _NEEDED:
        return (), None
    context = Context(schema, table.field("decision"), campaign)
    entries = (
        _entry(located, row, context) for row in range(located.first_row, len(located.tab.rows))
    )
    return tuple(each for each in entries if each), located


def check_decisions(workbook: Workbook, schema: Schema, campaign: Window) -> list[Finding]:
    """Return what is wrong with «Phân công»: columns, and decisions that decide nothing."""
    table = schema.table("province", "assignments")
    located, findings = locate(PROVINCE, workbook, table, schema)
    if located is None or "decision" not in located.columns:
        return findings
    column, at = table.field("decision"), located.columns["decision"]
    context = Context(schema, column, campaign)
    for row in range(located.first_row, len(located.tab.rows)):
        cell = located.tab.cell(row, at)
        row_id = _text(located.tab, row, located.columns.get("assignment_id", 0))
        place = Place(PROVINCE, table.name, row_id, column.name, located.tab.sheet_id, row, at)
        for remark in convert(cell, context).remarks:
            words = {"column": column.title, "example": column.example, **remark.data}
            findings.append(Finding(remark.code, place, show_cell(cell), words))
    return findings


def _entry(located: Located, row: int, context: Context) -> Entry | None:
    cells = {name: located.tab.cell(row, at) for name, at in located.columns.items()}
    start, end = _day(cells.get("start")), _day(cells.get("end"))
    words = {name: _words(cells.get(name)) for name in ("assignment_id", "need_id", "team_id")}
    if not (all(words.values()) and start and end):
        return None
    states = {item.label: item.code for item in context.schema.lists["assignment_state"].items}
    decision = convert(cells.get("decision"), context).value
    km = cells.get("km")
    members = _words(cells.get("members"))
    return Entry(
        id=words["assignment_id"],
        need=words["need_id"],
        team=words["team_id"],
        start=start,
        end=end,
        state=State(states.get(_words(cells.get("state")), State.PROPOSED)),
        decision=Decision(str(decision)) if decision else None,
        km=km if isinstance(km, int | float) else 0.0,
        members=tuple(each.strip() for each in members.split(";") if each.strip()),
        row=row,
    )


def _words(cell: Cell) -> str:
    return clean(cell) if isinstance(cell, str) else ""


def _text(tab: Tab, row: int, column: int) -> str:
    return _words(tab.cell(row, column))


def _day(cell: Cell) -> date | None:
    if isinstance(cell, int | float) and not isinstance(cell, bool) and is_serial(cell):
        return from_serial(cell)
    return None
