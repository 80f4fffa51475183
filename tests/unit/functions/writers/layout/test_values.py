"""Rows that the campaign file puts into the province's workbook."""

from typing import Any

from functions.domain.workbook import CellError
from functions.writers import style
from functions.writers.layout.values import settings_rows, table_rows
from tests.campaigns import schema


def test_each_setting_is_a_row() -> None:
    """Code, title, value and explanation stand in one row for each setting, in order."""
    requests: list[Any] = settings_rows(
        schema(), {"campaign_name": "Mùa hè số", "campaign_start": 45444, "report_days": 3}
    )
    names, values, explanations = [each["updateCells"] for each in requests]
    assert {each["start"]["rowIndex"] for each in (names, values, explanations)} == {1}
    codes = [row["values"][0]["userEnteredValue"]["stringValue"] for row in names["rows"]]
    assert codes == [each.name for each in schema().settings]
    by_name = dict(zip(codes, [row["values"][0] for row in values["rows"]], strict=True))
    assert by_name["campaign_name"]["userEnteredValue"] == {"stringValue": "Mùa hè số"}
    assert by_name["campaign_start"]["userEnteredValue"] == {"numberValue": 45444}
    assert by_name["campaign_start"]["userEnteredFormat"]["numberFormat"] == style.DATE
    assert "userEnteredValue" not in by_name["contact"]
    assert len(explanations["rows"]) == len(schema().settings)


def test_rows_fill_peoples_columns_alone() -> None:
    """A column that no row has anything for is not written, the robot's never."""
    table = schema().table("province", "targets")
    requests: list[Any] = table_rows(
        table, [{"target_id": "x", "indicator": "CT7", "target": 9}, {"indicator": "CT8"}]
    )
    written = {
        each["updateCells"]["start"]["columnIndex"]: each["updateCells"] for each in requests
    }
    assert set(written) == {table.column("indicator"), table.column("target")}
    amounts = written[table.column("target")]
    assert amounts["start"]["rowIndex"] == 2
    assert [row["values"][0] for row in amounts["rows"]] == [
        {"userEnteredValue": {"numberValue": 9}},
        {},
    ]


def test_values_keep_their_kinds() -> None:
    """True stays true, and an error cell is nothing that can be typed."""
    table = schema().table("province", "units")
    requests: list[Any] = table_rows(table, [{"active": True, "name": CellError("#REF!")}])
    cells = [each["updateCells"]["rows"][0]["values"][0] for each in requests]
    assert cells == [{}, {"userEnteredValue": {"boolValue": True}}]


def test_no_rows_write_nothing() -> None:
    """An empty campaign file leaves the tab as it is."""
    assert table_rows(schema().table("province", "units"), []) == []
