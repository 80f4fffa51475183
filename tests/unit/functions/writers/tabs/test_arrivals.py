"""«Phân công» of a unit."""

from functions.domain.ledger import Decision, State
from functions.domain.night import UnmetNeed
from functions.domain.plan import Reason
from functions.writers.tabs.arrivals import content
from tests.campaigns import (
    OTHER_UNIT,
    after,
    make_campaign,
    make_need,
    make_resource,
    make_training,
    schema,
)
from tests.nights import make_entry, make_night

CAMPAIGN = make_campaign(
    needs=(make_need(1), make_need(2), make_need(3), make_need(1, unit=OTHER_UNIT)),
    trainings=(make_training(attendees=(1,)),),
)
WHY = (Reason("kept"), Reason("topics", {"topics": ("lap_trinh",)}))
ENTRIES = (
    make_entry(1, need="NC-705-001", days=(7, 8), why=WHY),
    make_entry(2, need="NC-705-002", days=(5, 6), decision=Decision.SIGN, state=State.SIGNED),
    make_entry(3, need="NC-705-003", state=State.WITHDRAWN),
)
UNMET = (
    UnmetNeed(
        "NC-705-003",
        (Reason("changed_by_aims", {"team": "x", "start": 1}), Reason("no_teams")),
        (Reason("unlock_new_window"),),
    ),
)


def test_met_needs_come_by_day_and_unmet_ones_after() -> None:
    """A unit sees its own needs alone, those with a team first."""
    found = content(schema(), make_night(CAMPAIGN, ENTRIES, unmet=UNMET), "705")
    assert [each["need_id"] for each in found.rows] == ["NC-705-002", "NC-705-001", "NC-705-003"]
    assert [each["state"] for each in found.rows] == ["Đã chốt", "Đề xuất", "Chưa đáp ứng"]
    assert found.info.startswith("Đến 12/08/2024: 2 nhu cầu có đội, 1 chưa có.")


def test_a_met_need_says_who_comes() -> None:
    """Team, days, leader and phone stand beside the need; only trained members come."""
    row = content(schema(), make_night(CAMPAIGN, ENTRIES, unmet=UNMET), "705").rows[1]
    assert (row["start"], row["end"]) == (after(7), after(8))
    assert (row["team"], row["size"]) == ("Đội Mùa hè số 705.1", 1)
    assert (row["leader"], row["leader_phone"]) == ("Trần Thị Bé 1", "0912345601")
    assert (row["commune"], row["place"]) == ("Xã Tân Lập", "Nhà văn hóa ấp Tân Đông")
    assert row["skills"] == row["topics"] == "Dịch vụ công trực tuyến"


def test_the_promise_and_the_report_stand_beside_the_need() -> None:
    """A need without a team shows what was promised as well, and no report."""
    campaign = make_campaign(needs=(make_need(1), make_need(3)), resources=(make_resource(),))
    over = make_entry(1, need="NC-705-001", days=(-5, -4), state=State.FINISHED)
    met, unmet = content(schema(), make_night(campaign, (over,), unmet=UNMET), "705").rows
    assert met["promised"] == unmet["promised"] == "Điều kiện ăn ở: 10 người"
    assert met["report"] == "Chưa báo cáo, hạn 11/08/2024"
    assert "report" not in unmet


def test_reasons_of_a_mission_are_shown_as_they_stand() -> None:
    """A mission's reasons become sentences; one without reasons shows none."""
    rows = content(schema(), make_night(CAMPAIGN, ENTRIES, unmet=UNMET), "705").rows
    assert rows[1]["why"] == "Giữ như đêm trước. Đội có đủ nội dung: Lập trình cơ bản."
    assert rows[0]["why"] == ""


def test_an_unmet_need_says_what_would_help() -> None:
    """What is true for one night only is left out, the single change is named."""
    row = content(schema(), make_night(CAMPAIGN, ENTRIES, unmet=UNMET), "705").rows[2]
    assert row["why"] == "Chưa có đội nào được nhận. Đơn vị ghi lại thời gian mới."
    assert row.get("team") is None


def test_a_team_that_is_gone_is_shown_by_its_id() -> None:
    """A signed row whose team is not accepted tonight still tells which one."""
    night = make_night(
        make_campaign(needs=(make_need(),), teams=()),
        (make_entry(state=State.SIGNED, decision=Decision.SIGN),),
    )
    (row,) = content(schema(), night, "705").rows
    assert (row["team"], row["size"], row["skills"], row["leader"]) == (
        "DH-705-01",
        None,
        None,
        None,
    )


def test_a_leader_who_is_gone_is_left_out() -> None:
    """Without the leader's row there is nobody to call."""
    night = make_night(make_campaign(needs=(make_need(),), volunteers=()), (make_entry(),))
    (row,) = content(schema(), night, "705").rows
    assert (row["leader"], row["leader_phone"]) == (None, None)
