"""«Chưa đáp ứng»."""

import pytest

from functions.domain.night import UnmetNeed
from functions.domain.plan import Reason
from functions.writers.tabs.unmet import content
from tests.campaigns import BORDER_COMMUNE, after, make_campaign, make_need, schema
from tests.nights import make_night


def test_the_hardest_localities_come_first() -> None:
    """Needs stand by tier, then by id."""
    needs = (
        make_need(1),
        make_need(2, commune=BORDER_COMMUNE),
        make_need(3, difficulty="kho_khan"),
    )
    unmet = tuple(UnmetNeed(each.id, ()) for each in needs)
    found = content(schema(), make_night(make_campaign(needs=needs), unmet=unmet), "T")
    assert [(each["tier"], each["need_id"]) for each in found.rows] == [
        (1, "NC-705-002"),
        (2, "NC-705-003"),
        (3, "NC-705-001"),
    ]
    assert found.info == "Đến 12/08/2024: 3 nhu cầu hợp lệ chưa có đội."


def test_a_row_says_why_and_what_would_help() -> None:
    """Reasons of this night alone are left out."""
    why = (Reason("changed_by_aims", {"team": "x", "start": 1}), Reason("no_teams"))
    unmet = (UnmetNeed("NC-705-001", why, (Reason("unlock_new_window"),)),)
    campaign = make_campaign(units=(), needs=(make_need(volunteers=8),))
    (row,) = content(schema(), make_night(campaign, unmet=unmet), "T").rows
    assert row["why"] == "Chưa có đội nào được nhận."
    assert row["unlock"] == "Đơn vị ghi lại thời gian mới."
    assert (row["unit"], row["commune"], row["volunteers"]) == ("705", "Xã Tân Lập", 8)


@pytest.mark.parametrize(
    ("days", "sessions", "earliest", "latest", "needed"),
    [((5, 9), 2, 5, 9, 2), ((-5, 9), None, 1, 9, 15), ((-5, -2), 1, -2, -2, 1)],
)
def test_days_are_those_that_are_left(
    days: tuple[int, int], sessions: int | None, earliest: int, latest: int, needed: int
) -> None:
    """The window starts tomorrow at the earliest and never after its end."""
    campaign = make_campaign(needs=(make_need(days=days, sessions=sessions),))
    night = make_night(campaign, unmet=(UnmetNeed("NC-705-001", ()),))
    (row,) = content(schema(), night, "T").rows
    assert (row["earliest"], row["latest"]) == (after(earliest), after(latest))
    assert row["days"] == needed


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("possible", "Cần thêm đội, hoặc thêm ngày."),
        ("no_teams", "Không có một thay đổi riêng lẻ nào đủ."),
    ],
)
def test_where_no_single_change_helps_that_is_said(code: str, words: str) -> None:
    """An empty cell would leave the reader waiting for advice."""
    data = {"teams": 2} if code == "possible" else {}
    unmet = (UnmetNeed("NC-705-001", (Reason(code, data),)),)

    night = make_night(make_campaign(needs=(make_need(),)), unmet=unmet)
    (row,) = content(schema(), night, "T").rows

    assert row["unlock"] == words
