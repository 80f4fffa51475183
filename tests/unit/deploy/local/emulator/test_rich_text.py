"""Rich text, links, formats and the parts of cells."""

import pytest

from deploy.local.emulator import create_app
from deploy.local.emulator.shapes import Json, JsonValue
from tests.unit.deploy.local.emulator.conftest import Book, Google
from tests.unit.deploy.local.emulator.pieces import AREA, RED, number, rows_of

BOLD = {"bold": True}
LINK = {
    "foregroundColor": {"red": 0.06666667, "green": 0.33333334, "blue": 0.8},
    "foregroundColorStyle": {"themeColor": "LINK"},
    "underline": True,
    "link": {"uri": "https://a.test"},
}


def write(book: Book, cell: Json, fields: str = "userEnteredValue,textFormatRuns") -> None:
    """Write one cell at A1."""
    book.do("updateCells", {"start": {}, "rows": rows_of([cell]), "fields": fields})


def text(value: str, *runs: Json, **more: JsonValue) -> Json:
    """Return a cell with text and runs."""
    return {"userEnteredValue": {"stringValue": value}, "textFormatRuns": list(runs), **more}


def run(start: int, look: Json | None = None) -> Json:
    """Return one run."""
    return {"startIndex": start, "format": BOLD if look is None else look}


def refusal(book: Book, cell: Json, fields: str = "userEnteredValue,textFormatRuns") -> str:
    """Return the sentence a cell is refused with."""
    body = {"start": {}, "rows": rows_of([cell]), "fields": fields}
    return book.refused("updateCells", body)


def test_runs_read_back_in_order(book: Book) -> None:
    """Runs come sorted and from 0 on; an index of 0 is left out; colours come in both forms."""
    write(book, text("xin chào", run(4, {"foregroundColor": RED}), run(1)))
    assert book.cell("textFormatRuns") == {
        "textFormatRuns": [
            {"format": {}},
            {"startIndex": 1, "format": BOLD},
            {
                "startIndex": 4,
                "format": {"foregroundColor": RED, "foregroundColorStyle": {"rgbColor": RED}},
            },
        ]
    }
    write(book, {"textFormatRuns": [run(0), run(3, {})]}, "textFormatRuns")
    assert book.cell("textFormatRuns,formattedValue") == {
        "formattedValue": "xin chào",
        "textFormatRuns": [{"format": BOLD}, {"startIndex": 3, "format": {}}],
    }


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (text("abc", run(3)), "TextFormatRun.startIndex must be less than the length"),
        (text("abc", run(-1)), "positive and unique"),
        (text("abc", run(1), run(1)), "positive and unique"),
        ({**number(5), "textFormatRuns": [run(0)]}, "string value"),
        ({"textFormatRuns": [run(0)]}, "string value"),
        (
            {"userEnteredValue": {"formulaValue": "=A2"}, "textFormatRuns": [run(0)]},
            "string value",
        ),
    ],
)
def test_bad_runs(book: Book, cell: Json, words: str) -> None:
    """Runs need a text and start inside it."""
    assert words in refusal(book, cell)


def test_emojis_count_twice(book: Book) -> None:
    """Indexes count UTF-16 code units."""
    write(book, text("👍x", run(2)))
    assert book.cell("textFormatRuns")["textFormatRuns"][1]["startIndex"] == 2
    assert "less than" in refusal(book, text("👍", run(2)))


def test_a_new_value_erases_runs(book: Book) -> None:
    """Any write of a value takes the runs away, the same value too; formats and notes do not."""
    for change in (
        lambda: book.put("A1", [["abc"]], "RAW"),
        lambda: write(book, text("abc"), "userEnteredValue"),
        lambda: write(book, {}, "textFormatRuns"),
        lambda: book.do("findReplace", {"find": "b", "replacement": "x", "allSheets": True}),
        lambda: book.google.ask("POST", f"{book.path}/values/A1:clear"),
    ):
        write(book, text("abc", run(1)))
        write(
            book, {"note": "n", "userEnteredFormat": {"textFormat": BOLD}}, "note,userEnteredFormat"
        )
        assert "textFormatRuns" in book.cell("*")
        change()
        assert "textFormatRuns" not in book.cell("*")


def test_runs_move_with_their_cells(book: Book) -> None:
    """Sorting, inserting and pasting carry runs along."""
    book.put("A2", [["a"]])
    write(book, text("bcd", run(1)))
    runs = book.cell("textFormatRuns")
    area = {"endRowIndex": 2, "endColumnIndex": 1}
    book.do("sortRange", {"range": area, "sortSpecs": [{"dimensionIndex": 0}]})
    assert book.cell("textFormatRuns", "A2") == runs
    book.do("insertDimension", {"range": {"dimension": "ROWS", "startIndex": 0, "endIndex": 1}})
    assert book.cell("textFormatRuns", "A3") == runs
    source = {"startRowIndex": 2, "endRowIndex": 3, "endColumnIndex": 1}
    target = {"startRowIndex": 5, "endRowIndex": 6, "endColumnIndex": 1}
    book.do("copyPaste", {"source": source, "destination": target})
    assert book.cell("textFormatRuns", "A6") == runs
    book.do("copyPaste", {"source": source, "destination": target, "pasteType": "PASTE_VALUES"})
    assert book.cell("textFormatRuns", "A6") == {}


