"""What typed text becomes: a table of cases, and what the cell's own format changes."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from deploy.local.emulator.cells import serials
from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.cells.today import today
from deploy.local.emulator.cells.typed import read_into, read_typed
from deploy.local.emulator.clock import Clock
from deploy.local.emulator.shapes import JsonValue
from deploy.local.emulator.state.grid import Formula
from tests.unit.deploy.local.emulator.conftest import Book, Google

TABLE = Path(__file__).with_name("typed_values.tsv")
PROVENANCES = {"recorded", "documented", "reported", "assumed"}
MASK = "userEnteredValue,userEnteredFormat.numberFormat,effectiveFormat.numberFormat,formattedValue"


def cases() -> list[dict[str, str]]:
    """Return the rows of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def in_locale(google: Google, name: str) -> Book:
    """Return a new document of a locale."""
    book = google.new()
    body = {"properties": {"locale": name}, "fields": "locale"}
    book.do("updateSpreadsheetProperties", body)
    return book


@pytest.mark.parametrize("name", ["vi_VN", "en_US", "en_GB"])
def test_typed_values(google: Google, name: str) -> None:
    """Every case of the table: what the cell holds, the format it got and what it shows."""
    rows = [case for case in cases() if case["locale"] == name]
    book = in_locale(google, name)
    book.put("A1", [[case["typed"]] for case in rows])
    cells = [row["values"][0] for row in book.cells(MASK)]
    for case, cell in zip(rows, cells, strict=True):
        assert shape_of(cell) == wanted(case), case
        formats = [cell.get(kind) for kind in ("userEnteredFormat", "effectiveFormat")]
        assert formats[0] == (formats[1] if case["type"] else None), case


def shape_of(cell: JsonValue) -> JsonValue:
    """Return value, number format and display of a cell."""
    ((_, value),) = cell["userEnteredValue"].items()
    chosen = cell.get("userEnteredFormat", {}).get("numberFormat", {})
    return value, chosen.get("type", ""), chosen.get("pattern", ""), cell["formattedValue"]


def wanted(case: dict[str, str]) -> JsonValue:
    """Return the same of a row of the table."""
    value = json.loads(case["entered"])
    near = pytest.approx(value, abs=1e-9) if isinstance(value, float) else value
    return near, case["type"], case["pattern"], case["formatted"]


def test_the_table_says_where_it_is_from() -> None:
    """Each case names its provenance, and no case stands twice."""
    rows = cases()
    assert {case["provenance"] for case in rows} == PROVENANCES
    assert len({(case["locale"], case["typed"]) for case in rows}) == len(rows)


@pytest.mark.parametrize("name", ["vi_VN", "en_US", "en_GB"])
def test_a_plus_sign_starts_a_formula(google: Google, name: str) -> None:
    """What starts with + and is no number is computed, or fails as Google's users report."""
    book = in_locale(google, name)
    book.put("A1", [["+1+1", "+84 912 345 678", "+5%", "=1+1"]])
    assert book.read("A1:D1") == [["2", "#ERROR!", "5%", "2"]]
    assert book.read("A1:D1", "FORMULA") == [["=+1+1", "=+84 912 345 678", 0.05, "=1+1"]]


@pytest.mark.parametrize(
    ("typed", "name", "month", "day", "pattern"),
    [
        ("5/8", "vi_VN", 8, 5, "d/m"),
        ("05-08", "en_GB", 8, 5, "dd-mm"),
        ("8/5", "en_US", 8, 5, "m/d"),
        ("5-Aug", "en_US", 8, 5, "d-mmm"),
        ("Aug 5", "en_GB", 8, 5, "mmm d"),
        ("5 tháng 8", "vi_VN", 8, 5, "d mmmm"),
    ],
)
def test_days_without_a_year_are_this_years(
    monkeypatch: pytest.MonkeyPatch, typed: str, name: str, month: int, day: int, pattern: str
) -> None:
    """A date without a year is one of the year that the server's clock shows."""
    place = "deploy.local.emulator.cells.typed_days.today"
    monkeypatch.setattr(place, lambda: date(2031, 1, 1))
    read = read_typed(typed, locale_of(name))
    assert read.value == serials.from_date(date(2031, month, day))
    assert read.number_format == {"type": "DATE", "pattern": pattern}


