"""Requests that cut into a tab: ranges, series, splitting, trimming, shuffling, pasting."""

import pytest

from deploy.local.emulator.shapes import Json, JsonValue
from tests.unit.deploy.local.emulator.conftest import Book
from tests.unit.deploy.local.emulator.pieces import RED

RULE = {"condition": {"type": "BOOLEAN"}}


def area(top: int, bottom: int, left: int, right: int, **more: int) -> Json:
    """Return a GridRange on the first tab."""
    return {
        "startRowIndex": top,
        "endRowIndex": bottom,
        "startColumnIndex": left,
        "endColumnIndex": right,
        **more,
    }


def size(book: Book) -> tuple[int, int]:
    """Return rows and columns of the first tab."""
    grid = book.sheet()["properties"]["gridProperties"]
    return grid["rowCount"], grid["columnCount"]


def shrink(book: Book, rows: int, columns: int) -> None:
    """Set the size of the first tab."""
    sizes = {"properties": {"gridProperties": {"rowCount": rows, "columnCount": columns}}}
    book.do("updateSheetProperties", {**sizes, "fields": "gridProperties(rowCount,columnCount)"})


def status(book: Book, kind: str, body: JsonValue) -> int:
    """Return the status of a request that fails."""
    sent = {"requests": [{kind: body}]}
    code: int = book.google.error("POST", f"{book.path}:batchUpdate", sent)[0]
    return code


def test_insert_range_shifts_down(book: Book) -> None:
    """Cells below move with all they carry; references inside the columns follow."""
    book.put("A1:C3", [[1, "x", "=A2"], [2, "y", "=SUM(A1:A3)"], [3, "z", "=SUM(A1:B3)"]])
    book.do("setDataValidation", {"range": area(1, 2, 0, 1), "rule": RULE})
    note = {"cell": {"note": "n"}, "fields": "note", "range": area(1, 2, 0, 1)}
    book.do("repeatCell", note)
    book.do("mergeCells", {"range": area(4, 6, 0, 1)})
    book.do("addNamedRange", {"namedRange": {"name": "spot", "range": area(1, 2, 0, 1)}})
    book.do("insertRange", {"range": area(1, 3, 0, 1), "shiftDimension": "ROWS"})
    assert book.read("A1:C5", "FORMULA") == [
        [1, "x", "=A4"],
        ["", "y", "=SUM(A1:A5)"],
        ["", "z", "=SUM(A1:B3)"],
        [2],
        [3],
    ]
    assert book.cell("note,dataValidation", "A4") == {"note": "n", "dataValidation": RULE}
    assert book.sheet()["merges"] == [area(6, 8, 0, 1)]
    assert book.get()["namedRanges"][0]["range"] == area(3, 4, 0, 1)
    assert size(book) == (1000, 26)


def test_insert_range_shifts_right_and_grows(book: Book) -> None:
    """Cells that would be pushed over the edge enlarge the grid; formats alone are lost."""
    shrink(book, 3, 3)
    book.put("A1:C2", [[1, 2, 3], [4, "=C1", "=$B$1"]])
    look = {"cell": {"userEnteredFormat": {"backgroundColor": RED}}, "fields": "userEnteredFormat"}
    book.do("repeatCell", {**look, "range": area(2, 3, 2, 3)})
    book.do("insertRange", {"range": area(0, 1, 1, 2), "shiftDimension": "COLUMNS"})
    assert size(book) == (3, 4)
    assert book.read("A1:D2", "FORMULA") == [[1, "", 2, 3], [4, "=D1", "=$C$1"]]
    book.do("insertRange", {"range": area(2, 3, 0, 2), "shiftDimension": "COLUMNS"})
    assert size(book) == (3, 4)
    assert book.cell("userEnteredFormat", "D3") == {}
    book.do("insertRange", {"range": area(1, 2, 0, 1), "shiftDimension": "ROWS"})
    assert size(book) == (3, 4)
    assert book.read("A3") == [["4"]]


