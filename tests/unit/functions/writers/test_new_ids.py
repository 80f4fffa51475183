"""Ids and formulas for rows that people added."""

from typing import Any

from functions.writers.layout.rows import formula
from functions.writers.new_ids import id_requests
from tests.campaigns import schema

TABLE = schema().table("unit", "needs")


def test_a_new_row_gets_its_id_and_its_formulas() -> None:
    """Ids and formulas go where the columns stand now, in the order of the rows."""
    columns = {"commune": 0, "need_id": 1, "status": 5, "robot_note": 6}
    requests = id_requests(schema(), TABLE, 42, columns, {9: "NC-705-101", 4: "NC-705-100"})
    cells: list[Any] = [each["updateCells"] for each in requests]
    assert [each["fields"] for each in cells] == ["userEnteredValue"] * 6
    assert [tuple(each["start"].values()) for each in cells] == [
        (42, 4, 1),
        (42, 4, 5),
        (42, 4, 6),
        (42, 9, 1),
        (42, 9, 5),
        (42, 9, 6),
    ]
    values = [each["rows"][0]["values"][0]["userEnteredValue"] for each in cells]
    assert values[0] == {"stringValue": "NC-705-100"}
    status = formula(schema(), TABLE, TABLE.field("status"), 4, columns)
    assert values[1] == {"formulaValue": status}
    assert "$B5" in status
    assert values[3] == {"stringValue": "NC-705-101"}


def test_columns_that_are_gone_are_not_written() -> None:
    """Without its column a formula is left out; without rows there is nothing to do."""
    assert len(id_requests(schema(), TABLE, 42, {"need_id": 0}, {3: "NC-705-101"})) == 1
    assert id_requests(schema(), TABLE, 42, {"need_id": 0}, {}) == []
