"""Small pieces of mending: comparing, protecting, colouring, inserting columns."""

from dataclasses import replace
from typing import Any

import pytest

from functions.domain.look import Look, Protection, Span
from functions.writers import style
from functions.writers.layout.formats import formats
from functions.writers.layout.insertion import insert_missing
from functions.writers.layout.keys import keys
from functions.writers.layout.marks import marks
from functions.writers.layout.protection import closed, protections
from functions.writers.layout.ranges import grid_range
from functions.writers.layout.rules import mend_rules
from functions.writers.layout.spans import covers, rows_unlike, same_colour, same_words
from functions.writers.layout.validation import rule_of, validations
from tests.campaigns import schema
from tests.layouts import new, old

NEEDS = schema().table("unit", "needs")
ROBOT = "robot@example.test"
WANT = {"sheetId": 1, "startRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 3}


@pytest.mark.parametrize(
    ("have", "enough"),
    [
        (WANT, True),
        ({**WANT, "endRowIndex": 40}, True),
        ({**WANT, "endRowIndex": 39}, False),
        ({**WANT, "startRowIndex": 3}, False),
        ({**WANT, "sheetId": 2}, False),
        ({**WANT, "endColumnIndex": 4}, True),
        ({**WANT, "endColumnIndex": 2}, False),
    ],
)
def test_a_range_suffices_when_it_reaches_as_far(have: dict[str, int], enough: bool) -> None:  # noqa: FBT001 - one row of a table
    """An open end is that of the tab, written out or not."""
    assert covers(have, WANT, 40) is enough


def test_what_google_reads_back_is_the_same() -> None:
    """Colours have eight bits, formulas may gain or lose spaces and quotes."""
    for code in (style.ERROR_CELL, style.ACCEPTED_CELL, style.REQUIRED_HEADER):
        channels = [int(code[at : at + 2], 16) for at in (1, 3, 5)]
        read = {"red": channels[0] / 255, "green": channels[1] / 255, "blue": channels[2] / 255}
        wanted: Any = style.colour(code)
        assert same_colour({"rgbColor": read}, wanted)
        assert [int(each * 255) for each in wanted["rgbColor"].values()] == channels
    assert not same_colour(None, style.colour(style.ERROR_CELL))
    assert same_words("='Danh mục'!$A$2:$A$9", "= Danh mục!$A$2:$A$9")


def test_rows_that_are_not_right_are_found() -> None:
    """Cells in no span have nothing."""
    spans = (Span(2, 4, {"a": 1}), Span(6, 7, {"a": 2}))
    assert list(rows_unlike(spans, range(1, 8), lambda each: each == {"a": 1})) == [1, 4, 5, 6, 7]
    assert list(rows_unlike(spans, range(1, 8), lambda each: each is None)) == [2, 3, 6]


def test_a_rule_that_was_cut_into_pieces_is_made_whole() -> None:
    """Ours are replaced, those of people stay where they are."""
    wanted = marks(schema(), new(NEEDS))
    own = {"ranges": [WANT], "booleanRule": {"condition": {"type": "BLANK"}, "format": {}}}
    assert mend_rules(1, wanted, [*wanted[:2], own, *wanted[2:]], 40) == []
    cut: Any = {**wanted[0], "ranges": [WANT, {**WANT, "startRowIndex": 9}]}
    requests = mend_rules(1, wanted, [own, cut, *wanted[1:], wanted[1]], 40)
    deleted = [
        each["deleteConditionalFormatRule"]["index"] for each in requests if "delete" in str(each)
    ]  # type: ignore[index]
    assert deleted == list(range(len(wanted) + 1, 0, -1))
    assert sum("addConditionalFormatRule" in each for each in requests) == len(wanted)


def test_protections_of_people_are_theirs() -> None:
    """Ours bear a description; one that warns only, or without the robot, is made anew."""
    text = schema().text("protection.description")
    good = [
        Protection(number, each.range, each.open, frozenset({ROBOT}), description=text)
        for number, each in enumerate(closed(new(NEEDS)))
    ]
    theirs = Protection(99, {"sheetId": new(NEEDS).sheet_id})
    look = Look(protections=(*good, theirs))
    assert protections(schema(), old(NEEDS, look=look), ROBOT) == []
    warns = Look(protections=(replace(good[0], warning_only=True), *good[1:], theirs))
    kinds = [next(iter(each)) for each in protections(schema(), old(NEEDS, look=warns), ROBOT)]
    assert kinds == ["deleteProtectedRange", "addProtectedRange"]
    assert len(protections(schema(), old(NEEDS, look=look), "other@example.test")) == 2 * len(good)


def test_a_cell_in_which_somebody_typed_keeps_its_format() -> None:
    """An empty one gets that of its column."""
    at = NEEDS.column("date_range")
    rows = [[each.title for each in NEEDS.fields], ["VD"], [None] * at + ["mai"], [None]]
    standing = old(NEEDS, rows)
    mended = [each["repeatCell"]["range"] for each in formats(standing)]  # type: ignore[index]
    where = [each for each in mended if each["startColumnIndex"] == at]
    assert [(each["startRowIndex"], each["endRowIndex"]) for each in where] == [
        (3, standing.row_count)
    ]


def test_a_dropdown_of_another_list_is_replaced() -> None:
    """The words beside a rule may differ, what it refuses may not."""
    at = NEEDS.column("topics")
    right = rule_of(schema(), NEEDS, NEEDS.field("topics"))
    assert right
    reworded = {**right, "inputMessage": "khác"}
    other = {"condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "x"}]}}
    spans = {at: (Span(1, 5, reworded), Span(5, 8, other), Span(8, 42, right), Span(50, 51, {}))}
    found = [
        each["setDataValidation"]["range"]  # type: ignore[index]
        for each in validations(schema(), old(NEEDS, look=Look(validations=spans)))
    ]
    mine = [each for each in found if each["startColumnIndex"] == at]
    assert [(each["startRowIndex"], each["endRowIndex"]) for each in mine] == [(5, 8)]


def test_marks_follow_the_columns() -> None:
    """A mark that cut and pasted cells left behind is taken away."""
    standing = old(NEEDS, key="needs", column_keys={0: "need_id", 1: "topics"})
    kinds = [next(iter(each)) for each in keys(standing)]
    assert kinds.count("deleteDeveloperMetadata") == 1
    assert kinds.count("createDeveloperMetadata") == len(NEEDS.fields) - 1


def test_inserted_columns_move_everything_and_lose_nothing() -> None:
    """The neighbours keep cells, formulas, notes, formats and keys."""
    wide = grid_range(1)
    standing = old(
        NEEDS,
        [["a", "b", "c"], ["d"]],
        Look(
            notes={(0, 2): "note"},
            validations={2: (Span(1, 2, wide),)},
            hidden_columns=frozenset({2}),
        ),
        formulas={(0, 2): "=1"},
        column_keys={0: "need_id", 2: "commune"},
    )
    before = replace(standing, columns={"need_id": 0, "commune": 1, "note": 2})
    after, requests = insert_missing(before)
    assert len(requests) == len(NEEDS.fields) - 3
    assert after.columns == {each.name: at for at, each in enumerate(NEEDS.fields)}
    last = after.columns["note"]
    assert (after.tab.cell(0, 0), after.tab.cell(0, 2), after.tab.cell(0, last)) == ("a", "b", "c")
    assert after.tab.formulas == {(0, last): "=1"}
    assert after.tab.look.notes == {(0, last): "note"}
    assert set(after.tab.look.validations) == after.tab.look.hidden_columns == {last}
    assert after.added == {each.name for each in NEEDS.fields} - before.columns.keys()
