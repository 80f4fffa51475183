"""A second table in a tab is read with its own columns, or sent to where it belongs."""

from collections.abc import Sequence
from dataclasses import replace

from functions.domain.findings import Finding
from functions.domain.workbook import Cell, Merge
from functions.tables.locate import Located, locate
from tests.builders import SCHEMA, book, cells_of, good, grid_tab, table

NEEDS, PEOPLE = table("needs"), table("volunteers")
TITLES = tuple(each.title for each in NEEDS.fields)
LINE = cells_of(NEEDS, good("needs"))
WIDTH = len(TITLES)
PEOPLE_TITLES = tuple(each.title for each in PEOPLE.fields)
PERSON = cells_of(PEOPLE, good("volunteers"))
GAP: tuple[Cell, ...] = (None,)


def found(*grid: Sequence[Cell], keyed: bool = False) -> tuple[Located | None, list[Finding]]:
    """Locate the needs among these cells; return where they are and what was said."""
    keys = range(WIDTH) if keyed else ()
    return locate("705", book(grid_tab(NEEDS, grid, keys=keys)), NEEDS, SCHEMA)


def parts(*grid: Sequence[Cell]) -> list[tuple[int, int, int]]:
    """Return the parts of these cells as (first row, end row, column of the commune)."""
    located, _ = found(*grid)
    assert located is not None
    return [(each.first_row, each.end_row, each.columns["commune"]) for each in located.parts]


def elsewhere(*grid: Sequence[Cell]) -> list[tuple[str, str, str, int | None]]:
    """Return what is said of other tables, as (title, first row, last row, row of the place)."""
    return [
        (each.data["other"], each.data["first"], each.data["last"], each.place.row)
        for each in found(*grid)[1]
        if each.code == "other_table"
    ]


def test_one_header_is_one_part() -> None:
    """Without a second header all rows below the first are one part."""
    assert parts(TITLES, LINE, (), LINE) == [(1, 4, 2)]
    assert parts(TITLES) == [(1, 1, 2)]


def test_the_same_header_again_goes_on() -> None:
    """A header repeated over the same columns, whole or in part, begins nothing new."""
    assert parts(TITLES, LINE, TITLES, LINE) == [(1, 4, 2)]
    assert parts(TITLES, LINE, TITLES[:6], LINE) == [(1, 4, 2)]


def test_the_same_table_with_its_columns_elsewhere() -> None:
    """A second header over other columns is a part with columns of its own."""
    moved, line = (*GAP, *TITLES), (*GAP, *LINE)
    assert parts(TITLES, LINE, LINE, (), moved, line, TITLES, LINE) == [
        (1, 4, 2),
        (5, 6, 3),
        (7, 8, 2),
    ]
    located, findings = found(TITLES, LINE, moved, line)
    assert located is not None
    assert findings == []
    assert located.columns_at(1)["commune"] == 2
    assert located.columns_at(3)["commune"] == 3
    assert located.columns_at(99)["commune"] == 2


def test_a_second_header_of_two_rows() -> None:
    """A second header may be two rows high like the first."""
    at = NEEDS.column("contact_name") + 1
    upper = [None, *TITLES]
    upper[at : at + 2] = ["Đầu mối liên hệ", None]
    lower: list[Cell] = [None] * (WIDTH + 1)
    lower[at : at + 2] = ["Họ tên", "Số điện thoại"]
    assert parts(TITLES, LINE, upper, lower, (*GAP, *LINE)) == [(1, 2, 2), (4, 5, 3)]


def test_a_second_header_without_a_required_column() -> None:
    """Rows under a second header that lacks a required column are not read, and that is said."""
    moved = [None, *TITLES]
    moved[3] = None
    located, findings = found(TITLES, LINE, moved, (*GAP, *LINE))
    assert located is not None
    assert [(each.first_row, each.end_row) for each in located.parts] == [(1, 2)]
    assert [(each.code, each.place.row) for each in findings] == [("column_missing", 2)]


def test_developer_metadata_belongs_to_the_first_header() -> None:
    """Below a second header a column is never known by what the first one had there."""
    moved = [None, *TITLES]
    moved[4] = None
    located, findings = found(TITLES, LINE, moved, (*GAP, *LINE), keyed=True)
    assert located is not None
    assert "place" not in located.parts[1].columns
    assert [each.code for each in findings] == ["column_gone"]


def test_another_table_below() -> None:
    """Rows under another tab's header are not read, and their place is named."""
    grid = [TITLES, LINE, (), PEOPLE_TITLES, PERSON, PERSON, ()]
    assert parts(*grid) == [(1, 3, 2)]
    assert elsewhere(*grid) == [("Tình nguyện viên", "5", "6", 3)]


