"""Every row below a header is data, or is left alone for a reason that can be named."""

from dataclasses import replace

import pytest

from functions.domain.workbook import Cell, CellError, Merge
from functions.tables.locate import Located, Part
from functions.tables.rows import RawRow, split_rows
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
        ({"commune": 5, "topics": "Cộng"}, "subtotal"),
        ({"commune": "I. Khối xã"}, "section"),
        ({"need_id": "NC-705-009", "commune": "I. Khối xã"}, "section"),
        ({"need_id": "I", "commune": "Huyện Tân Biên"}, "section"),
        ({"need_id": "Các xã vùng sâu"}, "section"),
        ({"need_id": "Vùng sâu"}, "section"),
        ({"contact_name": "A. Nguyễn An"}, "data"),
        ({"contact_name": "A. Khối xã"}, "section"),
        ({"date_range": "Tháng 7"}, "data"),
        ({"date_range": "II. Tháng 7"}, "section"),
        ({"note": "DANH SÁCH NHU CẦU"}, "title"),
        ({"status": "DANH SÁCH NHU CẦU"}, "title"),
        ({"note": "Ghi chú: chưa đủ"}, "note"),
        ({"place": "NGƯỜI LẬP BIỂU", "contact_phone": "BÍ THƯ"}, "signature"),
        ({"local_team": False, "note": "-"}, "blank"),
        ({"explanation": "đúng, vì là dòng nhóm"}, "blank"),
        ({"commune": "I. Khối xã", "explanation": "đúng"}, "section"),
        ({"commune": "Xã Tân Lập"}, "data"),
        ({"commune": "Không có nhu cầu"}, "nothing"),
        ({"need_id": 7, "commune": "KHONG CO"}, "nothing"),
        ({"note": "Đơn vị không đăng ký đợt này"}, "nothing"),
        ({"note": "không có"}, "data"),
        ({"local_team": "Không"}, "data"),
        ({"commune": "Xã Tân Lập", "topics": "Không có nhu cầu"}, "data"),
        ({"commune": 5}, "data"),
    ],
)
def test_kinds_of_rows(cells: dict[str, Cell], kind: str) -> None:
    """A row is data when somebody typed an answer into it, wherever layout was typed over."""
    assert kind_of(NEEDS, **cells) == kind


def test_a_person_called_cong_is_not_a_sum() -> None:
    """«Cộng» adds up, but «Công», «Cống» and «Nguyễn Văn Cộng» are names."""
    names = ("Công", "Cống", "cong", "Nguyễn Văn Cộng", "Tổng Văn Bé", "Toàn")
    assert [kind_of(VOLUNTEERS, full_name=each, phone="0912345678") for each in names] == [
        "data"
    ] * len(names)


