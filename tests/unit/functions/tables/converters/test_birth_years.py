"""Years of birth, whatever date they are part of."""

import pytest

from functions.domain.workbook import Cell
from tests.builders import meaning


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        (2004, 2004, []),
        (2004.0, 2004, []),
        ("2004", 2004, []),
        ("sinh năm 2004", 2004, []),
        ("SN 2004", 2004, []),
        ("05/06/2004", 2004, []),
        ("5 tháng 6 năm 2004", 2004, []),
        (38000, 2004, []),
        ("04", 2004, ["two_digit_year"]),
        ("99", 1999, ["two_digit_year"]),
        (2009, 2009, ["under_16"]),
        (2008, 2008, ["may_be_under_16"]),
        ("08", 2008, ["two_digit_year", "may_be_under_16"]),
        (1950, None, ["out_of_range"]),
        (2020, None, ["out_of_range"]),
        ("1950", None, ["out_of_range"]),
        (False, None, ["bad_number"]),
        (2004.5, None, ["bad_number"]),
        (20, None, ["out_of_range"]),
        (4, 2004, ["two_digit_year"]),
        (4.5, None, ["bad_number"]),
        ("2k4", 2004, ["two_digit_year"]),
        ("15/7/04", 2004, ["two_digit_year"]),
        ("7/2004", 2004, []),
        ("31/6/2004", 2004, []),
        ("2004.0", 2004, []),
        ("0000", None, ["bad_number"]),
        ("2004 (20 tuổi)", 2004, []),
        ("2OO4", 2004, ["letter_for_digit"]),
        ("khoảng 2004", 2004, ["approximate"]),
        ("38000", 2004, ["serial_as_text"]),
        ("khoảng 200", None, ["bad_number"]),
        ("2003-2004", None, ["range_not_allowed"]),
        ("hai nghìn", None, ["bad_number"]),
        (True, None, ["bad_number"]),
    ],
)
def test_birth_years(cell: Cell, value: int | None, codes: list[str]) -> None:
    """Of a date of birth only the year is kept, and children are pointed out."""
    assert meaning("birth_year", cell, minimum=1964, maximum=2012) == (value, codes)
