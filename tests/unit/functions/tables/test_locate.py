"""Tabs, headers and columns are found wherever people moved them, or their loss is said."""

from dataclasses import replace

import pytest

from functions.domain.findings import Finding
from functions.domain.workbook import Cell, Tab
from functions.tables.locate import Located, find_tab, label_of, locate
from sheets_schema.model import Field, FilledBy
from tests.builders import SCHEMA, book, cells_of, good, grid_tab, tab, table

NEEDS = table("needs")
TITLES = tuple(each.title for each in NEEDS.fields)
LINE = cells_of(NEEDS, good("needs"))
COMMUNE, PLACE, TOPICS, NOTE = (
    NEEDS.column(each) for each in ("commune", "place", "topics", "note")
)


def found(one: Tab) -> tuple[Located | None, list[tuple[str, str, str]]]:
    """Locate the needs; return the place and findings as (code, shown value, column)."""
    located, findings = locate("705", book(one), NEEDS, SCHEMA)
    return located, [shown(each) for each in findings]


def shown(finding: Finding) -> tuple[str, str, str]:
    """Return a finding as (code, shown value, title of the column or tab)."""
    return finding.code, finding.value, finding.data.get("column", finding.data.get("tab", ""))


def with_titles(*titles: Cell) -> Tab:
    """Return a tab with these titles over one good row."""
    return grid_tab(NEEDS, [titles, LINE])


def renamed(at: int, title: Cell) -> tuple[Cell, ...]:
    """Return the titles with another one in one column."""
    return (*TITLES[:at], title, *TITLES[at + 1 :])


def test_a_tab_as_provisioned() -> None:
    """Nothing is said about a tab that is as it was made."""
    located, findings = found(tab(NEEDS, good("needs")))
    assert located is not None
    assert findings == []
    assert located.first_row == 1
    assert located.columns == {each.name: at for at, each in enumerate(NEEDS.fields)}


def test_tabs_are_known_by_key_then_by_title() -> None:
    """Developer metadata wins over a title, and a title is read in any spelling."""
    by_title, by_key = tab(NEEDS, title="NHU  CẦU"), replace(tab(NEEDS, title="Khác"), key="needs")
    assert find_tab(book(by_title, by_key), NEEDS) is by_key
    assert find_tab(book(by_title), NEEDS) is by_title
    assert find_tab(book(tab(NEEDS, title="Nhu cau khác")), NEEDS) is None


def test_a_renamed_tab_is_read_and_named() -> None:
    """A tab with a key and another title is read; its new title is shown."""
    located, findings = found(replace(tab(NEEDS, title="Nhu cầu (mới)"), key="needs"))
    assert located is not None
    assert findings == [("tab_renamed", "Nhu cầu (mới)", "Nhu cầu")]


def test_a_missing_tab() -> None:
    """Without the tab nothing is read and one finding says so."""
    located, findings = found(tab(table("reports")))
    assert located is None
    assert findings == [("tab_missing", "", "Nhu cầu")]


@pytest.mark.parametrize("grid", [[], [()], [(None,)] * 5000], ids=["no rows", "one", "5,000"])
def test_an_empty_tab(grid: list[tuple[Cell, ...]]) -> None:
    """A tab without cells has lost its header, however many blank rows it has."""
    located, findings = found(grid_tab(NEEDS, grid))
    assert located is None
    assert findings == [("header_missing", "", "Nhu cầu")]


def test_titles_above_the_header() -> None:
    """Lines of a form above the header are passed over."""
    above: list[tuple[Cell, ...]] = [
        ("TỈNH ĐOÀN TÂY NINH",),
        ("BIỂU NHU CẦU", None),
        (),
        ("(Kèm theo Báo cáo số 12)", "Nội dung"),
    ]
    located, findings = found(tab(NEEDS, good("needs"), above=above))
    assert located is not None
    assert findings == []
    assert located.first_row == 5


