"""Writing cells: update, append and clear, and what is counted."""

import gspread
import pytest
from gspread.exceptions import APIError
from gspread.utils import (
    DateTimeOption,
    Dimension,
    InsertDataOption,
    ValueInputOption,
    ValueRenderOption,
)

from deploy.local.emulator.shapes import Json


def _counted(answer: Json) -> tuple[str, int, int, int]:
    names = ("updatedRange", "updatedRows", "updatedColumns", "updatedCells")
    row, *counts = (answer.get(name, 0) for name in names)
    return (row, *counts)


@pytest.mark.recorded
def test_an_update_answers_the_block_it_was_given(book: gspread.Spreadsheet) -> None:
    """The updated range is the block written, not the range asked for."""
    sheet = book.sheet1
    answer = sheet.update([["x"] * 4] * 4, "A1")
    assert answer == {
        "spreadsheetId": book.id,
        "updatedRange": "Sheet1!A1:D4",
        "updatedRows": 4,
        "updatedColumns": 4,
        "updatedCells": 16,
    }
    assert _counted(sheet.update([["a", "b"]], "A1:B2")) == ("Sheet1!A1:B1", 1, 2, 2)
    assert _counted(sheet.update([[1, 2, 3], [4, 5, 6, 7]])) == ("Sheet1!A1:D2", 2, 4, 7)
    by_columns = sheet.update([["a", "b"]], "B2", major_dimension=Dimension.cols)
    assert _counted(by_columns) == ("Sheet1!B2:B3", 2, 1, 2)


@pytest.mark.recorded
def test_null_leaves_a_cell_as_it_is(sheet: gspread.Worksheet) -> None:
    """Only given cells are counted, though the range spans the block."""
    sheet.update([["old"] * 4] * 6, "A1")
    corners = [["a", None, None, "b"], *[[None] * 4] * 4, ["c", None, None, "d"]]
    assert _counted(sheet.update(corners, "A1:D6")) == ("Sheet1!A1:D6", 2, 2, 4)
    assert sheet.row_values(1) == ["a", "old", "old", "b"]
    assert sheet.row_values(3) == ["old"] * 4


@pytest.mark.recorded
def test_an_empty_text_clears_and_is_counted(sheet: gspread.Worksheet) -> None:
    """Writing an empty text makes the cell as if never written."""
    sheet.update([["a", "b"]])
    assert _counted(sheet.update([["", ""]])) == ("Sheet1!A1:B1", 1, 2, 2)
    assert sheet.get_all_values() == [[]]


@pytest.mark.recorded
def test_raw_values_are_kept_and_shown(sheet: gspread.Worksheet) -> None:
    """RAW texts stay texts; numbers are shown as they are."""
    sheet.update([["12345", 1, 1.45, 0.4, "=1+1", "ñ\nЖ😀"]], raw=True)
    assert sheet.row_values(1) == ["12345", "1", "1.45", "0.4", "=1+1", "ñ\nЖ😀"]


@pytest.mark.recorded
def test_writing_beyond_the_grid_enlarges_it(book: gspread.Spreadsheet) -> None:
    """Reading is clipped, writing and appending make room."""
    sheet = book.add_worksheet("small", 4, 4)
    assert sheet.get("A1:D6").range == "small!A1:D4"
    assert _counted(sheet.update([["x"] * 4] * 6, "A1:D6"))[0] == "small!A1:D6"
    assert book.worksheet("small").row_count == 6
    sheet.clear()
    answer = sheet.append_row(list("abcdefgh"), table_range="A2")
    assert answer["updates"]["updatedRange"] == "small!A2:H2"
    assert sheet.get("A2:2").range == "small!A2:H2"
    sheet.insert_row([], 1)
    assert sheet.clear()["clearedRange"] == "small!A1:H7"


