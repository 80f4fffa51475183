"""Workbooks as they were read, and their JSON."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from functions.domain.workbook import (
    Cell,
    CellError,
    Merge,
    Tab,
    Workbook,
    column_letters,
    digest,
    from_json,
    to_json,
)

TAB = Tab(
    sheet_id=3,
    title="Nhu cầu",
    index=1,
    rows=(("Mã", 1, 2.5, True, None), (), (CellError("#REF!"), "")),
    key="needs",
    column_keys={1: "status", 0: "need_id"},
    formulas={(2, 0): "=A1", (0, 1): "=1"},
    row_count=100,
    column_count=20,
    merges=(Merge(0, 1, 2, 5),),
    hidden_rows=frozenset({7, 2}),
)
BOOK = Workbook(
    "book-1", "Mùa hè số", (TAB,), datetime(2024, 8, 12, 19, tzinfo=UTC), "vi_VN", "Asia/Bangkok"
)


def test_a_workbook_survives_json() -> None:
    """What was written as JSON text reads back as an equal workbook, types of cells included."""
    again = from_json(json.loads(json.dumps(to_json(BOOK))))
    assert again == BOOK
    assert [type(cell) for cell in again.tabs[0].rows[0]] == [str, int, float, bool, type(None)]


def test_an_older_snapshot_is_read() -> None:
    """What was kept before merges and hidden rows were known reads as a workbook without them."""
    data = json.loads(json.dumps(to_json(BOOK)))
    del data["tabs"][0]["merges"], data["tabs"][0]["hidden_rows"]
    (tab,) = from_json(data).tabs
    assert (tab.merges, tab.hidden_rows) == ((), frozenset())
    assert replace(tab, merges=TAB.merges, hidden_rows=TAB.hidden_rows) == TAB


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ((), False),
        ((None, "", " \n"), False),
        (("x",), True),
        ((None, 0), True),
        ((False,), True),
        ((CellError("#REF!"),), True),
    ],
)
def test_a_row_that_holds_something(cells: tuple[Cell, ...], says: bool) -> None:  # noqa: FBT001
    """Blanks and spaces say nothing; a zero, an unticked box and an error do."""
    assert Tab(1, "T", 0, rows=(cells,)).holds(0, range(5)) is says


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (702, "AAA")])
def test_columns_have_letters(column: int, letters: str) -> None:
    """Columns are named as in the sheet."""
    assert column_letters(column) == letters


def test_tabs_must_be_a_list() -> None:
    """Something else in the place of the tabs is refused."""
    with pytest.raises(TypeError, match="tabs must be a list"):
        from_json({**to_json(BOOK), "tabs": {}})


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        (0, 2, 2.5),
        (0, 99, None),
        (1, 0, None),
        (99, 0, None),
        (-1, 0, None),
        (0, -1, None),
        (2, 0, CellError("#REF!")),
    ],
)
def test_a_cell_outside_what_was_filled_is_empty(row: int, column: int, expected: object) -> None:
    """A position is counted from the top left; beyond the ragged rows there is nothing."""
    assert TAB.cell(row, column) == expected


def test_the_digest_is_of_the_content_alone() -> None:
    """Reading the same content later has the same digest, any other content has another one."""
    later = replace(BOOK, read_at=datetime(2024, 8, 13, 19, tzinfo=UTC))
    changed = replace(BOOK, tabs=(replace(TAB, rows=(("Mã", 2),)),))
    assert digest(later) == digest(BOOK)
    assert digest(changed) != digest(BOOK)


def test_the_digest_does_not_depend_on_the_order_of_keys() -> None:
    """Column keys and formulas have no order."""
    other = replace(
        TAB,
        column_keys=dict(reversed(list(TAB.column_keys.items()))),
        formulas=dict(reversed(list(TAB.formulas.items()))),
    )
    assert digest(replace(BOOK, tabs=(other,))) == digest(BOOK)
