"""A report is written after its activity, and not about the future."""

from datetime import date

import pytest

from functions.tables.checks.report_dates import find
from functions.tables.frames import make_tables
from tests.builders import SCHEMA, WINDOW, good, read_rows, tables, where


@pytest.mark.parametrize(
    ("days", "written", "found"),
    [
        ("12/08/2024 - 13/08/2024", "14/08/2024", []),
        ("12/08/2024 - 13/08/2024", "13/08/2024", []),
        ("20/08/2024", "20/08/2024", []),
        ("12/08/2024 - 13/08/2024", "12/08/2024", [("report_before_activity", 1, "report_date")]),
        ("19/08/2024 - 21/08/2024", "20/08/2024", [("report_in_future", 1, "date_range")]),
    ],
)
def test_dates(days: str, written: str, found: list[tuple[str, int, str]]) -> None:
    """The report may be of the activity's last day, and that day may be today."""
    rows = tables(
        date(2024, 8, 20), reports=[good("reports", date_range=days, report_date=written)]
    )
    assert where(find(rows)) == found


def test_what_cannot_be_compared_is_passed_over() -> None:
    """A report whose days could not be read is no matter of this check."""
    reading = read_rows(
        "reports", good("reports", report_date="?"), good("reports", date_range="?")
    )
    assert list(find(make_tables(SCHEMA, date(2024, 9, 1), WINDOW, [reading]))) == []


def test_words() -> None:
    """The finding says which day was read and when the activity ended."""
    (finding,) = find(tables(reports=[good("reports", report_date="01/08/2024")]))
    assert finding.data == {"read_as": "01/08/2024", "end": "13/08/2024"}
    assert finding.value == "01/08/2024"