@pytest.mark.recorded
def test_single_cells_are_typed_as_by_hand(sheet: gspread.Worksheet) -> None:
    """update_cell and update_acell read what is typed."""
    sheet.update_acell("A2", "=2*3")
    assert _counted(sheet.update_cell(1, 2, 42.01)) == ("Sheet1!B1", 1, 1, 1)
    sheet.update_cell(1, 1, "2,000,000.01")
    assert sheet.get_all_values() == [["2,000,000.01", "42.01"], ["6", ""]]


@pytest.mark.recorded
def test_cell_objects_are_written_as_one_block(sheet: gspread.Worksheet) -> None:
    """Cells far apart span their rectangle; those between are left alone."""
    sheet.update([["old"]], "B2")
    cells = [gspread.Cell(1, 1, "a"), gspread.Cell(3, 3, "=1/4")]
    answer = sheet.update_cells(cells, value_input_option=ValueInputOption.user_entered)
    assert _counted(answer) == ("Sheet1!A1:C3", 2, 2, 2)
    assert sheet.get_all_values() == [["a", "", ""], ["", "old", ""], ["", "", "0.25"]]


@pytest.mark.recorded
def test_batches_take_their_tab_from_the_worksheet(sheet: gspread.Worksheet) -> None:
    """Ranges of a tab's batch are on that tab; each answers for itself."""
    answer = sheet.batch_update(
        [{"range": "A1:B1", "values": [["x", "y"]]}, {"range": "A3", "values": [["=1+1"]]}],
        raw=False,
        include_values_in_response=True,
        response_value_render_option=ValueRenderOption.formula,
        response_date_time_render_option=DateTimeOption.serial_number,
    )
    assert [_counted(one)[0] for one in answer["responses"]] == ["Sheet1!A1:B1", "Sheet1!A3"]
    assert answer["responses"][1]["updatedData"]["values"] == [["=1+1"]]
    assert sheet.batch_get(["A1:B1", "A3"]) == [[["x", "y"]], [["2"]]]
    assert sheet.batch_clear(["A1", "A3:B3"])["clearedRanges"] == ["Sheet1!A1", "Sheet1!A3:B3"]
    assert sheet.get_all_values() == [["", "y"]]


@pytest.mark.documented
def test_an_update_may_answer_with_what_is_shown(sheet: gspread.Worksheet) -> None:
    """The written block comes back in the rendering asked for."""
    answer = sheet.update(
        [["=3/2", "2020-01-01"]],
        raw=False,
        include_values_in_response=True,
        response_value_render_option=ValueRenderOption.unformatted,
        response_date_time_render_option=DateTimeOption.formatted_string,
    )
    assert answer["updatedData"] == {
        "range": "Sheet1!A1:B1",
        "majorDimension": "ROWS",
        "values": [[1.5, "2020-01-01"]],
    }


@pytest.mark.recorded
def test_appending_to_an_empty_tab_starts_a_table(book: gspread.Spreadsheet) -> None:
    """The first append has no table; the next ones go below it, one after another."""
    sheet = book.sheet1
    numbers = list(range(10))
    first, second, third = (sheet.append_row(numbers) for _ in range(3))
    counts = {"updatedRows": 1, "updatedColumns": 10, "updatedCells": 10}
    assert first == {
        "spreadsheetId": book.id,
        "updates": {"spreadsheetId": book.id, "updatedRange": "Sheet1!A1:J1", **counts},
    }
    assert second == {
        "spreadsheetId": book.id,
        "tableRange": "Sheet1!A1:J1",
        "updates": {"spreadsheetId": book.id, "updatedRange": "Sheet1!A2:J2", **counts},
    }
    assert third["tableRange"] == "Sheet1!A1:J2"
    assert third["updates"]["updatedRange"] == "Sheet1!A3:J3"


