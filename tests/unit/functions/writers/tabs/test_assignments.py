"""«Phân công» of the province."""

from dataclasses import replace

import pytest

from functions.domain.ledger import Changes, State
from functions.domain.plan import Reason
from functions.writers.tabs.assignments import info, rows
from tests.campaigns import (
    BORDER_COMMUNE,
    after,
    make_campaign,
    make_need,
    make_settings,
    make_training,
    schema,
)
from tests.nights import make_entry, make_night


def test_the_sentence_counts_what_changed() -> None:
    """The line above the list says how tonight differs from last night."""
    campaign = make_campaign(needs=(make_need(1), make_need(2)))
    night = replace(make_night(campaign, (make_entry(),)), changes=Changes(1, 2, 3, 4))
    assert info(schema(), night).startswith(
        "Đến 12/08/2024: 1 nhu cầu có đội, 1 chưa có; 1 giữ nguyên, 2 mới, 3 đổi, 4 rút."
    )


@pytest.mark.parametrize(("allowed", "told"), [(None, False), (3, False), (2, True)])
def test_more_changes_than_allowed_are_told(allowed: int | None, told: bool) -> None:  # noqa: FBT001 - one row of a table
    """Where the cap of the settings cannot be held, the line above the list says so."""
    campaign = make_campaign(settings=make_settings(change_budget=allowed))
    night = replace(make_night(campaign), changes=Changes(made=3))
    assert ("Mức 2 thay đổi mỗi đêm" in info(schema(), night)) is told


def test_a_row_shows_the_need_and_the_team() -> None:
    """The robot's columns are filled, the coordinator's are not even named."""
    campaign = make_campaign(
        needs=(make_need(commune=BORDER_COMMUNE),), trainings=(make_training(attendees=(1,)),)
    )
    entry = make_entry(km=12.345, why=(Reason("kept"),))
    (row,) = rows(schema(), make_night(campaign, (entry,)))
    assert row == {
        "assignment_id": "PC-T-001",
        "state": "Đề xuất",
        "need_id": "NC-705-001",
        "team_id": "DH-705-01",
        "start": after(5),
        "end": after(6),
        "km": 12.3,
        "why": "Giữ như đêm trước.",
        "unit": "Huyện đoàn Tân Biên",
        "commune": "Xã Tân Bình",
        "tier": 1,
        "topics": "Dịch vụ công trực tuyến",
        "team": "Đội Mùa hè số 705.1",
        "size": 1,
    }


def test_no_reason_leaves_the_text_as_it_stands() -> None:
    """Without a reason and a change their cells are not written; an empty reason clears."""
    night = make_night(entries=(make_entry(), make_entry(2, why=())))
    silent, cleared = rows(schema(), night)
    assert "why" not in silent
    assert "change" not in silent
    assert cleared["why"] == ""


def test_a_change_bears_its_day() -> None:
    """What happened tonight is written with the date of the night."""
    entry = replace(make_entry(state=State.WITHDRAWN), change=(Reason("need_gone"),))
    (row,) = rows(schema(), make_night(entries=(entry,)))
    assert row["change"] == "12/08/2024: Rút vì nhu cầu không còn hoặc đang có lỗi."


def test_what_is_gone_keeps_its_words() -> None:
    """The cells of a need or a team that was not accepted tonight stay as they are."""
    (row,) = rows(schema(), make_night(make_campaign(teams=()), (make_entry(),)))
    assert not {"unit", "commune", "tier", "topics", "team", "size"} & row.keys()


def test_a_need_of_an_unknown_unit_shows_its_code() -> None:
    """A need outlives the registration of its unit."""
    campaign = make_campaign(units=(), needs=(make_need(),))
    assert rows(schema(), make_night(campaign, (make_entry(),)))[0]["unit"] == "705"
