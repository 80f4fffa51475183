"""Reading and writing by data filters."""

import pytest

from deploy.local.emulator.shapes import Json, JsonValue
from tests.unit.deploy.local.emulator.conftest import Book, Google
from tests.unit.deploy.local.emulator.pieces import span

ROW = {"developerMetadataLookup": {"metadataKey": "row"}}
GRID = {"gridRange": {"sheetId": 0, "endRowIndex": 2, "endColumnIndex": 2}}


@pytest.fixture
def marked(book: Book) -> Book:
    """A document with values and metadata on a row, a column, the tab and itself."""
    book.put("A1:C3", [[1, 2, 3], ["a", "b", "c"], [True, "", "=A1+1"]])
    places: dict[str, Json] = {
        "row": {"dimensionRange": span("ROWS", 1, 2)},
        "col": {"dimensionRange": span("COLUMNS", 2, 3)},
        "tab": {"sheetId": 0},
        "doc": {"spreadsheet": True},
    }
    for key, place in places.items():
        entry = {"metadataKey": key, "location": place, "visibility": "DOCUMENT"}
        book.do("createDeveloperMetadata", {"developerMetadata": entry})
    return book


def ask(book: Book, method: str, body: JsonValue, **query: JsonValue) -> JsonValue:
    """Return the answer of one of the methods."""
    return book.google.ask("POST", f"{book.path}{method}", body, **query)


def test_batch_get(marked: Book) -> None:
    """Each range comes once with all filters that chose it, in the order of the filters."""
    filters = [GRID, ROW, {"a1Range": "Sheet1!A1:B2"}]
    body = {"dataFilters": filters, "valueRenderOption": "UNFORMATTED_VALUE"}
    answer = ask(marked, "/values:batchGetByDataFilter", body)
    echoed = {"gridRange": {"endRowIndex": 2, "endColumnIndex": 2}}
    assert answer == {
        "spreadsheetId": marked.id,
        "valueRanges": [
            {
                "valueRange": {
                    "range": "Sheet1!A1:B2",
                    "majorDimension": "ROWS",
                    "values": [[1, 2], ["a", "b"]],
                },
                "dataFilters": [echoed, filters[2]],
            },
            {
                "valueRange": {
                    "range": "Sheet1!A2:Z2",
                    "majorDimension": "ROWS",
                    "values": [["a", "b", "c"]],
                },
                "dataFilters": [ROW],
            },
        ],
    }
    none = {"dataFilters": [{"developerMetadataLookup": {"metadataKey": "none"}}]}
    assert ask(marked, "/values:batchGetByDataFilter", none) == {"spreadsheetId": marked.id}


def test_batch_get_by_column_tab_and_document(marked: Book) -> None:
    """Metadata of a column, a tab or the document choose their cells; COLUMNS turns the answer."""

    def values(key: str) -> JsonValue:
        lookup = {"developerMetadataLookup": {"metadataKey": key}}
        body = {"dataFilters": [lookup], "majorDimension": "COLUMNS"}
        found = ask(marked, "/values:batchGetByDataFilter", body)["valueRanges"]
        return [one["valueRange"]["values"] for one in found]

    assert values("col") == [[["3", "c", "2"]]]
    assert values("tab") == values("doc") == [[["1", "a", "TRUE"], ["2", "b"], ["3", "c", "2"]]]


def test_batch_update(marked: Book) -> None:
    """Values go into every range chosen; rows and columns are counted once."""
    body = {
        "valueInputOption": "USER_ENTERED",
        "includeValuesInResponse": True,
        "data": [
            {"dataFilter": ROW, "values": [["x", "=1+1"]]},
            {"dataFilter": GRID, "majorDimension": "COLUMNS", "values": [[7, 8], [9]]},
            {"dataFilter": {"developerMetadataLookup": {"metadataKey": "no"}}, "values": [[1]]},
        ],
    }
    answer = ask(marked, "/values:batchUpdateByDataFilter", body)
    assert {name: answer[name] for name in answer if name.startswith("total")} == {
        "totalUpdatedRows": 2,
        "totalUpdatedColumns": 2,
        "totalUpdatedCells": 5,
        "totalUpdatedSheets": 1,
    }
    first, second = answer["responses"]
    assert first == {
        "updatedRange": "Sheet1!A2:B2",
        "updatedRows": 1,
        "updatedColumns": 2,
        "updatedCells": 2,
        "dataFilter": ROW,
        "updatedData": {
            "range": "Sheet1!A2:B2",
            "majorDimension": "ROWS",
            "values": [["8", "2"]],
        },
    }
    assert second["dataFilter"] == {"gridRange": {"endRowIndex": 2, "endColumnIndex": 2}}
    assert marked.read("A1:C2") == [["7", "9", "3"], ["8", "2", "c"]]
    plain = {"valueInputOption": "RAW", "data": [{"dataFilter": ROW, "values": [["y"]]}]}
    done = ask(marked, "/values:batchUpdateByDataFilter", plain)["responses"]
    assert "updatedData" not in done[0]
    empty = ask(marked, "/values:batchUpdateByDataFilter", {"valueInputOption": "RAW"})
    assert empty == {"spreadsheetId": marked.id}


