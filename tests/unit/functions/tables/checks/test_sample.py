"""On a province of realistic rows the checks find what was planted, and nothing else."""

from datetime import date

import pytest

from deploy.local.sample.generate import generate
from deploy.local.sample.model import SampleCampaign
from functions.domain.findings import Finding
from functions.domain.records import PROVINCE
from functions.tables.campaign import read_campaign
from functions.tables.checks import (
    empty_report,
    joint_activity,
    outliers,
    periods,
    personal_data,
    report_sums,
    running_totals,
    same_person,
    team_equipment,
    team_people,
    team_size,
)
from tests.builders import SCHEMA, SETTINGS, Row, province, table, unit_book

LOOKED_AT = (
    empty_report,
    joint_activity,
    outliers,
    periods,
    personal_data,
    report_sums,
    running_totals,
    same_person,
    team_equipment,
    team_people,
    team_size,
)
REPEATED = "repeated_figures"


def rows_of_book(campaign: SampleCampaign, name: str) -> dict[str, list[Row]]:
    """Return the rows of one workbook with their ids, by tab."""
    book, unit = ("province", PROVINCE) if name == "province" else ("unit", name)
    rows: dict[str, list[Row]] = {}
    for each, typed in campaign.books[name].items():
        kind = table(each, "province" if book == "province" else "unit")
        id_field = kind.fields[0].name
        rows[each] = [
            {id_field: kind.row_id(unit, number), **row} for number, row in enumerate(typed, 1)
        ]
    return rows


def findings_of(campaign: SampleCampaign) -> list[Finding]:
    """Return what the checks say about a sample campaign."""
    units = [
        {each.name: getattr(unit, each.name, None) for each in table("units", "province").fields}
        for unit in campaign.units
    ]
    registry = province(units, settings=SETTINGS, **rows_of_book(campaign, "province"))
    books = {name: unit_book(**rows_of_book(campaign, name)) for name in campaign.books}
    del books["province"]
    read = read_campaign(SCHEMA, registry, date(2024, 8, 12)).with_units(books)
    return read.check()[1]


# Provinces in which no two people share a name and a year of birth by chance, as some do.
@pytest.mark.parametrize("seed", [2024, 1, 2, 3])
def test_the_sample(seed: int) -> None:
    """Every finding of these checks is at a cell in which an officer was made to err."""
    campaign = generate(seed)
    planted = {
        (PROVINCE if each.book == "province" else each.book, each.table, each.index + 1)
        for each in campaign.oddities
        if each.kind == "mistake"
    }
    codes = {code for check in LOOKED_AT for code in check.CODES}
    found = [each for each in findings_of(campaign) if each.code in codes]
    places = [(each.place.unit, each.place.table, each.place.row) for each in found]
    assert set(places) <= planted
    assert {"personal_phone", "parts_do_not_add_up", REPEATED} <= {each.code for each in found}