def test_a_header_below_twenty_rows_is_not_looked_for() -> None:
    """The header is searched in the first twenty rows only."""
    assert found(tab(NEEDS, above=[()] * 19))[1] == []
    assert found(tab(NEEDS, above=[()] * 20))[1] == [("header_missing", "", "Nhu cầu")]


def test_the_upper_of_two_headers_counts() -> None:
    """Of two rows with equally many labels the upper one is the header."""
    located, _ = found(grid_tab(NEEDS, [TITLES, LINE, TITLES]))
    assert located is not None
    assert located.first_row == 1


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("SĐT", "contact_phone"),
        ("S\u00d0T", "contact_phone"),
        ("so dien thoai", "contact_phone"),
        ("Số lượt\ndự kiến", "expected_beneficiaries"),
        ("XÃ/PHƯỜNG/THỊ TRẤN", "commune"),
        ("Mã", "need_id"),
        ("Cột1", None),
        ("", None),
        (5, None),
        (None, None),
        ("Số điện thoại" + " " * 300, None),
    ],
)
def test_labels(typed: Cell, name: str | None) -> None:
    """A label is known in its aliases and without diacritics, a stranger is not."""
    named = label_of(NEEDS, typed)
    assert (named.name if named else None) == name


def test_a_label_that_two_columns_share_without_marks_says_nothing() -> None:
    """Without diacritics «Ma» and «Má» are the same, so they name neither column."""
    fields = (Field("a", "Mạ", "text"), Field("b", "Má", "text"), Field("c", "Cá", "text"))
    kind = replace(NEEDS, fields=fields)
    assert [label_of(kind, each) for each in ("Ma", "Má", "Ca")] == [None, fields[1], fields[2]]


def test_columns_in_another_order() -> None:
    """Columns that were moved are read where they stand."""
    located, findings = found(grid_tab(NEEDS, [tuple(reversed(TITLES)), tuple(reversed(LINE))]))
    assert located is not None
    assert findings == []
    assert located.columns["need_id"] == len(TITLES) - 1


def test_an_inserted_column_is_named_and_not_read() -> None:
    """A column of one's own is a hint; the columns behind it are read where they stand."""
    located, findings = found(with_titles("Của tôi", *TITLES))
    assert located is not None
    assert findings == [("unknown_header", "Của tôi", "")]
    assert located.columns["need_id"] == 1


def test_a_duplicated_column_is_read_on_the_left() -> None:
    """Of two columns with one label the left one is read, and the right one is named."""
    located, findings = found(with_titles(*TITLES, "Xã"))
    assert located is not None
    assert findings == [("column_twice", "Xã", "Xã, phường, thị trấn")]
    assert located.columns["commune"] == COMMUNE


def test_a_deleted_column() -> None:
    """Without a column that may be empty the tab is read, without a required one it is not."""
    located, findings = found(with_titles(*renamed(PLACE, None)))
    assert located is not None
    assert findings == [("column_gone", "", "Địa điểm tổ chức")]
    located, findings = found(with_titles(*renamed(COMMUNE, None)))
    assert located is None
    assert findings == [("column_missing", "", "Xã, phường, thị trấn")]


def test_missing_formula_columns_do_not_matter() -> None:
    """The robot's own formula columns may go without a word; nothing is read from them."""
    kept = [each.title for each in NEEDS.fields if each.filled_by is not FilledBy.FORMULA]
    located, findings = found(grid_tab(NEEDS, [kept]))
    assert located is not None
    assert findings == []


def test_a_renamed_column_is_known_by_its_metadata() -> None:
    """Where the label says nothing, developer metadata does, and the label is shown."""
    one = grid_tab(NEEDS, [renamed(TOPICS, "Cần gì?"), LINE], keys=range(len(TITLES)))
    located, findings = found(one)
    assert located is not None
    assert findings == [("column_renamed", "Cần gì?", "Nội dung đề nghị hỗ trợ")]
    assert located.columns["topics"] == TOPICS