def test_the_year_is_that_of_the_servers_clock() -> None:
    """Advancing the server's clock by ten years makes typed days ten years later."""
    before = today()
    clock = Clock()
    clock.advance(3653 * serials.SECONDS_A_DAY)
    with clock.running():
        assert 3653 <= (today() - before).days <= 3654


def test_huge_numbers_stay_text() -> None:
    """What no double can hold is a text, however it is written."""
    for text in ("9" * 400, "1e400", "9" * 401):
        assert read_typed(text, locale_of("en_US")).value == text
    assert read_typed("1e-400", locale_of("en_US")).value == 0


@pytest.mark.parametrize("text", ["0912", "=1+1", "5/8/2024", "TRUE", "+1"])
def test_text_cells_keep_what_is_typed(book: Book, text: str) -> None:
    """A cell formatted as text takes everything as text, with or without a pattern."""
    for column, chosen in enumerate(({"type": "TEXT"}, {"type": "NUMBER", "pattern": "@"})):
        look = {"userEnteredFormat": {"numberFormat": chosen}}
        area = {"startColumnIndex": column, "endColumnIndex": column + 1}
        book.do("repeatCell", {"range": area, "cell": look, "fields": "userEnteredFormat"})
    book.put("A1:B1", [[text, text]])
    assert book.read("A1:B1") == [[text, text]]
    assert book.cell("userEnteredValue") == {"userEnteredValue": {"stringValue": text}}


def test_formats_of_cells_stay(book: Book) -> None:
    """Typed values never change a format that is there; a typed date leaves its own behind."""
    look = {"userEnteredFormat": {"numberFormat": {"type": "PERCENT", "pattern": "0.0%"}}}
    book.do("repeatCell", {"range": {"endColumnIndex": 1}, "cell": look, "fields": "*"})
    book.put("A1:B1", [["50%", "1/2/2024"]])
    book.put("A2:B2", [[0.25, ""]])
    book.put("A3", [["12/30/1899"]])
    book.put("B1", [["7"]])
    assert book.read("A1:B3") == [["50.0%", "1/6/1900"], ["25.0%"], ["0.0%"]]
    bold = {"userEnteredFormat": {"textFormat": {"bold": True}}}
    area = {"startColumnIndex": 2, "endColumnIndex": 3}
    book.do("repeatCell", {"range": area, "cell": bold, "fields": "userEnteredFormat"})
    book.put("C1", [["8:30"]])
    own = book.cell("userEnteredFormat", "C1")["userEnteredFormat"]
    assert own["numberFormat"] == {"type": "TIME", "pattern": "h:mm"}
    assert own["textFormat"]["bold"]


def test_into_a_cell_with_a_format_nothing_is_brought_along() -> None:
    """The value is read the same way, only the cell's format stays."""
    date_format = {"type": "DATE", "pattern": "dd/mm/yyyy"}
    assert read_into("5/8/2024", locale_of("vi_VN"), date_format).number_format is None
    assert read_into("=A1", locale_of("vi_VN"), date_format).value == Formula("=A1")
    assert read_into("5%", locale_of("vi_VN"), None).number_format == {
        "type": "PERCENT",
        "pattern": "0%",
    }


def test_checkboxes_take_typed_truths(book: Book) -> None:
    """TRUE typed into a checkbox ticks it; any other text is kept as text."""
    rule = {"condition": {"type": "BOOLEAN"}}
    book.do("setDataValidation", {"range": {"endRowIndex": 2, "endColumnIndex": 1}, "rule": rule})
    book.put("A1", [["true"], ["x"]])
    assert book.read("A1:A2", "UNFORMATTED_VALUE") == [[True], ["x"]]


def test_raw_values_are_not_read(book: Book) -> None:
    """RAW keeps texts as texts, whatever they look like."""
    texts = ["1", "5/8/2024", "=1+1", "'x", "TRUE", "+1"]
    book.put("A1", [texts], "RAW")
    assert book.read("A1:F1", "UNFORMATTED_VALUE") == [texts]
