"""The robot's own tabs tell it what happened in the nights before."""

from collections.abc import Sequence
from datetime import date

import pytest

from functions.domain.explanations import Explained
from functions.domain.history import History
from functions.domain.ledger import Decision, Entry, State
from functions.domain.workbook import Cell, Tab
from functions.tables.memory import check_decisions, read_history, read_ledger
from tests.builders import SCHEMA, WINDOW, book, cells_of, grid_tab, rows_where, tab, table

LEDGER = table("assignments", "province")
LISTED = table("findings")
INFO: tuple[Cell, ...] = ("Đến 14/08/2024: 2 nhu cầu có đội",)
GOOD: dict[str, Cell] = {
    "assignment_id": "PC-T-001",
    "state": "Đã chốt",
    "need_id": "NC-705-001",
    "team_id": "DH-T-01",
    "start": 45524,
    "end": 45526,
    "km": 12.3,
}


def ledger(*rows: dict[str, Cell]) -> tuple[Entry, ...]:
    """Read a ledger of these rows, the robot's line of information above its header."""
    entries, located = read_ledger(book(tab(LEDGER, *rows, above=[INFO])), SCHEMA, WINDOW)
    assert located is not None
    return entries


def history_tab(*rows: dict[str, Cell]) -> Tab:
    """Return the robot's list of findings with these rows."""
    return tab(LISTED, *rows, above=[INFO])


def test_history_is_read_back() -> None:
    """Each line is known by its tab, row, column and full code, since its first night."""
    workbook = book(
        history_tab(
            {
                "severity": "Cảnh báo",
                "state": "Mới",
                "tab": "Nhu cầu",
                "row_id": "NC-705-001",
                "column": "Số điện thoại",
                "code": "multiple_values",
                "case": "multiple_values.first",
                "since": 45516,
            },
            {"tab": "Nhu cầu", "case": "tab_missing", "state": "Đã giải trình", "since": 45517.0},
            {"row_id": "NC-705-002", "case": "negative", "since": "hôm qua"},
            {"row_id": "NC-705-003", "case": "missing", "state": "Đã sửa đêm qua", "since": 45518},
            {"seen": "NC-705-003"},
            {"tab": "Nhu cầu", "problem": "Nhu cầu: đọc 3 dòng"},
        )
    )
    history = read_history(workbook, SCHEMA, "unit")
    assert history.since == {
        ("Nhu cầu", "NC-705-001", "Số điện thoại", "multiple_values.first"): date(2024, 8, 12),
        ("Nhu cầu", "", "", "tab_missing"): date(2024, 8, 13),
    }
    assert history.fixed == {("", "NC-705-003", "", "missing"): date(2024, 8, 14)}


def test_explanations_are_read_back() -> None:
    """Each row with an explanation is remembered with what the explanation is about."""
    workbook = book(
        history_tab(
            {
                "explained_row": "needs|NC-705-001",
                "explained_by": "1f0a9c3b",
                "explained_findings": "5d41402a 7b52009b",
            },
            {"explained_row": "units|A|B", "explained_by": "00000000"},
            {"explained_row": "needs", "explained_by": "1f0a9c3b"},
        )
    )
    assert read_history(workbook, SCHEMA, "unit").explained == {
        ("needs", "NC-705-001"): Explained("1f0a9c3b", frozenset({"5d41402a", "7b52009b"})),
        ("units", "A|B"): Explained("00000000", frozenset()),
    }


def test_no_tab_no_history() -> None:
    """A workbook without the robot's list remembers nothing."""
    assert read_history(book(), SCHEMA, "unit") == History()
    assert read_history(book(), SCHEMA, "province") == History()


def test_the_ledger_is_read_back() -> None:
    """A row of the ledger is an assignment at its place in the tab."""
    assert ledger({**GOOD, "decision": "Chốt"}) == (
        Entry(
            id="PC-T-001",
            need="NC-705-001",
            team="DH-T-01",
            start=date(2024, 8, 20),
            end=date(2024, 8, 22),
            state=State.SIGNED,
            decision=Decision.SIGN,
            km=12.3,
            row=2,
        ),
    )


