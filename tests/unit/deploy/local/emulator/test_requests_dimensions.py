"""Requests about rows and columns."""

import pytest

from deploy.local.emulator.shapes import Json, JsonValue
from tests.unit.deploy.local.emulator.conftest import Book
from tests.unit.deploy.local.emulator.pieces import AREA, RED, rows_of, span


def test_dimension_properties_and_metadata(book: Book) -> None:
    """Sizes and visibility are listed per row and column."""
    body = {"range": span("ROWS", 1, 2), "properties": {"pixelSize": 40, "hiddenByUser": True}}
    book.do("updateDimensionProperties", {**body, "fields": "*"})
    book.do("updateDimensionProperties", {**body, "properties": {}, "fields": "hiddenByUser"})
    entry = {
        "metadataKey": "khoa",
        "location": {"dimensionRange": span("ROWS", 1, 2)},
        "visibility": "DOCUMENT",
    }
    book.do("createDeveloperMetadata", {"developerMetadata": entry})
    data = book.get(fields="sheets.data(rowMetadata,columnMetadata)", ranges="B2:B3")
    (block,) = data["sheets"][0]["data"]
    first, second = block["rowMetadata"]
    assert (first["pixelSize"], second) == (40, {"pixelSize": 21})
    assert first["developerMetadata"][0]["metadataKey"] == "khoa"
    assert block["columnMetadata"] == [{"pixelSize": 100}]
    clear = {"range": span("ROWS", 1, 2), "properties": {}, "fields": "pixelSize"}
    book.do("updateDimensionProperties", clear)
    assert "range.endIndex[1001]" in book.refused(
        "updateDimensionProperties", {**clear, "range": span("ROWS", 0, 1001)}
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
    book.do("updateCells", {"range": area, "rows": rows_of([{"note": "n"}]), "fields": "note"})
    book.do("mergeCells", {"range": {**area, "startRowIndex": 3}})
    custom = {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": "=$C$3>1"}]}
    fmt = {"condition": custom, "format": {"backgroundColor": RED}}
    book.do("addConditionalFormatRule", {"rule": {"ranges": [area], "booleanRule": fmt}})
    book.do("addProtectedRange", {"protectedRange": {"range": area, "unprotectedRanges": [area]}})
    book.do("addNamedRange", {"namedRange": {"name": "Vùng", "range": open_area}})
    book.do("setBasicFilter", {"filter": {"range": area}})
    book.do("addFilterView", {"filter": {"range": area}})
    bands = {"firstBandColor": RED, "secondBandColor": {}}
    book.do("addBanding", {"bandedRange": {"range": area, "rowProperties": bands}})
    for dimension in ("ROWS", "COLUMNS"):
        book.do("addDimensionGroup", {"range": span(dimension, 2, 4)})
        size = {"range": span(dimension, 2, 3), "properties": {"pixelSize": 55}, "fields": "*"}
        book.do("updateDimensionProperties", size)
        place = {"dimensionRange": span(dimension, 2, 3)}
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
    book.do("insertDimension", {"range": span(dimension, 1, 3), "inheritFromBefore": True})
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
    book.do("deleteDimension", {"range": span(dimension, 2, 4)})
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
    book.do("deleteDimension", {"range": span("ROWS", 0, 1)})
    shown = book.sheet()
    assert "merges" not in shown
    assert shown["properties"]["gridProperties"]["frozenRowCount"] == 1
    assert "non-frozen" in book.refused("deleteDimension", {"range": span("ROWS", 1, 999)})
    book.do("deleteDimension", {"range": span("ROWS", 0, 1)})
    assert "frozenRowCount" not in book.sheet()["properties"]["gridProperties"]


@pytest.mark.parametrize(
    ("kind", "body", "message"),
    [
        ("insertDimension", {}, "No range specified."),
        ("insertDimension", {"range": {"startIndex": 0}}, "No dimension specified."),
        (
            "insertDimension",
            {"range": span("ROWS", 2, 2)},
            "Invalid range: startIndex 2 must be at least 0 and below endIndex 2.",
        ),
        (
            "insertDimension",
            {"range": span("ROWS", 0, 1), "inheritFromBefore": True},
            "inheritFromBefore cannot be true if inserting at index 0.",
        ),
        (
            "insertDimension",
            {"range": span("ROWS", 1001, 1002)},
            "range.startIndex[1001] is greater than the grid's 1000.",
        ),
        (
            "deleteDimension",
            {"range": span("ROWS", 1000, 1001)},
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
            {"source": span("ROWS", 0, 2), "destinationIndex": 1},
            "destinationIndex cannot be inside the source range.",
        ),
        (
            "moveDimension",
            {"source": span("ROWS", 0, 2), "destinationIndex": 1001},
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
    body = {"source": span("ROWS", start, end), "destinationIndex": target}
    book.do("moveDimension", body)
    assert book.read("A1:B4") == [[letter, letter] for letter in expected]


def test_auto_resize(book: Book) -> None:
    """Sizes come from the longest text."""
    book.put("A1", [["x" * 100 + "\ny"]])
    book.do("autoResizeDimensions", {"dimensions": span("COLUMNS", 0, 1)})
    book.do("autoResizeDimensions", {"dimensions": span("ROWS", 0, 1)})
    data = book.get(fields="sheets.data(rowMetadata,columnMetadata)", ranges="A1")
    (block,) = data["sheets"][0]["data"]
    assert block["columnMetadata"][0]["pixelSize"] == 811
    assert block["rowMetadata"][0]["pixelSize"] == 42


def test_nested_groups(book: Book) -> None:
    """A group around another pushes it down; the deepest goes first."""
    book.do("addDimensionGroup", {"range": span("ROWS", 1, 3)})
    both = book.do("addDimensionGroup", {"range": span("ROWS", 0, 5)})["dimensionGroups"]
    assert [group["depth"] for group in both] == [1, 2]
    inner = book.do("addDimensionGroup", {"range": span("ROWS", 1, 2)})["dimensionGroups"]
    assert [group["depth"] for group in inner] == [1, 2, 3]
    left = book.do("deleteDimensionGroup", {"range": span("ROWS", 1, 2)})["dimensionGroups"]
    assert len(left) == 2
    assert "no group" in book.refused("deleteDimensionGroup", {"range": span("ROWS", 8, 9)})
