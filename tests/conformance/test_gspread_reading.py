"""Reading cells: ranges, renderings, records and what gspread makes of them."""

import gspread
import pytest
from gspread.exceptions import APIError, GSpreadException
from gspread.utils import (
    DateTimeOption,
    Dimension,
    GridRangeType,
    TableDirection,
    ValueRenderOption,
)


@pytest.mark.recorded
def test_an_empty_range_has_no_values(book: gspread.Spreadsheet) -> None:
    """Reading cells nobody wrote gives an answer without values."""
    assert book.values_get("A1:B2") == {"range": "Sheet1!A1:B2", "majorDimension": "ROWS"}
    assert book.values_get("A1:B2", {"majorDimension": "COLUMNS"}) == {
        "range": "Sheet1!A1:B2",
        "majorDimension": "COLUMNS",
    }
    assert book.sheet1.get_all_values() == [[]]
    assert book.sheet1.get("A1:B2").first() is None
    assert book.sheet1.row_values(1) == []
    assert book.sheet1.col_values(1) == []


@pytest.mark.recorded
def test_trailing_empty_cells_and_rows_are_cut(sheet: gspread.Worksheet) -> None:
    """Leading and inner empty cells stay as empty texts, trailing ones are cut."""
    sheet.update([["1"], ["", ""], ["", "", "x", ""], [""]], "A1", raw=True)
    assert sheet.get() == [["1"], [], ["", "", "x"]]
    assert sheet.get("A3:C9") == [["", "", "x"]]
    assert sheet.get("B2:C3") == [[], ["", "x"]]
    assert sheet.get("A1:C4", major_dimension=Dimension.cols) == [["1"], [], ["", "", "x"]]
    assert sheet.get("C1:C4", major_dimension=Dimension.cols) == [["", "", "x"]]


OPEN_RANGES = {
    "Sheet1": "Sheet1!A1:Z1000",
    "A1:1": "Sheet1!A1:Z1",
    "A2:2": "Sheet1!A2:Z2",
    "A1:A": "Sheet1!A1:A1000",
    "A1:C": "Sheet1!A1:C1000",
    "A:C": "Sheet1!A1:C1000",
    "2:4": "Sheet1!A2:Z4",
    "A1:A1": "Sheet1!A1",
    "D4:A1": "Sheet1!A1:D4",
    "'Sheet1'!B2": "Sheet1!B2",
    "A1:AD1005": "Sheet1!A1:Z1000",
}


@pytest.mark.recorded
def test_open_ranges_are_filled_from_the_grid(book: gspread.Spreadsheet) -> None:
    """The range of an answer is normalised, closed, and clipped to the grid."""
    assert {text: book.values_get(text)["range"] for text in OPEN_RANGES} == OPEN_RANGES
    made = book.add_worksheet("small", 10, 4)
    for text, name in (("A:A", "A1:A10"), ("2:4", "A2:D4"), ("A1:C1000", "A1:C10")):
        assert made.get(text).range == f"small!{name}"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("D3", "'D3'"),
        ("wksht_test", "wksht_test"),
        ("TestImportSpreadsheet", "TestImportSpreadsheet"),
        ("🌟 name 1", "'🌟 name 1'"),
        ("hai từ", "'hai từ'"),
        ("it's", "'it''s'"),
        ("a/b:c", "'a/b:c'"),
        ("R1C1", "'R1C1'"),
    ],
)
@pytest.mark.recorded
def test_titles_are_quoted_where_needed(book: gspread.Spreadsheet, title: str, shown: str) -> None:
    """Spaces, emoji and titles that look like a cell keep their quotes, plain ones lose them."""
    made = book.add_worksheet(title, 4, 4)
    made.update([["a", "b"], ["c", "d"]])
    assert made.get_all_values() == [["a", "b"], ["c", "d"]]
    assert made.get().range == f"{shown}!A1:D4"
    assert made.get("A1:D1").range == f"{shown}!A1:D1"
    assert made.clear()["clearedRange"] == f"{shown}!A1:D4"


@pytest.mark.recorded
def test_quotes_may_be_missing_in_requests(book: gspread.Spreadsheet) -> None:
    """``D3!A1:D1`` and an emoji title without quotes are understood."""
    for title in ("D3", "🌟 name 1"):
        book.add_worksheet(title, 4, 4)
        assert book.values_get(f"{title}!A1:D1")["range"] == f"'{title}'!A1:D1"
    assert book.values_get("'D3'")["range"] == "'D3'!A1:D4"


