"""Volunteers without a team are proposed as one, in the sheets of the province and of the unit."""

from typing import Any

import pytest

from functions.domain.records import PROVINCE
from tests.province import NEED, TRAINING, Province, volunteer

SOON = {**NEED, "date_range": "20/08/2024 - 22/08/2024"}
PEOPLE = [f"TNV-705-{number:03d}" for number in range(6, 10)]


@pytest.fixture
def recruits(province: Province) -> Province:
    """A province with one team, two needs on the same days, and four trained people more."""
    people = [{**volunteer(number), "teaching": "Tốt"} for number in range(6, 10)]
    province.type("705", "needs", [SOON, {**SOON, "place": "Nhà văn hóa"}])
    province.type("705", "volunteers", people, at=5)
    province.type("705", "trainings", [{**TRAINING, "attendees": "; ".join(PEOPLE)}], at=1)
    return province


def _formed(province: Province) -> dict[str, Any]:
    rows = province.rows(PROVINCE, "assignments")
    (row,) = [row for row in rows if str(row["team_id"]).startswith("DM-")]
    return row


def test_a_team_is_proposed_and_stays(recruits: Province) -> None:
    """The second need gets a new team, told with its members; the night after writes nothing."""
    first = recruits.night()

    assert (first.needs_met, first.needs_unmet) == (2, 0)
    row = _formed(recruits)
    members = str(row["members"]).split("; ")
    assert set(members) < set(PEOPLE)
    assert len(members) == row["size"] == 3
    assert row["team"] == "Đội lập mới"
    assert "Lập đội mới gồm 3 tình nguyện viên chưa có đội." in str(row["why"])
    again = recruits.night()
    assert again.writes == 0


def test_the_unit_sees_whom_to_call(recruits: Province) -> None:
    """The unit reads who leads the new team, and the number."""
    recruits.night()

    leader = str(_formed(recruits)["members"]).split("; ")[0]
    rows = recruits.rows("705", "arrivals")
    (row,) = [row for row in rows if row["team"] == "Đội lập mới"]
    known = {each["volunteer_id"]: each for each in recruits.rows("705", "volunteers")}
    assert row["leader"] == known[leader]["full_name"]
    assert row["leader_phone"] == known[leader]["phone"]
    assert row["size"] == 3


def test_a_refused_team_is_not_proposed_again(recruits: Province) -> None:
    """The coordinator's word holds: a ready team goes there, and the new one to its need."""
    recruits.night()
    rows = recruits.rows(PROVINCE, "assignments")
    refused = _formed(recruits)
    at = rows.index(refused)
    recruits.type(PROVINCE, "assignments", [{"decision": "Từ chối"}], at=at)

    report = recruits.night()

    assert report.needs_met == 2
    rows = [row for row in recruits.rows(PROVINCE, "assignments") if row["need_id"]]
    states = {row["team_id"]: row["state"] for row in rows if row["need_id"] == refused["need_id"]}
    assert states == {refused["team_id"]: "Bị từ chối", "DH-705-01": "Đề xuất"}
