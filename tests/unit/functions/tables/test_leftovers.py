"""What is not read, and what is read unseen, is said with its place and its number."""

from dataclasses import replace

from functions.domain.findings import Finding, Place
from functions.tables.blocks import Block
from functions.tables.headers import Caption, Header
from functions.tables.leftovers import columns_without_label, hidden_rows, rows_of_another_table
from tests.builders import grid_tab, table

NEEDS, PEOPLE = table("needs"), table("volunteers")
PLACE = Place("705", "needs", sheet_id=102)
TAB = grid_tab(NEEDS, [("x", "y"), (None, "a"), (), ("b", " ", "c"), (1, None, 0)])


def test_rows_of_another_table() -> None:
    """The first and the last row with something in the other table's columns are named."""
    header = Header(0, 1, {0: Caption(0, "x"), 1: Caption(0, "y")})
    found = list(rows_of_another_table(TAB, NEEDS, Block(PEOPLE, header, 5), PLACE))
    data = {"tab": "Nhu cầu", "other": "Tình nguyện viên", "first": "2", "last": "5"}
    assert found == [Finding("other_table", PLACE, "Tình nguyện viên", data)]
    assert list(rows_of_another_table(TAB, NEEDS, Block(PEOPLE, header, 1), PLACE)) == []


def test_columns_without_label() -> None:
    """Each column with something next to a row that is read is named at its first cell."""
    found = list(columns_without_label(TAB, {2, 1, 7}, [3, 4], PLACE))
    data = {"column": "C", "count": "2"}
    assert found == [Finding("unlabelled_column", replace(PLACE, row=3, column=2), data=data)]


def test_hidden_rows() -> None:
    """Only hidden rows that are read count, and none is no news."""
    tab = replace(TAB, hidden_rows=frozenset({1, 2, 4}))
    data = {"tab": "Nhu cầu", "count": "2"}
    assert list(hidden_rows(tab, [1, 3, 4], PLACE)) == [Finding("hidden_rows", PLACE, data=data)]
    assert list(hidden_rows(tab, [3], PLACE)) == []
