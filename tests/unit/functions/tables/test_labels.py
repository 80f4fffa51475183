"""Labels are known in whatever spelling, and not when a remark makes them something else."""

import unicodedata
from collections.abc import Callable

import pytest

from functions.domain.workbook import Cell, CellError
from functions.tables.labels import common_of, key_of_header, label_of, nearest_title
from sheets_schema.model import Table, TableKind
from tests.builders import SCHEMA, table

INPUTS = [each for each in SCHEMA.tables if each.kind is TableKind.INPUT]


def name_of(tab: str, text: Cell) -> str | None:
    """Return the name of the column that a label means in a unit's tab."""
    found = label_of(table(tab), text)
    return found.name if found else None


@pytest.mark.parametrize("damage", [str.upper, lambda text: unicodedata.normalize("NFD", text)])
@pytest.mark.parametrize("kind", INPUTS, ids=lambda kind: f"{kind.book}-{kind.name}")
def test_every_title_and_alias_is_known(kind: Table, damage: Callable[[str], str]) -> None:
    """A title names its own column in capitals and decomposed, an alias some column of the tab."""
    for each in kind.fields:
        assert label_of(kind, damage(each.title)) is each
        assert all(label_of(kind, damage(alias)) for alias in each.aliases)


@pytest.mark.parametrize(
    ("tab", "typed", "name"),
    [
        ("volunteers", "1. Họ tên", "full_name"),
        ("volunteers", "(3) Năm sinh", "birth_year"),
        ("volunteers", "2) Năm sinh", "birth_year"),
        ("volunteers", "4 Năm sinh", "birth_year"),
        ("needs", "II. Nội dung", "topics"),
        ("needs", "a) Ghi chú", "note"),
        ("volunteers", "Họ tên *", "full_name"),
        ("volunteers", "Họ tên (*)", "full_name"),
        ("volunteers", "SĐT:", "phone"),
        ("volunteers", "- Họ\ntên:", "full_name"),
        ("needs", "1.", None),
        ("needs", "(1)", None),
        ("needs", "x. y", None),
    ],
)
def test_numbers_and_marks_around_a_label(tab: str, typed: str, name: str | None) -> None:
    """Counters before a label and signs behind it are passed over."""
    assert name_of(tab, typed) == name


@pytest.mark.parametrize(
    ("tab", "typed", "name"),
    [
        ("reports", "Số lượt (người)", "beneficiaries"),
        ("reports", "Số lượt [ĐVT: người]", "beneficiaries"),
        ("reports", "Số lượt (chỉ ghi số", "beneficiaries"),
        ("reports", "Số lượt (3)=(1)+(2)", "beneficiaries"),
        ("reports", "Thời gian (dd/mm/yyyy)", "date_range"),
        ("reports", "Thời gian (tháng 6/2024)", "date_range"),
        ("needs", "Thời gian (từ ngày … đến ngày …)", "date_range"),
        ("volunteers", "Họ tên (ghi rõ)", "full_name"),
        ("volunteers", "Họ tên: ()", "full_name"),
        ("volunteers", "SĐT (nếu có)", "phone"),
        ("volunteers", "SĐT/Zalo", "phone"),
        ("volunteers", "Năm sinh/NS", "birth_year"),
        ("volunteers", "Năm sinh: Nữ", "birth_year"),
        ("volunteers", "Đối tượng (HS, SV, GV)", "group"),
        ("volunteers", "Đồng ý (Có/Không)", "consent"),
        ("volunteers", "3. Họ tên - viết hoa", "full_name"),
        ("needs", "Đầu mối liên hệ: Họ tên", "contact_name"),
    ],
)
def test_remarks_that_say_how_to_fill_a_column(tab: str, typed: str, name: str) -> None:
    """A format, a unit, an instruction or another name of the same thing changes nothing."""
    assert name_of(tab, typed) == name


@pytest.mark.parametrize(
    ("tab", "typed", "name"),
    [
        ("reports", "Số lượt (nữ)", None),
        ("reports", "Số lượt (hộ)", None),
        ("reports", "Số lượt (TNV)", None),
        ("reports", "Số lượt: lũy kế", None),
        ("reports", "Số lượt (tháng 6)", None),
        ("reports", "Số lượt (2023)", None),
        ("reports", "Kết quả (số lượt)", None),
        ("volunteers", "SĐT (phụ huynh)", None),
        ("volunteers", "Đồng ý (phụ huynh)", "guardian_consent"),
        ("volunteers", "Đồng ý (của bố mẹ, phụ huynh)", None),
        ("needs", "Thời gian: từ ngày", None),
        ("needs", "Đầu mối liên hệ: SĐT", None),
        ("needs", "Lạ (người)", None),
    ],
)
def test_remarks_that_make_another_column(tab: str, typed: str, name: str | None) -> None:
    """A remark that narrows what is counted, or says whose it is, is never passed over."""
    assert name_of(tab, typed) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Hä vµ tªn", "full_name"),
        ("2. N¨m sinh", "birth_year"),
        ("Soá ñieän thoaïi", "phone"),
        ("Kh¶ n¨ng truyÒn ®¹t", "teaching"),
        ("H&#7885; t&ecirc;n", "full_name"),
    ],
)
def test_labels_in_old_encodings(typed: str, name: str) -> None:
    """Labels pasted from documents with old fonts, or from a web page, are known."""
    assert name_of("volunteers", typed) == name


@pytest.mark.parametrize("cell", [None, 5, 2.5, True, CellError("#REF!"), "", " ", "x" * 5000])
def test_what_is_no_label(cell: Cell) -> None:
    """Numbers, errors, blanks and whole documents name nothing."""
    assert label_of(table("needs"), cell) is None
    assert common_of(SCHEMA, cell) is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [("STT", "row_no"), ("Số TT", "row_no"), ("No.", "row_no"), ("ĐV", "unit"), ("Lạ", None)],
)
def test_columns_that_people_add_to_any_tab(typed: str, name: str | None) -> None:
    """A counter and the unit's own name are known although no tab reads them."""
    found = common_of(SCHEMA, typed)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("SĐT", "phone"),
        ("S\u00d0T", "phone"),
        ("Họ và tên", "full_name"),
        ("Số lượt người\nđược hỗ trợ", "beneficiaries"),
        ("STT", "row_no"),
        ("Đơn vị", "unit"),
        ("Ngày tháng năm sinh", "birth_year"),
        ("Khó khăn", "limits"),
        ("Kết quả", "result"),
        ("Nội dung", "topics"),
        ("Hình thức", "activity_type"),
        ("§¬n vÞ phèi hîp", "partners"),
        ("(4) Điện thoại liên hệ (di động)", "phone"),
        ("Cột1", None),
        ("Column1", None),
        ("#", None),
    ],
)
def test_a_label_without_its_tab(typed: str, key: str | None) -> None:
    """Without a tab the plain name goes first, then required columns, then the order of tabs."""
    assert key_of_header(SCHEMA, typed) == key


def test_the_nearest_title() -> None:
    """A label with a slip of the finger has a title to offer, a stranger has none."""
    fields = table("volunteers").fields
    assert nearest_title(fields, "Họ và tênn") == "Họ và tên"
    assert nearest_title(fields, "Khả năng truyền đật tốt") == "Khả năng truyền đạt"
    assert nearest_title(fields, "Màu áo") is None
    assert nearest_title((), "Họ và tên") is None
