"""values.*: ranges, writes, appends, refusals."""

import pytest

from deploy.local.emulator.shapes import Json
from tests.unit.deploy.local.emulator.conftest import Book

NO_OPTION = "'valueInputOption' is required but not specified"


def test_batches(book: Book) -> None:
    """batchGet, batchUpdate and batchClear answer per range."""
    data = [
        {"range": "A1:B1", "values": [[1, 2]]},
        {"range": "A3", "majorDimension": "COLUMNS", "values": [["x", "y"], ["z"]]},
    ]
    sent = {"valueInputOption": "RAW", "data": data, "includeValuesInResponse": True}
    answer = book.google.ask("POST", f"{book.path}/values:batchUpdate", sent)
    assert (answer["totalUpdatedCells"], answer["totalUpdatedRows"]) == (5, 3)
    assert answer["responses"][1]["updatedData"]["values"] == [["x", "z"], ["y"]]
    got = book.google.ask("GET", f"{book.path}/values:batchGet", ranges=["A1:B1", "Sheet1!B3"])
    assert [one["values"] for one in got["valueRanges"]] == [[["1", "2"]], [["z"]]]
    cleared = book.google.ask("POST", f"{book.path}/values:batchClear", {"ranges": ["A1", "3:4"]})
    assert cleared["clearedRanges"] == ["Sheet1!A1", "Sheet1!A3:Z4"]
    assert book.google.ask("GET", f"{book.path}/values:batchGet") == {"spreadsheetId": book.id}
    assert "clearedRanges" not in book.google.ask("POST", f"{book.path}/values:batchClear", {})
    empty = {"valueInputOption": "RAW"}
    answer = book.google.ask("POST", f"{book.path}/values:batchUpdate", empty)
    assert answer == {"spreadsheetId": book.id}


def test_columns_first(book: Book) -> None:
    """MajorDimension COLUMNS turns reading and writing."""
    book.put("A1:B2", [["a", "b"], ["c"]])
    assert book.read("A1:B2", majorDimension="COLUMNS") == [["a", "c"], ["b"]]


def test_raw_text_never_runs(book: Book) -> None:
    """RAW keeps texts as they are, also those that look like formulas or numbers."""
    book.put("A1:C1", [["=1+1", "007", True]], "RAW")
    assert book.read("A1:C1", "UNFORMATTED_VALUE") == [["=1+1", "007", True]]


def test_values_come_back_on_request(book: Book) -> None:
    """IncludeValuesInResponse answers in the render options of the response."""
    answer = book.google.ask(
        "PUT",
        f"{book.path}/values/A1",
        {"values": [["1/2/2024", "=1+1"]], "range": "A1"},
        valueInputOption="USER_ENTERED",
        includeValuesInResponse="true",
        responseValueRenderOption="UNFORMATTED_VALUE",
        responseDateTimeRenderOption="FORMATTED_STRING",
    )
    assert answer["updatedData"]["values"] == [["1/2/2024", 2]]


@pytest.mark.parametrize(
    ("place", "body", "option", "message"),
    [
        ("Nope!A1", {}, "RAW", "Unable to parse range: Nope!A1"),
        ("Sheet1!??", {}, "RAW", "Unable to parse range: Sheet1!??"),
        ("???", {}, "RAW", "Unable to parse range: ???"),
        ("'Sheet1'x", {}, "RAW", "Unable to parse range: 'Sheet1'x"),
        ("A1:?", {}, "RAW", "Unable to parse range: A1:?"),
        ("A0", {}, "RAW", "Unable to parse range: A0"),
        ("A1", {"values": [[1]]}, "", NO_OPTION),
        (
            "A1001",
            {"values": [[1]]},
            "RAW",
            "Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26",
        ),
        (
            "A1:B1",
            {"values": [[1], [2]]},
            "RAW",
            "Requested writing within range [Sheet1!A1:B1], but tried writing to row [2]",
        ),
        (
            "A1:B2",
            {"values": [[1, 2, 3]]},
            "RAW",
            "Requested writing within range [Sheet1!A1:B2], but tried writing to column [C]",
        ),
        (
            "A1",
            {"values": [[1]], "range": "B1"},
            "RAW",
            "Requested writing within range [Sheet1!A1], but got [B1]",
        ),
        ("A1", {"values": [[[1]]]}, "RAW", "Invalid values[0][0]: list_value {\n}\n"),
        ("A1", {"values": [[{}]]}, "RAW", "Invalid values[0][0]: struct_value {\n}\n"),
        (
            "A1",
            {"values": [["x" * 50001]]},
            "RAW",
            "Your input contains more than the maximum of 50000 characters in a single cell.",
        ),
    ],
)
def test_bad_writes(book: Book, place: str, body: Json, option: str, message: str) -> None:
    """Each impossible write has Google's sentence and changes nothing."""
    more = {"valueInputOption": option} if option else {}
    path = f"{book.path}/values/{place.replace('?', '%3F')}"
    assert book.google.error("PUT", path, body, **more) == (400, message)
    if place == "A1":
        assert book.google.error("POST", f"{path}:append", body, **more) == (400, message)


