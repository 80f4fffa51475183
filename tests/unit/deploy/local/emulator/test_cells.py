"""Typed text, number formats, formulas: what cells hold and show."""

import pytest

from deploy.local.emulator.cells import patterns, serials
from deploy.local.emulator.cells.locales import Locale, locale_of
from deploy.local.emulator.cells.typed import read_typed
from deploy.local.emulator.state.grid import Formula
from tests.unit.deploy.local.emulator.conftest import Book

VN, US, GB, JP = (locale_of(name) for name in ("vi_VN", "en_US", "en_GB", "ja_JP"))


@pytest.mark.parametrize(
    ("text", "name", "value", "pattern"),
    [
        ("=A1", "vi_VN", Formula("=A1"), None),
        ("=", "vi_VN", "=", None),
        ("'0123", "vi_VN", "0123", None),
        ("true", "vi_VN", True, None),
        ("1.200", "vi_VN", 1200, "#,##0"),
        ("1.200", "en_US", 1.2, None),
        ("1.234,5", "vi_VN", 1234.5, "#,##0.00"),
        ("-1,5", "vi_VN", -1.5, None),
        ("+7", "en_US", 7, None),
        (",5", "vi_VN", 0.5, None),
        ("1,2,3", "en_US", "1,2,3", None),
        ("1,5%", "vi_VN", 0.015, "0.00%"),
        ("50 %", "vi_VN", 0.5, "0%"),
        ("1e3", "en_US", 1000.0, "0.00E+00"),
        ("1e999", "en_US", "1e999", None),
        ("9" * 400, "en_US", "9" * 400, None),
        ("$5", "en_US", 5, '"$"#,##0'),
        ("1.000,50₫", "vi_VN", 1000.5, '#,##0.00"₫"'),
        ("£x", "en_GB", "£x", None),
        ("5/8/2024", "vi_VN", 45509, "d/m/yyyy"),
        ("5/8/2024", "en_GB", 45509, "d/m/yyyy"),
        ("5/8/2024", "en_US", 45420, "m/d/yyyy"),
        ("05/08/24", "vi_VN", 45509, "dd/mm/yy"),
        ("1/1/95", "vi_VN", 34700, "d/m/yy"),
        ("31/12/2024", "en_US", "31/12/2024", None),
        ("2024-08-05", "vi_VN", 45509, "yyyy-mm-dd"),
        ("2024-13-05", "vi_VN", "2024-13-05", None),
        ("12:30", "vi_VN", 0.520833333, "h:mm"),
        ("1:30:15 PM", "en_US", 0.562673611, "h:mm:ss AM/PM"),
        ("12:00 am", "en_US", 0.0, "h:mm AM/PM"),
        ("25:00", "en_US", "25:00", None),
        ("5/8/2024 12:00", "vi_VN", 45509.5, "d/m/yyyy h:mm"),
        ("5/8/2024 noon", "vi_VN", "5/8/2024 noon", None),
        ("1.5.", "en_US", "1.5.", None),
        ("3.4", "de_DE", "3.4", None),
        ("0912345678", "vi_VN", 912345678, None),
        ("Nguyễn", "vi_VN", "Nguyễn", None),
    ],
)
def test_typed_text(text: str, name: str, value: object, pattern: str | None) -> None:
    """Text means what people of the locale mean by it."""
    typed = read_typed(text, locale_of(name))
    wanted = pytest.approx(value) if isinstance(value, float) else value
    assert typed.value == wanted
    assert type(typed.value) is type(value)
    assert (typed.number_format or {}).get("pattern") == pattern


def test_days_without_a_year_are_this_years() -> None:
    """5/8 is a date of the current year."""
    typed = read_typed("5/8", VN)
    assert typed.number_format == {"type": "DATE", "pattern": "d/m"}


