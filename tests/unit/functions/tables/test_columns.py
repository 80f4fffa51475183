"""Of several columns the right one is read, and nothing that is not read goes unsaid."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from functions.domain.findings import Finding
from functions.domain.workbook import Cell, CellError, Merge, Tab
from functions.tables.locate import Located, locate
from tests.builders import SCHEMA, book, cells_of, good, grid_tab, province, table

NEEDS = table("needs")
TITLES = tuple(each.title for each in NEEDS.fields)
LINE = cells_of(NEEDS, good("needs"))
COMMUNE, PLACE, NOTE = (NEEDS.column(each) for each in ("commune", "place", "note"))
LAST = len(TITLES)
WIDE = LAST + 2


def found(one: Tab) -> tuple[Located, list[Finding]]:
    """Locate the needs, which must be readable; return where they are and what was said."""
    located, findings = locate("705", book(one), NEEDS, SCHEMA)
    assert located is not None
    return located, findings


def read(
    titles: Sequence[Cell], *lines: Sequence[Cell], keys: Mapping[int, str] | None = None
) -> tuple[Mapping[str, int], list[tuple[str, int | None]]]:
    """Return the columns of these cells and what was said, as (code, column)."""
    one = replace(grid_tab(NEEDS, [titles, *lines]), column_keys=keys or {})
    located, findings = found(one)
    return located.columns, [(each.code, each.place.column) for each in findings]


def swapped(at: int, title: Cell) -> list[Cell]:
    """Return the titles with another one in one place."""
    return [*TITLES[:at], title, *TITLES[at + 1 :]]


def test_the_exact_title_goes_before_an_alias() -> None:
    """Of two columns the one whose label is the title is read, wherever it stands."""
    columns, said = read(["Xã", *TITLES], ["Xã Tân Hà", *LINE])
    assert columns["commune"] == COMMUNE + 1
    assert said == [("column_twice", 0)]


def test_metadata_goes_before_content_and_place() -> None:
    """Of two columns with the title the one that we marked is read, though it be empty."""
    empty = [*LINE[:NOTE], None, *LINE[NOTE + 1 :], "chữ"]
    columns, said = read([*TITLES, "Ghi chú"], empty, keys={NOTE: "note"})
    assert columns["note"] == NOTE
    assert said == [("column_twice", LAST)]


def test_content_goes_before_place() -> None:
    """Of two columns with the title the one with something below it is read, else the left one."""
    empty = [*LINE[:NOTE], " ", *LINE[NOTE + 1 :]]
    assert read([*TITLES, "Ghi chú"], [*empty, "chữ"])[0]["note"] == LAST
    assert read([*TITLES, "Ghi chú"], [*empty, None])[0]["note"] == NOTE
    assert (
        read([*TITLES, "Ghi chú"], [*LINE[:NOTE], "a", *LINE[NOTE + 1 :], "b"])[0]["note"] == NOTE
    )


def test_a_label_in_a_strange_group_goes_last() -> None:
    """«SĐT» of somebody else does not take the place of the column's own alias."""
    titles = [None, None, *swapped(NEEDS.column("contact_phone"), "SĐT")]
    group: list[Cell] = ["Phụ huynh", None, *([None] * LAST)]
    lower: list[Cell] = ["Họ tên", "SĐT"]
    one = grid_tab(NEEDS, [[*group[:2], *titles[2:]], lower, ["A", "0911222333", *LINE]])
    located, findings = found(replace(one, merges=(Merge(0, 1, 0, 2),)))
    assert located.columns["contact_phone"] == NEEDS.column("contact_phone") + 2
    assert [(each.code, each.value) for each in findings] == [
        ("column_twice", "Phụ huynh: SĐT"),
        ("unknown_header", "Phụ huynh: Họ tên"),
    ]


def test_both_columns_are_named() -> None:
    """What is said of two columns names both by their letters and how much the other one holds."""
    one = grid_tab(NEEDS, [(*TITLES, "Xã"), (*LINE, "Xã Tân Hà"), (*LINE, "x"), LINE])
    (finding,) = found(one)[1]
    assert finding.value == "Xã"
    assert finding.data == {
        "column": "Xã, phường, thị trấn",
        "read": "C",
        "other": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[LAST],
        "count": "2",
    }


def test_three_columns_with_one_label() -> None:
    """Each column that is not read is named."""
    assert read(["Xã", *TITLES, "Địa bàn"])[1] == [("column_twice", 0), ("column_twice", LAST + 1)]


