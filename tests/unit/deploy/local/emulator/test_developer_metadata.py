"""Developer metadata: finding it, following it, its limits."""

import pytest

from deploy.local.emulator.shapes import Json, JsonValue
from tests.unit.deploy.local.emulator.conftest import Book
from tests.unit.deploy.local.emulator.pieces import span

EXACT, INTERSECTING = "EXACT_LOCATION", "INTERSECTING_LOCATION"


def add(book: Book, key: str, location: Json, **more: JsonValue) -> Json:
    """Create one entry and return it."""
    wanted = {"metadataKey": key, "location": location, "visibility": "DOCUMENT", **more}
    reply = book.do("createDeveloperMetadata", {"developerMetadata": wanted})
    entry: Json = reply["developerMetadata"]
    return entry


@pytest.fixture
def marked(book: Book) -> Book:
    """A document with an entry on itself, a tab, a row and a column; the second tab has one."""
    other = book.do("addSheet", {"properties": {"title": "T"}})["properties"]["sheetId"]
    add(book, "doc", {"spreadsheet": True})
    add(book, "tab", {"sheetId": 0}, metadataValue="v")
    add(book, "row", {"dimensionRange": span("ROWS", 2, 3)}, visibility="PROJECT")
    add(book, "col", {"dimensionRange": span("COLUMNS", 1, 2)}, metadataId=77)
    add(book, "else", {"dimensionRange": {**span("ROWS", 2, 3), "sheetId": other}})
    return book


def search(book: Book, *data_filters: Json) -> list[str]:
    """Return the keys a search finds."""
    path = f"{book.path}/developerMetadata:search"
    answer = book.google.ask("POST", path, {"dataFilters": list(data_filters)})
    matched = answer.get("matchedDeveloperMetadata", [])
    return [one["developerMetadata"]["metadataKey"] for one in matched]


def look(**lookup: JsonValue) -> Json:
    """Return a data filter."""
    return {"developerMetadataLookup": lookup}


@pytest.mark.parametrize(
    ("data_filter", "keys"),
    [
        (look(metadataId=77), ["col"]),
        (look(metadataValue="v"), ["tab"]),
        (look(visibility="PROJECT"), ["row"]),
        (look(locationType="ROW"), ["row", "else"]),
        (look(locationType="SPREADSHEET"), ["doc"]),
        (look(metadataKey="row", locationType="COLUMN"), []),
        (look(metadataLocation={"spreadsheet": True}), ["doc"]),
        (
            look(metadataLocation={"spreadsheet": True}, locationMatchingStrategy=EXACT),
            ["doc"],
        ),
        (look(metadataLocation={"sheetId": 0}), ["tab", "row", "col"]),
        (look(metadataLocation={"sheetId": 0}, locationMatchingStrategy=EXACT), ["tab"]),
        (
            look(metadataLocation={"dimensionRange": span("ROWS", 2, 3)}),
            ["tab", "row", "col"],
        ),
        (look(metadataLocation={"dimensionRange": span("ROWS", 4, 5)}), ["tab", "col"]),
        (
            look(
                metadataLocation={"dimensionRange": span("COLUMNS", 1, 2)},
                locationMatchingStrategy=INTERSECTING,
                locationType="COLUMN",
            ),
            ["col"],
        ),
        (
            look(
                metadataLocation={"dimensionRange": span("ROWS", 2, 3)},
                locationMatchingStrategy=EXACT,
            ),
            ["row"],
        ),
        ({"a1Range": "Sheet1!A1:B2"}, ["tab", "col"]),
        ({"a1Range": "T"}, ["else"]),
        (
            {"gridRange": {"sheetId": 0, "startRowIndex": 2, "endRowIndex": 9}},
            ["tab", "row", "col"],
        ),
        ({"gridRange": {"startColumnIndex": 3}}, ["tab", "row"]),
    ],
)
def test_search(marked: Book, data_filter: Json, keys: list[str]) -> None:
    """Every part of a lookup narrows the search; places match what they share cells with."""
    assert search(marked, data_filter) == keys


@pytest.mark.parametrize(
    ("data_filter", "words"),
    [
        ({}, "No data filter specified."),
        (look(locationMatchingStrategy=EXACT), "metadataLocation must be specified"),
        (
            look(
                locationMatchingStrategy=EXACT,
                metadataLocation={"sheetId": 0},
                locationType="ROW",
            ),
            "must be left unspecified",
        ),
        (
            look(locationType="SPREADSHEET", metadataLocation={"sheetId": 0}),
            "locationType cannot be SPREADSHEET",
        ),
        (look(metadataLocation={"sheetId": 9}), "No grid with id: 9"),
        (look(metadataLocation={"dimensionRange": {"startIndex": 1}}), "No dimension specified."),
        ({"a1Range": "Nope!A1"}, "Unable to parse range: Nope!A1"),
        ({"gridRange": {"sheetId": 9}}, "No grid with id: 9"),
        ({"gridRange": {"startRowIndex": -1}}, "Invalid gridRange"),
        ({"gridRange": {"startRowIndex": 2000, "endRowIndex": 2001}}, "exceeds grid limits"),
    ],
)
def test_bad_filters(marked: Book, data_filter: Json, words: str) -> None:
    """A filter that says nothing or contradicts itself is refused."""
    path = f"{marked.path}/developerMetadata:search"
    status, message = marked.google.error("POST", path, {"dataFilters": [data_filter]})
    assert status == 400
    assert words in message