def test_a_label_wins_over_metadata() -> None:
    """Cutting and pasting cells moves labels and leaves metadata behind, so labels decide."""
    swapped = list(TITLES)
    swapped[COMMUNE], swapped[NOTE] = swapped[NOTE], swapped[COMMUNE]
    located, findings = found(grid_tab(NEEDS, [swapped, LINE], keys=range(len(TITLES))))
    assert located is not None
    assert findings == []
    assert (located.columns["commune"], located.columns["note"]) == (NOTE, COMMUNE)


def test_metadata_of_a_column_with_another_label_is_not_used() -> None:
    """A column whose label names something else is never taken for what its metadata says."""
    titles = renamed(PLACE, None)
    keys = [None] * len(TITLES)
    one = grid_tab(NEEDS, [titles, LINE], keys=keys)
    one = replace(one, column_keys={COMMUNE: "place", PLACE: "stranger"})
    located, findings = found(one)
    assert located is not None
    assert "place" not in located.columns
    assert findings == [("column_gone", "", "Địa điểm tổ chức")]


def test_a_deleted_header_with_metadata() -> None:
    """With developer metadata the columns are known without their header row."""
    located, findings = found(tab(NEEDS, good("needs"), header=False, keyed=True))
    assert located is not None
    assert findings == [("header_gone", "", "Nhu cầu")]
    assert (located.first_row, located.columns["contact_phone"]) == (
        0,
        TITLES.index("Số điện thoại"),
    )


def test_a_deleted_header_without_metadata() -> None:
    """Without a header and without metadata nothing is guessed."""
    located, findings = found(tab(NEEDS, good("needs"), header=False))
    assert located is None
    assert findings == [("header_missing", "", "Nhu cầu")]


def test_findings_point_at_the_header_cell() -> None:
    """A finding about a column stands at its header, one about a tab has no row."""
    one = grid_tab(NEEDS, [("BIỂU",), (*TITLES, "Lạ")], sheet_id=7)
    _, (finding,) = locate("705", book(one), NEEDS, SCHEMA)
    place = finding.place
    assert (place.sheet_id, place.row, place.column) == (7, 1, len(TITLES))
    _, (finding,) = locate("705", book(), NEEDS, SCHEMA)
    assert (finding.place.sheet_id, finding.place.row) == (None, None)


def test_hidden_rows_are_read_and_counted() -> None:
    """Rows hidden by hand or by a filter are read; those that hold something are counted."""
    example, numbered = {**good("needs"), "need_id": "VD"}, {"need_id": "NC-705-003"}
    one = tab(NEEDS, example, good("needs"), good("needs", 2), numbered)
    located, findings = locate(
        "705", book(replace(one, hidden_rows=frozenset({0, 1, 3, 4, 99}))), NEEDS, SCHEMA
    )
    assert located is not None
    assert (located.parts[0].first_row, located.parts[0].end_row) == (1, 5)
    assert [(each.code, each.data) for each in findings] == [
        ("hidden_rows", {"tab": "Nhu cầu", "count": "1"})
    ]
    _, findings = locate("705", book(replace(one, hidden_rows=frozenset({1, 4}))), NEEDS, SCHEMA)
    assert findings == []


def test_rows_that_were_sorted_above_their_header() -> None:
    """Rows with ids above the header belong to the table; titles above it do not."""
    rows = [cells_of(NEEDS, good("needs", number)) for number in (1, 2, 3)]
    one = grid_tab(NEEDS, [("BIỂU TỔNG HỢP",), *rows[:2], TITLES, rows[2]])
    located, findings = locate("705", book(one), NEEDS, SCHEMA)
    assert located is not None
    assert [(each.first_row, each.end_row) for each in located.parts] == [(1, 3), (4, 5)]
    assert findings == []
