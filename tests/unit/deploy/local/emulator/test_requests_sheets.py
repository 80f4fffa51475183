"""Requests about tabs and the document."""

import pytest

from deploy.local.emulator.shapes import Json
from tests.unit.deploy.local.emulator.conftest import Book
from tests.unit.deploy.local.emulator.pieces import AREA, RED, number, rows_of


def test_add_sheet_at_a_place(book: Book) -> None:
    """A tab is added where and as asked; title, id and index are checked."""
    grid = {"rowCount": 5, "columnCount": 4, "frozenRowCount": 1}
    wanted = {"title": "Đội", "index": 0, "gridProperties": grid, "tabColor": RED, "hidden": True}
    shown = book.do("addSheet", {"properties": wanted})["properties"]
    assert (shown["index"], shown["gridProperties"], shown["hidden"]) == (0, grid, True)
    assert shown["tabColorStyle"] == {"rgbColor": RED}
    assert book.do("addSheet", {})["properties"]["title"] == "Sheet3"
    assert book.refused("addSheet", {"properties": {"title": "ĐỘI"}}) == (
        'A sheet with the name "ĐỘI" already exists. Please enter another name.'
    )
    assert "already exists" in book.refused(
        "addSheet", {"properties": {"sheetId": shown["sheetId"]}}
    )
    assert "100" in book.refused("addSheet", {"properties": {"title": "x" * 101}})
    negative = {"properties": {"gridProperties": {"rowCount": -1}}}
    assert "at least one row" in book.refused("addSheet", negative)
    assert "out of bounds" in book.refused("addSheet", {"properties": {"index": 9}})


def test_a_document_holds_ten_million_cells(book: Book) -> None:
    """A grid beyond the limit is refused and nothing changes."""
    grid = {"rowCount": 1_000_000, "columnCount": 11}
    message = book.refused("addSheet", {"properties": {"gridProperties": grid}})
    assert "10000000 cells" in message
    assert len(book.get()["sheets"]) == 1


def test_batches_are_atomic(book: Book) -> None:
    """One bad request undoes the good ones before it."""
    book.put("A1", [["old"]])
    requests = [
        {"updateCells": {"start": {}, "rows": rows_of([number(1)]), "fields": "userEnteredValue"}},
        {"addSheet": {"properties": {"title": "new"}}},
        {"deleteSheet": {"sheetId": 99}},
    ]
    assert book.google.error("POST", f"{book.path}:batchUpdate", {"requests": requests}) == (
        400,
        "Invalid requests[2].deleteSheet: No sheet with id: 99",
    )
    assert book.read("A1") == [["old"]]
    assert len(book.get()["sheets"]) == 1


def test_delete_sheet(book: Book) -> None:
    """A deleted tab leaves #REF! behind; the last (visible) one stays."""
    assert book.refused("deleteSheet", {}) == "You can't remove all the sheets in a document."
    tab = book.do("addSheet", {"properties": {"title": "Gốc"}})["properties"]["sheetId"]
    spot = {"sheetId": tab, "dimension": "ROWS", "startIndex": 0, "endIndex": 1}
    for location in ({"sheetId": tab}, {"dimensionRange": spot}):
        entry = {"metadataKey": "k", "location": location, "visibility": "DOCUMENT"}
        book.do("createDeveloperMetadata", {"developerMetadata": entry})
    book.do("addNamedRange", {"namedRange": {"name": "N", "range": {**AREA, "sheetId": tab}}})
    book.put("A1", [["=Gốc!A1"]])
    book.do("deleteSheet", {"sheetId": tab})
    assert book.read("A1", "FORMULA") == [["=#REF!"]]
    assert book.read("A1") == [["#REF!"]]
    assert "namedRanges" not in book.get()
    hidden = book.do("addSheet", {"properties": {"hidden": True}})["properties"]["sheetId"]
    assert hidden
    assert "visible" in book.refused("deleteSheet", {"sheetId": 0})


def test_duplicate_sheet(book: Book) -> None:
    """The copy has everything of the original under a new id."""
    book.put("A1:B1", [["x", 1]])
    book.do("setBasicFilter", {"filter": {"range": AREA}})
    rule = {"ranges": [AREA], "booleanRule": {"condition": {"type": "BLANK"}, "format": {}}}
    book.do("addConditionalFormatRule", {"rule": rule})
    book.do("addProtectedRange", {"protectedRange": {"range": AREA}})
    shown = book.do("duplicateSheet", {"sourceSheetId": 0, "insertSheetIndex": 1})["properties"]
    assert (shown["title"], shown["index"]) == ("Copy of Sheet1", 1)
    assert book.read("'Copy of Sheet1'!A1:B1") == [["x", "1"]]
    first, second = (book.sheet(0), book.sheet(1))
    assert second["basicFilter"]["range"]["sheetId"] == shown["sheetId"]
    assert second["conditionalFormats"][0]["ranges"][0]["sheetId"] == shown["sheetId"]
    ids = [sheet["protectedRanges"][0]["protectedRangeId"] for sheet in (first, second)]
    assert ids[0] != ids[1]
    again = book.do("duplicateSheet", {"sourceSheetId": 0})["properties"]
    assert again["title"] == "Copy of Sheet1 1"
    assert "exists" in book.refused("duplicateSheet", {"newSheetId": shown["sheetId"]})


