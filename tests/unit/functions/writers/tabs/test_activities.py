"""«Báo cáo hoạt động»."""

from functions.writers.tabs.activities import content
from tests.campaigns import after, make_campaign, make_report, make_volunteer, schema
from tests.nights import make_night


def test_reports_stand_by_day() -> None:
    """Each report is a row, the earliest activity first, with its figures."""
    reports = (
        make_report(1, ended=-3, written=-2),
        make_report(2, ended=-10, written=0, topics=("lap_trinh", "khac"), beneficiaries=1500),
    )
    found = content(schema(), make_night(make_campaign(reports=reports)), "T")
    assert found.info == "Đến 12/08/2024: 2 báo cáo, 1.620 lượt người được hỗ trợ."
    first, second = found.rows
    assert (first["report_id"], second["report_id"]) == ("BC-705-002", "BC-705-001")
    assert (first["punctual"], second["punctual"]) == ("Chậm 7 ngày", "Đúng hạn")
    assert (first["unit"], first["commune"]) == ("Huyện đoàn Tân Biên", "Xã Tân Lập")
    assert first["team"] == "Đội Mùa hè số 705.1"
    assert first["topics"] == "Lập trình cơ bản; Khác (ghi rõ)"
    assert (first["beneficiaries"], first["youth"], first["citizens"]) == (1500, 40, None)
    assert (second["start"], second["report_date"]) == (after(-3), after(-2))


def test_unknown_units_and_teams_are_shown_by_their_codes() -> None:
    """A report outlives the row of its team and of its unit."""
    campaign = make_campaign(units=(), teams=(), reports=(make_report(),))
    (row,) = content(schema(), make_night(campaign), "T").rows
    assert (row["unit"], row["team"]) == ("705", "DH-705-01")


def test_no_personal_data_reach_the_province() -> None:
    """Neither names nor phone numbers of volunteers stand in the list."""
    campaign = make_campaign(reports=(make_report(),))
    shown = str(content(schema(), make_night(campaign), "T").rows)
    person = make_volunteer()
    assert person.full_name not in shown
    assert person.phone not in shown
