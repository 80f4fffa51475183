"""Who may write where."""

from typing import Any

import pytest

from functions.writers.layout.protection import protections
from sheets_schema.model import FilledBy, Table, TableKind
from tests.campaigns import schema
from tests.layouts import new

ROBOT = "robot@example.test"


def protected(table: Table) -> list[Any]:
    """Return the protected ranges of a tab."""
    found: list[Any] = protections(schema(), new(table), ROBOT)
    return [each["addProtectedRange"]["protectedRange"] for each in found]


@pytest.mark.parametrize("table", schema().tables, ids=lambda each: f"{each.book}-{each.name}")
def test_every_tab_is_protected_and_names_its_editors(table: Table) -> None:
    """A protection without editors would bind nobody, and one that only warns neither."""
    found = protected(table)
    assert found
    for each in found:
        assert each["editors"] == {"users": [ROBOT], "domainUsersCanEdit": False}
        assert each["warningOnly"] is False


@pytest.mark.parametrize("table", schema().tables, ids=lambda each: f"{each.book}-{each.name}")
def test_people_may_write_in_their_cells_and_no_others(table: Table) -> None:
    """Below the header a cell is open exactly where its column is filled by people."""
    row = 50
    for index, field in enumerate(table.fields):
        closed = any(_holds(each["range"], row, index) for each in protected(table)) and not any(
            _holds(one, row, index)
            for each in protected(table)
            for one in each.get("unprotectedRanges", ())
        )
        assert closed is (field.filled_by is not FilledBy.PEOPLE)


@pytest.mark.parametrize("table", schema().tables, ids=lambda each: f"{each.book}-{each.name}")
def test_headers_and_examples_are_closed(table: Table) -> None:
    """Nobody but the editors changes a header, nor the example below it."""
    rows = 2 if table.kind is TableKind.INPUT and table.prefix else 1
    for row in range(rows):
        assert any(_holds(each["range"], row, 0) for each in protected(table))
        assert not any(
            _holds(one, row, 0)
            for each in protected(table)
            for one in each.get("unprotectedRanges", ())
        )


def _holds(where: dict[str, int], row: int, column: int) -> bool:
    far = 10**6
    return where.get("startRowIndex", 0) <= row < where.get("endRowIndex", far) and where.get(
        "startColumnIndex", 0
    ) <= column < where.get("endColumnIndex", far)
