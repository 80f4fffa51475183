"""Values of a list and yes or no."""

import pytest

from functions.domain.workbook import Cell
from functions.tables.converters import convert
from functions.tables.converters.base import Context
from sheets_schema.model import Field
from tests.builders import SCHEMA, WINDOW, meaning


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        ("Mùa hè số", "mua_he_so", []),
        ("MÙA HÈ SỐ", "mua_he_so", []),
        ("mua he so", "mua_he_so", []),
        ("MHS", "mua_he_so", []),
        ("CĐSCĐ", "cds_cong_dong", []),
        (False, None, []),
        ("Mùa hè xanh", None, ["unknown_choice"]),
        ("Mùa hẻ số", "mua_he_so", ["accent_mismatch"]),
        ("Mùa hè số: đội 1", "mua_he_so", []),
        ("Mùa hè số (MHS)", "mua_he_so", []),
        ("Mùa hè số (CĐSCĐ)", None, ["unknown_choice"]),
        ("Mùa hè số; MHS", None, ["unknown_choice"]),
        (5, None, ["unknown_choice"]),
    ],
)
def test_one_of_a_list(cell: Cell, value: str | None, codes: list[str]) -> None:
    """A label is known in any case, without marks and by its aliases; wrong marks are remarked."""
    assert meaning("choice", cell, list_name="team_type") == (value, codes)


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        ("Tin học văn phòng", ("tin_hoc_van_phong",), []),
        ("DVC; VNeID", ("dich_vu_cong", "dinh_danh"), []),
        ("Word, Excel", ("tin_hoc_van_phong",), []),
        ("AI và Scratch", ("tri_tue_nhan_tao", "lap_trinh"), []),
        ("AI\n+ Word\n", ("tri_tue_nhan_tao", "tin_hoc_van_phong"), []),
        ("An toàn, an ninh mạng, AI", ("an_toan_mang", "tri_tue_nhan_tao"), []),
        ("Định danh, xác thực điện tử (VNeID)/AI", ("dinh_danh", "tri_tue_nhan_tao"), []),
        ("CĐS giáo dục, y tế", ("cds_giao_duc", "cds_y_te"), []),
        ("Tin học văn phòng, vườn", None, ["unknown_choice"]),
        ("AI; đan lát", None, ["unknown_choice"]),
        ("AI, " * 1200, ("tri_tue_nhan_tao",), []),
        (";", None, []),
        ("AI; -", ("tri_tue_nhan_tao",), []),
        (7, None, ["unknown_choice"]),
        ("1. AI; 2) VNeID", ("tri_tue_nhan_tao", "dinh_danh"), []),
        ("CĐS giáo dục; y tế", None, ["unknown_choice"]),
        ("Tin hoc văn phòng; AI", ("tin_hoc_van_phong", "tri_tue_nhan_tao"), ["accent_mismatch"]),
        ("Khác: làm thẻ", ("khac",), []),
        ("y tế", None, ["unknown_choice"]),
    ],
)
def test_several_of_a_list(cell: Cell, value: tuple[str, ...] | None, codes: list[str]) -> None:
    """Several values may be separated in any way; a label may itself hold a comma."""
    assert meaning("choice", cell, list_name="topics", many=True) == (value, codes)


def test_an_unknown_value_gets_a_suggestion() -> None:
    """The nearest label is offered when it is near, and the list is named."""
    column = Field("f", "F", "choice", list_name="team_status")
    (near,) = convert("Đã thành lậpp", Context(SCHEMA, column, WINDOW)).remarks
    (far,) = convert("xyz", Context(SCHEMA, column, WINDOW)).remarks
    assert "«Đã thành lập»" in near.data["suggestion"]
    assert far.data == {"list_title": "Trạng thái đội", "suggestion": "", "example": "Dự kiến"}
