"""«Tổng hợp»."""

from collections.abc import Sequence
from dataclasses import replace

from functions.domain.findings import Finding, Place, RowCount
from functions.domain.ledger import State
from functions.domain.night import Night
from functions.domain.summarise import Matter, Reading
from functions.writers.page import STYLES, Styled
from functions.writers.tabs.summary import CHART_ROWS, WIDTHS, page
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


def busy_night() -> Night:
    """Return a night on which something is to do for each matter."""
    campaign = make_campaign(
        settings=make_settings(need_deadline=after(-1)),
        units=(make_unit(), make_unit("706", name="Huyện đoàn Tân Châu")),
        targets=(make_target(amount=1000),),
        needs=(make_need(1), make_need(2, commune=BORDER_COMMUNE)),
        trainings=(),
        reports=(make_report(beneficiaries=250),),
    )
    return make_night(
        campaign,
        (make_entry(days=(-9, -8), state=State.FINISHED),),
        findings=(
            Finding("assumed_year", Place("705", "needs"), "5/8", {"read_as": "05/08/2024"}),
        ),
        rows={("705", "needs"): RowCount(3, 2)},
        readings={
            "705": Reading(RAN_AT),
            "706": Reading(RAN_AT, stale=True, problem="unavailable", age_days=2),
        },
    )


def night_of(units: int) -> Night:
    """Return a night of so many units in eight blocks, a third of which has not registered."""
    entries = tuple(
        make_unit(f"8{number:02d}", name=f"Đoàn {number}", block=f"Khối {number % 8 + 1}")
        for number in range(units)
    )
    needs = tuple(make_need(1, unit=each.code) for each in entries[::3])
    return make_night(
        make_campaign(settings=make_settings(need_deadline=after(-1)), units=entries, needs=needs),
        (make_entry(need=needs[0].id),),
    )


def index_of(rows: Sequence[Sequence[Styled]], first: str) -> int:
    """Return the first row that begins with these words."""
    return next(index for index, row in enumerate(rows) if row and row[0].value == first)


def test_no_row_is_wider_than_the_page() -> None:
    """Cells and the columns that they cover fit, with styles that exist."""
    empty = make_night(make_campaign(units=(), volunteers=(), teams=(), trainings=()))
    for night in (make_night(), busy_night(), empty, night_of(9), night_of(96)):
        found = page(schema(), night)
        assert found.widths == WIDTHS
        assert max(sum(cell.span for cell in row) for row in found.rows) <= len(WIDTHS)
        assert {cell.style for row in found.rows for cell in row} <= STYLES.keys()


def test_the_stamp_is_no_news() -> None:
    """Only the row that says when the robot ran differs between two equal nights."""
    night = make_night()
    later = replace(night, ran_at=RAN_AT.replace(hour=4))
    before, after_ = page(schema(), night), page(schema(), later)
    differing = [i for i, row in enumerate(before.rows) if row != after_.rows[i]]
    assert frozenset(differing) == before.volatile
    assert "02:00 13/08/2024" in str(before.rows[differing[0]][0].value)


def test_old_data_are_said_at_once() -> None:
    """The third row names the units whose data are not of tonight, and their age."""
    words = page(schema(), busy_night()).rows[2][0]
    assert words.style == "alert"
    assert words.value == "Dùng dữ liệu cũ: Huyện đoàn Tân Châu (của ngày 13/08/2024, 2 ngày trước)"
    fresh = page(schema(), make_night()).rows[2][0]
    assert (fresh.style, fresh.value) == ("stamp", "Đã đọc được bảng tính của tất cả 1 đơn vị.")
    never = make_night(readings={"705": Reading(None, stale=True, problem="no_link")})
    assert "chưa đọc được lần nào" in str(page(schema(), never).rows[2][0].value)


def test_urgent_matters_come_first() -> None:
    """Each reminder is a line; the two hardest matters are red, the others yellow."""
    night = busy_night()
    rows = page(schema(), night).rows
    start = index_of(rows, "Cần xử lý trước")
    lines = rows[start + 2 : start + 2 + len(night.summary.reminders)]
    assert [(row[2].value, row[2].style, row[3].value) for row in lines] == [
        ("Không đọc được bảng tính", "bad", 1),
        ("Chưa đăng ký nhu cầu", "bad", 1),
        ("Có đội đã xong việc nhưng chưa báo cáo", "warn", 1),
        ("Có dòng bị để riêng vì lỗi", "warn", 1),
        ("Có đội chưa tập huấn xong", "warn", 1),
    ]
    assert {each.matter for each in night.summary.reminders} == set(Matter)


