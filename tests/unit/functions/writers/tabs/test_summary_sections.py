"""The sections of «Tổng hợp» below what is urgent: blocks, targets, totals, topics, quality."""

from collections import Counter
from collections.abc import Iterable

import pytest

from functions.domain.findings import Finding, Place, RowCount
from functions.domain.ledger import State
from functions.domain.night import Night
from functions.domain.records import PROVINCE
from functions.domain.summarise import Reading
from functions.writers.page import Styled
from functions.writers.tabs import activities, assignments, chasing, findings, unmet
from functions.writers.tabs.summary import blocks, coverage, indicators, quality, totals
from functions.writers.tabs.summary.grid import bar
from tests.campaigns import (
    BORDER_COMMUNE,
    after,
    make_campaign,
    make_need,
    make_report,
    make_settings,
    make_target,
    make_unit,
    schema,
)
from tests.nights import RAN_AT, make_entry, make_night

PROVINCE_TABS = {each.title: each for each in schema().book("province")}


def values(line: Iterable[Styled]) -> list[object]:
    """Return what the cells of a line say."""
    return [each.value for each in line]


def many(units: int, blocks_of: int) -> Night:
    """Return a night on which every unit asked for one topic and every second one got a team."""
    entries = tuple(
        make_unit(f"8{number:02d}", name=f"Đoàn {number}", block=f"Khối {number % blocks_of:02d}")
        for number in range(units)
    )
    needs = tuple(make_need(1, unit=each.code) for each in entries)
    return make_night(
        make_campaign(units=entries, needs=needs),
        tuple(make_entry(number, need=each.id) for number, each in enumerate(needs[::2])),
    )


@pytest.mark.parametrize(
    ("rate", "shown"),
    [
        (0.0, "░░░░░░░░░░ 0%"),
        (0.02, "█░░░░░░░░░ 2%"),
        (0.62, "██████░░░░ 62%"),
        (0.99, "█████████░ 99%"),
        (1.0, "██████████ 100%"),
        (2.5, "██████████ 250%"),
    ],
)
def test_a_bar_is_made_of_text(rate: float, shown: str) -> None:
    """Only nothing is empty and only the whole is full; above it the figure says how much."""
    assert bar(rate) == Styled(shown, "bar")


def test_without_a_target_there_is_no_bar() -> None:
    """The cell stays empty."""
    assert bar(None).value is None


def test_a_block_names_its_board_and_its_laggards() -> None:
    """Registrations and reports are counted, and the units behind are named; sums stand below."""
    campaign = make_campaign(
        settings=make_settings(need_deadline=after(-1)),
        units=(make_unit(), make_unit("706", name="Huyện đoàn Tân Châu", block="Khối 2")),
        needs=(make_need(1), make_need(2)),
        reports=(
            make_report(1),
            make_report(2, written=0),
        ),
    )
    night = make_night(
        campaign,
        (make_entry(days=(-9, -8), state=State.FINISHED),),
        rows={("705", "needs"): RowCount(2, 2)},
    )
    header, first, second, whole = blocks.lines(schema(), night)
    assert values(header[:4]) == ["Khối", "Ban phụ trách", "Đơn vị", "Đã đăng ký"]
    assert values(first) == [
        *("Khối 1", "Ban Phong trào", 1, 1, 0, 3, 1, 1, 1, None, "Huyện đoàn Tân Biên")
    ]
    assert values(second) == ["Khối 2", "", 1, 0, 1, 0, 0, 0, 0, "Huyện đoàn Tân Châu", None]
    assert [first[7].style, first[8].style, second[4].style, second[9].style] == [
        *("warn_whole", "warn_whole", "bad_whole", "bad")
    ]
    assert values(whole) == ["Toàn tỉnh", None, 2, 1, 1, 3, 1, 1, 1]


def test_many_units_of_a_block_are_cut() -> None:
    """Six units are named, the others are counted."""
    (_, line, _) = blocks.lines(schema(), many(9, 1))
    assert line[9].value == "Đoàn 0, Đoàn 1, Đoàn 2, Đoàn 3, Đoàn 4, Đoàn 5 … và 3 đơn vị nữa"


