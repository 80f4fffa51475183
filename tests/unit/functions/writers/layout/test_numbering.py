"""Numbered rows: their ids, their formulas, and more of them in time."""

from dataclasses import replace
from typing import Any

from functions.domain.workbook import HIGHEST_KEY
from functions.writers.layout.formulas import formula
from functions.writers.layout.numbering import numbering
from functions.writers.layout.standing import Standing
from functions.writers.recovery import written_cells
from tests.campaigns import schema
from tests.layouts import new, old

NEEDS = schema().table("unit", "needs")
STATUS, NOTE, PLACE = (NEEDS.column(name) for name in ("status", "robot_note", "place"))


def formulas_of(standing: Standing) -> dict[int, str]:
    """Return the formulas of a row, by column."""
    return {
        at: formula(schema(), NEEDS, NEEDS.fields[at], standing.columns) for at in (STATUS, NOTE)
    }


def numbered(count: int, typed: int = 0, highest: int = 0) -> Standing:
    """Return a tab with numbered rows in order; something was typed in the first ones."""
    rows: list[list[Any]] = [[each.title for each in NEEDS.fields], ["VD"]]
    for number in range(1, count + 1):
        row: list[Any] = [NEEDS.row_id("705", number), *[None] * (len(NEEDS.fields) - 1)]
        row[PLACE] = f"Ấp {number}" if number <= typed else None
        rows.append(row)
    standing = old(NEEDS, rows, highest=highest or count)
    formulas = {
        (row, at): text for row in range(2, count + 2) for at, text in formulas_of(standing).items()
    }
    return replace(standing, tab=replace(standing.tab, formulas=formulas))


def written(standing: Standing, given: dict[int, str] | None = None) -> dict[tuple[int, int], str]:
    """Return what numbering writes, by cell."""
    found = numbering(schema(), standing, "705", given or {})
    cells = written_cells(found.requests).get(standing.sheet_id, {})
    return {at: str(next(iter(cell["userEnteredValue"].values()))) for at, cell in cells.items()}  # type: ignore[attr-defined]


def test_a_new_tab_has_all_its_rows() -> None:
    """Each has an id and its formulas, and the highest number is noted."""
    found = numbering(schema(), new(NEEDS), "705", {})
    cells = written(new(NEEDS))
    assert [cells[row, 0] for row in range(2, NEEDS.rows + 2)] == [
        NEEDS.row_id("705", number) for number in range(1, NEEDS.rows + 1)
    ]
    assert len(cells) == 3 * NEEDS.rows
    metadata: Any = found.requests[-1]["createDeveloperMetadata"]
    entry = metadata["developerMetadata"]
    assert (entry["metadataKey"], entry["metadataValue"]) == (HIGHEST_KEY, str(NEEDS.rows))


def test_rows_in_order_need_nothing() -> None:
    """As long as enough of them are free."""
    standing = numbered(NEEDS.rows, typed=NEEDS.rows - 5)
    assert numbering(schema(), standing, "705", {}).requests == []


def test_few_free_rows_become_more() -> None:
    """They stand below the last row in use, and the tab grows for them."""
    standing = numbered(NEEDS.rows, typed=NEEDS.rows - 4)
    found = numbering(schema(), standing, "705", {})
    assert found.row_count == standing.row_count + NEEDS.rows // 2
    assert "appendDimension" in found.requests[0]
    assert written(standing)[NEEDS.rows + 2, 0] == NEEDS.row_id("705", NEEDS.rows + 1)
    assert "updateDeveloperMetadata" in found.requests[-1]


def test_a_number_is_never_given_twice() -> None:
    """What was deleted keeps its number."""
    cells = written(numbered(3, highest=90))
    assert cells[5, 0] == NEEDS.row_id("705", 91)


def test_rows_of_people_get_what_they_were_given() -> None:
    """With the formulas that go with an id."""
    standing = numbered(NEEDS.rows)
    row = NEEDS.rows + 2
    assert set(written(standing, {row: "NC-705-041"})) == {(row, 0), (row, STATUS), (row, NOTE)}


def test_a_formula_that_is_gone_comes_back() -> None:
    """In its row alone."""
    standing = numbered(NEEDS.rows)
    kept = {at: text for at, text in standing.tab.formulas.items() if at != (7, STATUS)}
    broken = replace(standing, tab=replace(standing.tab, formulas=kept))
    assert set(written(broken)) == {(7, STATUS)}


def test_a_formula_is_the_same_in_every_row_and_leaves_strange_columns_out() -> None:
    """It finds its own row, and counts the cells that people fill wherever they are now."""
    columns = {each.name: at for at, each in enumerate(NEEDS.fields)}
    status = formula(schema(), NEEDS, NEEDS.field("status"), columns)
    assert "INDEX($A:$A;ROW())" in status
    assert "COUNTA(INDEX($C:$S;ROW();0))=0" in status
    moved = {**columns, "place": 30}
    assert "INDEX($AE:$AE;ROW();0)" in formula(schema(), NEEDS, NEEDS.field("status"), moved)
    note = formula(schema(), NEEDS, NEEDS.field("robot_note"), columns)
    assert note.startswith("=IFERROR(INDEX('Lỗi cần sửa'!")


def test_tabs_without_numbers_are_left_alone() -> None:
    """Also one whose column of ids is gone."""
    settings = old(schema().table("province", "settings"))
    assert numbering(schema(), settings, "T", {}).requests == []
    standing = numbered(3)
    lost = {name: at for name, at in standing.columns.items() if name != "need_id"}
    assert numbering(schema(), replace(standing, columns=lost), "705", {}).requests == []
