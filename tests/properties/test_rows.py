"""Rows are data or layout whatever they are spelled like, and layout never touches data."""

import unicodedata
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from functions.domain.workbook import Cell, CellError
from functions.tables.locate import label_of
from functions.tables.row_kinds import RowKind, kind_of_row
from functions.tables.rows import split_rows
from functions.tables.typed import TableReading
from sheets_schema.model import FilledBy, Table, TableKind
from tests.builders import SCHEMA, TAN_BIEN, Row, cells_of, good, grid_tab, read_tab, table

# What lines of forms are made of, so that most of what is drawn nearly is one.
WORDS = (
    *(
        "Tổng",
        "Cộng",
        "cộng:",
        "Tổng cộng",
        "Lũy kế",
        "Toàn huyện",
        "Toàn",
        "số",
        "(I+II)",
        "mục I",
    ),
    *(
        "I",
        "II.",
        "A.",
        "b)",
        "*",
        "-",
        "1.",
        "(1)",
        "Khối",
        "Huyện",
        "Đợt 1",
        "Hòa",
        "đồng",
        "kết",
    ),
    *("BIỂU", "Danh sách", "Phụ lục", "Mẫu số", "Kèm theo", "Ghi chú", "Lưu ý:", "Nguồn:", "(*)"),
    *("Người lập", "Bí thư", "TM.", "KT.", "Ký tên", "ngày", "tháng", "năm", "2024", "Nơi nhận:"),
    *("Không có", "nhu cầu", "Xã Tân Lập", "Nguyễn Văn An", "STT", "Xã", "Số lượt", "30", "…"),
)
LETTERS = "aăâeêioôơuưyđbcghnrstvxàáảãạằệỉịọốờữỵ"
lines = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(LETTERS, min_size=1, max_size=5)), max_size=5
).map(" ".join)
cells: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**80), 2**80),
    st.integers(-5, 60),
    st.floats(),
    st.just(CellError("#REF!")),
    lines,
    st.text(max_size=20),
)
TABLES = [
    each for each in SCHEMA.tables if each.kind is TableKind.INPUT and each.name != "settings"
]
NEEDS = table("needs")


def is_label(column: int, cell: Cell) -> bool:
    """Take the label of any column of one table for one."""
    del column
    return label_of(NEEDS, cell) is not None


@settings(max_examples=600, deadline=None)
@given(st.lists(cells, max_size=6))
def test_any_row_is_of_some_kind(row: list[Cell]) -> None:
    """No cells crash; the same cells are always of the same kind, one of those promised."""
    kind = kind_of_row(row, is_label)
    assert kind is kind_of_row(tuple(row), is_label)
    assert kind not in (RowKind.EXAMPLE, RowKind.NOTHING)


@settings(max_examples=600, deadline=None)
@given(
    st.lists(st.one_of(st.none(), st.integers(0, 500), lines), min_size=1, max_size=5),
    st.sampled_from([str.upper, str.lower, str.title]),
    st.sampled_from(["NFC", "NFD"]),
    st.sampled_from([" ", "  ", "\u00a0", "\n"]),
)
def test_spelling_changes_no_kind(row: list[Cell], case: object, form: str, space: str) -> None:
    """Case, spaces around and between words and the form of Unicode make no difference."""
    assert callable(case)
    spelled: list[Cell] = [
        space + unicodedata.normalize(form, case(cell)).replace(" ", space) + space  # type: ignore[arg-type]
        if isinstance(cell, str)
        else cell
        for cell in row
    ]
    assert kind_of_row(spelled, is_label) is kind_of_row(row, is_label)


@st.composite
def complete_rows(draw: st.DrawFn, kind: Table) -> tuple[Cell, ...]:
    """Draw a row with all required cells filled, none with the label of its own column."""
    filled = lines.filter(lambda line: bool(line.strip(" …-*")))
    row: dict[str, Cell] = {}
    for each in kind.fields:
        if each.filled_by is not FilledBy.PEOPLE:
            continue
        answers = st.one_of(st.integers(1, 500), filled)
        cell = draw(answers if each.required else st.one_of(st.none(), answers))
        row[each.name] = "?" if label_of(kind, cell) is not None else cell
    return cells_of(kind, row)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(TABLES), st.data())
def test_a_complete_row_is_data(kind: Table, data: st.DataObject) -> None:
    """Whatever words stand in it, a row with every required cell filled is data."""
    row = data.draw(complete_rows(kind))
    one = read_tab(grid_tab(kind, [[each.title for each in kind.fields], row]), kind)
    assert one.located is not None
    assert [each.kind.value for each in split_rows(one.located)] == ["data"]


LAYOUT: Sequence[Row] = (
    {},
    {"need_id": "NC-705-040"},
    {"commune": "Tổng cộng", "expected_beneficiaries": 350},
    {"need_id": "Cộng:", "volunteers_needed": 85},
    {"commune": "Toàn huyện", "volunteers_needed": 85},
    {"commune": "II. CÁC XÃ BIÊN GIỚI"},
    {"need_id": "A", "commune": "Khối xã"},
    {"commune": "* Đợt 1"},
    {"need_id": "BIỂU TỔNG HỢP NHU CẦU"},
    {"place": "(Kèm theo Báo cáo số 12-BC/ĐTN)"},
    {"note": "Ghi chú: số liệu tính đến 15/8"},
    {"commune": "NGƯỜI LẬP BIỂU", "contact_phone": "BÍ THƯ"},
    {"commune": "(Đã ký)"},
    {each.name: each.title for each in NEEDS.fields if each.filled_by is FilledBy.PEOPLE},
)


def read(rows: Sequence[Row]) -> TableReading:
    """Read rows of needs below a proper header."""
    grid = [[each.title for each in NEEDS.fields], *(cells_of(NEEDS, each) for each in rows)]
    return read_tab(grid_tab(NEEDS, grid), NEEDS, TAN_BIEN)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.integers(1, 39).map(lambda number: good("needs", number)),
            st.sampled_from(LAYOUT),
            st.just(good("needs", 5, place="nt", note='"')),
            st.just(good("needs", 6, sessions="nhiều")),
        ),
        max_size=8,
    )
)
def test_layout_changes_no_data(rows: list[Row]) -> None:
    """With or without lines of layout the same rows are read, with the same to say about them."""
    plain = read([each for each in rows if each not in LAYOUT])
    full = read(rows)
    assert [(each.row_id, each.typed) for each in full.rows] == [
        (each.row_id, each.typed) for each in plain.rows
    ]
    ours = {"subtotal_row", "row_left_out"}
    assert [
        (each.code, each.place.row_id, each.place.field, each.value)
        for each in full.findings
        if each.code not in ours
    ] == [(each.code, each.place.row_id, each.place.field, each.value) for each in plain.findings]
    said = {each.place.row for each in full.findings if each.code in ours}
    silent = (RowKind.DATA, RowKind.HEADER)
    assert said == {row for row, kind in full.kinds.items() if kind not in silent}
