"""Days and ranges of days, the day first."""

from datetime import date

import pytest

from functions.domain.records import Window
from functions.domain.workbook import Cell
from functions.tables.converters import convert
from functions.tables.converters.base import Context
from sheets_schema.model import Field
from tests.builders import SCHEMA, WINDOW, meaning

DAY = date(2024, 7, 15)


@pytest.mark.parametrize(
    "cell",
    [
        "15/7/2024",
        "15-07-24",
        "15 . 7 . 2024",
        "2024-07-15",
        "15/7/2024.",
        "ngày 15 tháng 7 năm 2024",
        "Ngày 15 tháng 07, 2024",
        "15 thg 7, 2024",
        "8h00 ngày 15/7/2024",
        "8 giờ 30 phút, ngày 15/7/2024",
        "sáng 15/7/2024",
        "15/7/2024 08:30:00",
        "Thứ Hai, 15/7/2024",
        "thứ 2 15/7/2024",
        "T2, ngày 15/7/2024",
        45488,
        45488.75,
    ],
)
def test_days_that_need_no_remark(cell: Cell) -> None:
    """A whole day is read in every usual spelling; the time of day is dropped."""
    assert meaning("date", cell) == (DAY, [])


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        ("15/7", DAY, ["assumed_year"]),
        ("ngày 15 tháng 7", DAY, ["assumed_year"]),
        ("45488", DAY, ["serial_as_text"]),
        ("7/15/2024", DAY, ["month_first"]),
        ("7/15", DAY, ["assumed_year", "month_first"]),
        ("15/7/2O24", DAY, ["letter_for_digit"]),
        ("o1/8/2024", date(2024, 8, 1), ["letter_for_digit"]),
        ("1o/8/2024", date(2024, 8, 10), ["letter_for_digit"]),
        ("Chủ nhật 15/7/2024", DAY, ["weekday_mismatch"]),
        ("CN, 14/7/2024", date(2024, 7, 14), []),
        ("Thứ bảy, 13/7/2024", date(2024, 7, 13), []),
        ("thứ 3, 15/7", DAY, ["assumed_year", "weekday_mismatch"]),
        ("15/5/2024", date(2024, 5, 15), ["out_of_campaign"]),
        ("15/7/2023", date(2023, 7, 15), ["out_of_campaign"]),
        ("1/10/2025", date(2025, 10, 1), ["out_of_campaign"]),
        ("15/7/2042", None, ["out_of_range"]),
        ("15/7/99", None, ["out_of_range"]),
        ("2019-07-15", None, ["out_of_range"]),
        (43661, None, ["out_of_range"]),
        ("43661", None, ["out_of_range"]),
        ("31/6/2024", None, ["bad_date"]),
        ("29/2/2023", None, ["bad_date"]),
        ("0000-01-01", None, ["bad_date"]),
        ("15/7/024", None, ["bad_date"]),
        ("tháng 7/2024", None, ["bad_date"]),
        ("thứ hai", None, ["bad_date"]),
        ("hằng tuần", None, ["bad_date"]),
        (12, None, ["bad_date"]),
        (True, None, ["bad_date"]),
        (float("nan"), None, ["bad_date"]),
        ("15-18/7/2024", None, ["range_not_allowed"]),
        ("15/7/2024 - 18/7/2024", None, ["range_not_allowed"]),
        ("từ 15/7/2024", None, ["bad_date"]),
        ("15, 16/7/2024", None, ["multiple_values"]),
        ("15/7 năm 24", DAY, []),
        ("20082024", date(2024, 8, 20), []),
        (20240715, DAY, []),
        (45488.354, DAY, []),
        (20241340, None, ["bad_date"]),
    ],
)
def test_days(cell: Cell, value: date | None, codes: list[str]) -> None:
    """What was assumed is remarked, what has no or two readings is refused."""
    assert meaning("date", cell) == (value, codes)


