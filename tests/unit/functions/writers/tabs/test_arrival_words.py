"""What stands beside a need in a unit's «Phân công»."""

from dataclasses import replace

import pytest

from functions.domain.ledger import State
from functions.domain.records import Resource
from functions.writers.tabs.arrival_words import promised, report
from tests.campaigns import (
    BORDER_COMMUNE,
    make_campaign,
    make_need,
    make_report,
    make_resource,
    make_settings,
    schema,
)
from tests.nights import make_entry, make_night

LAPTOPS = make_resource(resource_type="thiet_bi", quantity=25, measure="bo")


def said(*resources: Resource) -> str:
    """Return what a unit promises for its need in the commune of the small campaign."""
    return promised(schema(), make_campaign(resources=resources), make_need())


def test_what_is_promised_stands_by_type() -> None:
    """Types follow their list, whatever the order of the rows; equal measures are added up."""
    cars = make_resource(resource_type="di_chuyen", quantity=2, measure="xe")
    shared = replace(LAPTOPS, commune=None, quantity=5)
    beamers = replace(LAPTOPS, measure="cai", quantity=1)
    assert said(cars, make_resource(), LAPTOPS, shared, beamers) == (
        "Máy móc thiết bị: 1 cái, 30 bộ; Điều kiện ăn ở: 10 người; Di chuyển: 2 xe"
    )


@pytest.mark.parametrize(
    ("measure", "quantity", "capacity", "shown"),
    [
        ("cho_o", 10, None, "10 người"),
        ("nguoi", 10, 40, "10 người"),
        ("phong", 3, 12, "12 người"),
        ("phong", 3, None, "3 phòng"),
        ("suat", 1500, None, "1.500 suất"),
    ],
)
def test_lodging_is_said_in_people(
    measure: str, quantity: float, capacity: int | None, shown: str
) -> None:
    """How many find room counts, where that is known."""
    bed = make_resource(measure=measure, quantity=quantity, capacity=capacity)
    assert said(bed) == f"Điều kiện ăn ở: {shown}"


@pytest.mark.parametrize(
    "other",
    [
        replace(LAPTOPS, unit="706", commune=None),
        replace(LAPTOPS, commune=BORDER_COMMUNE),
        replace(LAPTOPS, resource_type="internet"),
        replace(LAPTOPS, quantity=0),
    ],
)
def test_what_does_not_help_there_is_left_out(other: Resource) -> None:
    """Other units, other communes, other kinds of help and nothing at all are no promise."""
    assert said(other) == ""


def test_before_its_end_a_mission_has_nothing_to_report() -> None:
    """Only a finished mission is asked for its report."""
    night = make_night(make_campaign(needs=(make_need(),)))
    for state in (State.PROPOSED, State.SIGNED, State.RUNNING):
        assert report(schema(), night, make_entry(state=state)) == ""


def test_a_finished_mission_says_until_when_its_report_is_due() -> None:
    """The campaign's days for reports are counted from the mission's last day."""
    campaign = make_campaign(settings=make_settings(report_days=3), needs=(make_need(),))
    entry = make_entry(days=(-5, -4), state=State.FINISHED)
    assert report(schema(), make_night(campaign), entry) == "Chưa báo cáo, hạn 11/08/2024"


def test_a_reported_mission_says_when() -> None:
    """Of several reports on a need the latest counts; those on other needs do not."""
    reports = (
        make_report(1, need="NC-705-001", written=-3),
        make_report(2, need="NC-705-001", written=-1),
        make_report(3, need="NC-705-002", written=0),
    )
    night = make_night(make_campaign(needs=(make_need(),), reports=reports))
    entry = make_entry(days=(-5, -4), state=State.FINISHED)
    assert report(schema(), night, entry) == "Đã báo cáo ngày 11/08/2024"