RENDERED = {
    ValueRenderOption.formatted: ["2", "1.5", "2020-01-01", "1999-01-02", "53", "0.12", "string"],
    ValueRenderOption.unformatted: [2, 1.5, 43831, 36162, 53, 0.12, "string"],
    ValueRenderOption.formula: ["=4/2", "=3/2", 43831, 36162, 53, 0.12, "string"],
}


@pytest.mark.parametrize("option", list(ValueRenderOption))
@pytest.mark.recorded
def test_typed_values_are_rendered_as_in_googles_table(
    sheet: gspread.Worksheet, option: ValueRenderOption
) -> None:
    """Each render option shows dates, formulas and numbers in its own way."""
    typed = [["=4/2", "=3/2", "2020-01-01", "1999-01-02", 53, 0.12, "string"]]
    sheet.update(typed, raw=False)
    (read,) = sheet.get_values("A1:G1", value_render_option=option)
    assert read == RENDERED[option]
    assert [type(value) for value in read] == [type(value) for value in RENDERED[option]]
    (again,) = sheet.batch_get(["A1:G1"], value_render_option=option)
    assert again == [RENDERED[option]]


@pytest.mark.recorded
def test_dates_may_come_as_text_beside_plain_numbers(sheet: gspread.Worksheet) -> None:
    """FORMATTED_STRING turns dates of an unformatted reading into text and nothing else."""
    sheet.update([["=4/2", "2020-01-01", "string", 53]], raw=False)
    read = {
        option: sheet.get_all_values(
            value_render_option=ValueRenderOption.unformatted, date_time_render_option=option
        )
        for option in DateTimeOption
    }
    assert read == {
        DateTimeOption.serial_number: [[2, 43831, "string", 53]],
        DateTimeOption.formatted_string: [[2, "2020-01-01", "string", 53]],
    }
    for option in DateTimeOption:
        shown = sheet.get_all_values(date_time_render_option=option)
        assert shown == [["2", "2020-01-01", "string", "53"]]


@pytest.mark.recorded
def test_typed_numbers_are_read_as_google_does(sheet: gspread.Worksheet) -> None:
    """Leading zeros go, separators stay on show, spaces in formulas do no harm."""
    sheet.update([["0042", 42, 42.01, "2,000,000.01", "3_1_0", "= 1 / 1024"]], raw=False)
    assert sheet.row_values(1) == ["42", "42", "42.01", "2,000,000.01", "3_1_0", "0.0009765625"]
    plain = sheet.row_values(1, value_render_option=ValueRenderOption.unformatted)
    assert plain == [42, 42, 42.01, 2000000.01, "3_1_0", 0.0009765625]


@pytest.mark.recorded
def test_merged_cells_read_empty_but_gspread_can_fill_them(book: gspread.Spreadsheet) -> None:
    """The value stays in the top left cell, under and after the merge."""
    sheet = book.sheet1
    sheet.update([["1", "2", "4"], ["down", "", ""], ["", "", "2"], ["x", "", ""]])
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("C3:C4")
    assert sheet.get("A1:C4") == [["1", "2", "4"], ["down"], ["", "", "2"], ["x"]]
    filled = sheet.get_values("A1:C4", combine_merged_cells=True)
    assert filled == [["1", "2", "4"], ["down", "", ""], ["down", "", "2"], ["x", "", "2"]]
    sheet.define_named_range("A1:C4", "Vùng")
    assert sheet.get_values("Vùng", combine_merged_cells=True) == filled
    sheet.unmerge_cells("A1:C4")
    assert sheet.get("A1:C4") == [["1", "2", "4"], ["down"], ["", "", "2"], ["x"]]


@pytest.mark.recorded
def test_sizes_may_be_kept(sheet: gspread.Worksheet) -> None:
    """Gspread pads the answer to the size of the range asked for."""
    sheet.update([["1", "", ""], ["", "", ""]])
    kept = sheet.get("A1:C2", maintain_size=True, return_type=GridRangeType.ListOfLists)
    assert kept == [["1", "", ""], ["", "", ""]]
    assert sheet.get("A1:B2", pad_values=True) == [["1"]]
    assert sheet.get("A1").major_dimension == "ROWS"


