"""Whole workbooks, laid out on the local Google and read back."""

from dataclasses import replace
from typing import Any

import pytest

from functions.domain.findings import Finding, Place
from functions.domain.ledger import Entry
from functions.domain.workbook import Tab
from functions.errors import WorkbookError
from functions.ports import Request
from functions.writers.layout.ranges import write_cells
from functions.writers.layout.tabs import first_row, header_row, sheet_id
from functions.writers.outputs import (
    Tabs,
    journal_requests,
    province_requests,
    unit_requests,
)
from functions.writers.words import book_of
from sheets_schema.model import FilledBy, TableKind
from tests.campaigns import make_campaign, make_need, schema
from tests.layouts import lay_out
from tests.nights import make_entry, make_night

UNIT_CODES = ("705", "T")
LEDGER_COLUMNS = {
    each.name: index for index, each in enumerate(schema().table("province", "assignments").fields)
}


@pytest.mark.parametrize("unit", UNIT_CODES)
def test_google_takes_the_layout_and_gives_it_back(google: Any, unit: str) -> None:  # noqa: ANN401 - the fixture
    """Tabs, keys, headers, ids and formulas are there after one request."""
    found = google.workbooks.read(lay_out(google, unit))
    tables = schema().book(book_of(unit))
    assert [tab.title for tab in found.tabs] == [each.title for each in tables]
    assert [tab.sheet_id for tab in found.tabs] == [sheet_id(each) for each in tables]
    for tab, table in zip(found.tabs, tables, strict=True):
        assert tab.key == table.name
        assert dict(tab.column_keys) == {i: each.name for i, each in enumerate(table.fields)}
        if table.fields:
            assert tab.rows[header_row(table)] == tuple(each.title for each in table.fields)
        if table.kind is TableKind.INPUT and table.prefix:
            assert tab.cell(first_row(table) + table.rows - 1, 0) == table.row_id(unit, table.rows)
            formulas = sum(each.filled_by is FilledBy.FORMULA for each in table.fields)
            assert len(tab.formulas) == formulas * table.rows


@pytest.mark.parametrize("unit", UNIT_CODES)
def test_google_keeps_people_out_of_closed_cells(google: Any, unit: str) -> None:  # noqa: ANN401 - the fixture
    """An officer may type where people do, and neither in a header nor in the robot's cells."""
    workbook_id = lay_out(google, unit)
    google.factory.share(workbook_id, google.officer)
    officer = google.as_user(google.officer)
    for table in schema().book(book_of(unit)):
        row = first_row(table) + 1
        for index, field in enumerate(table.fields):
            if field.filled_by is FilledBy.PEOPLE:
                officer.write(workbook_id, [_typed(sheet_id(table), row, index)])
                break
        closed = [(header_row(table), 0)]
        closed += [
            (row, index)
            for index, field in enumerate(table.fields)
            if field.filled_by is not FilledBy.PEOPLE
        ][:2]
        for at, column in closed:
            with pytest.raises(WorkbookError):
                officer.write(workbook_id, [_typed(sheet_id(table), at, column)])


def test_the_status_follows_what_is_typed(google: Any) -> None:  # noqa: ANN401 - the fixture
    """A row without a word has no status, one that was not read yet is new."""
    workbook_id = lay_out(google, "705")
    table = schema().table("unit", "needs")
    where = _typed(sheet_id(table), first_row(table), table.column("place"))
    google.workbooks.write(workbook_id, [where])
    tab = next(each for each in google.workbooks.read(workbook_id).tabs if each.key == "needs")
    status = table.column("status")
    assert tab.cell(first_row(table), status) == schema().text("status.new")
    assert tab.cell(first_row(table) + 1, status) in (None, "")


def test_a_night_is_written_once(google: Any) -> None:  # noqa: ANN401 - the fixture
    """Google takes what the writers ask for, and the next night finds nothing to write."""
    campaign, entry = make_campaign(needs=(make_need(),)), make_entry(why=())
    place = Place("705", "needs", "NC-705-001", "contact_phone", sheet_id=1002, row=2, column=17)
    phone = Finding("bad_phone", place, "=1+1", {"reason": "có 4 chữ số"})
    own, province = lay_out(google, "705"), lay_out(google, "T")

    def write(entries: tuple[Entry, ...]) -> list[bool]:
        night = make_night(campaign, entries, findings=(phone,))
        tabs = _tabs(google, province)
        page = tabs("summary")
        charts = page.look.charts if page else {}
        requests = {
            own: unit_requests(schema(), night, "705", _tabs(google, own)),
            province: province_requests(schema(), night, tabs, LEDGER_COLUMNS, charts),
        }
        if requests[province]:
            requests[province] += journal_requests(schema(), night, tabs, 2)
        for workbook_id, each in requests.items():
            if each:
                google.workbooks.write(workbook_id, each)
        return [bool(each) for each in requests.values()]

    assert write((entry,)) == [True, True]
    assert write((replace(entry, row=2),)) == [False, False]
    findings = _tabs(google, own)("findings")
    assert findings
    columns = schema().table("unit", "findings").column
    assert findings.cell(2, columns("state")) == "Mới"
    assert (findings.cell(2, columns("cell")), findings.cell(2, columns("value"))) == (
        "Nhu cầu R3",
        "=1+1",
    )
    assert list(findings.formulas) == [(2, columns("cell")), (2, columns("state"))]


def _tabs(google: Any, workbook_id: str) -> Tabs:  # noqa: ANN401 - the fixture
    tabs: dict[str, Tab] = {each.key: each for each in google.workbooks.read(workbook_id).tabs}
    return tabs.get


def _typed(sheet: int, row: int, column: int) -> Request:
    cell = {"userEnteredValue": {"stringValue": "chữ"}}
    return write_cells(sheet, row, column, [[cell]], "userEnteredValue")