def test_delete_range(book: Book) -> None:
    """Cells from below or from the right close the gap; lost references are #REF!."""
    book.put("A1:C3", [[1, 2, "=A2"], [3, 4, "=A3"], [5, 6, "=SUM(A1:A3)"]])
    book.do("mergeCells", {"range": area(1, 2, 0, 2)})
    book.do("deleteRange", {"range": area(1, 2, 0, 2), "shiftDimension": "ROWS"})
    assert book.read("A1:C3", "FORMULA") == [
        [1, 2, "=#REF!"],
        [5, 6, "=A2"],
        ["", "", "=SUM(A1:A2)"],
    ]
    assert "merges" not in book.sheet()
    assert size(book) == (1000, 26)
    book.do("deleteRange", {"range": area(0, 1, 0, 1), "shiftDimension": "COLUMNS"})
    assert book.read("A1:C2", "FORMULA") == [[2, "=#REF!"], [5, 6, "=A2"]]


def test_ranges_beside_the_band_stay(book: Book) -> None:
    """Merges, protections and filters outside of what shifts stay where they are."""
    book.do("mergeCells", {"range": area(0, 2, 2, 3)})
    book.do("mergeCells", {"range": area(5, 6, 0, 2)})
    wide, inside = area(0, 9, 0, 9), area(4, 5, 0, 1)
    for place in (wide, inside):
        book.do("addProtectedRange", {"protectedRange": {"range": place}})
    book.do("deleteRange", {"range": area(1, 3, 0, 2), "shiftDimension": "ROWS"})
    sheet = book.sheet()
    assert sheet["merges"] == [area(0, 2, 2, 3), area(3, 4, 0, 2)]
    assert [one["range"] for one in sheet["protectedRanges"]] == [wide, area(2, 3, 0, 1)]


@pytest.mark.parametrize("kind", ["insertRange", "deleteRange"])
def test_bad_ranges(book: Book, kind: str) -> None:
    """A dimension and a place inside the grid are needed; merges are not torn apart."""
    assert book.refused(kind, {"range": area(0, 1, 0, 1)}) == "No dimension specified."
    assert book.refused(kind, {"shiftDimension": "ROWS"}) == "No range specified."
    beyond = {"range": area(999, 1001, 0, 1), "shiftDimension": "ROWS"}
    assert "exceeds grid limits" in book.refused(kind, beyond)
    book.do("mergeCells", {"range": area(4, 6, 0, 2)})
    for place, dimension in ((area(1, 2, 0, 1), "ROWS"), (area(5, 6, 0, 2), "ROWS")):
        body = {"range": place, "shiftDimension": dimension}
        assert "tear merged cells apart" in book.refused(kind, body)


def test_trim_whitespace(book: Book) -> None:
    """Texts lose outer and double spaces and stay texts; other cells are not touched."""
    values = [["  a   b "], ["\tx\n"], ["ok"], ["   "], [7], ['=" p "'], [" =1"]]
    book.put("A1:A7", values[:5], "RAW")
    book.put("A6", [values[5][:1]])
    book.put("A7", [[" =1"]], "RAW")
    reply = book.do("trimWhitespace", {"range": area(0, 7, 0, 1)})
    assert reply == {"cellsChangedCount": 4}
    found = book.read("A1:A7", "FORMULA")
    assert found == [["a b"], ["x"], ["ok"], [], [7], ['=" p "'], ["=1"]]
    assert book.cell("userEnteredValue", "A7")["userEnteredValue"] == {"stringValue": "=1"}
    assert book.do("trimWhitespace", {"range": area(0, 7, 0, 1)}) == {}