@pytest.mark.recorded
def test_append_finds_the_last_table(sheet: gspread.Worksheet) -> None:
    """An empty column separates tables: a whole tab's append goes to the last one."""
    sheet.update([["a", "", "c"]], "A1")
    whole = sheet.append_row([1, 2, 3])
    first = sheet.append_row([4, 5, 6], table_range="A1")
    assert (whole["tableRange"], whole["updates"]["updatedRange"]) == ("Sheet1!C1", "Sheet1!C2:E2")
    assert (first["tableRange"], first["updates"]["updatedRange"]) == ("Sheet1!A1", "Sheet1!A2:C2")


@pytest.mark.recorded
def test_an_empty_cell_does_not_reach_its_neighbours(sheet: gspread.Worksheet) -> None:
    """Appending at an empty cell between filled ones writes right there."""
    sheet.update([["a", "b"], ["", ""], ["e", "f"]])
    between = sheet.append_row(["c", "d"], table_range="A2")
    assert "tableRange" not in between
    assert between["updates"]["updatedRange"] == "Sheet1!A2:B2"
    assert sheet.get_all_values() == [["a", "b"], ["c", "d"], ["e", "f"]]


@pytest.mark.documented
def test_rows_may_be_inserted_while_appending(sheet: gspread.Worksheet) -> None:
    """INSERT_ROWS moves what is below the table instead of writing over it."""
    sheet.update([["a"], [""], ["below"]])
    answer = sheet.append_rows(
        [["b"], ["=1+1"]],
        value_input_option=ValueInputOption.user_entered,
        insert_data_option=InsertDataOption.insert_rows,
        table_range="A1",
        include_values_in_response=True,
    )
    assert answer["updates"]["updatedData"]["values"] == [["b"], ["2"]]
    assert sheet.col_values(1) == ["a", "b", "2", "", "below"]


@pytest.mark.recorded
def test_rows_and_columns_are_inserted_with_their_values(sheet: gspread.Worksheet) -> None:
    """The inserted line is written at its empty first cell; formulas and filled cells move."""
    sheet.update([["a", "b"], ["c", "=1+1"]], raw=False)
    row = sheet.insert_row(list("12345678"), 2)
    assert "tableRange" not in row
    assert row["updates"]["updatedRange"] == "Sheet1!A2:H2"
    assert sheet.acell("B3", ValueRenderOption.formula).value == "=1+1"
    columns = sheet.insert_cols([["x", "y", "z"], ["u"]], 2)
    assert "tableRange" not in columns
    assert columns["updates"]["updatedRange"] == "Sheet1!B1:C3"
    assert columns["updates"]["updatedCells"] == 4
    assert sheet.get("A1:D3") == [["a", "x", "u", "b"], ["1", "y", "", "2"], ["c", "z", "", "2"]]
    top = sheet.insert_rows([["n", "m"]], 1)
    assert top["updates"]["updatedRange"] == "Sheet1!A1:B1"
    sheet.insert_rows([["under"]], 2, inherit_from_before=True)
    sheet.insert_cols([["side"]], 2, inherit_from_before=True)
    assert sheet.get("A1:B2") == [["n", "side"], ["under"]]


@pytest.mark.recorded
def test_clearing_names_the_whole_range(book: gspread.Spreadsheet) -> None:
    """Clear answers the range asked for, whatever was in it."""
    book.sheet1.update([["a"]])
    assert book.sheet1.clear() == {
        "spreadsheetId": book.id,
        "clearedRange": "Sheet1!A1:Z1000",
    }
    assert book.sheet1.get_all_values() == [[]]


@pytest.mark.recorded
def test_values_must_be_a_list(book: gspread.Spreadsheet) -> None:
    """A text in place of the rows is refused before the range is looked at."""
    message = (
        "Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), \"X\""
    )
    with pytest.raises(APIError) as caught:
        book.values_update("nonsense", {"valueInputOption": "RAW"}, {"values": "X"})
    assert caught.value.error == {
        "code": 400,
        "message": message,
        "status": "INVALID_ARGUMENT",
        "details": [
            {
                "@type": "type.googleapis.com/google.rpc.BadRequest",
                "fieldViolations": [{"field": "data.values", "description": message}],
            }
        ],
    }