@pytest.mark.parametrize(
    ("number", "pattern", "locale", "shown"),
    [
        (45509, "dd/mm/yyyy", VN, "05/08/2024"),
        (45509, "d mmm yy", US, "5 Aug 24"),
        (45509, "dddd, mmmm d", US, "Monday, August 5"),
        (45509, "ddd mmmmm", US, "Mon A"),
        (45509.520833, "h:mm:ss AM/PM", US, "12:30:00 PM"),
        (45509.25, "hh:mm a/p", US, "06:00 A"),
        (0.5, "mm:ss", US, "00:00"),
        (1.5, "[h]:mm", US, "36:00"),
        (0.5, "[mm]", US, "720"),
        (45509.5, "yyyy-mm-dd\\Th:mm:ss.000", US, "2024-08-05T12:00:00.000"),
        (1e9, "dd/mm/yyyy", US, "1000000000"),
        (1234.5, "#,##0.00", VN, "1.234,50"),
        (1234.5, "#,##0.00", US, "1,234.50"),
        (1234567, "#,##0,", US, "1,235"),
        (0.125, "0.0%", VN, "12,5%"),
        (-3, "0;(0)", US, "(3)"),
        (0, '0;-0;"không"', VN, "không"),
        (-0.001, "0.00", US, "0.00"),
        (5, "000", US, "005"),
        (0.5, "#.##", US, ".5"),
        (1.005, "0.00", US, "1.01"),
        (12345, "0.00E+00", US, "1.23E+04"),
        (0.00012, "0.0E+0", US, "1.2E-4"),
        (5, '0 "người"', VN, "5 người"),
        (5, "[$₫-42A]0", VN, "₫5"),
        (5, "[Red]0", US, "5"),
        (5, "@", US, "5"),
        (5, "0_)", US, "5 )"),
        (5, "0 0", US, "5 "),
    ],
)
def test_number_formats(number: float, pattern: str, locale: Locale, shown: str) -> None:
    """Patterns show numbers as Google does, with the locale's separators."""
    assert patterns.render(number, pattern, locale) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [(1 / 3, "0.3333333333"), (1e15, "1E+15"), (1.5e-12, "1.5E-12"), (-2.0, "-2"), (0.1, "0.1")],
)
def test_numbers_without_a_format(number: float, shown: str) -> None:
    """Ten significant digits, whole numbers in full."""
    assert patterns.general(number, US) == shown
    assert patterns.render_text("x", '0;0;0;"<"@') == "<x"
    assert patterns.render_text("x", "0") == "x"


def test_locales() -> None:
    """Unknown locales are day-first; Japanese starts with the year."""
    assert (JP.date, JP.currency, GB.day_first) == ("yyyy-mm-dd", "¥", True)
    assert locale_of("fr_FR").thousands == "\u202f"
    assert VN.date_time == "dd/mm/yyyy h:mm:ss"
    assert serials.to_moment(1e12) is None


FORMULAS = {
    "=1+1": "2",
    "=A99": "",
    '=IF(A99="";"trống";"có")': "trống",
    "=COUNTIF('Lỗi cần sửa'!$B:$B;\"x\")": "2",
    "=COUNTIFS('Lỗi cần sửa'!A:A;\"a\";'Lỗi cần sửa'!B:B;\"x\")": "1",
    "=COUNTA('Lỗi cần sửa'!A2:A)": "2",
    "=SUM('Lỗi cần sửa'!C1:3)": "6",
    "=SUMIFS('Lỗi cần sửa'!C:C;'Lỗi cần sửa'!B:B;\"x\")": "3",
    "=INDEX('Lỗi cần sửa'!A:C;2;3)": "2",
    "=MATCH(\"c\";'Lỗi cần sửa'!A:A;0)": "3",
    "=VLOOKUP(\"b\";'Lỗi cần sửa'!A:C;3;FALSE)": "2",
    "=INDIRECT(\"'Lỗi cần sửa'!A2\")": "b",
    '=HYPERLINK("https://a.test";"nhãn")': "nhãn",
    '=TEXT(45509;"dd/mm/yyyy")': "05/08/2024",
    '=TEXT(1234,5;"#,##0.0")': "1.234,5",
    '=TEXT("a";"@")&TEXT(A99;"0")&TEXT(TRUE;"0")': "a0TRUE",
    "=AND(TRUE;OR(FALSE;TRUE))": "TRUE",
    "=ISBLANK(A99)": "TRUE",
    '=IFERROR(1/0;"lỗi")': "lỗi",
    '=UPPER("đường")&LOWER("ĐÀ")&PROPER("hà nội")&UPPER(TRUE)&UPPER(5)&UPPER(A99)': (
        "ĐƯỜNGđàHà NộiTRUE5"
    ),
    "=1,5*2": "3",
    "=SUM({1\\2;3\\4})": "10",
    "=DATE(2024;8;5)": "05/08/2024",
    "=DATE(2024;8;5)+1": "45510",
    "=TIME(12;0;0)": "0,5",
    "=SUM(1,2,3)": "#ERROR!",
    "=((": "#ERROR!",
    "=SUM(;)": "0",
    "=1/0": "#DIV/0!",
    "=NA()": "#N/A",
    "=SQRT(-1)": "#NUM!",
    '="a"+1': "#VALUE!",
    "=KHONGCO(1)": "#NAME?",
    "=khongco": "#NAME?",
    "='Không có'!A1": "#REF!",
    "=#REF!+1": "#REF!",
    '=IMPORTRANGE("x";"y")': "#ERROR!",
    "=ARRAYFORMULA(A1:A2)": "#ERROR!",
    "=1 ~ 2": "#ERROR!",
    "=1\\2": "#ERROR!",
    "=UPPER(1/0)": "#DIV/0!",
}