def test_delete_duplicates(book: Book) -> None:
    """The first row of each kind stays; the rest moves up inside the range only."""
    rows = [["a", 1, "k1"], ["A", 1, "k2"], ["b", "=1+1", "k3"], ["B", 2, "k4"], ["a", 2, "k5"]]
    book.put("A1:C5", rows)
    reply = book.do("deleteDuplicates", {"range": area(0, 5, 0, 2)})
    assert reply == {"duplicatesRemovedCount": 2}
    assert book.read("A1:C5") == [
        ["a", "1", "k1"],
        ["b", "2", "k2"],
        ["a", "2", "k3"],
        ["", "", "k4"],
        ["", "", "k5"],
    ]
    first = [{"dimension": "COLUMNS", "startIndex": 0, "endIndex": 1}]
    body = {"range": area(0, 3, 0, 3), "comparisonColumns": first}
    assert book.do("deleteDuplicates", body) == {"duplicatesRemovedCount": 1}
    assert book.do("deleteDuplicates", body | {"range": area(0, 2, 0, 3)}) == {}
    for wrong in (
        [{"dimension": "COLUMNS", "startIndex": 3, "endIndex": 4}],
        [{"dimension": "ROWS", "startIndex": 0, "endIndex": 1}],
    ):
        bad = {**body, "comparisonColumns": wrong}
        assert "inside the range" in book.refused("deleteDuplicates", bad)


def test_randomize_range(book: Book) -> None:
    """Rows stay whole, formulas follow, nothing is lost."""
    book.put("A1:B20", [[number, f"=A{number + 1}*2"] for number in range(20)])
    book.do("randomizeRange", {"range": area(0, 20, 0, 2)})
    rows = book.read("A1:B20", "UNFORMATTED_VALUE")
    assert sorted(row[0] for row in rows) == list(range(20))
    assert all(row[1] == row[0] * 2 for row in rows)
    book.do("mergeCells", {"range": area(3, 5, 1, 2)})
    for kind in ("randomizeRange", "deleteDuplicates"):
        assert book.refused(kind, {"range": area(0, 9, 0, 2)}) == (
            "You can't sort a range containing vertical merges. There is a vertical merge at B4:B5"
        )


@pytest.mark.parametrize(
    ("text", "more", "expected"),
    [
        ("a,b,3", {"delimiterType": "COMMA"}, ["a", "b", 3]),
        ("a;;c", {"delimiterType": "SEMICOLON"}, ["a", "", "c"]),
        ("a.b", {"delimiterType": "PERIOD"}, ["a", "b"]),
        ("a b", {"delimiterType": "SPACE"}, ["a", "b"]),
        ("a--b", {"delimiterType": "CUSTOM", "delimiter": "--"}, ["a", "b"]),
        ("x;y", {"delimiterType": "AUTODETECT"}, ["x", "y"]),
        ("xy", {"delimiterType": "AUTODETECT"}, ["xy"]),
        ("2026-01-02,x", {"delimiterType": "COMMA"}, [46024, "x"]),
    ],
)
def test_text_to_columns(book: Book, text: str, more: Json, expected: list[JsonValue]) -> None:
    """Texts are split at the delimiter and the pieces typed into the cells to the right."""
    book.put("A1", [[text]], "RAW")
    book.do("textToColumns", {"source": area(0, 1, 0, 1), **more})
    assert book.read("A1:D1", "UNFORMATTED_VALUE") == [expected]


def test_text_to_columns_overwrites_and_grows(book: Book) -> None:
    """Cells without the delimiter keep their neighbours; columns are added at the edge."""
    shrink(book, 3, 2)
    book.put("A1:B3", [["a,b,c", "old"], ["none", "kept"], ['="x,y"', "kept"]])
    book.do("textToColumns", {"source": area(0, 3, 0, 1), "delimiterType": "COMMA"})
    assert book.read("A1:C3") == [["a", "b", "c"], ["none", "kept"], ["x,y", "kept"]]
    assert size(book) == (3, 3)
    source = {"source": area(0, 3, 0, 1)}
    assert "exactly one column" in book.refused("textToColumns", {"source": area(0, 3, 0, 2)})
    assert book.refused("textToColumns", source) == "No delimiterType specified."
    custom = {**source, "delimiterType": "CUSTOM"}
    assert "delimiter must be" in book.refused("textToColumns", custom)


