"""One activity that was reported twice is pointed out in both reports."""

import pytest

from functions.domain.workbook import Cell
from functions.tables.checks.joint_activity import find
from functions.tables.frames import make_tables
from functions.tables.typed import Source
from tests.builders import SCHEMA, TODAY, WINDOW, good, read_rows, rows_where, tables


def test_two_units_report_the_same_activity() -> None:
    """Each row names the other one, by its id and its unit."""
    provinces = read_rows("units", good("units"), source=Source("T"))
    host = read_rows("reports", good("reports", topics="AI; Tin học văn phòng"))
    guest = read_rows(
        "reports",
        good("reports", unit="706", date_range="13/08/2024 - 15/08/2024"),
        source=Source("706"),
    )
    found = list(find(make_tables(SCHEMA, TODAY, WINDOW, [provinces, host, guest])))
    assert rows_where(found) == [
        ("joint_activity", "BC-705-001", "beneficiaries"),
        ("joint_activity", "BC-706-001", "beneficiaries"),
    ]
    assert [(each.place.unit, each.subject) for each in found] == [
        ("705", "BC-706-001"),
        ("706", "BC-705-001"),
    ]
    assert [each.data["unit"] for each in found] == ["706", "Huyện đoàn Tân Biên"]


def test_two_teams_of_a_unit() -> None:
    """Of three reports, each names the first of the others."""
    rows = [good("reports", number, team=f"DH-705-0{number}") for number in (1, 2, 3)]
    assert [each.subject for each in find(tables(reports=rows))] == [
        "BC-705-002",
        "BC-705-001",
        "BC-705-001",
    ]


@pytest.mark.parametrize(
    "cells",
    [
        {"team": "DH-705-01"},
        {"commune": "Xã Thạnh Bình"},
        {"beneficiaries": 121},
        {"topics": "AI"},
        {"date_range": "14/08/2024 - 15/08/2024"},
    ],
)
def test_what_differs_is_another_activity(cells: dict[str, Cell]) -> None:
    """Another place, day, topic or number, or the same team once more, is no joint activity."""
    other = {**good("reports", 2, team="DH-705-02"), **cells}
    assert list(find(tables(reports=[good("reports"), other]))) == []


def test_reports_that_reached_nobody_are_not_compared() -> None:
    """Zero people twice is no agreement."""
    rows = [good("reports", number, team=f"DH-705-0{number}", beneficiaries=0) for number in (1, 2)]
    assert list(find(tables(reports=rows))) == []
