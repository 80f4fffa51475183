"""Formulas follow what they point at."""

from datetime import UTC, datetime

import pytest

from deploy.local.emulator import clock
from deploy.local.emulator.shapes import Json
from tests.unit.deploy.local.emulator.conftest import Book
from tests.unit.deploy.local.emulator.pieces import span

_NAMED: Json = {"startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 1}


def test_blank_references_stay_blank(book: Book) -> None:
    """A cell that repeats a blank one is blank to every formula that reads it."""
    book.put("B1", [["=C1", "", "=IF(TRUE;C1)", '=VLOOKUP("a";G1:H1;2;FALSE)', "=INDEX(H1:H2;1)"]])
    book.put("G1", [["a"]])
    formulas = ["=B1+1", "=ISBLANK(B1)", "=COUNTA(B1:F1)", "=COUNTBLANK(B1:F1)", '=B1=""', "=B1=0"]
    formulas += ['=B1&"x"', "=D1*2", "=ISBLANK(E1)", "=SUM(B1:F1)", "=F1&E1&D1", "=B1"]
    book.put("A10", [[formula] for formula in formulas])
    assert [row[0] for row in book.read("A10:A21")] == [
        *("1", "TRUE", "0", "5", "TRUE", "TRUE", "x", "0", "TRUE", "0"),
    ]
    assert book.read("B1:F1", "UNFORMATTED_VALUE") == []
    assert book.cell("effectiveValue", "A21") == {}


def test_edits_reach_everything_that_depends(book: Book) -> None:
    """Long chains, whole columns and running totals follow one edit."""
    book.put("A1", [[1], *([f"=A{row}+1"] for row in range(1, 300))])
    book.put("B1", [[f"=SUM(A$1:A{row})"] for row in range(1, 301)])
    book.put("C1:C2", [["=SUM(A:A)"], ["=SUM(A1:B300)"]])
    assert book.read("A300:B300") == [["300", "45150"]]
    assert book.read("C1") == [["45150"]]
    book.put("A1", [[2]])
    assert book.read("A300:C300") == [["301", "45450"]]
    book.put("A150", [[0]])
    assert book.read("A300") == [["150"]]
    assert book.read("C1") == [[str(sum(range(2, 151)) + sum(range(151)))]]


def test_circles_are_found_and_mended(book: Book) -> None:
    """Every cell of a circle is #REF!, what merely reads it too; taking it apart heals all."""
    book.put("A1", [["=B1+1", "=C1+1", "=A1+1", "=A1", "=IFERROR(B1;0)"]])
    assert book.read("A1:E1") == [["#REF!", "#REF!", "#REF!", "#REF!", "0"]]
    book.put("C1", [[1]])
    assert book.read("A1:E1") == [["3", "2", "1", "3", "2"]]
    book.put("G1", [['=INDIRECT("G1")']])
    book.put("H10", [["=SUM(H:H)"]])
    assert book.read("G1") == book.read("H10") == [["#REF!"]]


def test_indirect_follows_edits(book: Book) -> None:
    """INDIRECT finds tabs by texts put together, and sees later edits, moves and names."""
    book.do("addSheet", {"properties": {"title": "Đội 1: a/b's"}})
    book.put("'Đội 1: a/b''s'!A1", [[5]])
    book.put("Sheet1!A1", [["Đội 1: a/b's"]])
    book.put("Sheet1!B1", [['=INDIRECT("\'"&SUBSTITUTE(A1,"\'","\'\'")&"\'!A"&1)']])
    book.put("Sheet1!C1", [['=INDIRECT(A1&"!A1")']])
    book.put("Sheet1!D1", [["=OFFSET('Đội 1: a/b''s'!A1,0,0)"]])
    assert book.read("Sheet1!B1:D1") == [["5", "5", "5"]]
    book.put("'Đội 1: a/b''s'!A1", [["=E1"]])
    book.put("'Đội 1: a/b''s'!E1", [[7]])
    assert book.read("Sheet1!B1:D1") == [["7", "7", "7"]]
    book.do("insertDimension", {"range": {**span("ROWS", 0, 1), "sheetId": 0}})
    formula = book.read("Sheet1!C2", "FORMULA")[0][0]
    assert formula == '=INDIRECT(A2&"!A1")'
    chain = [['=INDIRECT("J"&ROW()+1)+1'] for _ in range(120)]
    book.put("Sheet1!J1", [*chain, [1]])
    assert book.read("Sheet1!J1") == [["121"]]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("R[1]C[1]", "5"),
        ("R2C1:R2C2", "9"),
        ("R[-5]C", "#REF!"),
        ("R9999C1", "#REF!"),
        ("x", "#REF!"),
    ],
)
def test_indirect_with_numbers(book: Book, text: str, shown: str) -> None:
    """The other notation counts from the formula's own cell or from the corner."""
    book.put("A2:B2", [[4, 5]])
    book.put("A1", [[f'=SUM(INDIRECT("{text}";FALSE))']])
    assert book.read("A1") == [[shown]]


