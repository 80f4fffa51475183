"""Requests that move, find and frame cells, and batches as a whole."""

from tests.unit.deploy.local.emulator.conftest import Book
from tests.unit.deploy.local.emulator.pieces import AREA, RED


def test_sorting(book: Book) -> None:
    """Numbers, texts, booleans, errors; blanks stay last in both directions."""
    book.put("A1:B6", [["b", 1], ["", 2], [3, 3], [True, 4], ["=1/0", 5], ["a", "=B1"]])
    area = {"startRowIndex": 0, "endRowIndex": 6, "startColumnIndex": 0, "endColumnIndex": 2}
    book.do("sortRange", {"range": area, "sortSpecs": [{"sortOrder": "ASCENDING"}]})
    assert [row[0] for row in book.read("A1:A6")] == ["3", "a", "b", "TRUE", "#DIV/0!"]
    book.do("sortRange", {"range": area, "sortSpecs": [{"sortOrder": "DESCENDING"}]})
    assert [row[0] for row in book.read("A1:A6")] == ["#DIV/0!", "TRUE", "b", "a", "3"]
    same = {"range": {**AREA, "endRowIndex": 1}, "sortSpecs": [{"dimensionIndex": 0}]}
    assert book.do("sortRange", same) == {}
    assert "empty" in book.refused("sortRange", {"range": area})
    outside = {"range": area, "sortSpecs": [{"dimensionIndex": 9}]}
    assert "outside" in book.refused("sortRange", outside)


def test_copy_paste(book: Book) -> None:
    """Copies repeat while they fit; formulas follow; pasteType chooses what goes along."""
    book.put("A1:B1", [[1, "=A1+1"]])
    one = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 2}
    down = {**one, "startRowIndex": 1, "endRowIndex": 3}
    book.do("copyPaste", {"source": one, "destination": down})
    assert book.read("A2:B3", "FORMULA") == [[1, "=A2+1"], [1, "=A3+1"]]
    beside = {**one, "startColumnIndex": 3, "endColumnIndex": 5}
    body = {"source": one, "destination": beside, "pasteType": "PASTE_VALUES"}
    book.do("copyPaste", body)
    assert book.read("D1:E1", "FORMULA") == [[1, 2]]


def test_cut_paste(book: Book) -> None:
    """A cut empties the source, and formulas elsewhere follow the cells."""
    tab = book.do("addSheet", {"properties": {"title": "Đích"}})["properties"]["sheetId"]
    book.put("A1:C1", [[5, "=A1*2", "=SUM(A:A)"]])
    one = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 1}
    book.do("cutPaste", {"source": one, "destination": {"sheetId": tab, "rowIndex": 2}})
    assert book.read("Đích!A3") == [["5"]]
    assert book.read("A1:C1", "FORMULA") == [["", "=Đích!A3*2", "=SUM(A:A)"]]
    assert book.read("B1") == [["10"]]


def test_find_replace(book: Book) -> None:
    """Text is replaced in values and, on request, in formulas; the counts say where."""
    book.put("A1:A5", [["an an"], ["An"], ['=A1&"an"'], [True], [12]])
    reply = book.do("findReplace", {"find": "an", "replacement": "x$1", "allSheets": True})
    assert reply == {
        "valuesChanged": 2,
        "rowsChanged": 2,
        "sheetsChanged": 1,
        "occurrencesChanged": 3,
    }
    body = {"find": "an", "replacement": "y", "includeFormulas": True, "sheetId": 0}
    assert book.do("findReplace", body)["formulasChanged"] == 1
    exact = {"find": "(1)(2)", "replacement": "$2$1", "searchByRegex": True, "range": AREA}
    assert book.do("findReplace", exact) == {}
    whole = {**exact, "range": {"endRowIndex": 5}, "matchEntireCell": True, "matchCase": True}
    book.do("findReplace", whole)
    assert book.read("A5", "UNFORMATTED_VALUE") == [[21]]
    assert "empty" in book.refused("findReplace", {"allSheets": True})
    assert "regular" in book.refused("findReplace", {**exact, "find": "("})


def test_borders(book: Book) -> None:
    """Outer and inner lines are set; NONE takes them away; the others stay."""
    line = {"style": "SOLID", "color": RED}
    book.do("updateBorders", {"range": AREA, "top": line, "innerVertical": line})
    borders = book.cell("userEnteredFormat.borders")["userEnteredFormat"]["borders"]
    assert set(borders) == {"top", "right"}
    none = {"style": "NONE"}
    book.do("updateBorders", {"range": AREA, "top": none, "innerVertical": none})
    assert book.cell("userEnteredFormat") == {}


def test_kinds_the_server_lacks_are_501(book: Book) -> None:
    """A kind Google has and the server lacks is never a silent success."""
    sent = {"requests": [{"addDataSource": {}}]}
    status, message = book.google.error("POST", f"{book.path}:batchUpdate", sent)
    assert (status, message) == (
        501,
        "The local server does not implement requests[0].addDataSource.",
    )
    for requests in ([], [{}], [{"addSheet": {}, "deleteSheet": {}}]):
        body = {"requests": requests}
        assert book.google.error("POST", f"{book.path}:batchUpdate", body)[0] == 400


def test_batches_can_answer_with_the_document(book: Book) -> None:
    """The updated document comes along, with the ranges asked for."""
    body = {
        "requests": [{"addSheet": {"properties": {"title": "x"}}}],
        "includeSpreadsheetInResponse": True,
        "responseIncludeGridData": True,
        "responseRanges": ["x!A1"],
    }
    answer = book.google.ask("POST", f"{book.path}:batchUpdate", body)
    assert [s["properties"]["title"] for s in answer["updatedSpreadsheet"]["sheets"]] == ["x"]
    assert "data" in answer["updatedSpreadsheet"]["sheets"][0]
    body = {"requests": [{"addSheet": {}}], "includeSpreadsheetInResponse": True}
    answer = book.google.ask("POST", f"{book.path}:batchUpdate", body)
    assert len(answer["updatedSpreadsheet"]["sheets"]) == 3
