"""«Số liệu biểu đồ»."""

from functions.domain.records import PROVINCE
from functions.writers.tabs import figures
from functions.writers.tabs.base import Row, grid_of
from tests.campaigns import make_campaign, make_need, make_report, make_target, make_unit, schema
from tests.nights import make_entry, make_night


def column(rows: list[Row], name: str) -> list[object]:
    """Return the cells of one column as far as its table goes."""
    return [row[name] for row in rows if name in row]


def test_three_tables_stand_side_by_side() -> None:
    """Units by their rate, weeks from the campaign's first to this one, topics by demand."""
    campaign = make_campaign(
        units=(
            make_unit("705", name="Không chỉ tiêu"),
            make_unit("706", name="Nhiều"),
            make_unit("707", name="Ít"),
        ),
        targets=(make_target("706", 100), make_target("707", 100)),
        needs=(make_need(1), make_need(2), make_need(3, topics=("lap_trinh",))),
        reports=(
            make_report(1, unit="706", beneficiaries=80),
            make_report(1, unit="707", beneficiaries=20, topics=("an_toan_mang",)),
        ),
    )
    found = figures.content(schema(), make_night(campaign, (make_entry(),)), PROVINCE)
    rows = list(found.rows)
    assert found.info == "Số liệu cho các biểu đồ ở tab Tổng hợp, đến 12/08/2024."
    assert column(rows, "unit") == ["Ít", "Nhiều", "Không chỉ tiêu"]
    assert column(rows, "beneficiaries") == [20, 80, 0]
    assert column(rows, "target") == [100, 100, None]
    weeks = column(rows, "week")
    assert (weeks[0], weeks[-1], len(weeks)) == ("27/05", "12/08", 12)
    assert column(rows, "week_beneficiaries")[-3:] == [100, 0, 0]
    assert column(rows, "running")[-3:] == [100, 100, 100]
    assert column(rows, "topic") == ["Dịch vụ công trực tuyến", "Lập trình cơ bản"]
    assert column(rows, "needs") == [2, 1]
    assert column(rows, "needs_met") == [1, 0]
    assert column(rows, "needs_unmet") == [1, 1]


def test_the_tab_begins_with_a_sentence_and_a_header() -> None:
    """The data begin in the third row, as in every table of the robot's."""
    content = figures.content(schema(), make_night(), PROVINCE)
    grid = grid_of(schema(), "province", figures.TABLE, content)
    assert grid[1][:4] == ["Đơn vị", "Lượt", "Chỉ tiêu", "Tuần"]
    assert grid[2][0] == "Huyện đoàn Tân Biên"