def test_the_table_goes_on_below_another_one() -> None:
    """After another table the same header again takes up the table where it stopped."""
    grid = [TITLES, LINE, PEOPLE_TITLES, PERSON, TITLES, LINE]
    assert parts(*grid) == [(1, 2, 2), (5, 6, 2)]
    assert elsewhere(*grid) == [("Tình nguyện viên", "4", "4", 2)]


def test_another_table_above() -> None:
    """Rows of another tab above the header are named too."""
    grid = [PEOPLE_TITLES[:6], PERSON[:6], (), TITLES, LINE]
    assert parts(*grid) == [(4, 5, 2)]
    assert elsewhere(*grid) == [("Tình nguyện viên", "2", "2", 0)]


def test_part_of_the_table_s_own_header_above_it() -> None:
    """A few of the table's own labels above its header are a title, no part."""
    assert parts(TITLES[2:6], (), TITLES, LINE) == [(3, 4, 2)]


def test_another_table_beside() -> None:
    """A table to the right, behind an empty column, is named and takes no column."""
    grid = [(*TITLES, None, *PEOPLE_TITLES), (*LINE, None, *PERSON), LINE]
    located, findings = found(*grid)
    assert located is not None
    assert [each.code for each in findings] == ["other_table"]
    assert max(located.columns.values()) < WIDTH
    assert elsewhere(*grid) == [("Tình nguyện viên", "2", "2", None)]


def test_another_table_that_begins_beside_the_rows() -> None:
    """A table to the right may begin lower; the rows at its height are read all the same."""
    right: list[Cell] = [None] * 3
    grid = [TITLES, LINE, (*LINE, *right, *PEOPLE_TITLES[:5]), (*LINE, *right, *PERSON[:5]), LINE]
    assert parts(*grid) == [(1, 5, 2)]
    assert elsewhere(*grid) == [("Tình nguyện viên", "4", "4", None)]


def test_another_table_of_two_rows_beside() -> None:
    """A table to the right may have a header of two rows."""
    right: list[Cell] = [None] * 2
    upper = [*PEOPLE_TITLES[2:6], "Có", None]
    lower: list[Cell] = [*[None] * 4, "Có máy tính xách tay", "Có điện thoại thông minh"]
    grid = [TITLES, (*LINE, *right, *upper), (*LINE, *right, *lower), (*LINE, *right, *PERSON[2:7])]
    assert parts(*grid) == [(1, 4, 2)]
    assert elsewhere(*grid) == [("Tình nguyện viên", "4", "4", None)]


def test_a_second_header_of_the_table_beside_its_rows() -> None:
    """Labels to the right of a row of data do not end the table."""
    assert parts(TITLES, (*LINE, None, *TITLES[:5]), LINE) == [(1, 3, 2)]


def test_a_header_without_rows_is_no_news() -> None:
    """Another tab's header with nothing below holds nothing that could be lost."""
    assert elsewhere(TITLES, LINE, (), PEOPLE_TITLES) == []


def test_rows_of_data_are_no_header() -> None:
    """Answers that are labels somewhere do not make a row a header."""
    words = replace_cells({"topics": "Nội dung", "audience": "Người dân", "place": "Trường"})
    assert parts(TITLES, LINE, words, LINE) == [(1, 4, 2)]
    assert elsewhere(TITLES, LINE, words, LINE) == []


def replace_cells(cells: dict[str, Cell]) -> tuple[Cell, ...]:
    """Return a good row with some cells replaced."""
    return cells_of(NEEDS, good("needs", **cells))


def test_a_tab_that_holds_another_table_only() -> None:
    """Where a tab's own header is gone, the table that took its place is named."""
    located, findings = found(PEOPLE_TITLES, PERSON)
    assert located is None
    assert [each.code for each in findings] == ["header_missing", "other_table"]
    located, findings = found(PEOPLE_TITLES, PERSON, keyed=True)
    assert located is not None
    assert [each.code for each in findings] == ["header_gone", "other_table"]
    assert [(each.first_row, each.end_row) for each in located.parts] == [(0, 0)]


def test_a_merged_title_in_the_middle() -> None:
    """A title between two groups of rows is no header."""
    grid = [TITLES, LINE, ("ĐỢT 2", None, None), LINE]
    one = replace(grid_tab(NEEDS, grid), merges=(Merge(2, 3, 0, 5),))
    located, findings = locate("705", book(one), NEEDS, SCHEMA)
    assert located is not None
    assert findings == []
    assert [(each.first_row, each.end_row) for each in located.parts] == [(1, 4)]


def test_the_ledger_is_one_part() -> None:
    """Rows of the robot's own list never move, so no second header is looked for."""
    ledger = table("assignments", "province")
    titles = [each.title for each in ledger.fields]
    one = grid_tab(ledger, [titles, [None, *titles], titles])
    located, _ = locate("T", book(one), ledger, SCHEMA)
    assert located is not None
    assert [(each.first_row, each.end_row) for each in located.parts] == [(1, 3)]