@pytest.mark.recorded
def test_cells_are_objects_with_place_and_value(sheet: gspread.Worksheet) -> None:
    """Ranges are lists of cells, row by row, the empty ones included."""
    sheet.update([["a", "", "3.5"], ["", "d", ""]])
    assert [cell.value for cell in sheet.range("A1:B2")] == ["a", "", "", "d"]
    assert sheet.range(1, 1, 2, 2) == sheet.range("A1:B2")
    assert [(cell.row, cell.col) for cell in sheet.range("B1:B2")] == [(1, 2), (2, 2)]
    assert sheet.cell(1, 3).numeric_value == 3.5
    assert sheet.acell("A1").numeric_value is None
    assert sheet.acell("B2").address == "B2"
    assert gspread.Cell.from_address("B2", "d") == sheet.cell(2, 2)


@pytest.mark.recorded
def test_ranges_without_end_cover_the_filled_grid(book: gspread.Spreadsheet) -> None:
    """An open range of cells goes to the last row of the tab."""
    sheet = book.add_worksheet("small", 4, 3)
    sheet.update([["a", "b"], ["c", "d"]])
    assert len(sheet.get_all_cells()) == 12
    assert [cell.value for cell in sheet.range("B1:B")] == ["b", "d", "", ""]


@pytest.mark.recorded
def test_rows_columns_and_formulas_are_read(sheet: gspread.Worksheet) -> None:
    """Rows and columns come without their trailing empty cells."""
    sheet.update([["a", "=1+1", ""], ["c", "", ""]], raw=False)
    assert sheet.row_values(1) == ["a", "2"]
    assert sheet.col_values(1) == ["a", "c"]
    assert sheet.col_values(2, ValueRenderOption.formula) == ["=1+1"]
    assert sheet.cell(1, 2, ValueRenderOption.formula).value == "=1+1"
    assert sheet.acell("B1", value_render_option=ValueRenderOption.unformatted).value == 2


@pytest.mark.recorded
def test_records_take_their_keys_from_a_row(sheet: gspread.Worksheet) -> None:
    """Gspread turns numbers into numbers and pads short rows."""
    sheet.update([["tên", "số", "ngày", ""], ["Mai", "4", "", "x"], ["Lan", "0.5"]], raw=True)
    assert sheet.get_all_records() == [
        {"tên": "Mai", "số": 4, "ngày": "", "": "x"},
        {"tên": "Lan", "số": 0.5, "ngày": "", "": ""},
    ]
    (lan,) = sheet.get_all_records(head=2, default_blank=None, numericise_ignore=["all"])
    assert lan == {"Mai": "Lan", "4": "0.5", "": "", "x": ""}
    sheet.update([["a", "a"]])
    with pytest.raises(GSpreadException, match="duplicates"):
        sheet.get_all_records()
    with pytest.raises(GSpreadException, match="unknown headers"):
        sheet.get_all_records(expected_headers=["b"])


@pytest.mark.recorded
def test_unformatted_records_keep_their_types(sheet: gspread.Worksheet) -> None:
    """The render option of the records is the one of the reading."""
    sheet.update([["a", "b", "c"], ["=4/2", "2020-01-01", "string"]], raw=False)
    read = {
        option: list(sheet.get_all_records(value_render_option=option)[0].values())
        for option in ValueRenderOption
    }
    assert read == {
        ValueRenderOption.formatted: [2, "2020-01-01", "string"],
        ValueRenderOption.unformatted: [2, 43831, "string"],
        ValueRenderOption.formula: ["=4/2", 43831, "string"],
    }


@pytest.mark.documented
def test_tables_expand_from_their_corner(sheet: gspread.Worksheet) -> None:
    """Gspread follows filled cells down, right, or both."""
    sheet.update([["a", "b", "", "x"], ["c", "d"], ["", ""], ["e"]])
    assert sheet.expand() == [["a", "b"], ["c", "d"]]
    assert sheet.expand("A1", TableDirection.down) == [["a"], ["c"]]
    assert sheet.expand("A1", TableDirection.right) == [["a", "b"]]


@pytest.mark.documented
def test_unreadable_ranges_are_named(book: gspread.Spreadsheet) -> None:
    """A range that names no tab, and one beyond the grid, are refused with their text."""
    with pytest.raises(APIError) as caught:
        book.values_get("Nope!A1")
    assert caught.value.error == {
        "code": 400,
        "message": "Unable to parse range: Nope!A1",
        "status": "INVALID_ARGUMENT",
    }
    with pytest.raises(APIError, match="exceeds grid limits"):
        book.values_get("Sheet1!AA1")