def test_an_indicator_shows_how_far_it_is() -> None:
    """Reached, target, rate, bar and deadline stand beside the name."""
    campaign = make_campaign(
        targets=(make_target(amount=1000),), reports=(make_report(beneficiaries=620),)
    )
    _, line = indicators.lines(schema(), make_night(campaign))
    assert values(line) == [
        *("CT7", "Nâng cao năng lực số", 620, 1000, 0.62, "██████░░░░ 62%", "30/09/2024")
    ]


def busy_night() -> Night:
    """Return a night with a need met, one unmet in a hard place, a late report, a row set aside."""
    campaign = make_campaign(
        targets=(make_target(amount=1000),),
        needs=(make_need(1), make_need(2, commune=BORDER_COMMUNE)),
        reports=(make_report(beneficiaries=250),),
    )
    return make_night(
        campaign,
        (make_entry(days=(-9, -8), state=State.FINISHED),),
        findings=(Finding("bad_phone", Place(PROVINCE, "teams"), "1", {"reason": "ngắn"}),),
        rows={("705", "needs"): RowCount(3, 2)},
    )


def test_totals_say_where_their_rows_stand() -> None:
    """Each figure is followed by the tab and the filter that show what is behind it."""
    shown = {
        line[0].value: (line[1].value, line[2].value)
        for line in totals.lines(schema(), busy_night())
    }
    met = "Phân công: lọc Tình trạng = Đề xuất, Đã chốt, Đang thực hiện, Đã thực hiện"
    accepted = "trong bảng tính của tỉnh và của từng đơn vị: lọc Trạng thái = Đã nhận, Xem lại"
    set_aside = "Đôn đốc: lọc Việc cần nhắc = Dòng bị để riêng vì lỗi"
    people = "Báo cáo hoạt động: cộng cột Số lượt"
    assert shown == {
        "Nhu cầu hợp lệ": (2, f"{met}; Chưa đáp ứng: mọi dòng"),
        "Nhu cầu có đội": (1, met),
        "Nhu cầu chưa có đội": (1, "Chưa đáp ứng: mọi dòng"),
        "Trong đó ở địa bàn khó khăn nhất": (1, "Chưa đáp ứng: lọc Nhóm ưu tiên = 1"),
        "Đội hình": (1, f"Đội hình {accepted}"),
        "Đội đã tập huấn đủ": (1, f"Tập huấn {accepted}"),
        "Tình nguyện viên": (2, f"Tình nguyện viên {accepted}"),
        "Báo cáo được nhận": (1, "Báo cáo hoạt động: mọi dòng"),
        "Lượt người được hỗ trợ": (250, people),
        "Chỉ tiêu (lượt)": (1000, "Chỉ tiêu: lọc Đơn vị tính = lượt"),
        "Tỷ lệ đạt": (0.25, f"{people}; Chỉ tiêu: lọc Đơn vị tính = lượt"),
        "Dòng để riêng": (
            1,
            f"{set_aside}; Chất lượng dữ liệu: lọc Mức độ = Lỗi",
        ),
    }


def test_filters_find_the_rows_that_they_promise() -> None:
    """The columns and values of the filters are those that the other tabs show."""
    night = busy_night()
    tables = {
        "Phân công": assignments.rows(schema(), night),
        "Đôn đốc": chasing.content(schema(), night, PROVINCE).rows,
        "Chất lượng dữ liệu": findings.content(schema(), night, PROVINCE).rows,
        "Báo cáo hoạt động": activities.content(schema(), night, PROVINCE).rows,
        "Chưa đáp ứng": unmet.content(schema(), night, PROVINCE).rows,
    }
    seen = Counter[str]()
    for line in totals.lines(schema(), night):
        for place in str(line[2].value).split("; "):
            tab, _, filtered = place.partition(": lọc ")
            if filtered and tab in tables:
                column, _, listed = filtered.partition(" = ")
                field = next(each for each in PROVINCE_TABS[tab].fields if each.title == column)
                shown = [str(row.get(field.name)) for row in tables[tab]]
                seen[tab] += sum(1 for each in shown if each in listed.split(", "))
    assert {"Phân công", "Đôn đốc", "Chất lượng dữ liệu"} <= {tab for tab in seen if seen[tab]}


