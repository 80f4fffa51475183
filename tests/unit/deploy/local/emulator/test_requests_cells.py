"""Requests that write cells."""

import pytest

from deploy.local.emulator.shapes import Json
from tests.unit.deploy.local.emulator.conftest import Book
from tests.unit.deploy.local.emulator.pieces import AREA, RED, number, rows_of


def test_update_cells_by_start_and_range(book: Book) -> None:
    """Start touches only what is given; range clears the rest of it."""
    book.put("A1:C3", [[1, 2, 3]] * 3)
    rows = rows_of([number(7)])
    book.do("updateCells", {"start": {}, "rows": rows, "fields": "userEnteredValue"})
    assert book.read("A1:C1") == [["7", "2", "3"]]
    book.do("updateCells", {"range": AREA, "rows": rows, "fields": "userEnteredValue"})
    assert book.read("A1:C3") == [["7", "", "3"], ["", "", "3"], ["1", "2", "3"]]


def test_update_cells_writes_every_part(book: Book) -> None:
    """Values, formats, notes and rules are written under one mask and read back."""
    condition = {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "x"}]}
    cell = {
        "userEnteredValue": {"formulaValue": '=HYPERLINK("https://a.test";"A")'},
        "userEnteredFormat": {"textFormat": {"bold": True}, "horizontalAlignment": "CENTER"},
        "note": "xin chào",
        "dataValidation": {"condition": condition, "strict": True, "showCustomUi": True},
    }
    book.do("updateCells", {"start": {}, "rows": rows_of([cell]), "fields": "*"})
    shown = book.cell("*")
    assert {name: shown[name] for name in cell} == cell
    assert shown["hyperlink"] == "https://a.test"
    assert shown["effectiveValue"] == {"stringValue": "A"}
    assert shown["effectiveFormat"]["textFormat"]["bold"] is True
    book.do("updateCells", {"range": AREA, "fields": "*"})
    assert book.cell("*") == {}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"fields": "note"}, "Either start or range must be set."),
        (
            {"range": AREA, "rows": [{}, {}, {}], "fields": "note"},
            "Attempting to write row: 2, beyond the last requested row of: 1",
        ),
        (
            {"range": AREA, "rows": rows_of([{}, {}, {}]), "fields": "note"},
            "Attempting to write column: 2, beyond the last requested column of: 1",
        ),
        (
            {"start": {"columnIndex": 25}, "rows": rows_of([{}, {}]), "fields": "note"},
            "Range (Sheet1!Z1:AA1) exceeds grid limits. Max rows: 1000, max columns: 26",
        ),
        (
            {"start": {"rowIndex": 1000}, "fields": "note"},
            "Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26",
        ),
        ({"range": {"sheetId": 5}, "fields": "note"}, "No grid with id: 5"),
        (
            {"range": {"endRowIndex": 1001}, "fields": "note"},
            "Range (Sheet1!A1:Z1001) exceeds grid limits. Max rows: 1000, max columns: 26",
        ),
        (
            {"range": {"startRowIndex": 3, "endRowIndex": 3}, "fields": "note"},
            "Invalid range: it must have at least one row and one column.",
        ),
        (
            {
                "start": {},
                "rows": rows_of([{"userEnteredValue": {"formulaValue": "1"}}]),
                "fields": "*",
            },
            "formulaValue must start with '='.",
        ),
        (
            {
                "start": {},
                "rows": rows_of([{"userEnteredValue": {"errorValue": {}}}]),
                "fields": "*",
            },
            "errorValue is read-only.",
        ),
        (
            {
                "start": {},
                "rows": rows_of([{"userEnteredValue": {"stringValue": "x" * 50001}}]),
                "fields": "*",
            },
            "Your input contains more than the maximum of 50000 characters in a single cell.",
        ),
    ],
)
def test_bad_update_cells(book: Book, body: Json, message: str) -> None:
    """Each impossible write has its sentence."""
    assert book.refused("updateCells", body) == message


def test_parts_of_cells_the_server_does_not_keep(book: Book) -> None:
    """Chips and the like are refused with 501, not dropped."""
    cell = {"chipRuns": [{"startIndex": 1}]}
    for body in (
        {"start": {}, "rows": rows_of([cell]), "fields": "*"},
        {"start": {}, "rows": rows_of([{}]), "fields": "pivotTable"},
    ):
        sent = {"requests": [{"updateCells": body}]}
        assert book.google.error("POST", f"{book.path}:batchUpdate", sent)[0] == 501
    body = {"start": {}, "rows": rows_of([{}]), "fields": "formattedValue"}
    assert book.do("updateCells", body) == {}


def test_repeat_cell(book: Book) -> None:
    """Formats are laid over what is there; relative formulas follow."""
    book.put("A1:A2", [[1], [2]])
    cell = {"userEnteredValue": {"formulaValue": "=A1*10"}}
    area = {**AREA, "startColumnIndex": 1}
    book.do("repeatCell", {"range": area, "cell": cell, "fields": "userEnteredValue"})
    assert book.read("B1:B2", "FORMULA") == [["=A1*10"], ["=A2*10"]]
    for look in ({"textFormat": {"bold": True}}, {"textFormat": {"italic": True}}):
        mask = f"userEnteredFormat.textFormat.{next(iter(look['textFormat']))}"
        book.do("repeatCell", {"range": AREA, "cell": {"userEnteredFormat": look}, "fields": mask})
    assert book.cell("userEnteredFormat") == {
        "userEnteredFormat": {"textFormat": {"bold": True, "italic": True}}
    }
    mask = "userEnteredFormat.textFormat"
    book.do("repeatCell", {"range": AREA, "cell": {}, "fields": mask})
    assert book.cell("userEnteredFormat") == {}


def test_a_colour_replaces_both_spellings(book: Book) -> None:
    """The last colour written wins, whichever spelling it came in."""
    for look in (
        {"backgroundColorStyle": {"rgbColor": {"green": 1}}},
        {"backgroundColor": RED},
    ):
        mask = f"userEnteredFormat.{next(iter(look))}"
        body = {"range": AREA, "cell": {"userEnteredFormat": look}, "fields": mask}
        book.do("repeatCell", body)
    cell = book.cell("userEnteredFormat")["userEnteredFormat"]
    assert cell == {"backgroundColor": RED, "backgroundColorStyle": {"rgbColor": RED}}


def test_append_cells(book: Book) -> None:
    """Rows go below the last row with data, enlarging the grid."""
    book.do("appendCells", {"fields": "*"})
    small = {"properties": {"gridProperties": {"rowCount": 1, "columnCount": 1}}}
    book.do("updateSheetProperties", {**small, "fields": "gridProperties(rowCount,columnCount)"})
    book.put("A1", [["x"]])
    body = {"rows": rows_of([number(1), number(2)]), "fields": "userEnteredValue"}
    book.do("appendCells", body)
    assert book.read("Sheet1") == [["x"], ["1", "2"]]
