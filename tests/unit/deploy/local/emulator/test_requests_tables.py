"""Tables: made, typed, changed and deleted as users of Google's API report it."""

import pytest

from deploy.local.emulator.shapes import Json, JsonValue
from tests.unit.deploy.local.emulator.conftest import Book
from tests.unit.deploy.local.emulator.pieces import RED, span

AREA: Json = {"startRowIndex": 0, "endRowIndex": 4, "startColumnIndex": 0, "endColumnIndex": 3}
CONDITION = {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "Mở"}]}
LIST: Json = {"condition": CONDITION}


def add(book: Book, *columns: Json, **more: JsonValue) -> Json:
    """Add a table over A1:C4 and return it."""
    wanted = {"name": "Đội", "range": AREA, **more}
    if columns:
        wanted["columnProperties"] = list(columns)
    table: Json = book.do("addTable", {"table": wanted})["table"]
    return table


def tables(book: Book) -> list[Json]:
    """Return the tables of the first tab as spreadsheets.get shows them."""
    shown: list[Json] = book.sheet().get("tables", [])
    return shown


def change(book: Book, table: Json, fields: str, **new: JsonValue) -> None:
    """Update a table."""
    wanted = {"tableId": table["tableId"], **new}
    book.do("updateTable", {"table": wanted, "fields": fields})


@pytest.mark.documented
def test_columns_are_named_by_their_headers(book: Book) -> None:
    """Every column has an entry; typed ones sent without a name are numbered and written."""
    book.put("A1:D2", [["Tên", "Tiền", "Trạng thái", "ngoài"], ["a", 1, "Mở", 2]])
    area = {**AREA, "endColumnIndex": 4}
    typed = [
        {"columnIndex": 1, "columnType": "CURRENCY"},
        {"columnIndex": 3, "columnType": "DROPDOWN", "dataValidationRule": LIST},
    ]
    table = add(book, *typed, range=area)
    assert table["columnProperties"] == [
        {"columnName": "Tên"},
        {"columnIndex": 1, "columnName": "Column 1", "columnType": "CURRENCY"},
        {"columnIndex": 2, "columnName": "Trạng thái"},
        {
            "columnIndex": 3,
            "columnName": "Column 2",
            "columnType": "DROPDOWN",
            "dataValidationRule": LIST,
        },
    ]
    assert book.read("A1:D1") == [["Tên", "Column 1", "Trạng thái", "Column 2"]]
    assert tables(book) == [table]
    assert table["tableId"].isdigit()


def test_empty_headers_and_given_names(book: Book) -> None:
    """Names sent go into the header; headers that are empty are called after their place."""
    table = add(book, {"columnIndex": 1, "columnName": "Số"}, tableId="123", name="")
    assert (table["tableId"], table["name"]) == ("123", "Table1")
    assert book.read("A1:C1") == [["Column 1", "Số", "Column 3"]]
    assert [column["columnName"] for column in table["columnProperties"]] == [
        "Column 1",
        "Số",
        "Column 3",
    ]


@pytest.mark.documented
def test_a_header_takes_no_formula(book: Book) -> None:
    """Text written into a header names the column; a formula becomes the column's place."""
    add(book)
    book.put("A1:B2", [["Tên", "=1+2"], ["", "=1+2"]])
    assert book.read("A1:B2") == [["Tên", "Column 2"], ["", "3"]]
    assert tables(book)[0]["columnProperties"][0]["columnName"] == "Tên"
    book.google.ask("POST", f"{book.path}/values/A1:clear")
    assert book.read("A1") == [["Column 1"]]


@pytest.mark.documented
def test_boolean_and_rating_columns_are_filled(book: Book) -> None:
    """Texts and empty cells become FALSE, empty ratings 0; the footer is left alone."""
    book.put("A1:B5", [["Cờ", "Điểm"], ["có", 3], ["TRUE", ""], ["", ""], ["", ""]], "RAW")
    book.put("A3", [[True]])
    area = {**AREA, "endRowIndex": 5}
    kinds = ({"columnType": "BOOLEAN"}, {"columnIndex": 1, "columnType": "RATINGS_CHIP"})
    footer = {"footerColorStyle": {"rgbColor": RED}}
    table = add(book, *kinds, range=area, rowsProperties=footer)
    assert table["rowsProperties"] == footer
    assert book.read("A2:B5", "UNFORMATTED_VALUE") == [[False, 3], [True, 0], [False, 0]]