def test_bad_batches_name_the_entry(book: Book) -> None:
    """A batch names the entry that is wrong."""
    path = f"{book.path}/values:batchUpdate"
    for data in ({"range": "Nope!A1"}, {"range": "A1:A2", "values": [[1, 2]]}):
        sent = {"valueInputOption": "RAW", "data": [{"range": "A1", "values": [[1]]}, data]}
        assert book.google.error("POST", path, sent)[1].startswith("Invalid data[1]: ")
    assert book.google.error("POST", path, {"data": []}) == (400, NO_OPTION)
    assert book.google.error("POST", f"{book.path}/values/Nope!A1:clear")[0] == 400
    assert book.read("A1") == []


def _append(book: Book, place: str, values: list[list[object]], **query: str) -> Json:
    path = f"{book.path}/values/{place}:append"
    answer: Json = book.google.ask(
        "POST", path, {"values": values}, valueInputOption="RAW", **query
    )
    return answer


def test_append(book: Book) -> None:
    """Rows go below the table the range touches, or to its corner when there is none."""
    assert _append(book, "Sheet1", [[1, 2]])["updates"]["updatedRange"] == "Sheet1!A1:B1"
    second = _append(book, "Sheet1", [[3]])
    assert (second["tableRange"], second["updates"]["updatedRange"]) == (
        "Sheet1!A1:B1",
        "Sheet1!A2",
    )
    far = _append(book, "E5", [["x"]])
    assert "tableRange" not in far
    assert far["updates"]["updatedRange"] == "Sheet1!E5"
    book.put("A3", [["below"]])
    inserted = _append(book, "A1:B2", [["new"]], insertDataOption="INSERT_ROWS")
    assert inserted["updates"]["updatedRange"] == "Sheet1!A4"
    assert book.read("A3:A4") == [["below"], ["new"]]
    empty = _append(book, "G1", [])
    assert empty["updates"] == {"spreadsheetId": book.id, "updatedRange": "Sheet1!G1"}


def test_the_grid_grows_with_what_is_written(book: Book) -> None:
    """A write that starts inside may end outside, up to ten million cells."""
    book.put("Y1", [[1, 2, 3]])
    assert book.sheet()["properties"]["gridProperties"]["columnCount"] == 27
    grid = {"rowCount": 380_000, "columnCount": 26}
    body = {"properties": {"gridProperties": grid}}
    book.do("updateSheetProperties", {**body, "fields": "gridProperties(rowCount,columnCount)"})
    status, message = book.google.error(
        "PUT", f"{book.path}/values/Z1", {"values": [[1, 2, 3]]}, valueInputOption="RAW"
    )
    assert (status, "10000000 cells" in message) == (400, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sheet1", "Sheet1!A1:Z1000"),
        ("'Sheet1'", "Sheet1!A1:Z1000"),
        ("sheet1!b2", "Sheet1!B2"),
        ("$A$1:$B$2", "Sheet1!A1:B2"),
        ("A:A", "Sheet1!A1:A1000"),
        ("2:3", "Sheet1!A2:Z3"),
        ("B2:B", "Sheet1!B2:B1000"),
        ("B2:2", "Sheet1!B2:Z2"),
        ("A999:A1005", "Sheet1!A999:A1000"),
        ("D3", "'D3'!D3"),
        ("'D3'", "'D3'!A1:Z1000"),
        ("'O''Brien'!A1", "'O''Brien'!A1"),
        ("Đội!A1", "Đội!A1"),
    ],
)
def test_ranges_are_normalised(book: Book, text: str, name: str) -> None:
    """The answer's range is closed, clipped and quoted only where needed."""
    for title in ("D3", "O'Brien", "Đội"):
        book.do("addSheet", {"properties": {"title": title}})
    assert book.google.ask("GET", f"{book.path}/values/{text}")["range"] == name


def test_cells_are_cleared_but_keep_their_format(book: Book) -> None:
    """Clear takes values only."""
    book.put("A1", [["1/2/2024"]])
    assert book.google.ask("POST", f"{book.path}/values/A1:clear")["clearedRange"] == "Sheet1!A1"
    assert "userEnteredFormat" in book.cell("userEnteredFormat,userEnteredValue")
