"""A preview in sentences and as JSON."""

import json
from dataclasses import replace

import pytest

from functions.domain.difference import Choice, NeedChange, Preview
from functions.domain.ledger import Changes, Decision, State
from functions.domain.plan import Reason
from functions.writers.preview import preview_json, preview_lines
from tests.campaigns import (
    BORDER_COMMUNE,
    TODAY,
    make_campaign,
    make_need,
    make_settings,
    make_team,
    schema,
)
from tests.nights import make_entry

NEED = "NC-705-001"
NONE = {1: 0, 2: 0, 3: 0}
CALM = Preview(
    today=TODAY,
    campaign=make_campaign(
        needs=(make_need(1, commune=BORDER_COMMUNE), make_need(2)),
        teams=(make_team(1), make_team(2)),
    ),
    tonight=Changes(),
    counts=Changes(kept=7),
    changes=(),
    unmet_before=NONE,
    unmet_after=NONE,
)
OLD, NEW = make_entry(1), make_entry(2, team="DH-705-02", days=(6, 6))
FORCED = Reason("changed_by_rules", {"team": "DH-705-01", "start": 77, "rules": ("not_available",)})
FULL = Reason("possible", {"teams": 2})
EXCLUDED = Reason("excluded", {"rule": "topic_missing", "teams": 9})
UNLOCK = Reason("unlock_lodging", {"place": BORDER_COMMUNE, "lodging": 8})


def told(**changes: object) -> list[str]:
    """Return the lines of a calm preview in which something is different."""
    return preview_lines(schema(), replace(CALM, **changes))


def test_a_night_without_news() -> None:
    """Day, counts and unmet needs are told, and that nothing changes."""
    assert told(unmet_before={1: 0, 2: 4, 3: 9}, unmet_after={1: 0, 2: 3, 3: 9}) == [
        "Chạy thử như ngày 12/08/2024: không ghi gì vào bảng tính.",
        "Các dòng ở tab Phân công: 7 giữ nguyên, 0 mới, 0 đổi ngày, 0 rút.",
        "Nhu cầu chưa có đội: nhóm 1: 0; nhóm 2: 4 → 3; nhóm 3: 9.",
        "Không nhu cầu nào đổi đội hay đổi ngày.",
    ]


def test_supposed_changes_are_repeated_and_counted_beside_tonight() -> None:
    """The reader sees what was understood, and what would change without it."""
    lines = told(supposed=("Đội A nghỉ từ 10/08/2024.",), tonight=Changes(6, 1, 0, 0))
    assert lines[1:4] == [
        "Nếu: Đội A nghỉ từ 10/08/2024.",
        (
            "Các dòng ở tab Phân công nếu không có thay đổi này: "
            "6 giữ nguyên, 1 mới, 0 đổi ngày, 0 rút."
        ),
        "Các dòng ở tab Phân công nếu có thay đổi này: 7 giữ nguyên, 0 mới, 0 đổi ngày, 0 rút.",
    ]


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (
            NeedChange(NEED, (OLD,), (NEW,), (FORCED,)),
            [
                "Đổi đội (1):",
                (
                    "- NC-705-001, Xã Tân Bình (nhóm 1): Đội Mùa hè số 705.1 (DH-705-01), "
                    "17/08/2024 - 18/08/2024 → Đội Mùa hè số 705.2 (DH-705-02), 18/08/2024. "
                    "Phân công trước không giữ được: không hoạt động trong những ngày đó."
                ),
            ],
        ),
        (
            NeedChange(NEED, (OLD,), (make_entry(days=(7, 8)),), (Reason("changed_by_aims"),)),
            [
                "Đổi ngày (1):",
                (
                    "- NC-705-001, Xã Tân Bình (nhóm 1): Đội Mùa hè số 705.1 (DH-705-01), "
                    "17/08/2024 - 18/08/2024 → 19/08/2024 - 20/08/2024. Để cả kế hoạch tốt hơn."
                ),
            ],
        ),
        (
            NeedChange(NEED, (), (NEW,), (Reason("distance", {"km": 5.0}),)),
            [
                "Có thêm đội (1):",
                (
                    "- NC-705-001, Xã Tân Bình (nhóm 1): chưa có đội → Đội Mùa hè số 705.2 "
                    "(DH-705-02), 18/08/2024. Cách khoảng 5 km."
                ),
            ],
        ),
        (
            NeedChange("NC-705-009", (OLD,), (), (Reason("need_gone"),)),
            [
                "Không còn nhu cầu (1):",
                (
                    "- NC-705-009: Đội Mùa hè số 705.1 (DH-705-01), 17/08/2024 - 18/08/2024 → rút. "
                    "Nhu cầu bị rút, hoặc dòng nhu cầu đang có lỗi."
                ),
            ],
        ),
        (
            NeedChange(NEED, (OLD,), (), (FORCED, EXCLUDED, UNLOCK)),
            [
                "Mất đội (1):",
                (
                    "- NC-705-001, Xã Tân Bình (nhóm 1): Đội Mùa hè số 705.1 (DH-705-01), "
                    "17/08/2024 - 18/08/2024 → chưa có đội. "
                    "Phân công trước không giữ được: không hoạt động trong những ngày đó. "
                    "Không còn đội nào khác đi được. Gỡ được nếu làm một trong các việc sau: "
                    "Thu xếp chỗ ở cho 8 người tại Xã Tân Bình."
                ),
            ],
        ),
    ],
)
def test_a_line_for_each_need_that_changes(change: NeedChange, lines: list[str]) -> None:
    """Under the heading of its kind: need, commune, before, after and why."""
    assert told(changes=(change,))[-2:] == lines


