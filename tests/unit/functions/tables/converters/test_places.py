"""Units and communes by name, code or abbreviation."""

import pytest

from functions.domain.workbook import Cell
from functions.tables.converters import convert
from functions.tables.converters.base import Context
from sheets_schema.model import Field
from tests.builders import SCHEMA, WINDOW, meaning


def advice(kind: str, cell: Cell, unit: str = "") -> dict[str, str]:
    """Return the words of the only remark on a cell."""
    (remark,) = convert(cell, Context(SCHEMA, Field("f", "F", kind), WINDOW, unit)).remarks
    return dict(remark.data)


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        ("Huyện Tân Biên", "705", []),
        ("tan bien", "705", []),
        ("H. Tân Biên", "705", []),
        ("HUYỆN ĐOÀN TÂN BIÊN", "705", []),
        ("Tân Biên (huyện)", "705", []),
        ("705", "705", []),
        (705, "705", []),
        ("TX. Hoà Thành", "709", []),
        ("Thị đoàn Hòa Thành", "709", []),
        ("TP Tây Ninh", "703", []),
        ("Thành đoàn Tây Ninh", "703", []),
        ("DMC", "707", []),
        ("Tân Biên, tỉnh Tây Ninh", "705", []),
        ("Tây Ninh", "703", ["could_be_province"]),
        ("tay ninh", "703", ["could_be_province"]),
        ("Tân Biên, Tân Châu", None, ["multiple_values"]),
        ("Xã Tân Hà, huyện Tân Châu", "706", ["extra_text"]),
        ("Tân Hà, Tân Biên", None, ["unknown_unit"]),
        ("Huyện Hòa Thành", "709", ["type_mismatch"]),
        ("Tân Biển", "705", ["accent_mismatch"]),
        ("Tân Bien", "705", ["accent_mismatch"]),
        ("Tân Biên, Tây Ninh", "705", []),
        ("Tỉnh Tây Ninh", None, ["unknown_unit"]),
        ("Tân Trụ", None, ["unknown_unit"]),
        ("TB", None, ["unknown_unit"]),
        ("?", None, ["unknown_unit"]),
        (True, None, ["unknown_unit"]),
    ],
)
def test_districts(cell: Cell, value: str | None, codes: list[str]) -> None:
    """A district is known by its name with or without type, its code or its initials."""
    assert meaning("unit", cell) == (value, codes)


@pytest.mark.parametrize(
    ("cell", "unit", "value", "codes"),
    [
        ("Xã Tân Lập", "705", "25489", []),
        ("tan lap", "705", "25489", []),
        ("X.Tân Lập", "705", "25489", []),
        ("Tân Lập, Tân Biên", "", "25489", []),
        ("Tân Lập (huyện Tân Biên)", "", "25489", []),
        ("Tân Lập thuộc Tân Biên", "", "25489", []),
        ("25489", "705", "25489", []),
        ("Xã Tân Lập, huyện Tân Biên, tỉnh Tây Ninh", "705", "25489", []),
        ("Xã Tân Lập, tỉnh Đồng Nai", "705", None, ["unknown_unit"]),
        ("Phường 1", "703", "25456", []),
        ("P1", "703", "25456", []),
        ("P.01", "703", "25456", []),
        ("phường I", "703", "25456", []),
        ("Thị trấn Tân Lập", "705", "25489", ["type_mismatch"]),
        ("Tân Hà", "705", None, ["wrong_parent"]),
        ("Tân Lập, Châu Thành", "705", None, ["wrong_parent"]),
        ("Tân Lập Tân Biên", "", "25489", []),
        ("ấp Tân Trung, xã Tân Lập, Tân Biên", "", "25489", ["extra_text"]),
        ("xã Tân Lập (biên giới)", "705", "25489", ["extra_text"]),
        ("xã Tân Lạp (biên giới)", "705", "25489", ["accent_mismatch"]),
        ("(", "705", None, ["unknown_unit"]),
        (False, "705", None, []),
        ("Tân Bình", "", None, ["ambiguous_unit"]),
        ("Hòa Thạnh", "708", "25606", []),
        ("Mỹ Tho", "705", None, ["unknown_unit"]),
    ],
)
def test_communes(cell: Cell, unit: str, value: str | None, codes: list[str]) -> None:
    """A commune is looked for in the unit's own district, or with its district beside it."""
    assert meaning("commune", cell, unit) == (value, codes)


@pytest.mark.parametrize(
    ("cell", "value"),
    [("Toàn tỉnh", "T"), ("CẢ TỈNH", "T"), ("tỉnh", "T"), ("Tân Biên", "705"), (None, None)],
)
def test_the_whole_province(cell: Cell, value: str | None) -> None:
    """A target may be for the whole province."""
    assert meaning("unit_or_province", cell) == (value, [])


def test_a_near_miss_gets_a_suggestion() -> None:
    """A misspelt name is answered with the nearest one, a strange one with an example."""
    assert "«Xã Tân Lập»" in advice("commune", "Tân Lâpj", "705")["suggestion"]
    assert advice("commune", "Mỹ Tho", "705")["suggestion"] == ""
    assert advice("commune", "Mỹ Tho", "705")["example"].startswith(("Thị trấn", "Xã"))
    assert advice("commune", "Mỹ Tho", "999") == {"suggestion": "", "example": ""}


def test_an_ambiguous_name_lists_where_it_is() -> None:
    """A name of several communes is refused with all of them."""
    words = advice("commune", "Tân Bình")
    assert words["first_candidate"] in words["candidates"].split("; ")
    assert len(words["candidates"].split("; ")) == 2
    assert advice("commune", "Tân Hà", "705") == {"parent": "Huyện Tân Châu"}