@pytest.mark.parametrize(
    "cell",
    [
        "05/08/2024 - 07/08/2024",
        "05/08 - 07/08/2024",
        "05-07/08/2024",
        "05 – 07/8/2024",
        "5/8/2024→7/8/2024",
        "từ 5/8 đến 7/8/2024",
        "Từ ngày 5/8/2024 đến hết ngày 7/8/2024",
        "ngày 5 tháng 8 đến ngày 7 tháng 8 năm 2024",
        "2024-08-05 - 2024-08-07",
        "5, 6, 7/8/2024",
        "Thứ Hai 5/8/2024 tới Thứ Tư 7/8/2024",
    ],
)
def test_ranges_that_need_no_remark(cell: str) -> None:
    """Two days joined in any usual way are a range; what the first leaves out the last says."""
    assert meaning("date_range", cell) == (Window(date(2024, 8, 5), date(2024, 8, 7)), [])


@pytest.mark.parametrize(
    ("cell", "first", "last", "codes"),
    [
        ("15/7/2024", (7, 15), (7, 15), []),
        (45488, (7, 15), (7, 15), []),
        ("15/7", (7, 15), (7, 15), ["assumed_year"]),
        ("từ 15 đến 18/7", (7, 15), (7, 18), ["assumed_year"]),
        ("05-07/08", (8, 5), (8, 7), ["assumed_year"]),
        ("28/7 - 02/8/2024", (7, 28), (8, 2), []),
        ("8/25/2024 - 27/8/2024", (8, 25), (8, 27), ["month_first"]),
        ("25/8/2O24 - 27/8/2024", (8, 25), (8, 27), ["letter_for_digit"]),
        ("Thứ ba 5/8 - 7/8/2024", (8, 5), (8, 7), ["weekday_mismatch"]),
        ("20/9 - 10/10/2024", (9, 20), (10, 10), ["out_of_campaign"]),
        ("20/5 - 10/6", (5, 20), (6, 10), ["assumed_year", "out_of_campaign"]),
        ("15, 16/7", (7, 15), (7, 16), ["assumed_year"]),
    ],
)
def test_ranges(
    cell: Cell, first: tuple[int, int], last: tuple[int, int], codes: list[str]
) -> None:
    """A remark about either end is a remark about the range."""
    assert meaning("date_range", cell) == (Window(date(2024, *first), date(2024, *last)), codes)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("18-15/7/2024", "bad_date"),
        ("20/8/2024 - 5/8/2024", "bad_date"),
        ("từ 20/8/2024", "bad_date"),
        ("đến 20/8/2024", "bad_date"),
        ("tháng 8", "bad_date"),
        ("31/6 - 2/7/2024", "bad_date"),
        ("31, 32/7/2024", "bad_date"),
        ("x, 15, 16/7/2024", "bad_date"),
        ("15, 17/7/2024", "multiple_values"),
        ("5/8/2014 - 7/8/2014", "out_of_range"),
        ("5/8/2024 - 7/8/2034", "out_of_range"),
        (True, "bad_date"),
    ],
)
def test_ranges_that_are_refused(cell: Cell, code: str) -> None:
    """A range needs two real days, in order, in a year that can be meant."""
    assert meaning("date_range", cell) == (None, [code])


def test_remarks_say_what_was_read() -> None:
    """A remark shows the whole range as it was understood; a weekday belongs to one day."""
    context = Context(SCHEMA, Field("f", "F", "date_range"), WINDOW)
    (assumed,) = convert("15-18/7", context).remarks
    assert assumed.data == {"read_as": "15/07/2024 - 18/07/2024"}
    (mismatch,) = convert("Thứ ba 5/8 - 7/8/2024", context).remarks
    assert mismatch.data == {"read_as": "05/08/2024", "weekday": "Thứ Hai"}
    (outside,) = convert("20/9 - 10/10/2024", context).remarks
    assert outside.data == {"read_as": "10/10/2024", "first": "01/06/2024", "last": "30/09/2024"}


def test_endless_separators_are_no_range() -> None:
    """Thousands of dashes end in a refusal at once."""
    assert meaning("date_range", "1-" * 25_000) == (None, ["too_long"])
    assert meaning("date_range", "1-" * 99) == (None, ["bad_date"])


def test_the_campaign_may_lie_in_any_year() -> None:
    """The campaign's own dates are not measured by the current year."""
    context = Context(SCHEMA, Field("f", "F", "date"), WINDOW, any_year=True)
    assert convert("01/06/2019", context).value == date(2019, 6, 1)