def test_teams_that_no_rule_lets_go_are_left_out_where_others_could_go() -> None:
    """The line says that those who could go are busy, nothing of the others."""
    change = NeedChange(NEED, (OLD,), (), (EXCLUDED, FULL))
    assert told(changes=(change,))[-1].endswith(
        "→ chưa có đội. 2 đội đi được nhưng đều đã có việc."
    )


def test_what_stays_against_a_rule_is_named() -> None:
    """The need, the team with its days, and the rule."""
    broken = Reason("breaks_rules", {"rules": ("not_available",)})
    assert told(held=(replace(OLD, why=(FULL, broken)),))[-2:] == [
        "Vẫn giữ vì đã chốt, sắp diễn ra hoặc đang diễn ra; điều phối viên xem lại:",
        (
            "- NC-705-001, Xã Tân Bình (nhóm 1): Đội Mùa hè số 705.1 (DH-705-01), "
            "17/08/2024 - 18/08/2024. Trái quy tắc: không hoạt động trong những ngày đó."
        ),
    ]


def test_what_people_have_to_decide_is_named_row_by_row() -> None:
    """The tab, the column and what to choose there."""
    rows = (
        replace(OLD, decision=Decision.REFUSE, state=State.SIGNED),
        make_entry(2, team="DH-705-77"),
    )
    assert told(to_decide=rows)[-3:] == [
        "Khi điều này xảy ra thật, điều phối viên còn phải sửa cột Duyệt ở tab Phân công:",
        "- PC-T-001 (NC-705-001, Đội Mùa hè số 705.1): chọn «Từ chối».",
        "- PC-T-002 (NC-705-001, DH-705-77): xóa «Chốt».",
    ]


def test_the_trade_off_is_a_table() -> None:
    """A row for each cap; where more had to change it says so, the last one is open upwards."""
    choices = (Choice(0, 1, {1: 9, 2: 7, 3: 22}), Choice(2, 2, {1: 8, 2: 7, 3: 23}))
    assert told(choices=choices)[-5:-1] == [
        "Cho phép đổi bao nhiêu phân công thì còn bao nhiêu nhu cầu chưa có đội:",
        "   Số thay đổi | Nhóm 1 | Nhóm 2 | Nhóm 3",
        "0 (phải đổi 1) |      9 |      7 |     22",
        "     2 trở lên |      8 |      7 |     23",
    ]


def test_what_is_wrong_is_told() -> None:
    """Old data, a plan that may not be used, and a cap that cannot be held."""
    campaign = replace(CALM.campaign, settings=make_settings(change_budget=1))
    lines = told(
        campaign=campaign,
        counts=Changes(made=2),
        stale=("Huyện đoàn Tân Biên",),
        broken="topic_missing",
    )
    assert lines[1] == "Dùng dữ liệu cũ: Huyện đoàn Tân Biên"
    assert "vi phạm quy tắc (topic_missing)" in lines[2]
    assert lines[4].startswith("Mức 1 thay đổi mỗi đêm")


def test_the_same_as_json() -> None:
    """Ids, ISO days and codes for programs, the sentence beside them."""
    preview = replace(
        CALM,
        supposed=("Đội A nghỉ.",),
        changes=(NeedChange(NEED, (OLD,), (), (FORCED,)),),
        to_decide=(replace(OLD, decision=Decision.REFUSE),),
        held=(NEW,),
        choices=(Choice(0, 0, NONE),),
    )
    found = preview_json(schema(), preview)
    (change,) = json.loads(json.dumps(found))["changes"]
    assert (found["as_of"], found["supposed"]) == ("2024-08-12", ["Đội A nghỉ."])
    assert found["counts"] == {"kept": 7, "new": 0, "moved": 0, "withdrawn": 0, "made": 0}
    assert found["unmet"] == {"before": {"1": 0, "2": 0, "3": 0}, "after": {"1": 0, "2": 0, "3": 0}}
    assert found["to_decide"] == [
        {"id": "PC-T-001", "need": NEED, "team": "DH-705-01", "decision": "tu_choi"}
    ]
    assert found["held"] == [
        {
            "id": "PC-T-002",
            "need": NEED,
            "team": "DH-705-02",
            "start": "2024-08-18",
            "end": "2024-08-18",
            "state": "proposed",
        }
    ]
    assert found["choices"] == [{"allowed": 0, "made": 0, "unmet": {"1": 0, "2": 0, "3": 0}}]
    assert (change["need"], change["commune"], change["kind"]) == (NEED, BORDER_COMMUNE, "lost")
    assert change["before"] == [
        {"team": "DH-705-01", "start": "2024-08-17", "end": "2024-08-18", "state": "proposed"}
    ]
    assert change["after"] == []
    assert change["why"][0]["code"] == "changed_by_rules"
    assert change["why"][0]["text"] in change["text"]


def test_a_need_that_is_not_known_any_more_has_no_commune() -> None:
    """Its row may be set aside."""
    preview = replace(CALM, changes=(NeedChange("NC-705-009", (OLD,), (), ()),))
    (change,) = preview_json(schema(), preview)["changes"]  # type: ignore[misc]
    assert change["commune"] is None