def test_runs_survive_a_restart(tmp_path: pytest.TempPathFactory) -> None:
    """Runs are stored with the document."""
    app = create_app(tmp_path)  # type: ignore[arg-type]
    book = Google(app).new()
    write(book, text("abc", run(1)))
    app.close()
    again = create_app(tmp_path)  # type: ignore[arg-type]
    reopened = Book(Google(again), book.id)
    assert len(reopened.cell("textFormatRuns")["textFormatRuns"]) == 2
    again.close()


def test_links(book: Book) -> None:
    """A link looks like one unless told otherwise, and shows as the cell's hyperlink."""
    uri = {"link": {"uri": "https://a.test"}}
    write(book, text("abc", run(1, uri)))
    shown = book.cell("textFormatRuns,hyperlink")
    assert shown["textFormatRuns"][1]["format"] == LINK
    assert shown["hyperlink"] == "https://a.test"
    write(
        book, text("abc", run(0, uri), run(1, {**uri, "underline": False, "foregroundColor": RED}))
    )
    shown = book.cell("textFormatRuns,hyperlink")
    own = shown["textFormatRuns"][1]["format"]
    assert (own["underline"], own["foregroundColor"]) == (False, RED)
    assert "hyperlink" not in shown


def test_links_of_cells_and_runs_replace_each_other(book: Book) -> None:
    """A link on the cell clears those of its runs, a link in a run that of the cell."""
    uri = {"link": {"uri": "https://a.test"}}
    write(book, text("abc", run(1, uri)))
    look = {"userEnteredFormat": {"textFormat": uri}}
    write(book, look, "userEnteredFormat.textFormat.link")
    shown = book.cell("textFormatRuns,userEnteredFormat,hyperlink")
    assert shown["userEnteredFormat"] == {"textFormat": LINK}
    assert all("link" not in one["format"] for one in shown["textFormatRuns"])
    assert shown["hyperlink"] == "https://a.test"
    write(book, {"textFormatRuns": [run(0, uri)]}, "textFormatRuns")
    assert "link" not in book.cell("userEnteredFormat")["userEnteredFormat"]["textFormat"]


def test_a_complete_format_reads_back(book: Book) -> None:
    """Every part of a format is kept; borders get their width, unspecified enums go away."""
    look = {
        "numberFormat": {"type": "NUMBER", "pattern": "0.0"},
        "backgroundColor": RED,
        "borders": {"top": {"style": "DOUBLE"}, "left": {"style": "NONE"}},
        "padding": {"top": 1, "right": 2, "bottom": 3, "left": 4},
        "horizontalAlignment": "HORIZONTAL_ALIGN_UNSPECIFIED",
        "verticalAlignment": "MIDDLE",
        "wrapStrategy": "WRAP",
        "textDirection": "RIGHT_TO_LEFT",
        "textFormat": {"fontFamily": "Arial", "fontSize": 12, "bold": False},
        "hyperlinkDisplayType": "PLAIN_TEXT",
        "textRotation": {"angle": -90},
    }
    write(book, {"userEnteredFormat": look}, "userEnteredFormat")
    shown = book.cell("userEnteredFormat")["userEnteredFormat"]
    double = {"style": "DOUBLE", "width": 3, "color": {}, "colorStyle": {"rgbColor": {}}}
    del look["horizontalAlignment"]
    expected = {**look, "backgroundColorStyle": {"rgbColor": RED}, "borders": {"top": double}}
    assert shown == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            {"style": "SOLID_MEDIUM", "color": {"red": 1}},
            {"style": "SOLID_MEDIUM", "width": 2, "color": RED, "colorStyle": {"rgbColor": RED}},
        ),
        (
            {"width": 3, "colorStyle": {"rgbColor": {"red": 1}}},
            {"style": "SOLID_THICK", "width": 3, "color": RED, "colorStyle": {"rgbColor": RED}},
        ),
        (
            {"style": "DOTTED", "colorStyle": {"themeColor": "ACCENT1"}},
            {"style": "DOTTED", "width": 1, "colorStyle": {"themeColor": "ACCENT1"}},
        ),
        ({"style": "NONE"}, None),
        ({}, None),
    ],
)
def test_lines(book: Book, line: Json, expected: Json | None) -> None:
    """A line has the width of its style and a colour in both spellings."""
    look = {"userEnteredFormat": {"borders": {"top": {"style": "SOLID"}, "left": line}}}
    body = {"range": AREA, "cell": look, "fields": "userEnteredFormat.borders"}
    book.do("repeatCell", body)
    borders = book.cell("userEnteredFormat")["userEnteredFormat"]["borders"]
    assert borders.get("left") == expected


