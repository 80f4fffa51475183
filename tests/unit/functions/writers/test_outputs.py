"""What changes in a workbook, by the parts of the night that ran."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from functions.domain.ledger import Decision, State
from functions.domain.night import PARTS, Night, Part
from functions.domain.workbook import Tab
from functions.ports import Request
from functions.writers.outputs import (
    Tabs,
    journal_requests,
    province_requests,
    unit_requests,
)
from functions.writers.tabs import journal
from sheets_schema.model import Book
from tests.campaigns import make_campaign, make_need, schema
from tests.nights import make_entry, make_night, make_tab

LEDGER = schema().table("province", "assignments")
COLUMNS = {each.name: index for index, each in enumerate(LEDGER.fields)}
HEADER = (("Đến 11/08",), tuple(each.title for each in LEDGER.fields))


def empty_tabs(book: Book, without: str = "") -> Tabs:
    """Return a workbook of empty tabs, each with its order as its id."""
    tabs = {
        each.name: replace(make_tab(), sheet_id=each.order, title=each.title)
        for each in schema().book(book)
        if each.name != without
    }
    return tabs.get


def touched(book: Book, requests: Sequence[Request]) -> set[str]:
    """Return the tables whose cells are written."""
    names = {each.order: each.name for each in schema().book(book)}
    updates: list[Any] = [each["updateCells"] for each in requests if "updateCells" in each]
    return {names[each["start"]["sheetId"]] for each in updates}


def ledger_cells(requests: Sequence[Request]) -> dict[tuple[int, int], object]:
    """Return what is written into the list of assignments, by row and column."""
    cells = {}
    updates: list[Any] = [each["updateCells"] for each in requests if "updateCells" in each]
    for update in updates:
        start = update["start"]
        if start["sheetId"] == LEDGER.order:
            for down, row in enumerate(update["rows"]):
                for right, cell in enumerate(row["values"]):
                    value = next(iter(cell.get("userEnteredValue", {}).values()), None)
                    cells[start["rowIndex"] + down, start["columnIndex"] + right] = value
    return cells


def province(
    night: Night, tab: Tab | None = None, columns: Mapping[str, int] = COLUMNS
) -> list[Request]:
    """Return what changes in the province's workbook when its list of assignments is `tab`."""
    found = empty_tabs("province")
    ledger = replace(tab or make_tab(HEADER), sheet_id=LEDGER.order)
    return province_requests(
        schema(), night, lambda name: ledger if name == LEDGER.name else found(name), columns, {}
    )


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (PARTS, {"findings", "arrivals", "guide"}),
        (("validate",), {"findings"}),
        (("assign",), {"arrivals"}),
        (("summarize",), {"guide"}),
    ],
)
def test_each_part_writes_its_own_tabs_of_a_unit(
    parts: tuple[Part, ...], expected: set[str]
) -> None:
    """A part that did not run leaves the tabs of the others alone."""
    requests = unit_requests(schema(), make_night(parts=parts), "705", empty_tabs("unit"))
    assert touched("unit", requests) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            PARTS,
            {"findings", "unmet", "assignments", "chasing", "activities", "figures", "summary"},
        ),
        (("validate",), {"findings"}),
        (("assign",), {"unmet", "assignments"}),
        (("summarize",), {"chasing", "activities", "figures", "summary"}),
    ],
)
def test_each_part_writes_its_own_tabs_of_the_province(
    parts: tuple[Part, ...], expected: set[str]
) -> None:
    """The journal is written apart, once it is known what was written."""
    night = make_night(entries=(make_entry(),), parts=parts)
    assert touched("province", province(night)) == expected


def test_a_tab_that_is_gone_is_left_out() -> None:
    """The others are written as usual."""
    requests = unit_requests(schema(), make_night(), "705", empty_tabs("unit", without="arrivals"))
    assert touched("unit", requests) == {"findings", "guide"}
    assert province_requests(schema(), make_night(), lambda _: None, COLUMNS, {}) == []


def test_an_unknown_unit_gets_no_guide() -> None:
    """Without an entry there is no name to put above the guide."""
    requests = unit_requests(schema(), make_night(), "799", empty_tabs("unit"))
    assert "guide" not in touched("unit", requests)


