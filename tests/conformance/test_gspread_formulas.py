"""Formulas and typed values in Vietnamese documents."""

import gspread
import pytest
from gspread.utils import ValueRenderOption


@pytest.mark.documented
def test_vietnamese_formulas_cross_tabs(book: gspread.Spreadsheet) -> None:
    """Semicolons separate arguments and quoted Vietnamese titles are understood."""
    book.update_locale("vi_VN")
    errors = book.add_worksheet("Lỗi cần sửa", 10, 3)
    errors.update([["a", "x"], ["b", "x"]], "A1")
    formula = '=IF(COUNTIFS(\'Lỗi cần sửa\'!$B:$B;"x")>1;"còn lỗi";"xong")'
    book.sheet1.update([[formula]], "A1", raw=False)
    assert book.sheet1.acell("A1").value == "còn lỗi"
    errors.update([["y"]], "B2")
    assert book.sheet1.acell("A1").value == "xong"


@pytest.mark.documented
def test_formulas_follow_a_renamed_tab(book: gspread.Spreadsheet) -> None:
    """A reference keeps its tab when the tab gets another title, and breaks when it goes."""
    other = book.add_worksheet("cũ", 3, 3)
    other.update([[7]])
    book.sheet1.update([["=cũ!A1"]], raw=False)
    other.update_title("tên mới")
    assert book.sheet1.acell("A1", ValueRenderOption.formula).value == "='tên mới'!A1"
    assert book.sheet1.acell("A1").value == "7"
    book.del_worksheet(other)
    assert book.sheet1.acell("A1").value == "#REF!"


@pytest.mark.documented
def test_dates_follow_the_locale(book: gspread.Spreadsheet) -> None:
    """5/8/2024 is 5 August in Vietnam, and the number format keeps the order."""
    book.update_locale("vi_VN")
    book.sheet1.update([["5/8/2024", "1.200", "1,5", "50%"]], "A1", raw=False)
    plain = book.values_get("A1:D1", {"valueRenderOption": "UNFORMATTED_VALUE"})["values"]
    assert plain == [[45509, 1200, 1.5, 0.5]]
    assert book.sheet1.row_values(1) == ["5/8/2024", "1.200", "1,5", "50%"]


@pytest.mark.documented
def test_errors_are_shown_by_their_name(sheet: gspread.Worksheet) -> None:
    """A formula that fails shows Google's error name in every rendering but its own text."""
    sheet.update([["=1/0", "=NA()", '="a"*2', "=NICHTDA(1)"]], raw=False)
    for option in (ValueRenderOption.formatted, ValueRenderOption.unformatted):
        read = sheet.get("A1:D1", value_render_option=option)
        assert read == [["#DIV/0!", "#N/A", "#VALUE!", "#NAME?"]]


@pytest.mark.local_only
def test_unsupported_functions_are_loud(book: gspread.Spreadsheet) -> None:
    """A function only Google can compute gives #ERROR! with a sentence, never a number."""
    book.sheet1.update([['=IMPORTRANGE("x";"y")']], "A1", raw=False)
    data = book.fetch_sheet_metadata({"fields": "sheets.data.rowData.values.effectiveValue"})
    cell = data["sheets"][0]["data"][0]["rowData"][0]["values"][0]
    error = cell["effectiveValue"]["errorValue"]
    assert error["type"] == "ERROR"
    assert error["message"].startswith("The local server does not support")
    assert "IMPORTRANGE" in error["message"]
    assert book.sheet1.acell("A1").value == "#ERROR!"
