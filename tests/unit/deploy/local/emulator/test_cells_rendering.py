"""What reading shows: render options, formats without a pattern, repeated formats."""

import pytest

from deploy.local.emulator.shapes import JsonValue
from tests.unit.deploy.local.emulator.conftest import Book

DATE_STRINGS = {"dateTimeRenderOption": "FORMATTED_STRING"}


def localised(book: Book, name: str) -> Book:
    """Return the document with another locale."""
    body = {"properties": {"locale": name}, "fields": "locale"}
    book.do("updateSpreadsheetProperties", body)
    return book


def formatted(book: Book, place: str, chosen: JsonValue) -> None:
    """Give the whole first column a number format."""
    look = {"userEnteredFormat": {"numberFormat": chosen}}
    area = {"startColumnIndex": 0, "endColumnIndex": 1}
    mask = "userEnteredFormat.numberFormat"
    book.do("repeatCell", {"range": area, "cell": look, "fields": mask})


@pytest.mark.recorded
@pytest.mark.parametrize(
    ("typed", "shown", "plain", "as_string"),
    [
        ("=4/2", "2", 2, 2),
        ("=3/2", "1.5", 1.5, 1.5),
        ("= 1 / 1024", "0.0009765625", 0.0009765625, 0.0009765625),
        ("2020-01-01", "2020-01-01", 43831, "2020-01-01"),
        ("1999-01-02", "1999-01-02", 36162, "1999-01-02"),
        (53, "53", 53, 53),
        (0.12, "0.12", 0.12, 0.12),
        ("string", "string", "string", "string"),
    ],
)
def test_render_options(
    book: Book, typed: JsonValue, shown: str, plain: JsonValue, as_string: JsonValue
) -> None:
    """Each option shows what was recorded; dates as strings concern unformatted values only."""
    book.put("A1", [[typed]])
    assert book.read("A1") == [[shown]]
    assert book.read("A1", **DATE_STRINGS) == [[shown]]
    assert book.read("A1", "UNFORMATTED_VALUE") == [[plain]]
    assert book.read("A1", "UNFORMATTED_VALUE", **DATE_STRINGS) == [[as_string]]
    formula = typed if str(typed).startswith("=") else plain
    assert book.read("A1", "FORMULA") == [[formula]]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("25:00", "25:00:00"), ("8:30 PM", "8:30 PM"), ("5/8/2024 8:30", "5/8/2024 8:30")],
)
def test_times_are_strings_when_asked_for(book: Book, typed: str, shown: str) -> None:
    """Times, durations and moments are strings everywhere the query asks for strings."""
    answer = book.google.ask(
        "PUT",
        f"{book.path}/values/A1",
        {"values": [[typed, "5%"]]},
        valueInputOption="USER_ENTERED",
        includeValuesInResponse=True,
        responseValueRenderOption="UNFORMATTED_VALUE",
        responseDateTimeRenderOption="FORMATTED_STRING",
    )
    assert answer["updatedData"]["values"] == [[shown, 0.05]]
    assert book.read("A1:B1", "FORMULA", **DATE_STRINGS) == [[shown, 0.05]]
    asked = {"ranges": "A1:B1", "valueRenderOption": "UNFORMATTED_VALUE", **DATE_STRINGS}
    batch = book.google.ask("GET", f"{book.path}/values:batchGet", **asked)
    assert batch["valueRanges"][0]["values"] == [[shown, 0.05]]


DEFAULTS = {
    "en_US": {
        "NUMBER": ("#,##0.00", "1,234.50"),
        "CURRENCY": ('"$"#,##0.00', "$1,234.50"),
        "SCIENTIFIC": ("0.00E+00", "1.23E+03"),
        "DATE": ("m/d/yyyy", "5/18/1903"),
        "DATE_TIME": ("m/d/yyyy h:mm:ss", "5/18/1903 12:00:00"),
        "TIME": ("h:mm:ss am/pm", "12:00:00 PM"),
        "PERCENT": ("0.00%", "123450.00%"),
        "TEXT": ("@", "1234.5"),
    },
    "vi_VN": {
        "NUMBER": ("#,##0.00", "1.234,50"),
        "CURRENCY": ('#,##0\\ "₫"', "1.235 ₫"),
        "SCIENTIFIC": ("0.00E+00", "1,23E+03"),
        "DATE": ("dd/mm/yyyy", "18/05/1903"),
        "DATE_TIME": ("dd/mm/yyyy hh:mm:ss", "18/05/1903 12:00:00"),
        "TIME": ("hh:mm:ss", "12:00:00"),
        "PERCENT": ("0.00%", "123450,00%"),
        "TEXT": ("@", "1234,5"),
    },
    "en_GB": {
        "CURRENCY": ('"£"#,##0.00', "£1,234.50"),
        "DATE": ("dd/mm/yyyy", "18/05/1903"),
        "DATE_TIME": ("dd/mm/yyyy hh:mm:ss", "18/05/1903 12:00:00"),
        "TIME": ("hh:mm:ss", "12:00:00"),
    },
}


