"""Conditional formats."""

from typing import Any

from functions.writers import style
from functions.writers.layout.marks import marks
from tests.campaigns import schema
from tests.layouts import new


def rules(book: Any, name: str) -> list[Any]:  # noqa: ANN401 - "unit" or "province"
    """Return the rules of a tab, the one that wins last."""
    found: list[Any] = marks(schema(), new(schema().table(book, name)))
    return found[::-1]


def test_a_cell_is_marked_by_its_row_and_column() -> None:
    """One rule for errors, one for warnings; the other tab is reached through INDIRECT alone."""
    yellow, red = [
        each["booleanRule"]
        for each in rules("unit", "needs")
        if each["booleanRule"]["condition"]["type"] == "CUSTOM_FORMULA"
    ]
    assert red["condition"]["values"] == [
        {
            "userEnteredValue": '=COUNTIFS(INDIRECT("\'Lỗi cần sửa\'!$L:$L");$A3&"|"&A$1;'
            'INDIRECT("\'Lỗi cần sửa\'!$A:$A");"Lỗi")>0'
        }
    ]
    assert red["format"] == {"backgroundColorStyle": style.colour(style.ERROR_CELL)}
    assert '"Cảnh báo"' in yellow["condition"]["values"][0]["userEnteredValue"]


def test_marks_cover_the_numbered_rows() -> None:
    """The range begins where the formula of its first cell points, and has no end."""
    table = schema().table("unit", "needs")
    ranges = [each["ranges"][0] for each in rules("unit", "needs") if "CUSTOM" in str(each)]
    for where in ranges:
        assert (where["startRowIndex"], where["startColumnIndex"]) == (2, 0)
        assert ("endRowIndex" in where, where["endColumnIndex"]) == (False, len(table.fields))


def test_titles_are_no_patterns() -> None:
    """COUNTIFS would read some characters of a title as wildcards or comparisons."""
    for table in schema().tables:
        for field in table.fields:
            assert not set("*?~|") & set(field.title)
            assert field.title[0] not in "<>="


def test_words_have_their_colours() -> None:
    """Status, severity and state are coloured by the word that stands in them."""
    for book, name, column, words in (
        ("unit", "needs", "status", {"Cần sửa", "Xem lại", "Đã nhận", "Mới nhập"}),
        ("unit", "findings", "severity", {"Lỗi", "Cảnh báo", "Gợi ý"}),
        ("province", "findings", "state", {"Mới"}),
        ("province", "assignments", "state", {"Đã chốt", "Đề xuất", "Bị từ chối", "Đã rút"}),
    ):
        at = schema().table(book, name).column(column)  # type: ignore[arg-type]
        found = [
            each
            for each in rules(book, name)
            if "TEXT_EQ" in str(each) and each["ranges"][0]["startColumnIndex"] == at
        ]
        shown = {
            each["booleanRule"]["condition"]["values"][0]["userEnteredValue"] for each in found
        }
        assert shown == words
        assert all("endRowIndex" not in each["ranges"][0] for each in found)


def test_what_is_settled_is_grey_all_along() -> None:
    """Explained and mended lines are one grey block, whatever their severity."""
    found = rules("unit", "findings")
    assert found[-1]["booleanRule"]["condition"]["values"] == [
        {"userEnteredValue": '=OR($G3="Đã giải trình";$G3="Đã sửa đêm qua")'}
    ]
    assert found[-1]["booleanRule"]["format"] == {
        "backgroundColorStyle": style.colour(style.ROBOT_CELL),
        "textFormat": {"foregroundColorStyle": style.colour(style.MUTED_TEXT)},
    }
    assert found[-1]["ranges"][0]["endColumnIndex"] == len(
        schema().table("unit", "findings").fields
    )


def test_the_sums_of_the_tabs_are_muted() -> None:
    """A line with words but without a severity asks for nothing."""
    rule = rules("unit", "findings")[-2]["booleanRule"]
    assert rule["condition"]["values"] == [{"userEnteredValue": '=AND($A3="";$C3<>"")'}]
    assert rule["format"] == {
        "textFormat": {"foregroundColorStyle": style.colour(style.MUTED_TEXT)}
    }


def test_an_error_outranks_a_warning() -> None:
    """The first rule wins: red before yellow before the words."""
    winner: Any = rules("unit", "needs")[-1]["booleanRule"]["condition"]
    assert '"Lỗi"' in winner["values"][0]["userEnteredValue"]


def test_other_tabs_are_not_coloured() -> None:
    """Tabs without status, severity or state have no rules."""
    assert rules("province", "units") == []
    assert rules("province", "journal") == []
    assert rules("unit", "guide") == []
