"""Blocks, indicators, topics by place, weeks: the parts of a summary."""

from dataclasses import replace
from datetime import date

import pytest

from functions.domain.findings import RowCount
from functions.domain.ledger import State
from functions.domain.records import PROVINCE, Block, Report, Target, Window
from functions.domain.summarise import Indicator, Served, Week
from tests.campaigns import (
    FIRST,
    LAST,
    OTHER_UNIT,
    TODAY,
    UNIT,
    make_campaign,
    make_need,
    make_report,
    make_target,
    make_unit,
)
from tests.nights import make_entry, make_summary


def report_of(day: date, beneficiaries: int) -> Report:
    """Return the report of an activity of one day."""
    return replace(make_report(beneficiaries=beneficiaries), window=Window(day, day))


def test_blocks_stand_in_the_order_of_the_province() -> None:
    """Blocks without units are left out; blocks that nobody entered follow, without a board."""
    units = (
        make_unit("705", block="Khối B"),
        make_unit("706", block="Lạ"),
        make_unit("707", block="Khối A"),
        make_unit("708", block="Khối A", active=False),
    )
    blocks = tuple(Block(name, f"Ban {name}", "", "") for name in ("Khối B", "Trống", "Khối A"))
    summary = make_summary(replace(make_campaign(units=units), blocks=blocks))
    shown = [(each.name, each.board, [unit.code for unit in each.units]) for each in summary.blocks]
    assert shown == [
        ("Khối B", "Ban Khối B", ["705"]),
        ("Khối A", "Ban Khối A", ["707"]),
        ("Lạ", "", ["706"]),
    ]


def test_reports_of_a_block_add_up() -> None:
    """What is due is what came in time, what came late and what is missing."""
    campaign = make_campaign(
        units=(make_unit(), make_unit(OTHER_UNIT)),
        needs=(make_need(1), make_need(2)),
        reports=(make_report(1), make_report(2, written=0), make_report(1, unit=OTHER_UNIT)),
    )
    entries = (make_entry(days=(-9, -8), state=State.FINISHED),)
    rows = {(UNIT, "needs"): RowCount(2, 2)}
    (block,) = make_summary(campaign, entries, rows=rows).blocks
    figures = (block.reports_in_time, block.reports_late, block.reports_missing)
    assert (block.reports_due, *figures) == (4, 2, 1, 1)
    assert [each.code for each in block.not_registered] == [OTHER_UNIT]
    assert [each.code for each in block.missing_reports] == [UNIT]


def test_an_indicator_of_the_province_stands_before_those_of_units() -> None:
    """Without one, the targets of the units add up; only targets that count people are shown."""
    targets = (
        make_target(UNIT, 100),
        make_target(PROVINCE, 900),
        Target("CT8", "Ngày hội", "luot", UNIT, 30, None),
        Target("CT8", "Ngày hội", "luot", OTHER_UNIT, 20, LAST),
        Target("CT8", "Ngày hội", "luot", "799", 7, LAST),
        Target("CT9", "Lớp", "lop", PROVINCE, 5, None),
        Target("CT10", "Không", "luot", PROVINCE, 0, None),
    )
    campaign = make_campaign(
        units=(make_unit(), make_unit(OTHER_UNIT)),
        targets=targets,
        reports=(make_report(beneficiaries=90),),
    )
    found = make_summary(campaign).indicators
    assert found == (
        Indicator("CT7", "Nâng cao năng lực số", 900, 90, LAST),
        Indicator("CT8", "Ngày hội", 50, 90, LAST),
        Indicator("CT10", "Không", 0, 90, None),
    )
    assert [each.rate for each in found] == [0.1, 1.8, None]


def test_a_need_counts_for_each_of_its_topics() -> None:
    """The map is by topic and unit."""
    campaign = make_campaign(
        needs=(
            make_need(1, topics=("dich_vu_cong", "lap_trinh")),
            make_need(2, topics=("dich_vu_cong",)),
            make_need(1, unit=OTHER_UNIT, topics=("lap_trinh",)),
        )
    )
    summary = make_summary(campaign, (make_entry(),))
    assert summary.coverage == {
        ("dich_vu_cong", UNIT): Served(2, 1),
        ("lap_trinh", UNIT): Served(1, 1),
        ("lap_trinh", OTHER_UNIT): Served(1, 0),
    }
    assert [each.topic for each in summary.demanded] == ["dich_vu_cong", "lap_trinh"]


@pytest.mark.parametrize(
    ("today", "first", "last", "count"),
    [
        (date(2024, 5, 1), date(2024, 5, 27), date(2024, 5, 27), 1),
        (date(2024, 6, 9), date(2024, 5, 27), date(2024, 6, 3), 2),
        (TODAY, date(2024, 5, 27), date(2024, 8, 12), 12),
        (date(2025, 1, 1), date(2024, 5, 27), date(2024, 9, 30), 19),
    ],
)
def test_weeks_run_from_the_first_to_this_one(
    today: date, first: date, last: date, count: int
) -> None:
    """Before the campaign there is its first week, after it none is added; empty ones are 0."""
    weeks = make_summary(make_campaign(), today=today).weeks
    assert (weeks[0], weeks[-1], len(weeks)) == (Week(first, 0, 0), Week(last, 0, 0), count)


def test_people_add_up_week_by_week() -> None:
    """An activity counts on its first day; those outside the weeks count in the nearest one."""
    reports = (
        report_of(date(2024, 6, 2), 10),
        report_of(date(2024, 6, 3), 5),
        report_of(date(2023, 6, 3), 1),
        report_of(date(2026, 1, 1), 100),
    )
    weeks = make_summary(make_campaign(reports=reports), today=date(2024, 6, 20)).weeks
    assert weeks == (
        Week(date(2024, 5, 27), 11, 11),
        Week(date(2024, 6, 3), 5, 16),
        Week(date(2024, 6, 10), 0, 16),
        Week(date(2024, 6, 17), 100, 116),
    )
    assert weeks[0].first <= FIRST