@pytest.mark.parametrize(("formula", "shown"), FORMULAS.items())
def test_formulas(book: Book, formula: str, shown: str) -> None:
    """Formulas of a Vietnamese document compute as Google's would, or fail loudly."""
    locale = {"properties": {"locale": "vi_VN"}, "fields": "locale"}
    book.do("updateSpreadsheetProperties", locale)
    book.do("addSheet", {"properties": {"title": "Lỗi cần sửa"}})
    rows = [["a", "x", 1], ["b", "x", 2], ["c", "", 3]]
    book.put("'Lỗi cần sửa'!A1", rows)
    book.put("F1", [[formula]])
    assert book.read("F1") == ([[shown]] if shown else [])


def test_error_values_carry_type_and_sentence(book: Book) -> None:
    """EffectiveValue of an error says which and why; lacking functions are counted."""
    book.put("A1", [["=QUERY(A2:B3)"], ["=1/0"], ["=GOOGLEFINANCE(1)"]])
    cells = [
        row["values"][0]["effectiveValue"]["errorValue"] for row in book.cells("effectiveValue")
    ]
    assert [cell["type"] for cell in cells] == ["ERROR", "DIVIDE_BY_ZERO", "ERROR"]
    assert "network" in cells[2]["message"]
    counters = book.google.ask("GET", "/_local/counters")
    assert counters["unsupported_formulas"] == {"QUERY": 1, "GOOGLEFINANCE": 1}


def test_arrays_spill(book: Book) -> None:
    """An array fills its neighbours; into filled cells it gives #REF!."""
    book.put("A1", [["=UNIQUE({1;1;2})"]])
    book.put("C1", [["=SEQUENCE(2,2)", "x"]])
    assert book.read("A1:D2") == [["1", "", "#REF!", "x"], ["2"]]
    assert book.cell("effectiveValue", "A2") == {"effectiveValue": {"numberValue": 2}}


def test_values_change_and_formulas_follow(book: Book) -> None:
    """Edits between reads are picked up: values, formulas, emptied cells, circles."""
    book.put("A1:B1", [[1, "=A1+1"]])
    assert book.read("B1") == [["2"]]
    book.put("A1", [[5]])
    assert book.read("B1") == [["6"]]
    book.put("A1:B1", [["=B2", "=A1*2"]])
    book.put("B2", [[7]])
    assert book.read("A1:B1") == [["7", "14"]]
    book.put("B2", [["=A1"]])
    assert book.read("A1:B1") == [["#REF!", "#REF!"]]
    book.put("B2", [[""]])
    assert book.read("A1:B1") == [["", "#VALUE!"]]
    book.put("A3", [["=A3"]])
    assert book.read("A3") == [["#REF!"]]
    book.put("A1:C3", [["", "", ""]] * 3)
    assert book.read("A1:C3") == []
    book.put("A1", [[number] for number in range(6000)])
    book.put("B1", [["=SUM(A:A)"]])
    book.put("A1", [[number + 1] for number in range(6000)])
    assert book.read("B1", "UNFORMATTED_VALUE") == [[18003000]]


