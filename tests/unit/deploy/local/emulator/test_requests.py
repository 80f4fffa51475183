"""Every kind of batchUpdate request."""

import pytest

from deploy.local.emulator.shapes import Json, JsonValue
from tests.unit.deploy.local.emulator.conftest import Book

AREA = {"startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 2}
RED = {"red": 1}
MASK = "userEnteredValue,userEnteredFormat,note,dataValidation"


def _rows(*rows: list[Json]) -> list[Json]:
    return [{"values": list(row)} for row in rows]


def _number(number: float) -> Json:
    return {"userEnteredValue": {"numberValue": number}}


def _span(dimension: str, start: int, end: int) -> Json:
    return {"sheetId": 0, "dimension": dimension, "startIndex": start, "endIndex": end}


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
        {"updateCells": {"start": {}, "rows": _rows([_number(1)]), "fields": "userEnteredValue"}},
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
    assert again["title"] == "Copy of Sheet1 2"
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


def test_update_cells_by_start_and_range(book: Book) -> None:
    """Start touches only what is given; range clears the rest of it."""
    book.put("A1:C3", [[1, 2, 3]] * 3)
    rows = _rows([_number(7)])
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
    book.do("updateCells", {"start": {}, "rows": _rows([cell]), "fields": "*"})
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
            {"range": AREA, "rows": _rows([{}, {}, {}]), "fields": "note"},
            "Attempting to write column: 2, beyond the last requested column of: 1",
        ),
        (
            {"start": {"columnIndex": 25}, "rows": _rows([{}, {}]), "fields": "note"},
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
                "rows": _rows([{"userEnteredValue": {"formulaValue": "1"}}]),
                "fields": "*",
            },
            "formulaValue must start with '='.",
        ),
        (
            {"start": {}, "rows": _rows([{"userEnteredValue": {"errorValue": {}}}]), "fields": "*"},
            "errorValue is read-only.",
        ),
        (
            {
                "start": {},
                "rows": _rows([{"userEnteredValue": {"stringValue": "x" * 50001}}]),
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
    """Rich text and the like are refused with 501, not dropped."""
    cell = {"textFormatRuns": [{"startIndex": 1}]}
    for body in (
        {"start": {}, "rows": _rows([cell]), "fields": "note"},
        {"start": {}, "rows": _rows([{}]), "fields": "pivotTable"},
    ):
        sent = {"requests": [{"updateCells": body}]}
        assert book.google.error("POST", f"{book.path}:batchUpdate", sent)[0] == 501
    body = {"start": {}, "rows": _rows([{}]), "fields": "formattedValue"}
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
    body = {"rows": _rows([_number(1), _number(2)]), "fields": "userEnteredValue"}
    book.do("appendCells", body)
    assert book.read("Sheet1") == [["x"], ["1", "2"]]


def test_dimension_properties_and_metadata(book: Book) -> None:
    """Sizes and visibility are listed per row and column."""
    body = {"range": _span("ROWS", 1, 2), "properties": {"pixelSize": 40, "hiddenByUser": True}}
    book.do("updateDimensionProperties", {**body, "fields": "*"})
    book.do("updateDimensionProperties", {**body, "properties": {}, "fields": "hiddenByUser"})
    entry = {
        "metadataKey": "khoa",
        "location": {"dimensionRange": _span("ROWS", 1, 2)},
        "visibility": "DOCUMENT",
    }
    book.do("createDeveloperMetadata", {"developerMetadata": entry})
    data = book.get(fields="sheets.data(rowMetadata,columnMetadata)", ranges="B2:B3")
    (block,) = data["sheets"][0]["data"]
    first, second = block["rowMetadata"]
    assert (first["pixelSize"], second) == (40, {"pixelSize": 21})
    assert first["developerMetadata"][0]["metadataKey"] == "khoa"
    assert block["columnMetadata"] == [{"pixelSize": 100}]
    clear = {"range": _span("ROWS", 1, 2), "properties": {}, "fields": "pixelSize"}
    book.do("updateDimensionProperties", clear)
    assert "range.endIndex[1001]" in book.refused(
        "updateDimensionProperties", {**clear, "range": _span("ROWS", 0, 1001)}
    )


def test_append_dimension(book: Book) -> None:
    """The grid grows at its end."""
    book.do("appendDimension", {"dimension": "ROWS", "length": 2})
    book.do("appendDimension", {"dimension": "COLUMNS", "length": 1})
    assert book.sheet()["properties"]["gridProperties"] == {"rowCount": 1002, "columnCount": 27}
    assert book.refused("appendDimension", {"dimension": "ROWS"}) == (
        "length must be greater than 0."
    )
    assert book.refused("appendDimension", {"length": 1}) == "No dimension specified."


def _everything(book: Book) -> None:
    """Put one of everything that has a place on rows 3 to 4 (or columns C to D)."""
    area = {"startRowIndex": 2, "endRowIndex": 4, "startColumnIndex": 2, "endColumnIndex": 4}
    open_area = {"startRowIndex": 2, "startColumnIndex": 2}
    book.put("C3", [["giữ"]])
    book.put("A1", [["=Sheet1!C3"]])
    rule = {
        "condition": {"type": "ONE_OF_RANGE", "values": [{"userEnteredValue": "=$C$3:$D$4"}]},
        "strict": True,
    }
    book.do("setDataValidation", {"range": area, "rule": rule})
    book.do("updateCells", {"range": area, "rows": _rows([{"note": "n"}]), "fields": "note"})
    book.do("mergeCells", {"range": {**area, "startRowIndex": 3}})
    custom = {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": "=$C$3>1"}]}
    fmt = {"condition": custom, "format": {"backgroundColor": RED}}
    book.do("addConditionalFormatRule", {"rule": {"ranges": [area], "booleanRule": fmt}})
    book.do("addProtectedRange", {"protectedRange": {"range": area, "unprotectedRanges": [area]}})
    book.do("addNamedRange", {"namedRange": {"name": "Vùng", "range": open_area}})
    book.do("setBasicFilter", {"filter": {"range": area}})
    book.do("addFilterView", {"filter": {"range": area}})
    book.do("addBanding", {"bandedRange": {"range": area, "rowProperties": {}}})
    for dimension in ("ROWS", "COLUMNS"):
        book.do("addDimensionGroup", {"range": _span(dimension, 2, 4)})
        size = {"range": _span(dimension, 2, 3), "properties": {"pixelSize": 55}, "fields": "*"}
        book.do("updateDimensionProperties", size)
        place = {"dimensionRange": _span(dimension, 2, 3)}
        entry = {"metadataKey": dimension, "location": place, "visibility": "DOCUMENT"}
        book.do("createDeveloperMetadata", {"developerMetadata": entry})


def _positions(book: Book, start: str) -> JsonValue:
    shown = book.sheet()
    return [
        shown["merges"][0][start],
        shown["conditionalFormats"][0]["ranges"][0][start],
        shown["protectedRanges"][0]["range"][start],
        shown["protectedRanges"][0]["unprotectedRanges"][0][start],
        shown["basicFilter"]["range"][start],
        shown["filterViews"][0]["range"][start],
        shown["bandedRanges"][0]["range"][start],
        book.get()["namedRanges"][0]["range"][start],
    ]


@pytest.mark.parametrize("dimension", ["ROWS", "COLUMNS"])
def test_inserting_moves_everything(book: Book, dimension: str) -> None:
    """Cells, notes, rules, merges, protections, filters, groups, metadata, formulas follow."""
    _everything(book)
    book.do("insertDimension", {"range": _span(dimension, 1, 3), "inheritFromBefore": True})
    rows = dimension == "ROWS"
    corner = "C5" if rows else "E3"
    start = "startRowIndex" if rows else "startColumnIndex"
    before = 3 if rows else 2
    assert _positions(book, start) == [before + 2, *[4] * 7]
    assert book.read("A1", "FORMULA") == [[f"=Sheet1!{corner}"]]
    cell = book.cell("note,dataValidation,userEnteredValue", corner)
    assert cell["note"] == "n"
    assert cell["userEnteredValue"] == {"stringValue": "giữ"}
    moved = "=$C$5:$D$6" if rows else "=$E$3:$F$4"
    assert cell["dataValidation"]["condition"]["values"] == [{"userEnteredValue": moved}]
    shown = book.sheet()
    groups = shown["rowGroups" if rows else "columnGroups"]
    assert (groups[0]["range"]["startIndex"], groups[0]["range"]["endIndex"]) == (4, 6)
    boolean = shown["conditionalFormats"][0]["booleanRule"]
    first = "=$C$5>1" if rows else "=$E$3>1"
    assert boolean["condition"]["values"] == [{"userEnteredValue": first}]
    name = "rowMetadata" if rows else "columnMetadata"
    sizes = book.get(fields=f"sheets.data.{name}")["sheets"][0]["data"][0][name]
    assert sizes[4]["pixelSize"] == 55
    assert sizes[4]["developerMetadata"][0]["metadataKey"] == dimension


@pytest.mark.parametrize("dimension", ["ROWS", "COLUMNS"])
def test_deleting_takes_everything_along(book: Book, dimension: str) -> None:
    """What stood on deleted rows or columns is gone; open ranges stay open."""
    _everything(book)
    book.do("deleteDimension", {"range": _span(dimension, 2, 4)})
    shown = book.sheet()
    gone = {"merges", "conditionalFormats", "protectedRanges", "basicFilter"}
    gone |= {"filterViews", "bandedRanges", "rowGroups" if dimension == "ROWS" else "columnGroups"}
    assert gone.isdisjoint(shown)
    assert book.read("A1", "FORMULA") == [["=#REF!"]]
    start = "startRowIndex" if dimension == "ROWS" else "startColumnIndex"
    assert book.get()["namedRanges"][0]["range"][start] == 2


def test_deleting_part_of_a_merge_and_frozen_rows(book: Book) -> None:
    """A merge shrinks, one left with a single cell goes; frozen rows are counted down."""
    book.do("mergeCells", {"range": {**AREA, "endColumnIndex": 1}})
    freeze = {"properties": {"gridProperties": {"frozenRowCount": 2}}}
    book.do("updateSheetProperties", {**freeze, "fields": "gridProperties.frozenRowCount"})
    book.do("deleteDimension", {"range": _span("ROWS", 0, 1)})
    shown = book.sheet()
    assert "merges" not in shown
    assert shown["properties"]["gridProperties"]["frozenRowCount"] == 1
    assert "non-frozen" in book.refused("deleteDimension", {"range": _span("ROWS", 1, 999)})
    book.do("deleteDimension", {"range": _span("ROWS", 0, 1)})
    assert "frozenRowCount" not in book.sheet()["properties"]["gridProperties"]


@pytest.mark.parametrize(
    ("kind", "body", "message"),
    [
        ("insertDimension", {}, "No range specified."),
        ("insertDimension", {"range": {"startIndex": 0}}, "No dimension specified."),
        (
            "insertDimension",
            {"range": _span("ROWS", 2, 2)},
            "Invalid range: startIndex 2 must be at least 0 and below endIndex 2.",
        ),
        (
            "insertDimension",
            {"range": _span("ROWS", 0, 1), "inheritFromBefore": True},
            "inheritFromBefore cannot be true if inserting at index 0.",
        ),
        (
            "insertDimension",
            {"range": _span("ROWS", 1001, 1002)},
            "range.startIndex[1001] is greater than the grid's 1000.",
        ),
        (
            "deleteDimension",
            {"range": _span("ROWS", 1000, 1001)},
            (
                "Cannot delete a row that doesn't exist. Tried to delete row index 1000 but there "
                "are only 1000 rows."
            ),
        ),
        (
            "deleteDimension",
            {"range": {"sheetId": 0, "dimension": "COLUMNS"}},
            "You can't delete all the columns on the sheet.",
        ),
        (
            "moveDimension",
            {"source": _span("ROWS", 0, 2), "destinationIndex": 1},
            "destinationIndex cannot be inside the source range.",
        ),
        (
            "moveDimension",
            {"source": _span("ROWS", 0, 2), "destinationIndex": 1001},
            "destinationIndex 1001 is out of bounds.",
        ),
    ],
)
def test_bad_dimension_requests(book: Book, kind: str, body: Json, message: str) -> None:
    """Each impossible change of rows or columns has its sentence."""
    assert book.refused(kind, body) == message


@pytest.mark.parametrize(
    ("start", "end", "target", "expected"),
    [
        (0, 1, 3, ["b", "c", "a", "d"]),
        (2, 4, 0, ["c", "d", "a", "b"]),
        (1, 2, 1, ["a", "b", "c", "d"]),
    ],
)
def test_move_dimension(book: Book, start: int, end: int, target: int, expected: list[str]) -> None:
    """Rows go in front of the target, formulas follow them."""
    book.put("A1:B4", [["a", "=A1"], ["b", "=A2"], ["c", "=A3"], ["d", "=A4"]])
    body = {"source": _span("ROWS", start, end), "destinationIndex": target}
    book.do("moveDimension", body)
    assert book.read("A1:B4") == [[letter, letter] for letter in expected]


def test_auto_resize(book: Book) -> None:
    """Sizes come from the longest text."""
    book.put("A1", [["x" * 100 + "\ny"]])
    book.do("autoResizeDimensions", {"dimensions": _span("COLUMNS", 0, 1)})
    book.do("autoResizeDimensions", {"dimensions": _span("ROWS", 0, 1)})
    data = book.get(fields="sheets.data(rowMetadata,columnMetadata)", ranges="A1")
    (block,) = data["sheets"][0]["data"]
    assert block["columnMetadata"][0]["pixelSize"] == 811
    assert block["rowMetadata"][0]["pixelSize"] == 42


def test_nested_groups(book: Book) -> None:
    """A group around another pushes it down; the deepest goes first."""
    book.do("addDimensionGroup", {"range": _span("ROWS", 1, 3)})
    both = book.do("addDimensionGroup", {"range": _span("ROWS", 0, 5)})["dimensionGroups"]
    assert [group["depth"] for group in both] == [1, 2]
    inner = book.do("addDimensionGroup", {"range": _span("ROWS", 1, 2)})["dimensionGroups"]
    assert [group["depth"] for group in inner] == [1, 2, 3]
    left = book.do("deleteDimensionGroup", {"range": _span("ROWS", 1, 2)})["dimensionGroups"]
    assert len(left) == 2
    assert "no group" in book.refused("deleteDimensionGroup", {"range": _span("ROWS", 8, 9)})


def test_merging_keeps_the_top_left_value(book: Book) -> None:
    """Merging by columns makes one merge each; a partly covered merge is refused."""
    book.put("A1:B2", [[1, 2], [3, 4]])
    book.do("mergeCells", {"range": AREA, "mergeType": "MERGE_COLUMNS"})
    assert book.read("A1:B2") == [["1", "2"]]
    assert len(book.sheet()["merges"]) == 2
    part = {"startRowIndex": 0, "endRowIndex": 1}
    for kind in ("mergeCells", "unmergeCells"):
        assert book.refused(kind, {"range": part}).startswith("You must select all cells")


def test_data_validation_is_set_and_cleared(book: Book) -> None:
    """A rule reads back; a request without one clears it."""
    rule = {"condition": {"type": "BOOLEAN"}, "strict": True}
    book.do("setDataValidation", {"range": AREA, "rule": rule})
    assert book.cell("dataValidation", "B2") == {"dataValidation": rule}
    book.do("setDataValidation", {"range": AREA})
    assert book.cells("dataValidation") == []


def test_conditional_formats(book: Book) -> None:
    """Rules are added, replaced, moved and deleted by index."""

    def rule(color: Json) -> Json:
        look = {"condition": {"type": "NOT_BLANK"}, "format": {"backgroundColor": color}}
        return {"ranges": [{**AREA, "sheetId": 0}], "booleanRule": look}

    book.do("addConditionalFormatRule", {"rule": rule(RED)})
    book.do("addConditionalFormatRule", {"rule": rule({"green": 1}), "index": 1})
    moved = book.do("updateConditionalFormatRule", {"index": 1, "newIndex": 0})
    assert (moved["oldIndex"], moved["newIndex"]) == (1, 0)
    changed = book.do("updateConditionalFormatRule", {"index": 0, "rule": rule({"blue": 1})})
    colour = changed["newRule"]["booleanRule"]["format"]["backgroundColor"]
    assert colour == {"blue": 1}
    book.do("deleteConditionalFormatRule", {"index": 0})
    assert len(book.sheet()["conditionalFormats"]) == 1
    tab = book.do("addSheet", {})["properties"]["sheetId"]
    two = {**rule(RED), "ranges": [AREA, {"sheetId": tab}]}
    for kind, body in (
        ("addConditionalFormatRule", {"rule": {}}),
        ("addConditionalFormatRule", {"rule": {"ranges": [AREA]}}),
        ("addConditionalFormatRule", {"rule": two}),
        ("addConditionalFormatRule", {"rule": rule(RED), "index": 9}),
        ("updateConditionalFormatRule", {"index": 0, "newIndex": 9}),
        ("deleteConditionalFormatRule", {"index": 9}),
    ):
        assert book.refused(kind, body), kind


def test_developer_metadata(book: Book) -> None:
    """Entries are created, found, changed and deleted."""

    def entry(location: Json, key: str = "k", **more: JsonValue) -> Json:
        return {"metadataKey": key, "location": location, "visibility": "PROJECT", **more}

    def add(wanted: Json) -> Json:
        reply = book.do("createDeveloperMetadata", {"developerMetadata": wanted})
        added: Json = reply["developerMetadata"]
        return added

    add(entry({"spreadsheet": True}, metadataValue="v"))
    on_sheet = add(entry({"sheetId": 0}, "tab"))
    add(entry({"dimensionRange": _span("COLUMNS", 0, 1)}, "col", metadataId=77))
    assert book.get()["developerMetadata"][0]["metadataValue"] == "v"
    assert book.sheet()["developerMetadata"] == [on_sheet]
    path = f"{book.path}/developerMetadata"
    assert book.google.ask("GET", f"{path}/77")["location"]["locationType"] == "COLUMN"
    assert book.google.error("GET", f"{path}/78")[0] == 404

    def found(**lookup: JsonValue) -> list[str]:
        filters = {"dataFilters": [{"developerMetadataLookup": lookup}]}
        answer = book.google.ask("POST", f"{path}:search", filters)
        matched = answer.get("matchedDeveloperMetadata", [])
        return [one["developerMetadata"]["metadataKey"] for one in matched]

    assert found(metadataKey="tab") == ["tab"]
    assert found(locationType="COLUMN") == ["col"]
    assert found(metadataLocation={"spreadsheet": True}) == ["k"]
    assert found(metadataLocation={"sheetId": 0}) == ["tab"]
    assert found(metadataLocation={"dimensionRange": _span("COLUMNS", 0, 1)}) == ["col"]
    assert found(metadataKey="none") == []
    for data_filter in (
        {"a1Range": "A1"},
        {"developerMetadataLookup": {"locationMatchingStrategy": "INTERSECTING_LOCATION"}},
    ):
        body = {"dataFilters": [data_filter]}
        assert book.google.error("POST", f"{path}:search", body)[0] == 501
    chosen = {"developerMetadataLookup": {"metadataId": 77}}
    update = {"dataFilters": [chosen], "developerMetadata": {"metadataValue": "new"}}
    reply = book.do("updateDeveloperMetadata", {**update, "fields": "metadataValue"})
    assert reply["developerMetadata"][0]["metadataValue"] == "new"
    deleted = book.do("deleteDeveloperMetadata", {"dataFilter": chosen})
    assert len(deleted["deletedDeveloperMetadata"]) == 1
    assert book.do("deleteDeveloperMetadata", {"dataFilter": chosen}) == {}
    assert "No developer" in book.refused("updateDeveloperMetadata", {**update, "fields": "*"})
    for wanted in (
        {},
        {"metadataKey": "k"},
        {"metadataKey": "k", "visibility": "DOCUMENT"},
        entry({"dimensionRange": _span("ROWS", 0, 2)}),
        entry({"sheetId": 0}, metadataId=on_sheet["metadataId"]),
    ):
        assert book.refused("createDeveloperMetadata", {"developerMetadata": wanted})


def test_named_ranges(book: Book) -> None:
    """Names are checked, changed and deleted; formulas understand them."""
    book.put("A1:B2", [[1, 2], [3, 4]])
    added = book.do("addNamedRange", {"namedRange": {"name": "Tổng", "range": AREA}})["namedRange"]
    book.put("D1", [["=SUM(Tổng)"]])
    assert book.read("D1") == [["10"]]
    assert book.read("Tổng") == [["1", "2"], ["3", "4"]]
    other = {**added, "name": "Khác", "range": {**AREA, "endRowIndex": 1, "sheetId": 0}}
    book.do("updateNamedRange", {"namedRange": other, "fields": "*"})
    assert book.read("Sheet1!Khác") == [["1", "2"]]
    assert book.read("D1") == [["#NAME?"]]
    for body in (
        {"name": "A1", "range": AREA},
        {"name": "R1C1", "range": AREA},
        {"name": "", "range": AREA},
        {"name": "Khác", "range": AREA},
        {"name": "Mới", "range": AREA, "namedRangeId": added["namedRangeId"]},
        {"name": "Mới"},
    ):
        assert book.refused("addNamedRange", {"namedRange": body})
    book.do("deleteNamedRange", {"namedRangeId": added["namedRangeId"]})
    assert "No named range" in book.refused("deleteNamedRange", {"namedRangeId": "1"})


def test_filters(book: Book) -> None:
    """Basic filters and filter views are kept, changed and removed."""
    specs = [{"dimensionIndex": 1, "sortOrder": "ASCENDING"}]
    book.do("setBasicFilter", {"filter": {"range": {"sheetId": 0}, "sortSpecs": specs}})
    shown = book.sheet()["basicFilter"]
    assert (shown["range"]["endRowIndex"], shown["sortSpecs"]) == (1000, specs)
    book.do("clearBasicFilter", {"sheetId": 0})
    assert "basicFilter" not in book.sheet()
    added = book.do("addFilterView", {"filter": {"range": AREA}})["filter"]
    assert added["title"] == "Filter 1"
    number = added["filterViewId"]
    assert "exists" in book.refused("addFilterView", {"filter": {**added}})
    update = {"filter": {"filterViewId": number, "title": "Của tôi"}, "fields": "title"}
    book.do("updateFilterView", update)
    assert book.sheet()["filterViews"][0]["title"] == "Của tôi"
    book.do("deleteFilterView", {"filterId": number})
    assert "No filter view" in book.refused("deleteFilterView", {"filterId": number})


def test_banding(book: Book) -> None:
    """Alternating colours do not overlap."""
    colours = {"rowProperties": {"firstBandColor": RED}, "columnProperties": {}}
    added = book.do("addBanding", {"bandedRange": {"range": AREA, **colours}})["bandedRange"]
    assert added["rowProperties"]["firstBandColorStyle"] == {"rgbColor": RED}
    assert "alternating" in book.refused("addBanding", {"bandedRange": {"range": AREA}})
    body = {"bandedRangeId": added["bandedRangeId"]}
    book.do("deleteBanding", body)
    assert "No banding" in book.refused("deleteBanding", body)


def test_sorting(book: Book) -> None:
    """Numbers, texts, booleans, errors; blanks stay last in both directions."""
    book.put("A1:B6", [["b", 1], ["", 2], [3, 3], [True, 4], ["=1/0", 5], ["a", "=B1"]])
    area = {"startRowIndex": 0, "endRowIndex": 6, "startColumnIndex": 0, "endColumnIndex": 2}
    book.do("sortRange", {"range": area, "sortSpecs": [{"sortOrder": "ASCENDING"}]})
    assert [row[0] for row in book.read("A1:A6")] == ["3", "a", "b", "TRUE", "#DIV/0!"]
    book.do("sortRange", {"range": area, "sortSpecs": [{"sortOrder": "DESCENDING"}]})
    assert [row[0] for row in book.read("A1:A6")] == ["#DIV/0!", "TRUE", "b", "a", "3"]
    same = {"range": {**AREA, "endRowIndex": 1}, "sortSpecs": [{"dimensionIndex": 0}]}
    assert book.do("sortRange", same) == {}
    assert "empty" in book.refused("sortRange", {"range": area})
    outside = {"range": area, "sortSpecs": [{"dimensionIndex": 9}]}
    assert "outside" in book.refused("sortRange", outside)


def test_copy_paste(book: Book) -> None:
    """Copies repeat while they fit; formulas follow; pasteType chooses what goes along."""
    book.put("A1:B1", [[1, "=A1+1"]])
    one = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 2}
    down = {**one, "startRowIndex": 1, "endRowIndex": 3}
    book.do("copyPaste", {"source": one, "destination": down})
    assert book.read("A2:B3", "FORMULA") == [[1, "=A2+1"], [1, "=A3+1"]]
    beside = {**one, "startColumnIndex": 3, "endColumnIndex": 5}
    body = {"source": one, "destination": beside, "pasteType": "PASTE_VALUES"}
    book.do("copyPaste", body)
    assert book.read("D1:E1", "FORMULA") == [[1, 2]]
    for more in ({"pasteType": "PASTE_CONDITIONAL_FORMATTING"}, {"pasteOrientation": "TRANSPOSE"}):
        assert "does not support" in book.refused("copyPaste", {**body, **more})


def test_cut_paste(book: Book) -> None:
    """A cut empties the source, and formulas elsewhere follow the cells."""
    tab = book.do("addSheet", {"properties": {"title": "Đích"}})["properties"]["sheetId"]
    book.put("A1:C1", [[5, "=A1*2", "=SUM(A:A)"]])
    one = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 1}
    book.do("cutPaste", {"source": one, "destination": {"sheetId": tab, "rowIndex": 2}})
    assert book.read("Đích!A3") == [["5"]]
    assert book.read("A1:C1", "FORMULA") == [["", "=Đích!A3*2", "=SUM(A:A)"]]
    assert book.read("B1") == [["10"]]
    bad = {"source": one, "destination": {}, "pasteType": "PASTE_CONDITIONAL_FORMATTING"}
    assert "does not support" in book.refused("cutPaste", bad)


def test_find_replace(book: Book) -> None:
    """Text is replaced in values and, on request, in formulas; the counts say where."""
    book.put("A1:A5", [["an an"], ["An"], ['=A1&"an"'], [True], [12]])
    reply = book.do("findReplace", {"find": "an", "replacement": "x$1", "allSheets": True})
    assert reply == {
        "valuesChanged": 2,
        "rowsChanged": 2,
        "sheetsChanged": 1,
        "occurrencesChanged": 3,
    }
    body = {"find": "an", "replacement": "y", "includeFormulas": True, "sheetId": 0}
    assert book.do("findReplace", body)["formulasChanged"] == 1
    exact = {"find": "(1)(2)", "replacement": "$2$1", "searchByRegex": True, "range": AREA}
    assert book.do("findReplace", exact) == {}
    whole = {**exact, "range": {"endRowIndex": 5}, "matchEntireCell": True, "matchCase": True}
    book.do("findReplace", whole)
    assert book.read("A5", "UNFORMATTED_VALUE") == [[21]]
    assert "empty" in book.refused("findReplace", {"allSheets": True})
    assert "regular" in book.refused("findReplace", {**exact, "find": "("})


def test_borders(book: Book) -> None:
    """Outer and inner lines are set; NONE takes them away; the others stay."""
    line = {"style": "SOLID", "color": RED}
    book.do("updateBorders", {"range": AREA, "top": line, "innerVertical": line})
    borders = book.cell("userEnteredFormat.borders")["userEnteredFormat"]["borders"]
    assert set(borders) == {"top", "right"}
    none = {"style": "NONE"}
    book.do("updateBorders", {"range": AREA, "top": none, "innerVertical": none})
    assert book.cell("userEnteredFormat") == {}


def test_kinds_the_server_lacks_are_501(book: Book) -> None:
    """A kind Google has and the server lacks is never a silent success."""
    sent = {"requests": [{"addChart": {}}]}
    status, message = book.google.error("POST", f"{book.path}:batchUpdate", sent)
    assert (status, message) == (
        501,
        "The local server does not implement requests[0].addChart.",
    )
    for requests in ([], [{}], [{"addSheet": {}, "deleteSheet": {}}]):
        body = {"requests": requests}
        assert book.google.error("POST", f"{book.path}:batchUpdate", body)[0] == 400


def test_batches_can_answer_with_the_document(book: Book) -> None:
    """The updated document comes along, with the ranges asked for."""
    body = {
        "requests": [{"addSheet": {"properties": {"title": "x"}}}],
        "includeSpreadsheetInResponse": True,
        "responseIncludeGridData": True,
        "responseRanges": ["x!A1"],
    }
    answer = book.google.ask("POST", f"{book.path}:batchUpdate", body)
    assert [s["properties"]["title"] for s in answer["updatedSpreadsheet"]["sheets"]] == ["x"]
    assert "data" in answer["updatedSpreadsheet"]["sheets"][0]
    body = {"requests": [{"addSheet": {}}], "includeSpreadsheetInResponse": True}
    answer = book.google.ask("POST", f"{book.path}:batchUpdate", body)
    assert len(answer["updatedSpreadsheet"]["sheets"]) == 3
