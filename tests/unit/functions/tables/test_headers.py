"""Headers of one row and of two, with their merged cells or after a paste has lost them."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from functions.domain.workbook import Cell, CellError, Merge, Tab
from functions.tables.headers import find_header, headers_at
from tests.builders import grid_tab, table

REPORTS = table("reports")
NEEDS = table("needs")
UPPER: tuple[Cell, ...] = (
    "Mã báo cáo",
    "Tên hoạt động",
    "Số lượt",
    "Trong đó",
    None,
    None,
    "SL TNV",
)
LOWER: tuple[Cell, ...] = (None, None, None, "Thanh thiếu nhi", "Người dân", "Cán bộ", None)
ROW: tuple[Cell, ...] = ("BC-705-001", "Lớp học", 12, 5, 4, 3, 8)
NAMES = {
    0: "report_id",
    1: "activity",
    2: "beneficiaries",
    3: "youth",
    4: "citizens",
    5: "officials",
}


def read(
    *grid: Sequence[Cell], merges: Sequence[Merge] = ()
) -> tuple[tuple[int, int], dict[int, str]]:
    """Return where the header of the reports is, as (row, height), and what it names by column."""
    header = find_header(tab(*grid, merges=merges), REPORTS)
    assert header is not None
    fields = header.fields(REPORTS)
    return (header.row, header.height), {column: each.name for column, each in fields.items()}


def tab(*grid: Sequence[Cell], merges: Sequence[Merge] = ()) -> Tab:
    """Return a tab of reports with these cells."""
    return replace(grid_tab(REPORTS, grid), merges=tuple(merges))


@pytest.mark.parametrize("above", [0, 3])
def test_two_rows_with_merged_cells(above: int) -> None:
    """Below a merged group stand labels; a label merged downwards stands alone."""
    title: list[Sequence[Cell]] = [("BIỂU TỔNG HỢP",)] * above
    merges = [Merge(above, above + 1, 3, 6)]
    merges += [Merge(above, above + 2, column, column + 1) for column in (0, 1, 2, 6)]
    assert read(*title, UPPER, LOWER, ROW, merges=merges) == ((above, 2), NAMES)


def test_two_rows_that_lost_their_merges() -> None:
    """A blank right of a group with a label below is covered by the group."""
    assert read(UPPER, LOWER, ROW) == ((0, 2), NAMES)


def test_a_group_gives_its_name_to_its_columns() -> None:
    """«Trong đó» over «Cán bộ, công chức» is the column of that whole name."""
    header = find_header(tab(UPPER, LOWER), REPORTS)
    assert header is not None
    assert [header.captions[column].whole for column in (2, 3, 5)] == [
        "Số lượt",
        "Trong đó: Thanh thiếu nhi",
        "Trong đó: Cán bộ",
    ]
    assert (header.captions[2].row, header.captions[3].row, header.end_row) == (0, 1, 2)


def test_a_group_may_be_a_label_itself() -> None:
    """A group over one blank and two labels names its first column alone."""
    upper = ("Mã báo cáo", "Hoạt động", "Số lượt", None, None)
    lower = (None, None, None, "Thanh thiếu nhi", "Người dân")
    merges = [Merge(0, 1, 2, 5)]
    expected = {0: "report_id", 1: "activity", 2: "beneficiaries", 3: "youth", 4: "citizens"}
    assert read(upper, lower, merges=merges) == ((0, 2), expected)


def test_a_person_in_a_group() -> None:
    """«Đầu mối liên hệ» over «Họ tên» and «SĐT» are two columns of their own."""
    grid = [("Xã", "Nội dung", "Đầu mối liên hệ", None), (None, None, "Họ tên", "SĐT")]
    header = find_header(grid_tab(NEEDS, grid), NEEDS)
    assert header is not None
    assert [each.name for each in header.fields(NEEDS).values()] == [
        "commune",
        "topics",
        "contact_name",
        "contact_phone",
    ]


def test_a_title_over_a_header_is_no_group() -> None:
    """A merged title above the labels is no part of the header."""
    titles = [each.title for each in REPORTS.fields]
    merges = [Merge(0, 1, 0, len(titles))]
    assert read(("KẾT QUẢ",), titles, ROW, merges=merges)[0] == (1, 1)
    assert read(("KẾT QUẢ",), titles, ROW)[0] == (1, 1)


def test_a_row_of_data_is_no_second_row_of_labels() -> None:
    """Words under the labels are data, even where they are labels elsewhere or figures."""
    upper = ("Mã báo cáo", "Hoạt động", "Của tôi", "Khác")
    assert read(upper, ("BC-705-001", "Lớp", "Kết quả", "Người dân"))[0] == (0, 1)
    assert read((*upper, None), ("", "Lớp", "Kết quả", 5))[0] == (0, 1)
    assert read(UPPER, ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"))[0] == (0, 1)


def test_a_number_in_two_columns() -> None:
    """Under a merged «Số lượt», neither «Nam» nor «Nữ» is the number; lost merges tell nothing."""
    upper = ("Mã báo cáo", "Hoạt động", "Số lượt", None)
    lower = (None, None, "Nam", "Nữ")
    names = {0: "report_id", 1: "activity"}
    assert read(upper, lower, ROW[:4], merges=[Merge(0, 1, 2, 4)]) == ((0, 2), names)
    assert read(upper, lower, ROW[:4]) == ((0, 1), {**names, 2: "beneficiaries"})


def test_cells_merged_in_the_header_alone() -> None:
    """A merge in the only row of a header does not make the first row of data a second one."""
    merges = [Merge(0, 1, 2, 4)]
    upper = ("Mã báo cáo", "Hoạt động", "Kết quả", None)
    assert read(upper, ("BC-705-001", "Lớp", "Tốt", "x"), merges=merges)[0] == (0, 1)
    assert read(upper, (None, None, 5, "x"), merges=merges)[0] == (0, 1)


def test_labels_that_nobody_knows_in_a_group() -> None:
    """Under a merged group even unknown labels are no row of data; without the merge they are."""
    upper = ("Mã báo cáo", "Hoạt động", "Của tôi", None)
    lower = (None, None, "Cái này", "Cái kia")
    assert read(upper, lower, merges=[Merge(0, 1, 2, 4)])[0] == (0, 2)
    assert read(upper, lower)[0] == (0, 1)


def test_errors_and_numbers_in_a_header() -> None:
    """Cells that show an error or a number name nothing and harm nothing."""
    upper = (*UPPER[:6], CellError("#REF!"))
    lower = (*LOWER[:6], CellError("#N/A"))
    assert read(upper, lower, ROW) == ((0, 2), NAMES)
    assert read((*UPPER, 5, True), ROW)[0] == (0, 1)


def test_the_header_with_the_most_columns_counts() -> None:
    """Of several rows with labels the fullest is the header, the upper one of equals."""
    part = ("Mã báo cáo", "Hoạt động")
    assert read(part, UPPER, LOWER)[0] == (1, 2)
    assert read(UPPER, LOWER, ROW, UPPER, LOWER)[0] == (0, 2)
    assert find_header(tab(("Mã báo cáo",)), REPORTS) is None
    assert find_header(tab(), REPORTS) is None


def test_a_header_that_names_everything_ends_the_search() -> None:
    """Nothing below a header with all columns is looked at, so no row there takes its place."""
    titles = [each.title for each in REPORTS.fields]
    assert read(titles, titles)[0] == (0, 1)


def test_columns_of_a_header() -> None:
    """A header can be narrowed to some of its columns."""
    (header, *_) = headers_at(tab(UPPER), 0)
    narrow = header.only({1, 2, 99})
    assert sorted(narrow.captions) == [1, 2]
    assert (narrow.row, narrow.end_row, narrow.count(REPORTS)) == (0, 1, 2)
