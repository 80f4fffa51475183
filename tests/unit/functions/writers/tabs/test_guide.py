"""«Hướng dẫn» of a unit."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from functions.config import LOCAL_TIME, NIGHT_HOUR
from functions.domain.records import CampaignSettings
from functions.writers.layout.tabs import column_count
from functions.writers.page import STYLES, Page, page_requests, write_page
from functions.writers.tabs.guide import WIDTHS, page
from functions.writers.values import Formula
from sheets_schema.model import FilledBy
from tests.campaigns import make_settings, schema
from tests.layouts import lay_out
from tests.nights import RAN_AT

UNIT = "Huyện đoàn Tân Biên"
TABLE = schema().table("unit", "guide")


def guide(settings: CampaignSettings | None = None, ran_at: datetime | None = RAN_AT) -> Page:
    """Return the guide of a unit."""
    return page(schema(), settings or make_settings(), UNIT, ran_at)


def lines(found: Page) -> dict[str, str]:
    """Return the words of each line by its label."""
    return {str(row[0].value): str(row[1].value) for row in found.rows if len(row) > 1}


def shown(found: Page) -> str:
    """Return every word of a guide."""
    return "\n".join(str(cell.value) for row in found.rows for cell in row)


def test_the_guide_says_what_to_do_and_whom_to_ask() -> None:
    """Name, deadline, days to report and contact are those of the campaign."""
    text = shown(guide(make_settings(report_days=3)))
    assert text.startswith("Mùa hè số năm 2024\nBảng tính của Huyện đoàn Tân Biên\n")
    for expected in ("12/08/2024", "trong 3 ngày", "Ban Phong trào, 0276 3822 000", "Tỉnh đoàn"):
        assert expected in text
    assert "{" not in text


def test_the_guide_is_two_columns_of_known_styles() -> None:
    """A label and its words; what is longer than the label's column stands over both."""
    found = guide()
    assert len(found.widths) == len(WIDTHS) == column_count(schema(), TABLE) == 2
    assert {sum(cell.span for cell in row) for row in found.rows} == {0, 2}
    assert {cell.style for row in found.rows for cell in row} <= STYLES.keys()


def test_the_example_is_a_need_as_it_should_look() -> None:
    """Every column that a need must have stands with its example, in the order of the tab."""
    labels = [row[0] for row in guide().rows if row and row[0].style == "required"][:-1]
    required = [
        each
        for each in schema().table("unit", "needs").fields
        if each.required and each.filled_by is FilledBy.PEOPLE
    ]
    assert [each.value for each in labels] == [each.title for each in required]
    for each in required:
        assert lines(guide())[each.title] == each.example


def test_every_status_is_explained_in_its_colour() -> None:
    """The four words of the status column stand in the guide as they are coloured there."""
    styles = {str(row[0].value): row[0].style for row in guide().rows if row}
    for status, style in (("new", "new"), ("fix", "bad"), ("review", "warn"), ("accepted", "good")):
        assert styles[schema().text(f"status.{status}")] == style
    headers = {"required", "optional", "robot"}
    assert {styles[schema().text(f"guide.header_{each}_label")] for each in headers} == headers


@pytest.mark.parametrize(
    ("days", "until"),
    [
        (90, "Đến hết ngày 29/12/2024, rồi xóa."),
        (0, "Đến hết ngày 30/09/2024, rồi xóa."),
        (None, "Đến khi chiến dịch tổng kết xong, rồi xóa."),
    ],
)
def test_people_are_told_how_long_their_data_is_kept(days: int | None, until: str) -> None:
    """The last day is named where the campaign has set one."""
    found = lines(guide(make_settings(retention_days=days)))
    assert found[schema().text("guide.kept_label")] == until


def test_a_workbook_that_no_night_has_read_says_so() -> None:
    """It says when the robot comes for the first time, and nothing of a last time."""
    text = shown(guide(ran_at=None))
    assert "Hệ thống chưa đọc bảng này lần nào" in text
    assert "Lần gần nhất" not in text
    assert "Lần sau: 02:00 ngày" in text


def test_the_lines_about_the_robot_are_no_news() -> None:
    """When it last came, and the formula for when it comes next, are no reason to write."""
    found = guide()
    last, coming = (found.rows[each][0] for each in sorted(found.volatile))
    assert str(last.value).startswith("Lần gần nhất: 02:00 ngày 13/08/2024.")
    assert isinstance(coming.value, Formula)
    formulas = [cell for row in found.rows for cell in row if isinstance(cell.value, Formula)]
    assert formulas == [coming]


def make_guide(google: Any, found: Page) -> str:  # noqa: ANN401 - the fixture
    """Lay out a unit's workbook on the local Google with this guide and return its id."""
    made = lay_out(google, "705")
    google.workbooks.write(made, write_page(google.workbooks.read(made).tabs[0], found))
    return made


def test_the_first_night_writes_the_guide_and_the_next_does_not(google: Any) -> None:  # noqa: ANN401 - the fixture
    """The words of a workbook that was never read go; a later hour alone is no news."""
    workbook = make_guide(google, guide(ran_at=None))

    def write(ran_at: datetime) -> int:
        tab = google.workbooks.read(workbook).tabs[0]
        requests = page_requests(tab, guide(ran_at=ran_at))
        if requests:
            google.workbooks.write(workbook, requests)
        return len(requests)

    assert write(RAN_AT)
    assert not write(RAN_AT + timedelta(days=1))
    rows = google.workbooks.read(workbook).tabs[0].rows
    assert not any("chưa đọc" in str(row[0]) for row in rows if row)


@pytest.mark.parametrize(("minutes", "days"), [(-30, 0), (1, 1)])
def test_the_coming_night_is_always_right(google: Any, minutes: int, days: int) -> None:  # noqa: ANN401 - the fixture
    """Until the robot has come it is tonight, then tomorrow night, by the clock of Viet Nam."""
    workbook = make_guide(google, guide())
    now = google.clock.now().astimezone(LOCAL_TIME)
    night = datetime.combine(now.date() + timedelta(days=1), NIGHT_HOUR, LOCAL_TIME)
    google.clock.advance((night + timedelta(minutes=minutes) - now).total_seconds())
    rows = google.workbooks.read(workbook).tabs[0].rows
    (coming,) = [str(row[0]) for row in rows if row and str(row[0]).startswith("Lần sau")]
    assert coming == f"Lần sau: 02:00 ngày {night + timedelta(days=days):%d/%m/%Y}"