def test_named_ranges(book: Book) -> None:
    """Formulas know named ranges, follow their changes of place and name, and miss them."""
    made = book.do("addNamedRange", {"namedRange": {"name": "Diem", "range": _NAMED}})
    entry = made["namedRange"]
    book.put("A1:A3", [[1], [2], [4]])
    book.put("C1", [["=SUM(diem)", '=SUM(INDIRECT("Diem"))', '=IF(TRUE;"Diem")&Sheet1!Diem']])
    assert book.read("C1:D1") == [["3", "3"]]
    book.put("A1", [[10]])
    assert book.read("C1:E1") == [["12", "12", "Diem10"]]
    wider = {**entry, "name": "Tong_diem", "range": {**_NAMED, "endRowIndex": 3}}
    book.do("updateNamedRange", {"namedRange": wider, "fields": "name,range"})
    assert book.read("C1:E1", "FORMULA") == [
        ["=SUM(Tong_diem)", '=SUM(INDIRECT("Diem"))', '=IF(TRUE;"Diem")&Sheet1!Tong_diem']
    ]
    assert book.read("C1:D1") == [["16", "#REF!"]]
    book.do("deleteNamedRange", {"namedRangeId": entry["namedRangeId"]})
    assert book.read("C1") == [["#NAME?"]]


def test_chance_changes_with_edits_only(book: Book) -> None:
    """RAND keeps its number until something changes; its range is kept to."""
    book.put("A1", [["=RAND()", "=RANDBETWEEN(5;6)", "=ROWS(RANDARRAY(2;3))"]])
    first = book.read("A1:C1", "UNFORMATTED_VALUE")
    assert book.read("A1:C1", "UNFORMATTED_VALUE") == first
    assert first[0][1] in (5, 6)
    assert first[0][2] == 2
    book.put("Z9", [["x"]])
    assert book.read("A1:C1", "UNFORMATTED_VALUE")[0][0] != first[0][0]
    book.put("A2", [["=RANDBETWEEN(6;5)", "=RANDARRAY(0;1)"]])
    assert book.read("A2:B2") == [["#NUM!", "#NUM!"]]


def test_the_clock_moves_what_depends_on_it(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading on another day computes TODAY and everything behind it anew."""
    book.put("A1:C1", [["=TODAY()", "=A1+1", "=YEAR(NOW())"]])
    first = book.read("A1:B1", "UNFORMATTED_VALUE")[0]
    monkeypatch.setattr(clock, "now", lambda: datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC))
    second = book.read("A1:C1", "UNFORMATTED_VALUE")[0]
    assert (first[1] - first[0], second) == (1, [47485, 47486, 2030])


def test_subtotals_leave_out_subtotals_and_hidden_rows(book: Book) -> None:
    """SUBTOTAL skips other subtotals; from code 101 on rows hidden by hand; filters are refused."""
    book.put("A1", [[1], [2], ["=SUBTOTAL(9;A1:A2)"], ["=SUBTOTAL(109;A1:A3)"]])
    assert book.read("A3:A4") == [["3"], ["3"]]
    hidden = {"range": span("ROWS", 0, 1), "properties": {"hiddenByUser": True}}
    book.do("updateDimensionProperties", {**hidden, "fields": "hiddenByUser"})
    assert book.read("A3:A4") == [["3"], ["2"]]
    book.put("B1", [["=SUBTOTAL(9;5)"]])
    assert book.read("B1") == [["#VALUE!"]]
    book.do("setBasicFilter", {"filter": {"range": {"sheetId": 0}}})
    assert book.read("A3") == [["#ERROR!"]]


def test_deep_formulas_are_refused_loudly(book: Book) -> None:
    """A formula nested beyond measure is an error value, never a failure of the server."""
    deep = "=" + "(" * 500 + "1" + ")" * 500
    loop = "=LET(f;LAMBDA(g;n;g(g;n+1));f(f;1))"
    book.put("A1", [[deep, loop, "=1(2)", "=SUM(1(2))", "=LET(1;2;3)", "=LET(x;1)"]])
    assert book.read("A1:F1") == [["#ERROR!", "#NUM!", "#NAME?", "#NAME?", "#ERROR!", "#N/A"]]


def test_ranges_up_to_a_function(book: Book) -> None:
    """``A1:INDEX(...)`` is a range; between tabs, or of no references, it is an error."""
    book.do("addSheet", {"properties": {"title": "Khác"}})
    book.put("Sheet1!A1", [[1], [2], [4]])
    book.put("Sheet1!C1", [["=SUM(A1:INDEX(A:A;2))", "=A1:INDEX(Khác!A:A;2)", "=SUM(A1:LEN(1))"]])
    assert book.read("Sheet1!C1:E1") == [["3", "#REF!", "#ERROR!"]]


def test_places_are_no_circles(book: Book) -> None:
    """ROW, COLUMN, ROWS, COLUMNS and OFFSET may name their own cell."""
    book.put("B2", [["=ROW(B2)+COLUMN(B2)", "=ROWS(C$2:C2)", "=OFFSET(D2;0;-1)+COLUMNS(A:D)"]])
    assert book.read("B2:D2") == [["4", "1", "5"]]