def test_words_in_a_column_without_a_label() -> None:
    """What is typed next to the rows under no label is not read, and that is said once a column."""
    grid = [TITLES, (*LINE, None, "a", " "), LINE, (*LINE, None, "b"), (None,) * WIDE, ("Cộng",)]
    located, (finding,) = found(grid_tab(NEEDS, grid))
    assert LAST + 1 not in located.columns.values()
    assert (finding.code, finding.place.row, finding.place.column) == (
        "unlabelled_column",
        1,
        LAST + 1,
    )
    assert finding.data["count"] == "2"
    signed = [TITLES, LINE, (*(None,) * WIDE, "TM. BAN THƯỜNG VỤ")]
    assert found(grid_tab(NEEDS, signed))[1] == []


def test_columns_of_habit_are_no_news() -> None:
    """A counter and the unit's name may stand in any tab; they are known and not read."""
    one = grid_tab(NEEDS, [("STT", *TITLES, "Huyện đoàn"), (1, *LINE, "Tân Biên")])
    located, findings = found(one)
    assert findings == []
    assert located.parts[0].common == {"row_no": 0, "unit": LAST + 1}
    assert "unit" not in located.columns


def test_a_tab_s_own_column_is_none_of_habit() -> None:
    """Where a tab has a column for the unit, a second one is not passed over."""
    visits = table("visits", "province")
    titles = ["Đơn vị tổ chức", *(each.title for each in visits.fields)]
    located, findings = locate("T", book(grid_tab(visits, [titles])), visits, SCHEMA)
    assert located is not None
    assert located.parts[0].common == {}
    assert [each.code for each in findings] == ["unknown_header"]


def test_the_robot_s_own_tabs_have_no_habits() -> None:
    """In a tab that the robot keeps, a counter is a stranger like any other column."""
    ledger = table("assignments", "province")
    titles = [*(each.title for each in ledger.fields), "STT"]
    _, findings = locate("T", book(grid_tab(ledger, [titles])), ledger, SCHEMA)
    assert [each.code for each in findings] == ["unknown_header"]


@pytest.mark.parametrize(
    ("label", "suggestion"),
    [
        ("Địa diểm tổ chứx", " Ý bạn là «Địa điểm tổ chức»?"),
        ("Nơi tổ chứcc", " Ý bạn là «Địa điểm tổ chức»?"),
        ("Số điện thoạii", ""),
        ("Màu áo", ""),
    ],
)
def test_a_stranger_near_a_missing_column(label: str, suggestion: str) -> None:
    """An unknown label is never taken for a column; the nearest one that is missing is offered."""
    one = grid_tab(NEEDS, [swapped(PLACE, label), LINE])
    located, findings = found(one)
    assert "place" not in located.columns
    (stranger,) = [each for each in findings if each.code == "unknown_header"]
    assert (stranger.value, stranger.data) == (label, {"suggestion": suggestion})


def test_a_renamed_column_without_words() -> None:
    """A column whose label was wiped is known by its metadata, and that is said at the header."""
    one = replace(grid_tab(NEEDS, [("BIỂU",), swapped(PLACE, None)]), column_keys={PLACE: "place"})
    located, (finding,) = found(one)
    assert located.columns["place"] == PLACE
    assert (finding.code, finding.value, finding.place.row) == ("column_renamed", "", 1)


def test_metadata_that_stands_twice() -> None:
    """Of two columns marked as the same the left one is read."""
    keys = {PLACE: "place", LAST: "place"}
    columns, said = read([*swapped(PLACE, "Chỗ nào"), "Chỗ kia"], LINE, keys=keys)
    assert columns["place"] == PLACE
    assert said == [("column_renamed", PLACE), ("unknown_header", LAST)]


def test_errors_in_a_header_row() -> None:
    """A formula that fails in a header is no label: the column is known by metadata or missing."""
    columns, said = read(swapped(PLACE, CellError("#REF!")), LINE, keys={PLACE: "place"})
    assert (columns["place"], said) == (PLACE, [("column_renamed", PLACE)])
    columns, said = read(swapped(PLACE, CellError("#REF!")), LINE)
    assert ("place" in columns, said) == (False, [("column_gone", None)])


def test_a_province_s_tabs_have_all_their_columns() -> None:
    """Every input tab of a province's workbook is found whole, without a word."""
    workbook = province([good("units")])
    for each in (one for one in SCHEMA.book("province") if one.kind == "input"):
        assert locate("T", workbook, each, SCHEMA)[1] == []
