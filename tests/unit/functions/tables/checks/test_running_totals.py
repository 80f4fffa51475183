"""Figures that are added up from report to report are pointed out."""

import pytest

from functions.domain.findings import Finding
from functions.domain.workbook import Cell
from functions.tables.checks.running_totals import find
from tests.builders import Row, good, rows_where, tables


def report(number: int, day: int, beneficiaries: int, **cells: Cell) -> Row:
    """Return a report on one day of August."""
    days = f"{day:02d}/08/2024"
    return good(
        "reports",
        number,
        date_range=days,
        report_date=days,
        activity=f"Buổi {number}",
        beneficiaries=beneficiaries,
        **cells,
    )


def found(*rows: Row) -> list[Finding]:
    """Return what is said about these reports."""
    return list(find(tables(reports=rows)))


@pytest.mark.parametrize(
    "text",
    [
        "Lũy kế từ đầu chiến dịch: 120 lượt",
        "luỹ kế 120 lượt",
        "LŨY KẾ",
        "Số liệu lủy kế đến 15/8",
        "Luy ke tu dau dot 120 luot",
        "Hỗ trợ 120 lượt (cộng dồn các buổi)",
        "Từ đầu chiến dịch đã hỗ trợ 120 lượt",
        "Tính đến ngày 15/8/2024 được 120 lượt người",
        "Tính đến nay đã hướng dẫn 120 người",
        "Đến nay: 120 lượt",
        "Kể từ khi ra quân, đội hỗ trợ 120 lượt",
        "Không chỉ đợt này, lũy kế 120 lượt",
        "Lũy kế 560 lượt",
    ],
)
def test_words_of_running_totals(text: str) -> None:
    """A text that calls the figure a sum is a warning, however it is spelled; it is not copied."""
    (finding,) = found(good("reports", result=text))
    assert rows_where([finding]) == [("running_total_words", "BC-705-001", "result")]
    assert finding.value == ""


@pytest.mark.parametrize(
    "text",
    [
        "Hỗ trợ 120 lượt, lũy kế từ đầu chiến dịch 560 lượt",
        "Lũy kế 560 lượt, riêng đợt này 120 lượt",
        "120 lượt của riêng buổi này, không lũy kế",
        "Số liệu không cộng dồn",
        "Chưa tính lũy kế",
        "Đội có mặt từ đầu chiến dịch",
        "Lãnh đạo tỉnh đến ngày 15 dự với 120 người",
        "Công đoàn và cộng đồng cùng làm 120 lượt",
        "Người dân từ đầu ấp đến cuối ấp: 120 lượt",
    ],
)
def test_other_words_pass(text: str) -> None:
    """Who gives the activity's own figure beside the sum, or denies it, is left in peace."""
    assert found(good("reports", content=text)) == []


def test_words_without_figures_pass() -> None:
    """Where nobody was helped there is nothing to add up."""
    assert found(good("reports", activity="Lũy kế", beneficiaries=0)) == []


def test_a_report_that_repeats_the_one_before() -> None:
    """Three equal figures and no other one: the later report is told, by the date of the days."""
    figures = {"youth": 40, "citizens": 70, "officials": 10}
    (finding,) = found(report(2, 10, 120, **figures), report(1, 12, 120, **figures, vneid=0))
    assert rows_where([finding]) == [("repeated_figures", "BC-705-001", "beneficiaries")]
    assert (finding.data, finding.subject) == ({"other": "BC-705-002"}, "BC-705-002")


def test_a_chance_or_another_team_repeats_nothing() -> None:
    """Two equal figures, one that differs, another team, a report in between: no repetition."""
    figures = {"youth": 40, "citizens": 70, "officials": 10}
    assert found(report(1, 10, 120, vneid=5), report(2, 12, 120, vneid=5)) == []
    assert found(report(1, 10, 120, **figures), report(2, 12, 120, **figures, vneid=1)) == []
    assert (
        found(report(1, 10, 120, **figures), report(2, 12, 120, team="DH-705-02", **figures)) == []
    )
    three = [report(1, 10, 120, **figures), report(2, 11, 90), report(3, 12, 120, **figures)]
    assert found(*three) == []


def test_a_report_that_was_sent_twice() -> None:
    """The same activity on the same days needs no more than one equal figure."""
    (finding,) = found(good("reports", 1), good("reports", 2, activity="LỚP TIN HỌC."))
    assert rows_where([finding]) == [("repeated_figures", "BC-705-002", "beneficiaries")]
    assert found(good("reports", 1), good("reports", 2, activity="Lớp khác")) == []


def test_a_series_of_sums() -> None:
    """The last report of a series that adds up is told where it begins and how long it is."""
    totals = [100, 210, 290, 410, 500]
    rows = [report(number, 10 + number, each) for number, each in enumerate(totals, 1)]
    (finding,) = found(*reversed(rows))
    assert rows_where([finding]) == [("running_total_series", "BC-705-005", "beneficiaries")]
    assert finding.data == {"first": "BC-705-001", "count": "5"}


def test_a_series_of_its_own_figures_passes() -> None:
    """Figures that rise and fall are of each activity alone, and so are those of many teams."""
    totals = [100, 210, 190, 250, 300]
    rows = [report(number, 10 + number, each) for number, each in enumerate(totals, 1)]
    assert found(*rows) == []
    teams = [{**row, "team": f"DH-705-{at:02d}"} for at, row in enumerate(sorted_by_total(rows), 1)]
    assert found(*teams) == []


def sorted_by_total(rows: list[Row]) -> list[Row]:
    """Return reports, the fewest people first."""
    return sorted(rows, key=lambda row: int(str(row["beneficiaries"])))
