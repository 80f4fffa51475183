"""Numbered rows, the example, formulas and column formats."""

from typing import Any

from functions.writers import style
from functions.writers.layout.rows import columns, formula, numbered
from sheets_schema.model import FilledBy, TableKind
from tests.campaigns import schema

NEEDS = schema().table("unit", "needs")


def test_rows_are_numbered_below_the_example() -> None:
    """Ids run from one in the unit's own series; each row has its status and its note."""
    requests: list[Any] = [each["updateCells"] for each in numbered(schema(), NEEDS, "705")]
    example, ids, status, remark = requests
    assert (example["start"]["rowIndex"], ids["start"]["rowIndex"]) == (1, 2)
    values = [row["values"][0]["userEnteredValue"] for row in ids["rows"]]
    assert values[0] == {"stringValue": "NC-705-001"}
    assert len({each["stringValue"] for each in values}) == len(values) == NEEDS.rows
    for update, name in ((status, "status"), (remark, "robot_note")):
        assert update["start"]["columnIndex"] == NEEDS.column(name)
        formulas = [row["values"][0]["userEnteredValue"]["formulaValue"] for row in update["rows"]]
        assert formulas[-1] == formula(schema(), NEEDS, NEEDS.field(name), 1 + NEEDS.rows)


def test_the_example_cannot_be_taken_for_a_row() -> None:
    """Its id is no id, its cells are grey and italic, the robot's stay empty."""
    example: Any = numbered(schema(), NEEDS, "705")[0]["updateCells"]
    cells = dict(
        zip([each.name for each in NEEDS.fields], example["rows"][0]["values"], strict=True)
    )
    assert cells["need_id"]["userEnteredValue"] == {"stringValue": "VD"}
    assert cells["commune"]["userEnteredValue"] == {"stringValue": "Xã Tân Lập"}
    assert "userEnteredValue" not in cells["status"]
    assert all(cell["userEnteredFormat"]["textFormat"]["italic"] for cell in cells.values())


def test_tabs_without_a_series_are_not_numbered() -> None:
    """Robots' tables, the list of assignments and the registry get their ids elsewhere."""
    for table in schema().tables:
        if table.kind is not TableKind.INPUT or not table.prefix:
            assert numbered(schema(), table, "T") == []


def test_the_status_looks_the_row_up() -> None:
    """Nothing typed is empty; else an open error, an open warning, read last night, or new."""
    assert formula(schema(), NEEDS, NEEDS.field("status"), 2) == (
        '=IF(COUNTA(C3:S3)=0;"";'
        "IF(COUNTIFS('Lỗi cần sửa'!$M:$M;$A3;'Lỗi cần sửa'!$A:$A;\"Lỗi\")>0;\"Cần sửa\";"
        "IF(COUNTIFS('Lỗi cần sửa'!$M:$M;$A3;'Lỗi cần sửa'!$A:$A;\"Cảnh báo\")>0;\"Xem lại\";"
        'IF(COUNTIF(\'Lỗi cần sửa\'!$O:$O;$A3)>0;"Đã nhận";"Mới nhập"))))'
    )


def test_the_note_shows_the_first_problem() -> None:
    """The worst open finding of the row stands first in the list, so the first match is shown."""
    assert formula(schema(), NEEDS, NEEDS.field("robot_note"), 9) == (
        "=IFERROR(INDEX('Lỗi cần sửa'!$H:$H;MATCH($A10;'Lỗi cần sửa'!$M:$M;0));\"\")"
    )


def test_the_status_never_looks_at_itself() -> None:
    """Where people moved columns, only those that people fill are counted."""
    moved = {"commune": 0, "status": 1, "need_id": 2, "place": 3, "topics": 4, "robot_note": 5}
    found = formula(schema(), NEEDS, NEEDS.field("status"), 2, moved)
    assert found.startswith('=IF(COUNTA(A3:A3;D3:E3)=0;"";')
    assert "$C3" in found


def test_the_provinces_rows_are_looked_up_in_its_own_list() -> None:
    """The same columns in the province's workbook ask «Chất lượng dữ liệu»."""
    teams = schema().table("province", "teams")
    assert "'Chất lượng dữ liệu'!$M:$M" in formula(schema(), teams, teams.field("status"), 2)


def test_columns_are_formatted_below_the_header() -> None:
    """Text stays text, days are days, and the robot's cells of an input tab are grey."""
    formats: list[Any] = [each["repeatCell"] for each in columns(schema(), NEEDS)]
    assert [each["range"]["startColumnIndex"] for each in formats] == list(range(len(NEEDS.fields)))
    assert {each["range"]["startRowIndex"] for each in formats} == {1}
    by_name = {
        field.name: each["cell"]["userEnteredFormat"]
        for field, each in zip(NEEDS.fields, formats, strict=True)
    }
    assert by_name["contact_phone"]["numberFormat"] == style.TEXT
    assert by_name["volunteers_needed"]["numberFormat"] == style.WHOLE
    for field in NEEDS.fields:
        grey = by_name[field.name].get("backgroundColorStyle") == style.colour(style.ROBOT_CELL)
        assert grey is (field.filled_by is not FilledBy.PEOPLE)
    findings = columns(schema(), schema().table("unit", "findings"))
    assert all("backgroundColorStyle" not in str(each) for each in findings)