def test_batch_clear(marked: Book) -> None:
    """The ranges chosen are emptied."""
    answer = ask(marked, "/values:batchClearByDataFilter", {"dataFilters": [ROW, GRID]})
    assert answer["clearedRanges"] == ["Sheet1!A2:Z2", "Sheet1!A1:B2"]
    assert marked.read("A1:C3") == [["", "", "3"], [], ["TRUE", "", "1"]]
    assert ask(marked, "/values:batchClearByDataFilter", {}) == {"spreadsheetId": marked.id}


def test_refusals(marked: Book) -> None:
    """Too many values, a missing option, unknown places and protected cells are refused."""
    path = f"{marked.path}/values:batchUpdateByDataFilter"
    wide = {"dataFilter": GRID, "values": [[1, 2, 3]]}
    for body, words in (
        ({"data": [wide], "valueInputOption": "RAW"}, "Invalid data[0]: Requested writing"),
        ({"data": [wide]}, "valueInputOption"),
        ({"data": [{"values": [[1]]}], "valueInputOption": "RAW"}, "No data filter specified."),
    ):
        status, message = marked.google.error("POST", path, body)
        assert status == 400
        assert words in message
    marked.do("addProtectedRange", {"protectedRange": {"range": {"sheetId": 0}}})
    grant = {"type": "user", "role": "writer", "emailAddress": "w@x.test"}
    marked.google.ask("POST", f"{marked.file}/permissions", grant)
    path = f"{marked.path}/values:batchClearByDataFilter"
    body = {"dataFilters": [GRID]}
    status, message = marked.google.error("POST", path, body, "w@x.test")
    assert (status, message.partition(":")[0]) == (400, "Invalid dataFilters[0]")


def test_get_by_data_filter(marked: Book) -> None:
    """Only the tabs and cells chosen come, with grid data when asked for."""
    marked.do("addSheet", {"properties": {"title": "Z"}})
    plain = ask(marked, ":getByDataFilter", {"dataFilters": [ROW]})
    assert [sheet["properties"]["title"] for sheet in plain["sheets"]] == ["Sheet1"]
    assert "data" not in plain["sheets"][0]
    full = ask(marked, ":getByDataFilter", {"dataFilters": [ROW, GRID], "includeGridData": True})
    data = full["sheets"][0]["data"]
    assert [one.get("startRow", 0) for one in data] == [1, 0]
    assert data[0]["rowData"][0]["values"][0]["formattedValue"] == "a"
    assert data[0]["rowMetadata"][0]["developerMetadata"][0]["metadataKey"] == "row"
    masked = ask(
        marked,
        ":getByDataFilter",
        {"dataFilters": [GRID]},
        fields="sheets.data.rowData.values.formattedValue",
    )
    row = {"values": [{"formattedValue": "1"}, {"formattedValue": "2"}]}
    assert masked["sheets"][0]["data"][0]["rowData"][0] == row
    whole = ask(marked, ":getByDataFilter", {})
    assert len(whole["sheets"]) == 2


def test_writing_by_filter_is_a_write(google: Google) -> None:
    """The counters tell the readers among the methods from the writers."""
    book = google.new()
    google.ask("POST", f"{book.path}/values:batchGetByDataFilter", {})
    google.ask("POST", f"{book.path}/values:batchClearByDataFilter", {})
    google.ask("POST", f"{book.path}:getByDataFilter", {})
    counters = google.ask("GET", "/_local/counters")["owner@example.test"]
    assert (counters["reads"], counters["writes"]) == (2, 1)