def test_paste_data(book: Book) -> None:
    """Delimited text is typed into cells, quotes understood, the grid enlarged."""
    shrink(book, 2, 2)
    data = 'a,"b,\nc"\n1,2026-01-02,=1+1\n,z'
    place = {"rowIndex": 1, "columnIndex": 1}
    book.put("B2", [["old"]])
    body = {"coordinate": place, "data": data, "delimiter": ",", "type": "PASTE_NORMAL"}
    book.do("pasteData", body)
    assert book.read("B2:D4", "UNFORMATTED_VALUE") == [["a", "b,\nc"], [1, 46024, 2], ["", "z"]]
    assert size(book) == (4, 4)
    book.do("pasteData", {"data": "1||2\n3", "delimiter": "||"})
    assert book.read("A1:B2") == [["1", "2"], ["3", "a"]]
    assert book.do("pasteData", {"data": "", "delimiter": ","}) == {}
    assert "delimiter" in book.refused("pasteData", {"data": "x"})
    assert "exceeds" in book.refused("pasteData", {**body, "coordinate": {"rowIndex": 9}})
    assert status(book, "pasteData", {"data": "<b>x</b>", "html": True}) == 501
    assert status(book, "pasteData", {**body, "type": "PASTE_FORMAT"}) == 501


@pytest.mark.parametrize(
    ("given", "alternate", "expected"),
    [
        ([1, 2], False, [3, 4]),
        ([0.1, 0.2], False, [0.3, 0.4]),
        ([5], False, [5, 5]),
        ([5], True, [6, 7]),
        ([1, 2], True, [1, 2]),
        ([True], False, [True, True]),
        (["x", "y"], False, ["x", "y"]),
        (["Item 9"], False, ["Item 10", "Item 11"]),
        (["Item 1", "Item 3"], False, ["Item 5", "Item 7"]),
        (["A007"], False, ["A008", "A009"]),
        (["Item 9"], True, ["Item 9", "Item 9"]),
        (["Friday"], False, ["Saturday", "Sunday"]),
        (["sun"], False, ["mon", "tue"]),
        (["OCT", "DEC"], False, ["FEB", "APR"]),
        (["May", "Jun"], False, ["Jul", "Aug"]),
        (["=ROW()"], False, [2, 3]),
        (["", "x"], False, ["", "x"]),
    ],
)
def test_auto_fill_goes_on(
    book: Book, given: list[JsonValue], *, alternate: bool, expected: list[JsonValue]
) -> None:
    """Numbers, names, numbered texts and formulas go on; everything else is repeated."""
    book.put("A1", [[value] for value in given])
    source = area(0, len(given), 0, 1)
    fill = {"source": source, "dimension": "ROWS", "fillLength": len(expected)}
    book.do("autoFill", {"sourceAndDestination": fill, "useAlternateSeries": alternate})
    shown = book.read(f"A{len(given) + 1}:A9", "UNFORMATTED_VALUE")
    assert [row[0] if row else "" for row in shown] == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["2026-01-30"], ["2026-01-31", "2026-02-01"]),
        (["2026-01-01", "2026-01-08"], ["2026-01-15", "2026-01-22"]),
        (["2026-01-31", "2026-03-31"], ["2026-05-31", "2026-07-31"]),
        (["2026-08-31", "2026-10-31"], ["2026-12-31", "2027-02-28"]),
        (["2026-11-01", "2026-12-01"], ["2027-01-01", "2027-02-01"]),
    ],
)
def test_auto_fill_counts_dates(book: Book, given: list[str], expected: list[str]) -> None:
    """Dates go on by days, or by months when they fall on the same day of theirs."""
    look = {"userEnteredFormat": {"numberFormat": {"type": "DATE", "pattern": "yyyy-mm-dd"}}}
    source = area(0, 1, 0, len(given))
    book.do("repeatCell", {"range": source, "cell": look, "fields": "*"})
    book.put("A1", [given])
    fill = {"source": source, "dimension": "COLUMNS", "fillLength": 2}
    book.do("autoFill", {"sourceAndDestination": fill})
    assert book.read("A1:D1") == [[*given, *expected]]


