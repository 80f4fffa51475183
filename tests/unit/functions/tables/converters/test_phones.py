"""Phone numbers, in the national form."""

import pytest

from functions.domain.workbook import Cell
from tests.builders import meaning

MOBILE = "0912345678"


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        (MOBILE, MOBILE, []),
        (912345678, MOBILE, []),
        (912345678.0, MOBILE, []),
        ("0912.345.678", MOBILE, []),
        ("0912 345-678", MOBILE, []),
        ("+84 912 345 678", MOBILE, []),
        ("(+84) 912345678", MOBILE, []),
        ("+84 (0) 912 345 678", MOBILE, []),
        ("0084912345678", MOBILE, []),
        (84912345678, MOBILE, []),
        ("'0912345678", MOBILE, []),
        ("ĐT: 0912345678 (Zalo)", MOBILE, []),
        ("O912345678", MOBILE, ["letter_for_digit"]),
        ("09l2345678", MOBILE, ["letter_for_digit"]),
        ("01683456789", "0383456789", ["old_prefix"]),
        ("01203456789", "0703456789", ["old_prefix"]),
        (1683456789, "0383456789", ["old_prefix"]),
        (2763822000, "02763822000", ["landline"]),
        ("02763822000", "02763822000", ["landline"]),
        ("0276 3822 000", "02763822000", ["landline"]),
        ("0912345678 / 0987654321", MOBILE, ["multiple_values.first"]),
        ("0912345678 0987654321", MOBILE, ["multiple_values.first"]),
        ("0912345678/79", MOBILE, ["multiple_values.first"]),
        ("0912345678 hoặc 12", MOBILE, ["multiple_values.first"]),
        ("0912345678 / 0912 345 678", MOBILE, []),
        ("gọi anh An 0912345678", MOBILE, ["extra_text"]),
        ("0912345678 (8h-17h)", MOBILE, []),
        ("0912345678 nhánh 12", MOBILE, []),
        ("912345678.0", MOBILE, []),
        (False, None, []),
        ("091234567", None, ["bad_phone"]),
        ("09123456789", None, ["bad_phone"]),
        ("0612345678", None, ["bad_phone"]),
        ("01773456789", None, ["bad_phone"]),
        ("9,12E+08", None, ["bad_phone"]),
        ("không có", None, ["bad_phone"]),
        (True, None, ["bad_phone"]),
        (9.5, None, ["bad_phone"]),
    ],
)
def test_phones(cell: Cell, value: str | None, codes: list[str]) -> None:
    """Lost zeros and country codes are repaired, old prefixes converted, the rest refused."""
    assert meaning("phone", cell) == (value, codes)