@pytest.mark.parametrize(
    ("cell", "decision"),
    [
        ("Chốt", Decision.SIGN),
        ("CHỐT ", Decision.SIGN),
        ("chot", Decision.SIGN),
        ("Đồng ý", Decision.SIGN),
        ("duyệt", Decision.SIGN),
        ("Từ chối", Decision.REFUSE),
        ("tu choi", Decision.REFUSE),
        ("Không đồng ý", Decision.REFUSE),
        ("không duyệt", Decision.REFUSE),
        ("để xem", None),
        ("nt", None),
        (None, None),
        ("-", None),
    ],
)
def test_decisions_in_other_spellings(cell: Cell, decision: Decision | None) -> None:
    """A decision is known in every usual spelling; anything else decides nothing."""
    (entry,) = ledger({**GOOD, "decision": cell})
    assert entry.decision is decision


@pytest.mark.parametrize(
    "broken",
    [{"assignment_id": None}, {"need_id": 5}, {"team_id": " "}, {"start": None}, {"end": "20/8"}],
)
def test_half_a_row_is_no_assignment(broken: dict[str, Cell]) -> None:
    """A row without its ids or its days is passed over, the rows around it are not moved."""
    entries = ledger({**GOOD, **broken}, {**GOOD, "assignment_id": "PC-T-002"})
    assert [(each.id, each.row) for each in entries] == [("PC-T-002", 3)]


def test_what_was_overwritten_is_taken_for_a_proposal() -> None:
    """An unknown state is a proposal, and a way that is no number is none."""
    (entry,) = ledger({**GOOD, "state": "?", "km": "xa", "start": 45524.0})
    assert (entry.state, entry.km, entry.start) == (State.PROPOSED, 0.0, date(2024, 8, 20))


def test_every_state_has_a_label() -> None:
    """Each state is read back from the label under which it was written."""
    labels: Sequence[dict[str, Cell]] = [
        {**GOOD, "state": SCHEMA.lists["assignment_state"].label(each.value)} for each in State
    ]
    assert [each.state for each in ledger(*labels)] == list(State)


def test_no_ledger_no_assignments() -> None:
    """A workbook without «Phân công» has no rows and no place to write them to."""
    assert read_ledger(book(), SCHEMA, WINDOW) == ((), None)
    assert rows_where(check_decisions(book(), SCHEMA, WINDOW)) == [("tab_missing", "", "")]


def test_a_decision_that_decides_nothing_is_said() -> None:
    """A word that is no decision is a finding for the coordinator, at its cell."""
    workbook = book(
        tab(LEDGER, {**GOOD, "decision": "để xem"}, {**GOOD, "decision": "Chốt"}, {}, above=[INFO])
    )
    findings = check_decisions(workbook, SCHEMA, WINDOW)
    assert rows_where(findings) == [("unknown_choice", "PC-T-001", "decision")]
    assert (findings[0].value, findings[0].place.row) == ("để xem", 2)
    assert (findings[0].place.unit, findings[0].place.column) == ("T", LEDGER.column("decision"))


def test_a_ledger_without_the_decision_column_cannot_be_used() -> None:
    """Without the column «Duyệt» every signature would be forgotten, so nothing is read at all."""
    at = LEDGER.column("decision")
    rows = [[each.title for each in LEDGER.fields], list(cells_of(LEDGER, GOOD))]
    workbook = book(grid_tab(LEDGER, [row[:at] + row[at + 1 :] for row in rows]))
    assert read_ledger(workbook, SCHEMA, WINDOW) == ((), None)
    found = check_decisions(workbook, SCHEMA, WINDOW)
    assert rows_where(found) == [("column_gone", "", "decision")]
