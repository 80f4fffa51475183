"""Ids are known however they were typed again."""

import pytest

from functions.domain.workbook import Cell, CellError
from functions.tables.ids import own_id
from tests.builders import table


@pytest.mark.parametrize(
    ("cell", "row_id"),
    [
        ("NC-705-003", "NC-705-003"),
        (" nc-705-003 ", "NC-705-003"),
        ("NC – 705 – 003", "NC-705-003"),
        ("NC-705", ""),
        ("NC-705-", ""),
        ("NL-705-003", ""),
        ("Tổng cộng", ""),
        (705003, ""),
        (CellError("#REF!"), ""),
        (None, ""),
    ],
)
def test_ids(cell: Cell, row_id: str) -> None:
    """Case, spaces and the kind of dash make no other id; what is no id of the tab is none."""
    assert own_id(table("needs"), cell) == row_id


def test_tabs_without_a_prefix_have_no_ids_of_their_own() -> None:
    """Where people give the ids themselves, anything may be one and nothing surely is."""
    assert own_id(table("units", "province"), "705-1-1") == ""