@pytest.mark.parametrize("words", ["Toàn huyện", "Cộng:", "I. Khối xã", "Ghi chú: x", "Danh sách"])
def test_a_complete_row_is_data(words: str) -> None:
    """With every required cell filled, «Toàn huyện» is somebody's answer, not a sum."""
    assert kind_of(NEEDS, **good("needs", commune=words)) == "data"


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
        {"need_id": 912345678},
        {"need_id": 912345678.0},
        {"need_id": 12.5},
        {"need_id": CellError("#REF!")},
    )
    assert [(each.index, each.row_id) for each in rows] == [
        (1, "NC-705-001"),
        (2, "912345678"),
        (3, "912345678"),
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


def test_an_id_that_people_gave_may_be_a_group() -> None:
    """«Khối 1» in a column of ids that people give is an id, but a sum is a sum."""
    blocks = table("blocks", "province")
    rows = split(blocks, {"block": "Khối 1"}, {"block": "5"}, {"block": "Tổng cộng"})
    assert [each.kind.value for each in rows] == ["data", "data", "subtotal"]


def test_names_below_a_signature() -> None:
    """Who signed stands below; further down, or with figures, a name is somebody's answer."""
    kinds = split(
        VOLUNTEERS,
        {"full_name": "NGƯỜI LẬP BIỂU", "organisation": "BÍ THƯ"},
        {},
        {"full_name": "Nguyễn Văn An", "organisation": "Lê Thị Hoa"},
        {"full_name": "- Ban Phong trào;"},
        {"full_name": "I. Khối trường học"},
        {"full_name": "Xã Tân Lập"},
        {"full_name": "Nguyễn Văn An"},
    )
    assert [each.kind.value for each in kinds] == [
        "signature",
        "blank",
        "signature",
        "signature",
        "section",
        "data",
        "data",
    ]


@pytest.mark.parametrize(
    "below",
    [
        {"full_name": "Nguyễn Văn An", "phone": "0912345678"},
        {"full_name": "Nguyễn Văn An", "birth_year": 2004},
        {"group": "Sinh viên năm nhất"},
        good("volunteers"),
    ],
)
def test_people_below_a_signature(below: dict[str, Cell]) -> None:
    """Rows that go on below a signature are data as soon as they say more than names."""
    signed = {"full_name": "(Đã ký)"}
    assert [each.kind.value for each in split(VOLUNTEERS, signed, below)][1:] == ["data"]


def test_a_name_far_below_a_signature() -> None:
    """Nine rows down nobody signs any more."""
    rows: list[dict[str, Cell]] = [{"full_name": "(Đã ký)"}, *({} for _ in range(8))]
    assert split(VOLUNTEERS, *rows, {"full_name": "Lê Thị Hoa"})[-1].kind.value == "data"


def test_words_across_joined_cells() -> None:
    """A line over the width of the table heads the rows below; over two columns it is an answer."""
    for width, kind in ((6, "section"), (2, "data")):
        place = NEEDS.column("place")
        one = replace(
            tab(NEEDS, {"place": "Vùng sâu, vùng xa"}),
            merges=(Merge(1, 2, place, place + width),),
        )
        (row,) = split_rows(Located(NEEDS, one, 1, columns(NEEDS)))
        assert row.kind.value == kind


def test_columns_that_people_add() -> None:
    """The number of a row and the name of the unit are no content, but may hold a line."""
    width = len(NEEDS.fields)
    common = {"row_no": width, "unit": width + 1}
    lines: list[tuple[Cell, Cell]] = [
        (1, "Tân Biên"),
        (2, "Tổng cộng"),
        (None, "Khối cơ quan"),
        (None, "I. Khối cơ quan"),
        (3, "Thị đoàn Hòa Thành"),
    ]
    empty = (None,) * width
    place = NEEDS.column("place")
    told: tuple[Cell, ...] = (*empty[:place], "Không có nhu cầu", *empty[place + 1 :])
    first: tuple[Cell, ...] = (*empty[:place], "Huyện Tân Biên", *empty[place + 1 :])
    grid = [(*empty, *each) for each in lines] + [(*told, 5, "Tân Biên"), (*first, "II", None)]
    part = Part(0, len(grid), columns(NEEDS), common)
    located = Located(NEEDS, grid_tab(NEEDS, grid), 0, columns(NEEDS), (part,))
    assert [each.kind.value for each in split_rows(located)] == [
        "blank",
        "subtotal",
        "blank",
        "section",
        "blank",
        "nothing",
        "section",
    ]


def test_formulas_of_the_robot_say_nothing() -> None:
    """What a formula of the robot shows is nobody's words; typed over it, words count."""
    one = tab(NEEDS, {"status": "Ghi chú"}, {"status": "Ghi chú"})
    one = replace(one, formulas={(1, NEEDS.column("status")): "=A1"})
    kinds = [each.kind.value for each in split_rows(Located(NEEDS, one, 1, columns(NEEDS)))]
    assert kinds == ["blank", "note"]


def test_every_part_is_read_by_its_own_columns() -> None:
    """Below a second header the columns are those of that header."""
    grid = grid_tab(NEEDS, [("Xã Tân Lập",), ("x", "y"), (None, "Xã Tân Bình")])
    parts = (Part(0, 1, {"commune": 0}), Part(2, 3, {"commune": 1}))
    rows = list(split_rows(Located(NEEDS, grid, 0, {"commune": 0}, parts)))
    assert [(each.index, each.cells["commune"]) for each in rows] == [
        (0, "Xã Tân Lập"),
        (2, "Xã Tân Bình"),
    ]


def test_where_the_words_stand() -> None:
    """The leading column is that of the first words, else of the first cell, else the first."""
    rows = split(
        NEEDS,
        {"need_id": "NC-705-001", "volunteers_needed": 85, "note": "Cộng:"},
        {"volunteers_needed": 85},
        {},
    )
    assert [each.lead for each in rows] == [
        NEEDS.column("note"),
        NEEDS.column("volunteers_needed"),
        0,
    ]


def test_settings_are_the_robots_rows() -> None:
    """Every setting is data once it is filled, whatever it says; nobody writes lines there."""
    settings = table("settings", "province")
    rows = split(
        settings,
        {"setting": "issuer", "title": "Đơn vị", "value": "Tỉnh đoàn Tây Ninh"},
        {"setting": "contact", "title": "Hỏi ai"},
    )
    assert [each.kind.value for each in rows] == ["data", "blank"]


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


@pytest.mark.parametrize("number", [1, 1.0, "1", "1.", "(1)", "01"])
def test_the_number_of_a_row_is_no_id(number: Cell) -> None:
    """A list pasted over the robot's ids brings its own 1, 2, 3, which every unit has."""
    (row,) = split(NEEDS, good("needs", need_id=number))
    assert (row.kind.value, row.row_id) == ("data", "")