def test_nothing_urgent_is_said_too() -> None:
    """A tidy night shows one green line instead of a table."""
    campaign = make_campaign(settings=make_settings(need_deadline=after(1)))
    rows = page(schema(), make_night(campaign)).rows
    assert [cell for row in rows for cell in row if cell.value == "Không có việc gấp."] == [
        Styled("Không có việc gấp.", "good", len(WIDTHS))
    ]


def test_a_long_list_of_matters_is_cut() -> None:
    """Fifteen matters are shown; the line below says how many more there are, and where."""
    units = tuple(make_unit(f"8{number:02d}", name=f"Đoàn {number}") for number in range(20))
    night = make_night(make_campaign(settings=make_settings(need_deadline=after(-1)), units=units))
    rows = page(schema(), night).rows
    start = index_of(rows, "Cần xử lý trước")
    shown = [row[0].value for row in rows[start + 2 : start + 18] if row]
    assert shown == [
        *(f"Đoàn {number}" for number in range(15)),
        "… và 5 việc nữa: xem tab Đôn đốc",
    ]


def test_sections_stand_in_the_order_of_urgency() -> None:
    """What has to be done comes first, how good the data are comes last; the charts lie between."""
    found = page(schema(), busy_night())
    sections = [row[0].value for row in found.rows if row and row[0].style == "section"]
    assert sections == [
        "Cần xử lý trước",
        "Theo khối",
        "Chỉ tiêu",
        "Toàn chiến dịch",
        "Biểu đồ",
        "Theo đơn vị",
        "Nội dung và đơn vị: số nhu cầu có đội / số nhu cầu",
        "Chất lượng dữ liệu của đơn vị",
    ]
    assert found.chart_row == index_of(found.rows, "Biểu đồ") + 1
    assert not any(found.rows[found.chart_row : found.chart_row + CHART_ROWS])
    assert index_of(found.rows, "Theo đơn vị") == found.chart_row + CHART_ROWS + 1


def test_an_empty_campaign_says_what_to_fill_in() -> None:
    """Without units, targets, needs and reports each section says so in one line."""
    night = make_night(make_campaign(units=(), volunteers=(), teams=(), trainings=()))
    shown = [row[0].value for row in page(schema(), night).rows if row]
    assert shown.count("Chưa có đơn vị nào: điền ở tab Đơn vị.") == 3
    assert "Chưa có chỉ tiêu nào tính bằng lượt: điền ở tab Chỉ tiêu." in shown
    assert "Chưa có nhu cầu hay báo cáo nào được nhận." in shown


def test_every_unit_has_its_line() -> None:
    """Registration, figures, the bar, errors and freshness stand in columns, the sum below."""
    rows = page(schema(), busy_night()).rows
    start = index_of(rows, "Theo đơn vị")
    own, other, whole = rows[start + 2 : start + 5]
    assert len(own) == len(WIDTHS)
    assert (own[2].value, own[2].style) == ("Đã đăng ký", "good")
    assert (other[2].value, other[2].style) == ("Chưa", "bad")
    assert [cell.value for cell in own[3:16]] == [
        *(2, 1, 1, 2, 1, 0, 1, 250, 1000, 0.25, "██░░░░░░░░ 25%", 1, 1)
    ]
    assert [own[14].style, own[15].style] == ["bad_whole", "warn_whole"]
    assert [other[14].style, other[15].style] == ["whole", "whole"]
    assert [cell.value for cell in other[11:14]] == [None, None, None]
    assert (own[16].style, other[16].style) == ("text", "bad")
    assert (whole[0].value, whole[0].span) == ("Toàn tỉnh", 3)
    assert [cell.value for cell in whole[1:]] == [cell.value for cell in own[3:16]]
    assert whole[1].style == "strong_whole"


def test_before_the_deadline_nobody_is_late() -> None:
    """A unit that has typed nothing yet is yellow while there is time."""
    rows = page(schema(), make_night(make_campaign())).rows
    assert rows[index_of(rows, "Theo đơn vị") + 2][2].style == "warn"
    block = rows[index_of(rows, "Theo khối") + 2]
    assert (block[4].value, block[4].style, block[9].style) == (1, "warn_whole", "warn")


def test_a_unit_that_was_never_read_says_so() -> None:
    """Without a reading the unit has no date."""
    rows = page(schema(), make_night(readings={})).rows
    assert rows[index_of(rows, "Theo đơn vị") + 2][16].value == "chưa đọc được lần nào"
