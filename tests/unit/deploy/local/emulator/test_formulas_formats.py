"""How results of formulas are shown: formats they take over, languages they are written in."""

import pytest

from deploy.local.emulator.formulas import rewriting
from tests.unit.deploy.local.emulator.conftest import Book

_SHOWN = {
    "=A1": "2024-08-05",
    "=A1+7": "2024-08-12",
    "=7+A1": "2024-08-12",
    "=A1-7": "2024-07-29",
    "=A2-A1": "1",
    "=MAX(A1:A2)": "2024-08-06",
    "=MIN(A:A)": "2024-08-05",
    "=IF(TRUE,A1,0)": "2024-08-05",
    "=IF(A1>0,A1+1,0)": "2024-08-06",
    "=IF(A1<0,A1+1,0)": "0",
    '=IF(A1>0,"x",1)': "x",
    "=IFERROR(A1+1,0)": "2024-08-06",
    "=INDEX(A1:A2,2)": "2024-08-06",
    "=VLOOKUP(45509,A1:A2,1,FALSE)": "2024-08-05",
    '=INDIRECT("A"&1)': "2024-08-05",
    "=A1*1": "45509",
    "=B1+1": "151.00%",
    "=SUM(B1:B2)": "51.00%",
    "=SUM(C1:C2)": "0",
    "=YEAR(A1)": "2024",
    '=A1&""': "45509",
    "=TO_TEXT(A1)": "2024-08-05",
    "=TO_TEXT(B1)": "51.00%",
    "=TO_TEXT(1/0)": "#DIV/0!",
    '=TO_TEXT("a")': "a",
    "=ISDATE(A1)": "TRUE",
    "=ISDATE(B1)": "FALSE",
    "=TO_DATE(45509)": "8/5/2024",
    "=TO_PERCENT(0.5)": "50.00%",
    "=TO_DOLLARS(2)": "$2.00",
    "=TIME(12,30,0)": "12:30:00 PM",
    "=TODAY()-TODAY()": "0",
    "=TODAY()-A1>0": "TRUE",
    "=EDATE(A1,1)": "9/5/2024",
    "=-B1": "-51.00%",
    "=SPARKLINE(1/0)": "#DIV/0!",
}


@pytest.mark.parametrize(("formula", "shown"), _SHOWN.items())
def test_results_take_over_formats(book: Book, formula: str, shown: str) -> None:
    """Dates stay dates, percentages stay percentages, differences of dates are numbers."""
    book.put("A1", [["2024-08-05", "51.00%"], ["2024-08-06"]])
    book.put("F1", [[formula]])
    assert book.read("F1") == [[shown]]


def test_formats_are_followed_through_cells(book: Book) -> None:
    """A date repeated by several cells is still a date; a circle of repeats ends."""
    book.put("A1:D1", [["2024-08-05", "=A1", "=B1", "=C1+1"]])
    assert book.read("A1:D1") == [["2024-08-05", "2024-08-05", "2024-08-05", "2024-08-06"]]


_PAIRS = [
    ("=SUM(1.5,A1;2)", "=SUM(1,5;A1;2)"),
    ("={1.5,2;3,4}", "={1,5\\2;3\\4}"),
    ('=IF(A1="1.5,2",{1,2},F(1,2))', '=IF(A1="1.5,2";{1\\2};F(1;2))'),
    ("=1)", "=1)"),
]


@pytest.mark.parametrize(("point", "comma"), _PAIRS)
def test_formulas_change_their_marks(point: str, comma: str) -> None:
    """A formula is written anew for the decimal mark of another locale."""
    assert rewriting.localised(point, ".", ",") == comma
    assert rewriting.localised(comma, ",", ".") == point.replace(";2)", ",2)")
    assert rewriting.localised(point, ".", ".") == point


def test_another_locale_keeps_formulas_working(book: Book) -> None:
    """Formulas written before the locale changed compute the same afterwards."""
    book.put("A1:C1", [["=SUM({1.5,2})", '=TEXT(1234.5,"#,##0.0")', '=1/4&""']])
    body = {"properties": {"locale": "vi_VN"}, "fields": "locale"}
    book.do("updateSpreadsheetProperties", body)
    assert book.read("A1:C1", "FORMULA") == [
        ["=SUM({1,5\\2})", '=TEXT(1234,5;"#,##0.0")', '=1/4&""']
    ]
    assert book.read("A1:C1") == [["3,5", "1.234,5", "0,25"]]
    book.put(
        "A2",
        [['="1,5"+1', '=VALUE("1.234,5")', '=DATEVALUE("05/08/2024")', "=SUM(1,2)", "=0,1+0,2"]],
    )
    assert book.read("A2:E2") == [["2,5", "1234,5", "45509", "1,2", "0,3"]]