def test_today_is_a_date_of_the_documents_time_zone(book: Book) -> None:
    """TODAY shows as a date; NOW as date and time; an unknown zone counts as UTC."""
    for zone in ("Asia/Ho_Chi_Minh", "Nowhere/At all"):
        body = {"properties": {"timeZone": zone}, "fields": "timeZone"}
        book.do("updateSpreadsheetProperties", body)
        book.put("A1:B1", [["=TODAY()", "=NOW()"]])
        (shown,) = book.read("A1:B1")
        assert shown[0].count("/") == 2
        assert shown[1].count(":") == 2
        read = book.read("A1:B1", "UNFORMATTED_VALUE", dateTimeRenderOption="FORMATTED_STRING")
        assert read[0][0].count("/") == 2


def test_titles_with_colons(book: Book) -> None:
    """A tab whose title the engine cannot read is understood all the same."""
    book.do("addSheet", {"properties": {"title": "a:b / 'c'!"}})
    book.put("'a:b / ''c''!'!A1", [[3]])
    book.put("Sheet1!A1", [["='a:b / ''c''!'!A1+1"]])
    assert book.read("A1") == [["4"]]
    assert book.read("'a:b / ''c''!'!A1") == [["3"]]


def test_formats_decide_how_text_is_read(book: Book) -> None:
    """A cell formatted as text keeps what is typed; other formats stay on typed numbers."""
    for column, pattern in enumerate(("@", "0.0%")):
        kind = "TEXT" if pattern == "@" else "PERCENT"
        look = {"userEnteredFormat": {"numberFormat": {"type": kind, "pattern": pattern}}}
        area = {"startColumnIndex": column, "endColumnIndex": column + 1}
        book.do("repeatCell", {"range": area, "cell": look, "fields": "userEnteredFormat"})
    book.put("A1:B2", [["0123", "50%"], ["=1+1", 0.25]])
    assert book.read("A1:B2") == [["0123", "50.0%"], ["2", "25.0%"]]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("NUMBER", "1,234.50"),
        ("CURRENCY", "$1,234.50"),
        ("SCIENTIFIC", "1.23E+03"),
        ("DATE", "5/18/1903"),
        ("DATE_TIME", "5/18/1903 12:00:00"),
        ("TIME", "12:00:00"),
        ("PERCENT", "123450.00%"),
        ("TEXT", "1234.5"),
    ],
)
def test_formats_without_a_pattern(book: Book, kind: str, shown: str) -> None:
    """A type alone has the locale's default pattern."""
    book.put("A1", [[1234.5]], "RAW")
    look = {"userEnteredFormat": {"numberFormat": {"type": kind}}}
    book.do("repeatCell", {"range": {"endRowIndex": 1}, "cell": look, "fields": "*"})
    book.put("A1", [[1234.5]], "RAW")
    assert book.read("A1") == [[shown]]


def test_references_repeat_the_format(book: Book) -> None:
    """A cell that repeats a date shows a date, through several tabs."""
    book.do("addSheet", {"properties": {"title": "Hai"}})
    book.put("A1", [["5/8/2024"], ["=A1"], ["=Hai!A1"], ["=A9"]])
    book.put("Hai!A1", [["=Sheet1!A2"]])
    assert book.read("A1:A4") == [["5/8/2024"]] * 3
    read = book.read("A3", "UNFORMATTED_VALUE", dateTimeRenderOption="FORMATTED_STRING")
    assert read == [["5/8/2024"]]


def test_numbers_are_doubles(book: Book) -> None:
    """Huge whole numbers lose their last digits; what no double holds is refused."""
    book.put("A1:C1", [["=B1", 12345678901234567890, 1e20]], "RAW")
    book.put("A1", [["=B1*1"]])
    assert book.read("B1:C1", "UNFORMATTED_VALUE") == [[1.2345678901234567e19, 1e20]]
    assert book.read("A1:C1") == [["1.23456789E+19", "1.23456789E+19", "1E+20"]]
    for number in (b"1e999", b"1" * 400):
        path = f"{book.path}/values/A1"
        body = b'{"values": [[' + number + b"]]}"
        status, message = book.google.error("PUT", path, body, valueInputOption="RAW")
        assert (status, message) == (400, "Invalid values[0][0]: number_value")
        sent = b'{"requests": [{"updateCells": {"start": {}, "fields": "*", "rows": [{"values": ['
        sent += b'{"userEnteredValue": {"numberValue": ' + number + b"}}]}]}}]}"
        assert book.google.error("POST", f"{book.path}:batchUpdate", sent)[0] == 400
