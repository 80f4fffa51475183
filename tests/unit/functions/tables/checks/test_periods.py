"""Reports fit their team's days and their need's place."""

import pytest

from functions.domain.findings import Finding
from functions.domain.workbook import Cell
from functions.tables.checks.periods import find
from tests.builders import good, rows_where, tables


def said(team: dict[str, Cell] | None = None, **report: Cell) -> list[Finding]:
    """Return what is said about one report of one team."""
    rows = tables(
        needs=[good("needs")],
        teams=[good("teams", **(team or {}))],
        reports=[good("reports", **report)],
    )
    return list(find(rows))


@pytest.mark.parametrize(
    "days", ["10/08/2024", "15/09/2024", "10/08/2024 - 15/09/2024", "12/08/2024"]
)
def test_reports_within_the_teams_days_pass(days: str) -> None:
    """The first and the last day of the team belong to it."""
    assert said(date_range=days, need="NC-705-001") == []


@pytest.mark.parametrize("days", ["09/08/2024", "16/09/2024", "09/08/2024 - 10/08/2024"])
def test_reports_outside_the_teams_days(days: str) -> None:
    """A single day before or after the team is a warning that names the team's days."""
    (finding,) = said(date_range=days)
    assert rows_where([finding]) == [("report_outside_team", "BC-705-001", "date_range")]
    assert finding.value == days
    assert finding.data == {"team": "DH-705-01", "first": "10/08/2024", "last": "15/09/2024"}


@pytest.mark.parametrize("status", ["Hủy", "Dự kiến"])
def test_reports_of_teams_that_do_not_exist(status: str) -> None:
    """A team that was cancelled or is not founded yet has nothing to report on any day."""
    (finding,) = said({"team_status": status}, date_range="09/08/2024")
    assert rows_where([finding]) == [("report_of_idle_team", "BC-705-001", "team")]
    assert finding.data == {"status": status}


def test_a_team_that_has_ended_did_its_work() -> None:
    """What was done before the end is reported after it."""
    assert said({"team_status": "Kết thúc"}) == []


def test_a_report_from_another_place_than_the_need() -> None:
    """The report and the need that it serves lie in one commune."""
    (finding,) = said(commune="Xã Thạnh Bình", need="NC-705-001")
    assert rows_where([finding]) == [("report_elsewhere", "BC-705-001", "commune")]
    assert finding.value == "Xã Thạnh Bình"
    assert finding.data == {"need": "NC-705-001", "commune": "Xã Tân Lập"}
    assert said(commune="Xã Thạnh Bình") == []


def test_teams_and_needs_that_do_not_exist_are_another_check_s_matter() -> None:
    """A report whose team was set aside is compared with nothing."""
    assert list(find(tables(reports=[good("reports", need="NC-705-009")]))) == []