@pytest.mark.parametrize(
    ("look", "words"),
    [
        ({"numberFormat": {"pattern": "0"}}, "NumberFormat.type is required."),
        (
            {"numberFormat": {"type": "NUMBER_FORMAT_TYPE_UNSPECIFIED"}},
            "NumberFormat.type is required.",
        ),
        ({"textRotation": {"angle": 91}}, "between -90 and 90"),
        ({"padding": {"top": -1}}, "negative"),
        ({"textFormat": {"fontSize": -1}}, "fontSize"),
    ],
)
def test_bad_formats(book: Book, look: Json, words: str) -> None:
    """Formats no cell can have are refused."""
    body = {"range": AREA, "cell": {"userEnteredFormat": look}, "fields": "userEnteredFormat"}
    assert words in book.refused("repeatCell", body)


def test_parts_of_a_number_format(book: Book) -> None:
    """A pattern alone may be written where a type is already."""
    look = {"userEnteredFormat": {"numberFormat": {"type": "DATE"}}}
    write(book, look, "userEnteredFormat.numberFormat")
    pattern = {"userEnteredFormat": {"numberFormat": {"pattern": "yyyy"}}}
    write(book, pattern, "user_entered_format.number_format.pattern")
    assert book.cell("userEnteredFormat")["userEnteredFormat"] == {
        "numberFormat": {"type": "DATE", "pattern": "yyyy"}
    }
    write(book, {"userEnteredFormat": {"numberFormat": {}}}, "userEnteredFormat")
    assert book.cell("userEnteredFormat") == {}


def test_masks_reach_into_values(book: Book) -> None:
    """Only the named kind of value is written; what the mask leaves out empties the cell."""
    write(book, text("abc"), "user_entered_value.string_value")
    assert book.read("A1") == [["abc"]]
    write(book, text("abc"), "userEnteredValue.numberValue")
    assert book.read("A1") == []


def test_parts_outside_the_mask_are_not_read(book: Book) -> None:
    """Chips and pivot tables matter only where the mask names them."""
    cell = {**text("abc"), "chipRuns": [{"startIndex": 0, "chip": {}}]}
    write(book, cell, "userEnteredValue")
    assert book.read("A1") == [["abc"]]
    for fields in ("*", "chipRuns"):
        body = {"start": {}, "rows": rows_of([cell]), "fields": fields}
        sent = {"requests": [{"updateCells": body}]}
        assert book.google.error("POST", f"{book.path}:batchUpdate", sent)[0] == 501
    body = {"start": {}, "rows": rows_of([cell]), "fields": "dataSourceFormula,hyperlink"}
    assert book.do("updateCells", body) == {}


def test_long_texts(book: Book) -> None:
    """Texts, formulas and notes have 50,000 characters at most."""
    words = "more than the maximum of 50000 characters"
    long = "x" * 50_001
    assert words in refusal(book, {"note": long}, "note")
    assert words in refusal(book, {"userEnteredValue": {"formulaValue": f"={long}"}})
    write(book, text("x" * 50_000))


@pytest.mark.parametrize("value", ["NaN", "Infinity", 1e999, True, "x"])
def test_numbers_that_are_none(book: Book, value: JsonValue) -> None:
    """What is not a finite number never reaches a cell, and is never a 500."""
    cell = {"userEnteredValue": {"numberValue": value}}
    sent = {"requests": [{"updateCells": {"start": {}, "rows": rows_of([cell]), "fields": "*"}}]}
    assert book.google.error("POST", f"{book.path}:batchUpdate", sent)[0] == 400


@pytest.mark.parametrize("index", [-1, 2**31 - 1, -(2**31), 2**31, 2**63])
def test_wild_indexes(book: Book, index: int) -> None:
    """Indexes beyond the grid or the type are refused wherever they stand."""
    cells = {"rows": rows_of([number(1)]), "fields": "*"}
    for body in (
        {"start": {"rowIndex": index}, **cells},
        {"start": {"columnIndex": index}, **cells},
        {"range": {"startRowIndex": index, "endRowIndex": index + 1}, **cells},
        {"range": {"startColumnIndex": index}, **cells},
        {"range": {"endRowIndex": index}, **cells},
    ):
        sent = {"requests": [{"updateCells": body}]}
        assert book.google.error("POST", f"{book.path}:batchUpdate", sent)[0] == 400


def test_appending_to_a_table(book: Book) -> None:
    """Cells are not appended beside a table when its body was meant."""
    body = {"tableId": "t", "rows": rows_of([number(1)]), "fields": "*"}
    sent = {"requests": [{"appendCells": body}]}
    assert book.google.error("POST", f"{book.path}:batchUpdate", sent)[0] == 501


def test_a_start_without_cells_changes_nothing(book: Book) -> None:
    """Rows may be missing or empty; the place is checked all the same."""
    book.put("A1", [["x"]])
    for rows in ([], [{}], [{"values": []}]):
        assert book.do("updateCells", {"start": {}, "rows": rows, "fields": "*"}) == {}
    assert book.read("A1") == [["x"]]
    assert "exceeds" in book.refused("updateCells", {"start": {"rowIndex": 5000}, "fields": "*"})
    low = {"start": {"rowIndex": 999}, "rows": [{}, {"values": [number(1)]}], "fields": "*"}
    assert "Range (Sheet1!A1000:A1001) exceeds" in book.refused("updateCells", low)