def test_update_sheet_properties(book: Book) -> None:
    """Title, colour, frozen rows, gridlines and size change under the mask."""
    book.put("A1", [["=Sheet1!B1"]])
    wanted = {
        "title": "Tên mới",
        "tabColorStyle": {"rgbColor": {"blue": 0.5}},
        "rightToLeft": True,
        "gridProperties": {"frozenRowCount": 2, "hideGridlines": True},
    }
    fields = "title,tabColorStyle,rightToLeft,gridProperties(frozenRowCount,hideGridlines)"
    book.do("updateSheetProperties", {"properties": wanted, "fields": fields})
    shown = book.sheet()["properties"]
    assert shown["tabColor"] == {"blue": 0.49803922}
    assert shown["gridProperties"] == {
        "rowCount": 1000,
        "columnCount": 26,
        "frozenRowCount": 2,
        "hideGridlines": True,
    }
    assert book.read("A1", "FORMULA") == [["='Tên mới'!B1"]]
    none: Json = {"tabColorStyle": {"rgbColor": {}}, "gridProperties": {"rowCount": 3}}
    book.do("updateSheetProperties", {"properties": none, "fields": "gridProperties/rowCount"})
    assert book.sheet()["properties"]["gridProperties"]["rowCount"] == 3
    book.do("updateSheetProperties", {"properties": {}, "fields": "tabColorStyle"})
    assert "tabColor" not in book.sheet()["properties"]


@pytest.mark.parametrize(
    ("properties", "fields", "message"),
    [
        (
            {},
            "",
            "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
        ),
        ({}, "*", "The sheet name cannot be empty."),
        ({}, "nope", "Invalid field: nope"),
        ({"sheetId": 7}, "title", "No sheet with id: 7"),
        ({"index": 9}, "index", "Sheet index 9 is out of bounds."),
        (
            {"gridProperties": {"rowCount": 0}},
            "gridProperties.rowCount",
            "The grid must have at least one row and one column.",
        ),
        (
            {"gridProperties": {"frozenRowCount": 1000}},
            "gridProperties.frozenRowCount",
            "You can't freeze all visible rows on the sheet.",
        ),
        (
            {"gridProperties": {"frozenColumnCount": 26}},
            "gridProperties.frozenColumnCount",
            "You can't freeze all visible columns on the sheet.",
        ),
    ],
)
def test_bad_sheet_properties(book: Book, properties: Json, fields: str, message: str) -> None:
    """Each impossible wish has Google's sentence."""
    body = {"properties": properties, "fields": fields}
    assert book.refused("updateSheetProperties", body) == message


@pytest.mark.parametrize(
    ("index", "order"),
    [(0, ["Sheet1", "b", "c"]), (1, ["Sheet1", "b", "c"]), (2, ["b", "Sheet1", "c"])],
)
def test_an_index_is_that_of_before_the_move(book: Book, index: int, order: list[str]) -> None:
    """To stand behind the second tab the first one goes to index 2."""
    for title in ("b", "c"):
        book.do("addSheet", {"properties": {"title": title}})
    first = book.get()["sheets"][0]["properties"]["sheetId"]
    moved = {"properties": {"sheetId": first, "index": index}, "fields": "index"}
    book.do("updateSheetProperties", moved)
    assert [sheet["properties"]["title"] for sheet in book.get()["sheets"]] == order


def test_moving_tabs_and_shrinking_grids(book: Book) -> None:
    """Indexes are renumbered; cells beyond a smaller grid are lost."""
    tab = book.do("addSheet", {"properties": {"title": "b"}})["properties"]["sheetId"]
    moved = {"properties": {"sheetId": tab, "index": 0}, "fields": "index"}
    book.do("updateSheetProperties", moved)
    assert [sheet["properties"]["title"] for sheet in book.get()["sheets"]] == ["b", "Sheet1"]
    book.put("Sheet1!A5", [["lost"]])
    small = {"properties": {"gridProperties": {"rowCount": 4, "columnCount": 2}}}
    book.do("updateSheetProperties", {**small, "fields": "gridProperties(rowCount,columnCount)"})
    large = {"properties": {"gridProperties": {"rowCount": 9}}, "fields": "gridProperties.rowCount"}
    book.do("updateSheetProperties", large)
    assert book.read("Sheet1") == []


def test_update_spreadsheet_properties(book: Book) -> None:
    """The title is the file's name; what every document has cannot be emptied."""
    body = {"properties": {"title": "Mới", "locale": "vi_VN"}, "fields": "title,locale"}
    book.do("updateSpreadsheetProperties", body)
    assert book.google.ask("GET", book.file)["name"] == "Mới"
    assert book.get()["properties"]["locale"] == "vi_VN"
    refused = book.refused("updateSpreadsheetProperties", {"fields": "title"})
    assert refused == "The title cannot be empty."