def test_the_map_shows_where_needs_are_met() -> None:
    """None met is red, some yellow, all green; where nobody asked, the cell is empty."""
    units = (make_unit(), make_unit("706", name="Huyện đoàn Tân Châu"), make_unit("707", name="C"))
    needs = (
        make_need(1, topics=("dich_vu_cong", "lap_trinh")),
        make_need(2, topics=("dich_vu_cong",)),
        make_need(1, unit="706", topics=("lap_trinh",)),
    )
    campaign = make_campaign(units=units, needs=needs, reports=(make_report(beneficiaries=70),))
    night = make_night(campaign, (make_entry(),))
    header, first, second = coverage.lines(schema(), night)
    assert values(header) == [
        "Nội dung",
        "Huyện đoàn Tân Biên",
        "Huyện đoàn Tân Châu",
        "C",
        "Toàn tỉnh",
        "Lượt người được hỗ trợ",
    ]
    assert values(first) == ["Dịch vụ công trực tuyến", "1/2", None, None, "1/2", 70]
    assert values(second) == ["Lập trình cơ bản", "1/1", "0/1", None, "1/2", 0]
    assert [each.style for each in second[1:4]] == ["good_centred", "bad_centred", "centred"]
    assert first[1].style == "warn_centred"


@pytest.mark.parametrize(
    ("units", "of_blocks", "columns", "key"),
    [
        (14, 8, 14, "summary.topics_by_unit"),
        (15, 8, 8, "summary.topics_by_block"),
        (96, 14, 14, "summary.topics_by_block"),
        (96, 20, 14, "summary.topics_by_block"),
    ],
)
def test_a_map_of_many_units_is_by_block(
    units: int, of_blocks: int, columns: int, key: str
) -> None:
    """More than fourteen units share a column per block; the sum stays the same."""
    night = many(units, of_blocks)
    header, line = coverage.lines(schema(), night)
    assert (len(header) - 3, coverage.title(night)) == (columns, key)
    cells = [tuple(map(int, str(cell.value).split("/"))) for cell in line[1:-1]]
    whole = cells.pop()
    assert whole == (len(range(0, units, 2)), units)
    assert (sum(met for met, _ in cells), sum(needs for _, needs in cells)) == whole
    assert (header[columns].value == "Các khối khác") is (of_blocks > columns)


def test_quality_shows_score_word_and_parts() -> None:
    """The first line explains the score; parts about which nothing is known are empty."""
    campaign = make_campaign(
        settings=make_settings(need_deadline=after(-1)),
        units=(make_unit("705"), make_unit("706", name="B"), make_unit("707", name="C")),
        reports=(make_report(1), make_report(2, written=0)),
    )
    night = make_night(
        campaign,
        rows={("705", "needs"): RowCount(10, 10), ("707", "needs"): RowCount(4, 3)},
        readings={code: Reading(RAN_AT) for code in ("705", "706", "707")},
    )
    explained, header, own, other, third = quality.lines(schema(), night)
    assert explained[0].value == (
        "Điểm từ 0 đến 100 là trung bình của các phần sau, với trọng số: Dòng được nhận 40, "
        "Dòng không có cảnh báo 20, Đã đăng ký nhu cầu 15, Báo cáo đúng hạn 15, Dữ liệu mới 10. "
        "Phần chưa biết thì để trống và không tính. Tốt từ 90, Khá từ 70; thấp hơn là Yếu."
    )
    assert values(header[:3]) == ["Đơn vị", "Điểm", "Xếp loại"]
    assert values(own) == ["Huyện đoàn Tân Biên", 92, "Tốt", 1.0, 1.0, 1.0, 0.5, 1.0]
    assert values(other) == ["B", 40, "Yếu", None, None, 0.0, None, 1.0]
    assert values(third) == ["C", 88, "Khá", 0.75, 1.0, 1.0, None, 1.0]
    assert [own[1].style, other[1].style, third[2].style] == [
        *("good_score", "bad_score", "warn_centred")
    ]


def test_a_unit_that_gave_nothing_has_no_score() -> None:
    """Before the deadline an empty workbook is neither good nor bad."""
    *_, line = quality.lines(schema(), make_night(make_campaign()))
    assert values(line) == ["Huyện đoàn Tân Biên", None, "Chưa có gì", None, None, None, None, 1.0]
