"""Ids of rows are numbered once and never again."""

import pytest

from functions.tables.row_ids import new_ids_of, row_number
from functions.tables.row_kinds import RowKind
from functions.tables.rows import RawRow
from tests.builders import table


@pytest.mark.parametrize(
    ("row_id", "number"),
    [
        ("NC-705-012", 12),
        ("12", 12),
        ("NC-705-", None),
        ("", None),
        ("VD", None),
        ("NC-705-²", None),
        ("0912345678", None),
        ("9" * 5000, None),
    ],
)
def test_numbers_of_ids(row_id: str, number: int | None) -> None:
    """The number stands at the end; a phone number in the id column is not one."""
    assert row_number(row_id) == number


def test_new_ids() -> None:
    """Data rows without an id are numbered above all others; where people give ids none are."""
    rows = [
        RawRow(1, RowKind.DATA, "NC-705-003", {}),
        RawRow(2, RowKind.DATA, "", {}),
        RawRow(3, RowKind.SECTION, "", {}),
        RawRow(4, RowKind.BLANK, "NC-705-040", {}),
        RawRow(5, RowKind.DATA, "", {}),
    ]
    found = new_ids_of(table("needs"), "705", rows)
    assert found == {2: "NC-705-041", 5: "NC-705-042"}
    assert new_ids_of(table("units", "province"), "T", rows) == {}