def test_auto_fill_backwards_and_vietnamese(book: Book) -> None:
    """A negative length fills in front; names of the document's language go on."""
    properties = {"properties": {"locale": "vi_VN"}, "fields": "locale"}
    book.do("updateSpreadsheetProperties", properties)
    book.put("C3", [["Chủ Nhật"]])
    fill = {"source": area(2, 3, 2, 3), "dimension": "ROWS", "fillLength": -2}
    book.do("autoFill", {"sourceAndDestination": fill})
    fill = {"source": area(2, 3, 2, 3), "dimension": "COLUMNS", "fillLength": -1}
    book.do("autoFill", {"sourceAndDestination": fill})
    assert book.read("C1:C3") == [["Thứ Sáu"], ["Thứ Bảy"], ["Chủ Nhật"]]
    assert book.read("B3") == [["Thứ Bảy"]]
    assert book.do("autoFill", {"sourceAndDestination": {**fill, "fillLength": 0}}) == {}


@pytest.mark.parametrize(
    ("place", "rect", "expected"),
    [
        ("A1", area(0, 4, 0, 1), [["1"], ["2"], ["3"], ["4"]]),
        ("A3", area(0, 4, 0, 1), [["-1"], ["0"], ["1"], ["2"]]),
    ],
)
def test_auto_fill_detects_rows(
    book: Book, place: str, rect: Json, expected: list[list[str]]
) -> None:
    """The filled cells at one edge of a range are gone on with."""
    book.put(place, [[1], [2]])
    book.do("autoFill", {"range": rect})
    assert book.read("A1:A4") == expected


def test_auto_fill_detects_columns(book: Book) -> None:
    """Rows are filled to the right or to the left when no column can be."""
    book.put("A1:B2", [[1, 2], [3, 4]])
    look = {"userEnteredFormat": {"textFormat": {"bold": True}}}
    book.do("repeatCell", {"range": area(0, 1, 0, 1), "cell": look, "fields": "*"})
    book.put("A1:B1", [[1, 2]])
    book.do("setDataValidation", {"range": area(0, 1, 1, 2), "rule": RULE})
    book.do("autoFill", {"range": area(0, 2, 0, 4)})
    assert book.read("A1:D2") == [["1", "2", "3", "4"], ["3", "4", "5", "6"]]
    assert book.cell("userEnteredFormat,dataValidation", "C1") == look
    assert book.cell("dataValidation", "D1") == {"dataValidation": RULE}
    book.put("C5:D5", [[1, 2]])
    book.do("autoFill", {"range": area(4, 5, 0, 4)})
    assert book.read("A5:D5") == [["-1", "0", "1", "2"]]
    for quiet in (area(8, 9, 0, 4), area(4, 5, 0, 4)):
        assert book.do("autoFill", {"range": quiet}) == {}
    assert book.read("A9:D9") == []


@pytest.mark.parametrize(
    "given",
    [
        [1, 2, 4],
        [1, "x"],
        ["a1", "b2"],
        ["Mon", "Tue", "Fri"],
        ["Mon", "March"],
        ["9999-11-30", "9999-12-30"],
    ],
)
def test_auto_fill_does_not_guess(book: Book, given: list[JsonValue]) -> None:
    """Unequal steps and mixed values are a loud 501."""
    book.put("A1", [given])
    fill = {"source": area(0, 1, 0, len(given)), "dimension": "COLUMNS", "fillLength": 2}
    assert status(book, "autoFill", {"sourceAndDestination": fill}) == 501


