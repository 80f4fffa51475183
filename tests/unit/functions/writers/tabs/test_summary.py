"""«Tổng hợp»."""

from dataclasses import replace

from functions.domain.findings import Finding, Place, RowCount
from functions.domain.ledger import State
from functions.domain.night import Night
from functions.domain.summarise import Matter, Reading
from functions.writers.page import STYLES, Page, Styled
from functions.writers.tabs.summary import WIDTHS, page
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


def line(found: Page, first: str) -> list[Styled]:
    """Return the last row that begins with these words."""
    return [list(row) for row in found.rows if row and row[0].value == first][-1]


def test_no_row_is_wider_than_the_page() -> None:
    """Cells and the columns that they cover fit, with styles that exist."""
    for night in (make_night(), busy_night()):
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
    start = next(i for i, row in enumerate(rows) if row and row[0].value == "Cần xử lý trước")
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
        Styled("Không có việc gấp.", "good")
    ]


def test_totals_are_those_of_the_campaign() -> None:
    """Figures stand beside their names, with the tab that tells more."""
    found = page(schema(), busy_night())
    assert [cell.value for cell in line(found, "Nhu cầu có đội")] == [
        "Nhu cầu có đội",
        1,
        "Phân công",
    ]
    assert line(found, "Trong đó ở địa bàn khó khăn nhất")[1].value == 1
    rate = line(found, "Tỷ lệ đạt")[1]
    assert (rate.value, rate.style) == (0.25, "strong_percent")


def test_every_unit_has_its_line() -> None:
    """Registration, figures, errors and freshness stand in columns, the sum below."""
    found = page(schema(), busy_night())
    own, other = line(found, "Huyện đoàn Tân Biên"), line(found, "Huyện đoàn Tân Châu")
    assert len(own) == len(WIDTHS)
    assert (own[2].value, own[2].style) == ("Đã đăng ký", "good")
    assert (other[2].value, other[2].style) == ("Chưa", "bad")
    assert [cell.value for cell in own[3:15]] == [2, 1, 1, 2, 1, 0, 1, 250, 1000, 0.25, 1, 1]
    assert [own[13].style, own[14].style] == ["bad_whole", "warn_whole"]
    assert [other[13].style, other[14].style] == ["whole", "whole"]
    assert (own[15].style, other[15].style) == ("text", "bad")
    whole = line(found, "Toàn tỉnh")
    assert [cell.value for cell in whole[3:]] == [2, 1, 1, 2, 1, 0, 1, 250, 1000, 0.25, 1, 1]
    assert whole[3].style == "strong_whole"


def test_before_the_deadline_nobody_is_late() -> None:
    """A unit that has typed nothing yet is yellow while there is time."""
    found = page(schema(), make_night(make_campaign()))
    assert line(found, "Huyện đoàn Tân Biên")[2].style == "warn"


def test_a_unit_that_was_never_read_says_so() -> None:
    """Without a reading the unit has no date."""
    found = page(schema(), make_night(readings={}))
    assert line(found, "Huyện đoàn Tân Biên")[15].value == "chưa đọc được lần nào"


def test_topics_are_listed_by_demand() -> None:
    """Each topic shows needs, needs met and people."""
    found = page(schema(), busy_night())
    assert [cell.value for cell in line(found, "Dịch vụ công trực tuyến")] == [
        "Dịch vụ công trực tuyến",
        2,
        1,
        250,
    ]