@pytest.mark.documented
def test_an_update_replaces_all_columns(book: Book) -> None:
    """Columns left out keep their headers and lose their types; a name sent is written."""
    book.put("A1:C1", [["A", "B", "C"]])
    table = add(
        book,
        {"columnIndex": 2, "columnName": "C", "columnType": "DROPDOWN", "dataValidationRule": LIST},
    )
    new = {"columnIndex": 1, "columnName": "Ngày", "columnType": "DATE"}
    change(book, table, "columnProperties", columnProperties=[new])
    assert tables(book)[0]["columnProperties"] == [
        {"columnName": "A"},
        new,
        {"columnIndex": 2, "columnName": "C"},
    ]
    assert book.read("B1") == [["Ngày"]]
    nameless = {"tableId": table["tableId"], "columnProperties": [{"columnType": "TEXT"}]}
    body = {"table": nameless, "fields": "columnProperties"}
    sentence = "Table header row cell must have a value."
    assert book.refused("updateTable", body) == sentence


def test_names_ranges_and_footers_change(book: Book) -> None:
    """A range cuts or adds columns; a footer makes the table a row longer and shorter again."""
    table = add(book, {"columnIndex": 2, "columnName": "C", "columnType": "TEXT"})
    change(book, table, "name", name="Khác")
    change(book, table, "range", range={**AREA, "endColumnIndex": 5})
    shown = tables(book)[0]
    assert (shown["name"], len(shown["columnProperties"])) == ("Khác", 5)
    assert shown["columnProperties"][4] == {"columnIndex": 4, "columnName": "Column 5"}
    footer = {"footerColorStyle": {"rgbColor": RED}, "headerColorStyle": {"rgbColor": {}}}
    change(book, table, "rowsProperties", rowsProperties=footer)
    shown = tables(book)[0]
    assert (shown["range"]["endRowIndex"], shown["rowsProperties"]) == (5, footer)
    change(book, table, "rowsProperties.footerColorStyle")
    shown = tables(book)[0]
    assert (shown["range"]["endRowIndex"], "footerColorStyle" in shown["rowsProperties"]) == (
        4,
        False,
    )


@pytest.mark.documented
def test_deleting_empties_the_cells(book: Book) -> None:
    """Values, formats and conditional formats over the table go; what lies beside stays."""
    book.put("A1:D5", [["a", "b", "c", "d"], [1, 2, 3, 4], ["=A2"], [], ["dưới"]])
    condition = {"type": "NOT_BLANK"}
    look = {"condition": condition, "format": {"backgroundColor": RED}}
    outside = {"startRowIndex": 6, "endRowIndex": 7, "startColumnIndex": 0, "endColumnIndex": 1}
    for ranges in ([AREA], [AREA, outside]):
        rule = {"ranges": ranges, "booleanRule": look}
        book.do("addConditionalFormatRule", {"rule": rule, "index": 0})
    table = add(book)
    assert book.do("deleteTable", {"tableId": table["tableId"]}) == {}
    assert book.read("A1:D5") == [["", "", "", "d"], ["", "", "", "4"], [], [], ["dưới"]]
    assert [rule["ranges"] for rule in book.sheet()["conditionalFormats"]] == [[outside]]
    assert "tables" not in book.sheet()
    sentence = f"No table with id: {table['tableId']}"
    assert book.refused("deleteTable", {"tableId": table["tableId"]}) == sentence
    body = {"table": {"tableId": "x"}, "fields": "name"}
    assert book.refused("updateTable", body) == "No table with id: x"


@pytest.mark.parametrize(
    ("column", "part"),
    [
        ({"columnType": "DROPDOWN"}, "Condition must be set for dropdown column type."),
        (
            {"columnType": "DOUBLE", "dataValidationRule": LIST},
            "Cannot set condition for non-dropdown column type.",
        ),
        (
            {
                "columnType": "DROPDOWN",
                "dataValidationRule": {"condition": {"type": "NOT_BLANK"}},
            },
            "ONE_OF_LIST",
        ),
        ({"columnIndex": 3}, "columnIndex"),
        ({"columnIndex": -1}, "columnIndex"),
    ],
)
def test_columns_that_are_refused(book: Book, column: Json, part: str) -> None:
    """Only dropdowns have a list, and columns lie inside the table."""
    wanted = {"range": AREA, "columnProperties": [column]}
    assert part in book.refused("addTable", {"table": wanted})
    assert book.read("A1:C1") == []