def test_bad_auto_fill(book: Book) -> None:
    """Places outside the grid and contradictions are refused."""
    fill = {"source": area(0, 1, 0, 1), "dimension": "ROWS", "fillLength": 1000}
    both = {"sourceAndDestination": fill, "range": area(0, 1, 0, 1)}
    assert status(book, "autoFill", both) == 400
    assert "Exactly one" in book.refused("autoFill", {})
    assert "exceeds grid limits" in book.refused("autoFill", {"sourceAndDestination": fill})
    for more, words in (
        ({"fillLength": -1}, "first row"),
        ({"dimension": "DIMENSION_UNSPECIFIED"}, "No dimension specified."),
    ):
        body = {"sourceAndDestination": {**fill, **more}}
        assert words in book.refused("autoFill", body)


def test_transpose(book: Book) -> None:
    """Rows become columns, merges too; formulas with relative references are a 501."""
    book.put("A1:C2", [[1, 2, "=$A$1"], [4, "", "x"]])
    book.do("mergeCells", {"range": area(1, 2, 0, 2)})
    body = {
        "source": area(0, 2, 0, 3),
        "destination": area(4, 5, 4, 5),
        "pasteOrientation": "TRANSPOSE",
    }
    book.do("copyPaste", body)
    assert book.read("E5:F7", "FORMULA") == [[1, 4], [2], ["=$A$1", "x"]]
    assert book.sheet()["merges"] == [area(1, 2, 0, 2), area(4, 6, 5, 6)]
    book.put("C1", [["=A1"]])
    assert status(book, "copyPaste", body) == 501
    book.do("copyPaste", {**body, "pasteType": "PASTE_VALUES"})
    assert book.read("E5:F7") == [["1", "4"], ["2"], ["1", "x"]]
    twice = {**body, "destination": area(10, 13, 0, 4), "pasteType": "PASTE_VALUES"}
    book.do("copyPaste", twice)
    assert book.read("A11:D11") == [["1", "4", "1", "4"]]


LINE = {"style": "SOLID", "width": 1, "color": RED, "colorStyle": {"rgbColor": RED}}
DASHED = {**LINE, "style": "DASHED"}
BOLD = {"bold": True}


