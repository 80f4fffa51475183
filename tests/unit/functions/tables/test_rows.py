"""Every row below a header is data, or is left alone for a reason that can be named."""

import pytest

from functions.domain.workbook import Cell, CellError
from functions.tables.locate import Located
from functions.tables.rows import RawRow, is_empty, split_rows
from sheets_schema.model import Table
from tests.builders import cells_of, good, grid_tab, province, tab, table

NEEDS, TEAMS, VOLUNTEERS = table("needs"), table("teams"), table("volunteers")


def split(kind: Table, *rows: dict[str, Cell]) -> list[RawRow]:
    """Split rows that stand below a proper header."""
    return list(split_rows(Located(kind, tab(kind, *rows), 1, columns(kind))))


def columns(kind: Table) -> dict[str, int]:
    """Return every column where it was provisioned."""
    return {each.name: at for at, each in enumerate(kind.fields)}


def kind_of(kind: Table, **cells: Cell) -> str:
    """Return what one row is taken for."""
    (row,) = split(kind, cells)
    return row.kind.value


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        (None, True),
        ("", True),
        (" \u00a0\n", True),
        ("-", True),
        ("–", True),
        ("……", True),
        ("- -", True),
        ("_____", True),
        ("-1", False),
        ("......................", True),
        ("\u200b", True),
        ("0", False),
        (0, False),
        (False, False),
        (CellError("#N/A"), False),
    ],
)
def test_what_is_empty(cell: Cell, *, answer: bool) -> None:
    """Spaces, dashes and the dots of paper forms say nothing; zero and «no» say something."""
    assert is_empty(cell) is answer


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({}, "blank"),
        ({"need_id": "NC-705-009"}, "blank"),
        ({"need_id": "NC-705-009", "status": "Mới nhập", "robot_note": "x"}, "blank"),
        ({"need_id": "NC-705-009", "place": "-"}, "blank"),
        ({"need_id": "vd", "commune": "Xã Tân Lập"}, "example"),
        ({"place": "Nhà văn hóa"}, "data"),
        ({"commune": "Tổng cộng", "volunteers_needed": 350}, "subtotal"),
        ({"commune": "TONG CONG", "volunteers_needed": 350}, "subtotal"),
        ({"commune": "Cộng:", "volunteers_needed": 85}, "subtotal"),
        ({"commune": "Cộng (3 xã)", "volunteers_needed": 85}, "subtotal"),
        ({"commune": "Cộng 5 xã", "volunteers_needed": 85}, "subtotal"),
        ({"commune": "Cộng chung", "volunteers_needed": 85}, "subtotal"),
        ({"commune": "Toàn huyện", "volunteers_needed": 85}, "subtotal"),
        ({"commune": "Tổng", "volunteers_needed": 85}, "subtotal"),
        ({"need_id": "Cộng:", "volunteers_needed": 85}, "subtotal"),
        ({"need_id": "Tổng cộng"}, "subtotal"),
        ({"commune": "Cộng Hòa", "volunteers_needed": 85}, "data"),
        ({"commune": "Công", "volunteers_needed": 85}, "data"),
        ({"commune": 5, "topics": "Cộng"}, "data"),
    ],
)
def test_kinds_of_rows(cells: dict[str, Cell], kind: str) -> None:
    """A row is data when somebody typed an answer into it."""
    assert kind_of(NEEDS, **cells) == kind


def test_a_person_called_cong_is_not_a_sum() -> None:
    """«Cộng» adds up, but «Công», «Cống» and «Nguyễn Văn Cộng» are names."""
    names = ("Công", "Cống", "cong", "Nguyễn Văn Cộng", "Tổng Văn Bé", "Toàn")
    assert [kind_of(VOLUNTEERS, full_name=each, phone="0912345678") for each in names] == [
        "data"
    ] * len(names)


def test_a_complete_row_is_no_sum() -> None:
    """«Toàn huyện» with every required cell filled is somebody's answer, not a sum."""
    assert kind_of(NEEDS, **good("needs", commune="Toàn huyện")) == "data"


def test_a_repeated_header_is_left_alone() -> None:
    """The header of a second page is no data, also with a cell or a formula of its own."""
    titles = {each.name: each.title for each in NEEDS.fields}
    assert kind_of(NEEDS, **titles) == "header"
    assert kind_of(NEEDS, **{**titles, "note": "trang 2"}) == "header"
    assert kind_of(NEEDS, commune="Xã", place="Địa điểm") == "header"


def test_words_that_happen_to_be_labels_are_data() -> None:
    """One label under its own title is a coincidence, and labels elsewhere say nothing."""
    assert kind_of(NEEDS, difficulty="Khó khăn") == "data"
    assert kind_of(NEEDS, commune="Xã", place="Nhà văn hóa", note="x") == "data"
    assert kind_of(NEEDS, place="Xã", commune="Địa điểm") == "data"


def test_rows_carry_ids_and_what_people_typed() -> None:
    """A row knows its place, its id in one spelling and the cells of people's columns."""
    rows = split(
        NEEDS,
        {"need_id": " NC-705-001 ", "place": "Ấp 1", "status": "Mới"},
        {"need_id": 12},
        {"need_id": 12.0},
        {"need_id": 12.5},
        {"need_id": CellError("#REF!")},
    )
    assert [(each.index, each.row_id) for each in rows] == [
        (1, "NC-705-001"),
        (2, "12"),
        (3, "12"),
        (4, ""),
        (5, ""),
    ]
    assert rows[0].cells["place"] == "Ấp 1"
    assert "status" not in rows[0].cells
    assert "need_id" not in rows[0].cells


def test_an_id_that_people_gave_is_a_row() -> None:
    """Where people give the ids themselves, an id alone is a row that was begun."""
    units = table("units", "province")
    assert [each.kind.value for each in split(units, {"code": "705"}, {})] == ["data", "blank"]


def test_columns_that_were_not_found_have_no_cells() -> None:
    """A row is read without the columns that are gone, the id column included."""
    grid = grid_tab(NEEDS, [("Xã",), ("Xã Tân Lập",)])
    (row,) = split_rows(Located(NEEDS, grid, 1, {"commune": 0}))
    assert (row.row_id, row.cells) == ("", {"commune": "Xã Tân Lập"})


def test_five_thousand_blank_rows() -> None:
    """Blank rows are blank, however many there are and wherever data stands among them."""
    rows: list[dict[str, Cell]] = [{} for _ in range(5000)]
    rows[4000] = {"team_name": "Đội 1"}
    kinds = [each.kind.value for each in split(TEAMS, *rows)]
    assert (kinds.count("blank"), kinds.count("data"), kinds[4000]) == (4999, 1, "data")


def test_a_tab_without_ids() -> None:
    """Rows of a tab that has no id column have none."""
    findings = table("findings", "province")
    (row,) = split_rows(Located(findings, grid_tab(findings, [("Lỗi",)]), 0, {"severity": 0}))
    assert (row.kind.value, row.row_id) == ("blank", "")


def test_settings_are_no_rows_of_people() -> None:
    """The builder of the province's workbook lays settings out as the robot does."""
    settings = table("settings", "province")
    one = next(each for each in province().tabs if each.title == settings.title)
    assert one.rows[1] == cells_of(
        settings, {"setting": "campaign_name", "value": "Mùa hè số năm 2024"}
    )
