"""gspread.Cell and gspread's ValueRange over answers of the server."""

import gspread
import pytest


@pytest.mark.recorded
def test_cells_know_their_place(sheet: gspread.Worksheet) -> None:
    """Row, column, address and value come from the answer."""
    sheet.update([["A1", "B2"], ["", "2.01"]])
    cell = sheet.acell("B2")
    assert (cell.row, cell.col, cell.address, cell.value) == (2, 2, "B2", "2.01")
    assert cell.numeric_value == 2.01
    assert repr(cell) == "<Cell R2C2 '2.01'>"
    assert cell == gspread.Cell.from_address("B2", "2.01")
    assert cell != sheet.acell("A1")


@pytest.mark.recorded
def test_numbers_are_recognised_in_what_is_shown(sheet: gspread.Worksheet) -> None:
    """Grouped numbers are text for gspread, plain ones are numbers."""
    sheet.update([["2,000,000.01", "= 1 / 1024", "Non-numeric value", ""]], raw=False)
    values = [cell.numeric_value for cell in sheet.range("A1:D1")]
    assert values == [2000000.01, 0.0009765625, None, None]
    assert sheet.acell("B1").value == "0.0009765625"


@pytest.mark.recorded
def test_value_ranges_keep_range_and_dimension(sheet: gspread.Worksheet) -> None:
    """A reading knows where it was made."""
    sheet.update([["x", "y"]])
    read = sheet.get("A1:C1", major_dimension="COLUMNS")
    assert (read.range, read.major_dimension) == ("Sheet1!A1:C1", "COLUMNS")
    assert (read.first(), sheet.get("C3").first("none")) == ("x", "none")
    again = gspread.worksheet.ValueRange.from_json(
        {"range": "A1", "majorDimension": "ROWS", "values": [["z"]]}
    )
    assert again == [["z"]]
