"""Pages: styled cells, covered columns, stamps that are no news."""

from collections.abc import Sequence
from typing import Any

from functions.ports import Request
from functions.writers.page import STYLES, Page, Styled, page_requests, write_page
from tests.nights import make_tab

PAGE = Page(
    rows=(
        (Styled("Tổng hợp", "title", 3),),
        (Styled("Lúc 02:00", "stamp", 3),),
        (),
        (Styled("Việc gấp", "section"),),
        (Styled("Đơn vị", "strong"), Styled("Việc", "warn", 2)),
    ),
    widths=(100, 50, 50),
    volatile=frozenset({1}),
)
SHOWN = (("Tổng hợp",), ("Lúc 01:00",), (), ("Việc gấp",), ("Đơn vị", "Việc"))


def only(requests: Sequence[Request], kind: str) -> list[Any]:
    """Return the bodies of the requests of one kind."""
    return [each[kind] for each in requests if kind in each]


def test_a_page_that_shows_the_same_is_left_alone() -> None:
    """A new stamp alone, or cells that are covered, are no reason to write."""
    assert page_requests(make_tab(SHOWN), PAGE) == []


def test_a_changed_word_writes_the_whole_page() -> None:
    """With one word everything is written anew, the stamp with it."""
    requests = page_requests(make_tab((*SHOWN[:4], ("Đơn vị", "Cũ"))), PAGE)
    (update,) = only(requests, "updateCells")
    assert update["start"] == {"sheetId": 7, "rowIndex": 0, "columnIndex": 0}
    assert update["fields"] == "userEnteredValue,userEnteredFormat"
    first = [row["values"][0].get("userEnteredValue") for row in update["rows"]]
    assert [each and each["stringValue"] for each in first] == [
        "Tổng hợp",
        "Lúc 02:00",
        None,
        "Việc gấp",
        "Đơn vị",
    ]


def test_every_row_is_as_wide_as_the_page() -> None:
    """Cells that nothing was said about are cleared; a section colours its whole row."""
    (update,) = only(write_page(make_tab(), PAGE), "updateCells")
    assert [len(row["values"]) for row in update["rows"]] == [3] * 5
    styles = [cell["userEnteredFormat"] for cell in update["rows"][3]["values"]]
    assert styles == [STYLES["section"]] * 3
    plain = [cell["userEnteredFormat"] for cell in update["rows"][2]["values"]]
    assert plain == [STYLES["text"]] * 3


def test_cells_that_cover_others_are_merged_anew() -> None:
    """All merges of the tab go before the cells are written, the page's own come after."""
    requests = write_page(make_tab(), PAGE)
    assert [next(iter(each)) for each in requests] == [
        "unmergeCells",
        "updateCells",
        "mergeCells",
        "mergeCells",
        "mergeCells",
    ]
    assert only(requests, "unmergeCells") == [{"range": {"sheetId": 7}}]
    assert only(requests, "mergeCells")[2] == {
        "range": {
            "sheetId": 7,
            "startRowIndex": 4,
            "endRowIndex": 5,
            "startColumnIndex": 1,
            "endColumnIndex": 3,
        },
        "mergeType": "MERGE_ALL",
    }


def test_what_stands_below_and_beside_the_page_goes() -> None:
    """Rows below a shorter page and cells right of it are cleared, so that it is written once."""
    tab = make_tab((*SHOWN, ("cũ",), ("cũ", None, None, "bên phải")))
    (update,) = only(page_requests(tab, PAGE), "updateCells")
    assert len(update["rows"]) == 7
    assert {len(row["values"]) for row in update["rows"]} == {4}
    assert all(
        "userEnteredValue" not in cell for row in update["rows"][5:] for cell in row["values"]
    )


def test_a_small_tab_grows_for_its_page() -> None:
    """A page is written into a tab that is large enough."""
    requests = write_page(make_tab(row_count=1, column_count=1), PAGE)
    assert [each["dimension"] for each in only(requests, "appendDimension")] == ["ROWS", "COLUMNS"]


def test_an_empty_page_empties_the_tab() -> None:
    """Without rows nothing is left."""
    (update,) = only(page_requests(make_tab(SHOWN), Page((), (100,))), "updateCells")
    assert all("userEnteredValue" not in cell for row in update["rows"] for cell in row["values"])


def test_styles_that_judge_come_in_three_colours() -> None:
    """Each colour has a centred style for words and one for scores, in the colour of its cells."""
    for flag in ("bad", "warn", "good"):
        colour = STYLES[flag]["backgroundColorStyle"]
        assert STYLES[f"{flag}_centred"]["backgroundColorStyle"] == colour
        assert STYLES[f"{flag}_score"]["backgroundColorStyle"] == colour
        assert "numberFormat" not in STYLES[f"{flag}_centred"]