def test_search_names_the_filters_that_matched(marked: Book) -> None:
    """Each entry comes once, with all filters that chose it."""
    filters = [look(metadataId=77), {"gridRange": {"sheetId": 0, "startColumnIndex": 1}}]
    answer = marked.google.ask(
        "POST", f"{marked.path}/developerMetadata:search", {"dataFilters": filters}
    )
    found = answer["matchedDeveloperMetadata"]
    by_key = {one["developerMetadata"]["metadataKey"]: one["dataFilters"] for one in found}
    area = {"gridRange": {"startColumnIndex": 1}}
    assert by_key == {"tab": [area], "row": [area], "col": [filters[0], area]}
    assert marked.google.ask("POST", f"{marked.path}/developerMetadata:search", {}) == {}


def test_metadata_follows_rows_and_columns(marked: Book) -> None:
    """It moves with its row or column, and dies with it."""

    def place() -> list[int]:
        path = f"{marked.path}/developerMetadata:search"
        body = {"dataFilters": [look(metadataKey="row")]}
        found = marked.google.ask("POST", path, body).get("matchedDeveloperMetadata", [])
        ranges = [one["developerMetadata"]["location"]["dimensionRange"] for one in found]
        return [one["startIndex"] for one in ranges]

    marked.do("insertDimension", {"range": span("ROWS", 0, 2)})
    assert place() == [4]
    marked.do("moveDimension", {"source": span("ROWS", 4, 5), "destinationIndex": 0})
    assert place() == [0]
    marked.do("moveDimension", {"source": span("ROWS", 0, 1), "destinationIndex": 10})
    assert place() == [9]
    marked.do("deleteDimension", {"range": span("ROWS", 0, 4)})
    assert place() == [5]
    sizes = {"properties": {"gridProperties": {"rowCount": 5}}, "fields": "gridProperties.rowCount"}
    marked.do("updateSheetProperties", sizes)
    assert place() == []
    marked.do("deleteDimension", {"range": span("COLUMNS", 1, 2)})
    assert search(marked, look(metadataId=77)) == []
    marked.do("deleteSheet", {"sheetId": 0})
    assert search(marked, {"a1Range": "T"}) == ["else"]
    assert search(marked, look(locationType="SHEET")) == []


def test_update_by_filters(marked: Book) -> None:
    """Values, keys, visibility and places of all chosen entries change; ids stay."""
    target = {"dimensionRange": span("ROWS", 7, 8)}
    body = {
        "dataFilters": [look(metadataKey="row"), {"a1Range": "B5"}],
        "developerMetadata": {"metadataValue": "w", "location": target},
        "fields": "developer_metadata.metadata_value,developerMetadata.location",
    }
    changed = marked.do("updateDeveloperMetadata", body)["developerMetadata"]
    assert [one["metadataKey"] for one in changed] == ["tab", "row", "col"]
    assert {one["location"]["locationType"] for one in changed} == {"ROW"}
    assert changed[2]["metadataId"] == 77
    clear = {"dataFilters": [look(metadataId=77)], "developerMetadata": {}, "fields": "metadataKey"}
    assert "metadataKey" in marked.refused("updateDeveloperMetadata", clear)
    everything = {**clear, "fields": "*"}
    assert "metadataKey" in marked.refused("updateDeveloperMetadata", everything)
    assert "fields" in marked.refused("updateDeveloperMetadata", {**clear, "fields": ""})
    assert "No developer" in marked.refused("updateDeveloperMetadata", {**clear, "dataFilters": []})


def test_delete_by_place(marked: Book) -> None:
    """All entries that meet a range go; a request without a filter is refused."""
    gone = marked.do("deleteDeveloperMetadata", {"dataFilter": {"a1Range": "Sheet1!B3"}})
    assert [one["metadataKey"] for one in gone["deletedDeveloperMetadata"]] == ["tab", "row", "col"]
    assert search(marked, look(visibility="DOCUMENT")) == ["doc", "else"]
    assert marked.refused("deleteDeveloperMetadata", {}) == "No data filter specified."


def test_ids_and_amounts(marked: Book) -> None:
    """An id is given once and is positive; text is limited for the document and each tab."""
    entry: Json = {"metadataKey": "k", "visibility": "DOCUMENT", "location": {"spreadsheet": True}}
    taken = {"developerMetadata": {**entry, "metadataId": 77}}
    assert marked.refused("createDeveloperMetadata", taken) == (
        "Cannot add developer metadata with ID [77] because developer metadata with that ID "
        "already exists."
    )
    negative = {"developerMetadata": {**entry, "metadataId": -1}}
    assert "positive" in marked.refused("createDeveloperMetadata", negative)
    for place in ({"spreadsheet": True}, {"sheetId": 0}):
        add(marked, "x", place, metadataValue="y" * 29_000)
        more = {"developerMetadata": {**entry, "location": place, "metadataValue": "z" * 2000}}
        assert "30000" in marked.refused("createDeveloperMetadata", more)
