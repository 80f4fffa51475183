"""Arrays that fill their neighbours."""

from tests.unit.deploy.local.emulator.conftest import Book

_BLOCKED = "Array result was not expanded because it would overwrite data in "


def _message(book: Book, place: str) -> str:
    return str(book.cell("effectiveValue", place)["effectiveValue"]["errorValue"]["message"])


def test_arrays_fill_grow_and_shrink(book: Book) -> None:
    """What an array fills follows its source; what depends on filled cells follows too."""
    book.put("A1", [["a"], ["b"], ["a"]])
    book.put("C1:D1", [["=UNIQUE(A1:A5)", "=COUNTA(C1:C5)"]])
    book.put("E1", [["=C2&C3"]])
    assert book.read("C1:E4") == [["a", "2", "b"], ["b"]]
    book.put("A3", [["c"]])
    assert book.read("C1:E4") == [["a", "3", "bc"], ["b"], ["c"]]
    book.put("A2:A3", [["a"], ["a"]])
    assert book.read("C1:E4") == [["a", "1"]]
    book.put("C1", [[""]])
    assert book.read("C1:E4") == [["", "0"]]


def test_blocked_arrays_try_again(book: Book) -> None:
    """An array in front of a filled cell is #REF!, until that cell is emptied."""
    book.put("A1", [["=SEQUENCE(3)"]])
    book.put("A3", [["x"]])
    assert book.read("A1:A4") == [["#REF!"], [], ["x"]]
    assert _message(book, "A1") == f"{_BLOCKED}A3."
    book.put("A3", [[""]])
    assert book.read("A1:A4") == [["1"], ["2"], ["3"]]
    book.put("A2", [["=1+1"]])
    assert book.read("A1:A4") == [["#REF!"], ["2"]]


def test_two_arrays_meet(book: Book) -> None:
    """An array does not overwrite what another one filled; it does once the other is gone."""
    book.put("A2", [["=SEQUENCE(1,3)"]])
    assert book.read("A2:C2") == [["1", "2", "3"]]
    book.put("B1", [["=SEQUENCE(2)"]])
    assert book.read("A1:C2") == [["", "#REF!"], ["1", "2", "3"]]
    assert _message(book, "B1") == f"{_BLOCKED}B2."
    book.put("A2", [["x"]])
    assert book.read("A1:C2") == [["", "1"], ["x", "2"]]


def test_arrays_end_with_the_grid(book: Book) -> None:
    """An open range ends with the grid; an array beyond it is #REF!."""
    book.put("A1", [["n"], [1], [2]])
    book.put("B2", [['=ARRAYFORMULA(IF(A2:A="";"";A2:A*10))']])
    assert book.read("B1:B4") == [[], ["10"], ["20"]]
    assert book.cell("effectiveValue", "B1000") == {"effectiveValue": {"stringValue": ""}}
    book.put("C2", [["=ARRAYFORMULA(A1:A)"]])
    assert _message(book, "C2") == (
        "Result was not automatically expanded, please insert more rows (1)."
    )
    book.put("Y1", [["=SEQUENCE(1,5)"]])
    assert _message(book, "Y1").endswith("please insert more columns (3).")


def test_an_array_that_feeds_itself_is_circular(book: Book) -> None:
    """A formula that points at what it fills, or two that feed each other, are circular."""
    book.put("A1", [["=FILTER(A2:A5;A2:A5>0)"]])
    book.put("A2", [[1], [2]])
    assert book.read("A1:A3")[0] == ["#REF!"]
    book.put("C1:F1", [["=SEQUENCE(COUNTA(F1:F9)+1)", "", "", "=SEQUENCE(COUNTA(C1:C9)+1)"]])
    assert book.read("C1") == book.read("F1") == [["#REF!"]]
    book.put("H1", [["=SEQUENCE(2+COUNTA(H2:H9))"]])
    assert book.read("H1") == [["#REF!"]]
    assert "Circular" in _message(book, "H1")


def test_dates_stay_dates_in_arrays(book: Book) -> None:
    """Cells that an array fills take over the number formats of the cells they repeat."""
    book.put("A1", [["b", "2024-08-05"], ["a", "2024-08-06"]])
    book.put("D1", [["=SORT(A1:B2)"]])
    book.put("G1", [['=FILTER(B1:B2;A1:A2="a")']])
    book.put("H1", [["={B1;1}"]])
    book.put("I1", [["=ARRAYFORMULA(B1:B2+1)"]])
    book.put("J1", [['=ARRAYFORMULA(VLOOKUP({"a";"b"};A1:B2;2;FALSE))']])
    assert book.read("D1:J2") == [
        ["a", "2024-08-06", "", "2024-08-06", "2024-08-05", "2024-08-06", "2024-08-06"],
        ["b", "2024-08-05", "", "", "1", "2024-08-07", "2024-08-05"],
    ]
