"""Numbers with a dot for thousands and a comma for decimals."""

import pytest

from functions.domain.workbook import Cell
from functions.tables.converters import convert
from functions.tables.converters.base import Context
from sheets_schema.model import Field
from tests.builders import SCHEMA, WINDOW, meaning


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        (200, 200, []),
        (200.0, 200, []),
        ("1.200", 1200, []),
        ("1.234.567", 1234567, []),
        ("1 200", 1200, []),
        ("200 người", 200, []),
        ("350 lượt người", 350, []),
        ("45 TNV.", 45, []),
        ("0", 0, []),
        (0, 0, []),
        ("1,200", 1200, ["us_thousands"]),
        ("~200", 200, ["approximate"]),
        ("khoảng 120 người", 120, ["approximate"]),
        ("50+", 50, ["approximate"]),
        ("trên 1,200", 1200, ["us_thousands", "approximate"]),
        ("2O0", 200, ["letter_for_digit"]),
        ("l2", 12, ["letter_for_digit"]),
        ("0O", 0, ["letter_for_digit"]),
        ("100-150", None, ["range_not_allowed"]),
        ("100 đến 150", None, ["range_not_allowed"]),
        ("120 nam, 30 nữ", None, ["multiple_values"]),
        ("120/150", None, ["multiple_values"]),
        ("120+30", None, ["multiple_values"]),
        ("120 nam 30 nữ", None, ["multiple_values"]),
        ("1,5", None, ["not_integer"]),
        (1.2, None, ["not_integer"]),
        ("-5", None, ["negative"]),
        (-5, None, ["negative"]),
        ("nhiều", None, ["bad_number"]),
        ("OO", None, ["bad_number"]),
        ("1.2.3", None, ["bad_number"]),
        ("1O.2.3", None, ["bad_number"]),
        ("9" * 30, None, ["bad_number"]),
        (True, None, ["bad_number"]),
        (float("nan"), None, ["bad_number"]),
        (float("inf"), None, ["bad_number"]),
        (10**15, None, ["bad_number"]),
        (10**15 - 1, 10**15 - 1, []),
    ],
)
def test_whole_numbers(cell: Cell, value: int | None, codes: list[str]) -> None:
    """A sum needs one whole number; what was assumed about it is remarked."""
    assert meaning("int", cell) == (value, codes)


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        (1.5, 1.5, []),
        ("1,5", 1.5, []),
        ("0,75", 0.75, []),
        ("0,500", 0.5, []),
        ("1.200,5", 1200.5, []),
        ("1,5 giờ", 1.5, []),
        ("12", 12, []),
        ("2.5", 2.5, ["dot_decimal"]),
        ("gần 2.5", 2.5, ["dot_decimal", "approximate"]),
        ("-1,5", None, ["negative"]),
        (-1.5, None, ["negative"]),
        ("1,5-2", None, ["range_not_allowed"]),
    ],
)
def test_numbers(cell: Cell, value: float | None, codes: list[str]) -> None:
    """A comma marks decimals; a dot that can only mean decimals is remarked."""
    assert meaning("number", cell) == (value, codes)


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        ("85%", 85, []),
        ("85,5 %", 85.5, []),
        ("85 phần trăm", 85, []),
        (0.85, 85, []),
        (1, 100, []),
        (85, 85, []),
        (0, 0, []),
        ("8O%", 80, ["letter_for_digit"]),
        ("khoảng 85%", 85, ["approximate"]),
        ("80-85%", None, ["range_not_allowed"]),
        (-0.5, None, ["negative"]),
        (True, None, ["bad_number"]),
    ],
)
def test_shares(cell: Cell, value: float | None, codes: list[str]) -> None:
    """A share is in hundredths, whether a sign, words or the format of the cell say so."""
    assert meaning("percent", cell) == (value, codes)


@pytest.mark.parametrize(
    ("minimum", "maximum", "data"),
    [
        (1, 5000, {"read_as": "12.000", "minimum": "1", "maximum": "5.000"}),
        (None, 5000, {"read_as": "12.000", "minimum": "0", "maximum": "5.000"}),
        (20000, None, {"read_as": "12.000", "minimum": "20.000", "maximum": "…"}),
    ],
)
def test_limits(minimum: int | None, maximum: int | None, data: dict[str, str]) -> None:
    """A number outside the column's limits is refused with both of them."""
    field = Field("f", "F", "int", minimum=minimum, maximum=maximum)
    (remark,) = convert("12.000", Context(SCHEMA, field, WINDOW)).remarks
    assert (remark.code, remark.data) == ("out_of_range", data)