@pytest.mark.parametrize(
    ("name", "kind", "pattern", "shown"),
    [(name, kind, *rest) for name, kinds in DEFAULTS.items() for kind, rest in kinds.items()],
)
def test_formats_without_a_pattern(
    book: Book, name: str, kind: str, pattern: str, shown: str
) -> None:
    """A type alone has the locale's default pattern, which the effective format names."""
    localised(book, name)
    formatted(book, "A", {"type": kind})
    book.put("A1", [[1234.5]], "RAW")
    assert book.read("A1") == [[shown]]
    effective = book.cell("effectiveFormat")["effectiveFormat"]["numberFormat"]
    assert effective == {"type": kind, "pattern": pattern}


def test_patterns_follow_the_locale(book: Book) -> None:
    """The same cells show other separators and names when the document's locale changes."""
    formatted(book, "A", {"type": "DATE", "pattern": "d mmmm yyyy"})
    book.put("A1:B1", [[45509, "1,234.5"]])
    assert book.read("A1:B1") == [["5 August 2024", "1,234.50"]]
    localised(book, "vi_VN")
    assert book.read("A1:B1") == [["5 tháng 8 2024", "1.234,50"]]


def test_conditions_sections_and_texts_reach_the_reader(book: Book) -> None:
    """A custom pattern decides by value and by kind what a cell displays."""
    chosen = {"type": "NUMBER", "pattern": '[<100]"ít" 0;[>=100]"nhiều" 0;0;"chữ: "@'}
    formatted(book, "A", chosen)
    book.put("A1", [[5], [500], ["x"], [True], ["=1/0"], ["=A1+1"]])
    shown = [["ít 5"], ["nhiều 500"], ["chữ: x"], ["TRUE"], ["#DIV/0!"], ["ít 6"]]
    assert book.read("A1:A6") == shown
    plain = [[5], [500], ["x"], [True], ["#DIV/0!"], [6]]
    assert book.read("A1:A6", "UNFORMATTED_VALUE") == plain


def test_references_repeat_the_format(book: Book) -> None:
    """A cell that repeats a date shows a date, through several tabs."""
    book.do("addSheet", {"properties": {"title": "Hai"}})
    book.put("A1", [["5/8/2024"], ["=A1"], ["=Hai!A1"], ["=A9"]])
    book.put("Hai!A1", [["=Sheet1!A2"]])
    assert book.read("A1:A4") == [["5/8/2024"]] * 3
    read = book.read("A3:A4", "UNFORMATTED_VALUE", **DATE_STRINGS)
    assert read == [["5/8/2024"]]


def test_numbers_are_doubles(book: Book) -> None:
    """Huge whole numbers lose their last digits and turn to E notation where they show."""
    book.put("A1:C1", [["=B1", 12345678901234567890, 1e20]], "RAW")
    book.put("A1", [["=B1*1"]])
    assert book.read("B1:C1", "UNFORMATTED_VALUE") == [[1.2345678901234567e19, 1e20]]
    assert book.read("B1:C1") == [["1.23457E+19", "1E+20"]]


def test_dates_beyond_the_calendar_show_their_number(book: Book) -> None:
    """No date is before the year 1 or after 9999."""
    formatted(book, "A", {"type": "DATE", "pattern": "yyyy-mm-dd"})
    book.put("A1", [[2958465], [2958466], [-693593], [-693594], [1e300]], "RAW")
    shown = [["9999-12-31"], ["2958466"], ["0001-01-01"], ["-693594"], ["1E+300"]]
    assert book.read("A1:A5") == shown
