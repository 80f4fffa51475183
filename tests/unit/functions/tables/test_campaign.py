"""All tables of all workbooks of a campaign are read and checked together."""

import pytest

from functions.domain.findings import RowCount
from functions.errors import ConfigError
from functions.tables.campaign import CampaignTables, read_campaign
from tests.builders import (
    SCHEMA,
    SETTINGS,
    TODAY,
    book,
    good,
    province,
    rows_where,
    unit_book,
)

UNITS = [good("units"), good("units", unit="706", gso_code="706")]


def read() -> CampaignTables:
    """Read a province of two units."""
    return read_campaign(
        SCHEMA, province(units=UNITS, blocks=[good("blocks", unit="Khối 1")]), TODAY
    )


def test_the_province_comes_first() -> None:
    """Settings, units and blocks are read before any unit, and every input tab of the province."""
    campaign = read()
    assert [each.code for each in campaign.units] == ["705", "706"]
    assert [each.name for each in campaign.blocks] == ["Khối 1"]
    assert [each.table.name for each in campaign.readings] == [
        "units",
        "blocks",
        "targets",
        "teams",
        "volunteers",
        "trainings",
        "visits",
    ]
    assert campaign.findings == ()


def test_without_dates_nothing_is_read() -> None:
    """A campaign without its dates is refused before anything else."""
    with pytest.raises(ConfigError):
        read_campaign(SCHEMA, province(settings={**SETTINGS, "campaign_end": None}), TODAY)


def test_units_are_added_one_workbook_each() -> None:
    """Each unit's tabs are read as its own; a workbook that is not known adds nothing."""
    campaign = read().with_units(
        {
            "705": unit_book(needs=[good("needs"), good("needs", 2, commune="Tân Hà")]),
            "706": None,
        }
    )
    tables, findings = campaign.check()
    assert rows_where(findings) == [
        ("wrong_parent", "NC-705-002", "commune"),
        ("not_answered", "", ""),
    ]
    assert tables.counts()["705", "needs"] == RowCount(2, 1)
    assert ("706", "needs") not in tables.counts()
    assert campaign.seen() == {
        "T": ("705", "706", "Khối 1"),
        "705": ("NC-705-001", "NC-705-002"),
    }


def test_a_night_on_which_no_unit_could_be_read() -> None:
    """Every table has a frame, so that the checks have something to look at."""
    tables, findings = read().check()
    assert findings == []
    assert len(tables.frame("needs")) == len(tables.frame("reports")) == 0


def test_findings_of_everything_are_collected() -> None:
    """What is wrong with settings, tabs, cells and rows comes in one list."""
    workbook = province(units=UNITS, settings={**SETTINGS, "rest_days": None})
    campaign = read_campaign(SCHEMA, workbook, TODAY).with_units({"705": book()})
    _, findings = campaign.check()
    assert rows_where(findings) == [
        ("setting_missing", "rest_days", "value"),
        *[("tab_missing", "", "")] * 6,
    ]


def test_readings_of_one_unit() -> None:
    """Those of the unit that was asked for, with the ids that rows without one get."""
    workbook = unit_book(needs=[good("needs", need_id=None)], teams=[good("teams")])
    campaign = read().with_units({"705": workbook, "706": unit_book()})
    ids = {each.table.name: each.new_ids for each in campaign.readings_of("705") if each.new_ids}
    assert ids == {"needs": {1: "NC-705-001"}}
    assert {each.source.unit for each in campaign.readings_of("706")} == {"706"}
    assert campaign.seen()["705"] == ("NC-705-001", "DH-705-01")