def test_new_rows_stand_below_the_last_row_in_use() -> None:
    """Known rows keep their places, new ones follow whatever stands in the tab, notes included."""
    tab = make_tab((*HEADER, ("PC-T-001",), (), (None, None, None, "ghi chú"), ()))
    night = make_night(
        entries=(
            replace(make_entry(1), row=2),
            make_entry(2, team="DH-9"),
            make_entry(3, team="DH-8"),
        )
    )
    cells = ledger_cells(province(night, tab))
    assert {row for row, _ in cells if row > 1} == {2, 5, 6}
    assert (cells[5, 0], cells[6, 0]) == ("PC-T-002", "PC-T-003")


def test_the_coordinators_columns_are_never_written() -> None:
    """Decisions and remarks belong to people, wherever they moved their columns."""
    moved = {name: (index + 5) % len(COLUMNS) for name, index in COLUMNS.items()}
    night = make_night(
        entries=(replace(make_entry(why=(), decision=Decision.SIGN, state=State.SIGNED), row=2),)
    )
    for columns in (COLUMNS, moved):
        written = {
            column for row, column in ledger_cells(province(night, None, columns)) if row > 0
        }
        assert not written & {columns["decision"], columns["remark"]}
        assert columns["state"] in written


def test_the_sentence_is_written_with_a_change_alone() -> None:
    """A list without news keeps its sentence, one with news gets tonight's."""
    entry = make_entry()
    first = ledger_cells(province(make_night(entries=(entry,))))
    assert str(first[0, 0]).startswith("Đến 12/08/2024")
    row: Any = tuple(first.get((2, column)) for column in range(len(COLUMNS)))
    same = make_tab((*HEADER, row))
    again = make_night(entries=(replace(entry, row=2),))
    assert ledger_cells(province(again, same)) == {}


@pytest.mark.parametrize("gone", ["assignment_id", "need_id", "team_id", "start", "end"])
def test_a_list_whose_rows_cannot_be_told_apart_is_left_alone(gone: str) -> None:
    """Without a column by which rows are known, nothing is written a second time below."""
    columns = {name: index for name, index in COLUMNS.items() if name != gone}
    requests = province(make_night(entries=(make_entry(),)), None, columns)
    assert "assignments" not in touched("province", requests)


def test_a_list_without_its_other_columns_is_still_written() -> None:
    """A column that only shows something can be missing."""
    columns = {name: index for name, index in COLUMNS.items() if name != "km"}
    requests = province(make_night(entries=(make_entry(),)), None, columns)
    assert (2, COLUMNS["km"]) not in ledger_cells(requests)
    assert ledger_cells(requests)[2, 0] == "PC-T-001"


def test_the_latest_night_is_on_top_of_the_journal() -> None:
    """Tonight's row comes before those of the nights before, which stay as they are."""
    before = (("02:00 12/08/2024", "run-1", 9.0), ("02:00 11/08/2024", "run-0"))
    tab = make_tab((("Mỗi đêm",), ("Lúc",), *before))
    requests: list[Any] = journal_requests(schema(), make_night(), lambda _: tab, 4)
    (update,) = [each["updateCells"] for each in requests]
    rows = [
        [next(iter(cell.get("userEnteredValue", {}).values()), None) for cell in row["values"]]
        for row in update["rows"]
    ]
    assert rows[2][:2] == ["02:00 13/08/2024", "2024-08-12T19:00:00Z"]
    assert rows[3][:3] == ["02:00 12/08/2024", "run-1", 9.0]
    assert rows[4][:2] == ["02:00 11/08/2024", "run-0"]


def test_the_journal_remembers_so_many_nights() -> None:
    """The oldest night goes when a new one comes, and its cells are cleared."""
    nights = tuple((f"night {number}",) for number in range(journal.KEPT))
    tab = make_tab((("Mỗi đêm",), ("Lúc",), *nights), row_count=1000)
    requests: list[Any] = journal_requests(schema(), make_night(), lambda _: tab, 1)
    rows = [row for each in requests for row in each["updateCells"]["rows"]]
    firsts = [row["values"][0]["userEnteredValue"]["stringValue"] for row in rows]
    assert len([each for each in firsts if each.startswith("night")]) == journal.KEPT - 1
    assert firsts[-1] == f"night {journal.KEPT - 2}"


def test_a_province_without_a_journal_writes_none() -> None:
    """A tab that is gone is not made up."""
    assert journal_requests(schema(), make_night(), lambda _: None, 1) == []


def test_a_need_that_nobody_serves_reaches_both_workbooks() -> None:
    """The same night feeds the unit's list and the province's."""
    campaign = make_campaign(needs=(make_need(),))
    night = make_night(campaign, (make_entry(),))
    assert "arrivals" in touched("unit", unit_requests(schema(), night, "705", empty_tabs("unit")))
    assert "unmet" in touched("province", province(night))