def test_tables_that_are_refused(book: Book) -> None:
    """Names and ids are unique; other tables, merged cells and bands are no place for one."""
    table = add(book)
    far = {"startRowIndex": 8, "endRowIndex": 9, "startColumnIndex": 0, "endColumnIndex": 2}
    book.do("mergeCells", {"range": far})
    band = {**far, "startRowIndex": 10, "endRowIndex": 12}
    colours = {"firstBandColor": RED, "secondBandColor": {}}
    book.do("addBanding", {"bandedRange": {"range": band, "rowProperties": colours}})
    for wanted in (
        {"range": AREA},
        {"range": far},
        {"range": band},
        {"range": {"startRowIndex": 20, "endRowIndex": 22}, "name": "đội"},
        {"range": {"startRowIndex": 20, "endRowIndex": 22}, "tableId": table["tableId"]},
        {"name": "x"},
    ):
        assert book.refused("addTable", {"table": wanted})
    assert "alternating background colors" in book.refused("addTable", {"table": {"range": band}})
    tab = book.do("addSheet", {})["properties"]["sheetId"]
    for new, fields in (
        ({"range": band}, "range"),
        ({"range": {**AREA, "sheetId": tab}}, "range"),
        ({"name": ""}, "name"),
        ({}, "range"),
    ):
        body = {"table": {"tableId": table["tableId"], **new}, "fields": fields}
        assert book.refused("updateTable", body)
    assert tables(book) == [table]


def test_tables_follow_rows_and_columns(book: Book) -> None:
    """Types stay with their columns; new columns have none; what is deleted is gone."""
    table = add(book, {"columnIndex": 1, "columnName": "B", "columnType": "TEXT"})
    book.do("insertDimension", {"range": span("COLUMNS", 1, 2)})
    book.do("insertDimension", {"range": span("ROWS", 2, 4)})
    shown = tables(book)[0]
    assert (shown["range"]["endRowIndex"], shown["range"]["endColumnIndex"]) == (6, 4)
    kinds = [column.get("columnType") for column in shown["columnProperties"]]
    assert kinds == [None, None, "TEXT", None]
    assert shown["columnProperties"][1]["columnName"] == "Column 2"
    book.do("deleteDimension", {"range": span("COLUMNS", 0, 2)})
    shown = tables(book)[0]
    assert [column.get("columnType") for column in shown["columnProperties"]] == ["TEXT", None]
    book.do("deleteDimension", {"range": span("ROWS", 0, 6)})
    assert tables(book) == []
    assert table["tableId"]


def test_copies_of_tables(book: Book) -> None:
    """The table of a duplicated tab has another id and name."""
    table = add(book)
    for number in (7, 8):
        body = {"sourceSheetId": 0, "newSheetId": number, "insertSheetIndex": number - 6}
        book.do("duplicateSheet", body)
    shown = [sheet["tables"][0] for sheet in book.get()["sheets"]]
    assert [one["name"] for one in shown] == ["Đội", "Đội_2", "Đội_3"]
    assert len({one["tableId"] for one in shown}) == 3
    assert shown[1]["range"]["sheetId"] == 7
    assert shown[0] == table


def test_filters_over_tables(book: Book) -> None:
    """A filter view may be backed by a table and follows it."""
    table = add(book)
    wanted = {"filter": {"tableId": table["tableId"]}}
    view = book.do("addFilterView", wanted)["filter"]
    assert (view["tableId"], view["range"]) == (table["tableId"], table["range"])
    change(book, table, "range", range={**AREA, "endRowIndex": 9})
    assert book.sheet()["filterViews"][0]["range"]["endRowIndex"] == 9
    book.do("deleteTable", {"tableId": table["tableId"]})
    assert book.sheet()["filterViews"][0]["range"]["endRowIndex"] == 4
    assert book.refused("addFilterView", wanted) == f"No table with id: {table['tableId']}"
