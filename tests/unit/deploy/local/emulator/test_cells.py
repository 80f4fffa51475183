"""Formulas: what cells compute and show."""

import pytest

from tests.unit.deploy.local.emulator.conftest import Book

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
    "=DATE(2024;8;5)+1": "06/08/2024",
    "=TIME(12;0;0)": "12:00:00",
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
    "=GETPIVOTDATA(1)": "#ERROR!",
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
    book.put("A1", [["=GETPIVOTDATA(A2)"], ["=1/0"], ["=GOOGLEFINANCE(1)"]])
    cells = [
        row["values"][0]["effectiveValue"]["errorValue"] for row in book.cells("effectiveValue")
    ]
    assert [cell["type"] for cell in cells] == ["ERROR", "DIVIDE_BY_ZERO", "ERROR"]
    assert "network" in cells[2]["message"]
    counters = book.google.ask("GET", "/_local/counters")
    assert counters["unsupported_formulas"] == {"GETPIVOTDATA": 1, "GOOGLEFINANCE": 1}


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
    assert book.read("A1:B1") == [["", "0"]]
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