@pytest.fixture
def rich(book: Book) -> Book:
    """A1 has everything a cell can carry; C1 has a border of its own."""
    cell = {
        "userEnteredValue": {"formulaValue": "=1+1"},
        "userEnteredFormat": {"textFormat": BOLD, "borders": {"top": LINE}},
        "note": "n",
        "dataValidation": RULE,
    }
    book.do("repeatCell", {"range": area(0, 1, 0, 1), "cell": cell, "fields": "*"})
    own = {"userEnteredFormat": {"borders": {"top": DASHED}}}
    book.do("repeatCell", {"range": area(0, 1, 2, 3), "cell": own, "fields": "*"})
    condition = {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": "=A1>0"}]}
    rule = {
        "ranges": [area(0, 1, 0, 2)],
        "booleanRule": {"condition": condition, "format": {"backgroundColor": RED}},
    }
    book.do("addConditionalFormatRule", {"rule": rule, "index": 0})
    return book


NORMAL = {
    "userEnteredValue": {"formulaValue": "=1+1"},
    "userEnteredFormat": {"textFormat": BOLD, "borders": {"top": LINE}},
    "note": "n",
    "dataValidation": RULE,
}


@pytest.mark.parametrize(
    ("kind", "expected", "formatted"),
    [
        ("PASTE_NORMAL", NORMAL, True),
        (
            "PASTE_NO_BORDERS",
            {**NORMAL, "userEnteredFormat": {"textFormat": BOLD, "borders": {"top": DASHED}}},
            True,
        ),
        (
            "PASTE_VALUES",
            {
                "userEnteredValue": {"numberValue": 2},
                "userEnteredFormat": {"borders": {"top": DASHED}},
            },
            False,
        ),
        ("PASTE_FORMAT", {"userEnteredFormat": NORMAL["userEnteredFormat"]}, True),
        (
            "PASTE_FORMULA",
            {
                "userEnteredValue": {"formulaValue": "=1+1"},
                "userEnteredFormat": {"borders": {"top": DASHED}},
            },
            False,
        ),
        (
            "PASTE_DATA_VALIDATION",
            {"userEnteredFormat": {"borders": {"top": DASHED}}, "dataValidation": RULE},
            False,
        ),
        (
            "PASTE_CONDITIONAL_FORMATTING",
            {"userEnteredFormat": {"borders": {"top": DASHED}}},
            True,
        ),
    ],
)
def test_paste_types(rich: Book, kind: str, expected: Json, *, formatted: bool) -> None:
    """Each pasteType takes along what its name says; a cut empties the source all the same."""
    mask = "userEnteredValue,userEnteredFormat,note,dataValidation"
    body = {"source": area(0, 1, 0, 1), "destination": area(0, 1, 2, 3), "pasteType": kind}
    rich.do("copyPaste", body)
    assert rich.cell(mask, "C1") == expected
    assert rich.cell(mask, "A1") == NORMAL
    ranges = rich.sheet()["conditionalFormats"][0]["ranges"]
    assert ranges == [area(0, 1, 0, 2), *([area(0, 1, 2, 3)] if formatted else [])]
    cut = {"source": area(0, 1, 0, 1), "pasteType": kind}
    rich.do("cutPaste", {**cut, "destination": {"rowIndex": 8, "columnIndex": 4}})
    assert rich.cell(mask, "A1") == {}
    shown = rich.cell(mask, "E9")
    assert ("userEnteredValue" in shown) == ("userEnteredValue" in expected)


def test_conditional_formats_move_to_other_tabs(rich: Book) -> None:
    """On another tab a rule of its own is made, its formula as it reads there."""
    tab = rich.do("addSheet", {"properties": {"title": "T"}})["properties"]["sheetId"]
    target = area(2, 3, 3, 4, sheetId=tab)
    rich.do("copyPaste", {"source": area(0, 1, 1, 2), "destination": target})
    copied = rich.sheet(1)["conditionalFormats"]
    assert copied[0]["ranges"] == [target]
    values = copied[0]["booleanRule"]["condition"]["values"]
    assert values == [{"userEnteredValue": "=D3>0"}]
    place = {"sheetId": tab, "rowIndex": 2, "columnIndex": 3}
    rich.do("cutPaste", {"source": area(0, 1, 0, 1), "destination": place})
    assert rich.sheet()["conditionalFormats"][0]["ranges"] == [area(0, 1, 1, 2)]
    values = rich.sheet()["conditionalFormats"][0]["booleanRule"]["condition"]["values"]
    assert values == [{"userEnteredValue": "=B1>0"}]
    assert len(rich.sheet(1)["conditionalFormats"]) == 1
    blank = {"source": area(5, 6, 5, 6), "destination": target}
    rich.do("copyPaste", blank)
    assert "conditionalFormats" not in rich.sheet(1)


def test_merges_are_pasted(book: Book) -> None:
    """Merges come along and replace those they cover; half a merge is in the way."""
    book.do("mergeCells", {"range": area(0, 1, 0, 2)})
    book.do("mergeCells", {"range": area(5, 6, 0, 2)})
    body = {"source": area(0, 2, 0, 2), "destination": area(5, 9, 0, 2)}
    book.do("copyPaste", body)
    expected = [area(0, 1, 0, 2), area(5, 6, 0, 2), area(7, 8, 0, 2)]
    assert book.sheet()["merges"] == expected
    assert "part of merged" in book.refused(
        "copyPaste", {"source": area(0, 1, 3, 4), "destination": area(5, 6, 1, 2)}
    )
    place = {"rowIndex": 20, "columnIndex": 3}
    book.do("cutPaste", {"source": area(0, 2, 0, 2), "destination": place})
    assert book.sheet()["merges"] == [*expected[1:], area(20, 21, 3, 5)]


def test_pasting_fits_or_comes_once(book: Book) -> None:
    """Copies repeat only into exact multiples; over the edge the grid grows."""
    book.put("A1:A2", [[1], [2]])
    once = {"source": area(0, 2, 0, 1), "destination": area(4, 9, 0, 1)}
    book.do("copyPaste", once)
    assert book.read("A5:A9") == [["1"], ["2"]]
    edge = {"source": area(0, 2, 0, 1), "destination": area(999, 1000, 25, 26)}
    book.do("copyPaste", edge)
    assert size(book) == (1001, 26)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("addDataSource", {}),
        ("refreshDataSource", {"isAll": True}),
        ("insertComment", {"content": "x"}),
        ("deleteCommentReply", {"commentId": "1"}),
    ],
)
def test_kinds_that_stay_with_google(book: Book, kind: str, body: Json) -> None:
    """Data sources and comments by batchUpdate are a clear 501."""
    sent = {"requests": [{kind: body}]}
    code, message = book.google.error("POST", f"{book.path}:batchUpdate", sent)
    assert (code, message) == (501, f"The local server does not implement requests[0].{kind}.")


