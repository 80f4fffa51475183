"""Dropdowns and limits."""

from typing import Any

import pytest

from functions.writers.layout.validation import LIST_ROWS, list_column, rule_of, validations
from sheets_schema.model import Field, FilledBy
from tests.campaigns import schema
from tests.layouts import new


def rule(book: Any, table: str, field: str) -> Any:  # noqa: ANN401 - the API's rule
    """Return the rule of one column."""
    found = schema().table(book, table)
    return rule_of(schema(), found, found.field(field))


@pytest.mark.parametrize(
    ("table", "field", "strict"),
    [
        ("needs", "team_type", True),
        ("needs", "topics", False),
        ("needs", "local_team", False),
        ("teams", "topics", False),
        ("resources", "resource_type", True),
    ],
)
def test_only_closed_lists_of_single_values_are_strict(
    table: str,
    field: str,
    strict: bool,  # noqa: FBT001 - one row of a table
) -> None:
    """Open lists, several values and yes or no only warn, so that nothing typed is refused."""
    assert rule("unit", table, field)["strict"] is strict


def test_a_unit_chooses_from_its_tab_of_lists() -> None:
    """The range of a list is its column in «Danh mục», below the header."""
    column = list_column(schema(), "topics")
    condition = rule("unit", "needs", "topics")["condition"]
    assert column == 1 + list(schema().lists).index("topics")
    assert condition == {
        "type": "ONE_OF_RANGE",
        "values": [{"userEnteredValue": f"='Danh mục'!$B$2:$B${LIST_ROWS}"}],
    }


def test_communes_are_those_of_the_unit() -> None:
    """The first column of the lists holds the unit's communes, and no other is taken."""
    found = rule("unit", "needs", "commune")
    assert found["strict"]
    assert found["condition"]["values"] == [
        {"userEnteredValue": f"='Danh mục'!$A$2:$A${LIST_ROWS}"}
    ]


def test_the_provinces_lists_stand_in_the_rule() -> None:
    """The province's workbook has no tab of lists."""
    found = rule("province", "assignments", "decision")
    assert found["condition"] == {
        "type": "ONE_OF_LIST",
        "values": [{"userEnteredValue": "Chốt"}, {"userEnteredValue": "Từ chối"}],
    }
    assert found["strict"]


def test_limits_and_days_only_warn() -> None:
    """A number out of bounds or a day in words may be typed; the night says what is wrong."""
    bounded = rule("unit", "needs", "volunteers_needed")
    assert (bounded["strict"], bounded["condition"]) == (
        False,
        {
            "type": "NUMBER_BETWEEN",
            "values": [{"userEnteredValue": "1"}, {"userEnteredValue": "200"}],
        },
    )
    assert bounded["inputMessage"] == "Số nguyên. Từ 1 đến 200."
    open_end = rule("province", "targets", "target")
    assert open_end["condition"] == {
        "type": "NUMBER_GREATER_THAN_EQ",
        "values": [{"userEnteredValue": "0"}],
    }
    day = rule("unit", "reports", "report_date")
    assert (day["strict"], day["condition"]) == (False, {"type": "DATE_IS_VALID"})


def test_free_text_has_no_rule() -> None:
    """Where anything may be typed nothing is said, nor where a number has no bounds."""
    assert rule("unit", "needs", "contact_name") is None
    table = schema().table("unit", "needs")
    assert rule_of(schema(), table, Field("n", "N", "int")) is None


def test_the_message_says_that_several_values_go() -> None:
    """People read in the cell how to write more than one value."""
    assert "dấu chấm phẩy" in rule("unit", "needs", "topics")["inputMessage"]


def test_rules_stand_on_peoples_cells_alone() -> None:
    """The rule of a column reaches from below the header to the last row; robots need none."""
    for table in schema().tables:
        people = [i for i, each in enumerate(table.fields) if each.filled_by is FilledBy.PEOPLE]
        found: list[Any] = [each["setDataValidation"] for each in validations(schema(), new(table))]
        assert {each["range"]["startColumnIndex"] for each in found} <= set(people)
        assert all(each["range"]["endRowIndex"] > each["range"]["startRowIndex"] for each in found)
    assert validations(schema(), new(schema().table("unit", "arrivals"))) == []
    assert len(validations(schema(), new(schema().table("province", "assignments")))) == 1