def test_protected_cells(book: Book) -> None:
    """None of these requests gets around a protection."""
    book.put("A1:B2", [["a ", 1], ["a,b", 2]])
    book.do("addProtectedRange", {"protectedRange": {"range": area(0, 2, 0, 1)}})
    grant = {"type": "user", "role": "writer", "emailAddress": "w@x.test"}
    book.google.ask("POST", f"{book.file}/permissions", grant)
    rect = area(0, 2, 0, 1)
    fill = {"source": area(2, 3, 0, 1), "dimension": "ROWS", "fillLength": -1}
    for kind, body in (
        ("insertRange", {"range": area(0, 1, 0, 1), "shiftDimension": "ROWS"}),
        ("deleteRange", {"range": area(0, 1, 0, 1), "shiftDimension": "ROWS"}),
        ("trimWhitespace", {"range": rect}),
        ("deleteDuplicates", {"range": rect}),
        ("randomizeRange", {"range": rect}),
        ("textToColumns", {"source": rect, "delimiterType": "COMMA"}),
        ("pasteData", {"data": "x", "delimiter": ","}),
        ("autoFill", {"sourceAndDestination": fill}),
        ("cutPaste", {"source": rect, "destination": {"rowIndex": 9}}),
        ("copyPaste", {"source": area(4, 5, 0, 1), "destination": rect}),
        ("setDataValidation", {"range": rect}),
    ):
        assert "protected cell" in book.refused(kind, body, "w@x.test"), kind


def test_documents_have_limits(book: Book) -> None:
    """Too many columns and too many tabs are refused, whoever asks for them."""
    shrink(book, 1, 18_278)
    limit = "above the limit of 18278 columns."
    more = {"range": {"dimension": "COLUMNS", "startIndex": 0, "endIndex": 1}}
    assert book.refused("insertDimension", more).endswith(limit)
    assert book.refused("appendDimension", {"dimension": "COLUMNS", "length": 1}).endswith(limit)
    body = {"coordinate": {"columnIndex": 18_277}, "data": "a,b", "delimiter": ","}
    assert book.refused("pasteData", body).endswith(limit)
    sent = {"requests": [{"addSheet": {}}] * 199}
    book.google.ask("POST", f"{book.path}:batchUpdate", sent)
    assert book.refused("addSheet", {}).endswith("above the limit of 200 sheets.")
    assert book.refused("duplicateSheet", {"sourceSheetId": 0}).endswith("200 sheets.")


@pytest.mark.parametrize("kind", ["insertRange", "deleteRange"])
def test_tables_do_not_shift_in_part(book: Book, kind: str) -> None:
    """A table below the place is a loud 501; one beside it does not matter."""
    book.put("A3:B3", [["h", "i"]])
    book.do("addTable", {"table": {"name": "T", "range": area(2, 5, 0, 2)}})
    above = {"range": area(0, 1, 1, 2), "shiftDimension": "ROWS"}
    assert status(book, kind, above) == 501
    beside = {"range": area(0, 1, 3, 4), "shiftDimension": "ROWS"}
    assert book.do(kind, beside) == {}
