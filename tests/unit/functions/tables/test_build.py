"""Accepted rows become the records of the domain."""

from datetime import date

import pytest

from functions.domain.records import (
    Campaign,
    Need,
    Report,
    Resource,
    Target,
    Team,
    Training,
    Volunteer,
    Window,
)
from functions.tables.build import build_campaign, build_localities
from functions.tables.campaign import read_campaign
from sheets_schema.model import Schema
from sheets_schema.unit_tree import Unit, UnitTree
from tests.builders import SCHEMA, TODAY, WINDOW, Row, good, province, unit_book


def build(targets: list[Row] | None = None, **rows: list[Row]) -> Campaign:
    """Build the campaign of one unit with these rows and of the province's targets."""
    read = read_campaign(SCHEMA, province(units=[good("units")], targets=targets or []), TODAY)
    read = read.with_units({"705": unit_book(**rows)})
    tables, _ = read.check()
    return build_campaign(read.settings, read.units, read.blocks, tables)


def test_a_need() -> None:
    """A need is its row; what may be left out is None or empty."""
    (need,) = build(needs=[good("needs")]).needs
    assert need == Need(
        id="NC-705-001",
        unit="705",
        commune="25489",
        place="",
        topics=("tin_hoc_van_phong",),
        audience=("nguoi_dan",),
        beneficiaries=200,
        window=Window(date(2024, 8, 5), date(2024, 8, 7)),
        sessions=None,
        volunteers=8,
        team_type=None,
        difficulty=None,
    )


def test_a_resource() -> None:
    """A resource may belong to the whole unit."""
    assert build(resources=[good("resources", quantity="2,5")]).resources == (
        Resource("NL-705-001", "705", None, "thiet_bi", "Phòng tin học", 2.5, "bo", None),
    )


def test_people_teams_and_trainings() -> None:
    """A team has its leader first and known members only; its training is its members'."""
    campaign = build(
        volunteers=[good("volunteers", 2, can_travel="không"), good("volunteers", 1)],
        teams=[good("teams", members="TNV-705-002; TNV-705-009; TNV-705-001")],
        trainings=[
            good("trainings", attendees="DH-705-01; TNV-705-002"),
            good("trainings", 2, attendees=None, result="Chưa hoàn thành"),
        ],
    )
    summer = Window(date(2024, 8, 1), date(2024, 8, 31))
    topics = ("tin_hoc_van_phong",)
    assert campaign.volunteers == tuple(
        Volunteer(
            id=each,
            unit="705",
            full_name="Trần Thị Bé",
            phone="0912345678",
            birth_year=2004,
            skills=topics,
            group="sinh_vien",
            teaching=None,
            window=summer,
            weekdays=(),
            can_travel=travels,
        )
        for each, travels in (("TNV-705-001", True), ("TNV-705-002", False))
    )
    assert campaign.teams == (
        Team(
            id="DH-705-01",
            unit="705",
            name="Đội Mùa hè số 1",
            team_type="mua_he_so",
            level="huyen",
            leader="TNV-705-001",
            members=("TNV-705-001", "TNV-705-002"),
            topics=topics,
            laptops=5,
            window=Window(date(2024, 8, 10), date(2024, 9, 15)),
            status="da_thanh_lap",
        ),
    )
    day = Window(date(2024, 8, 5), date(2024, 8, 5))
    content = ("muc_dich", "phuong_thuc", "an_toan")
    everybody = ("TNV-705-001", "TNV-705-002", "TNV-705-009")
    assert campaign.trainings == (
        Training("TH-705-001", "705", day, content, everybody, completed=True),
        Training("TH-705-002", "705", day, content, (), completed=False),
    )


def test_a_report() -> None:
    """A report has its figures by name, None where nothing was typed."""
    campaign = build(
        volunteers=[good("volunteers")],
        teams=[good("teams")],
        reports=[good("reports", vneid=25, youth=0)],
    )
    assert campaign.reports == (
        Report(
            id="BC-705-001",
            unit="705",
            team="DH-705-01",
            need=None,
            commune="25489",
            window=Window(date(2024, 8, 12), date(2024, 8, 13)),
            activity="Lớp tin học",
            topics=("tin_hoc_van_phong",),
            beneficiaries=120,
            figures={
                "youth": 0,
                "citizens": None,
                "officials": None,
                "vneid": 25,
                "online_services": None,
                "epayment": None,
            },
            volunteers=8,
            report_date=date(2024, 8, 14),
        ),
    )


def test_targets_and_registry() -> None:
    """Targets are for the province or one unit; the registry is handed through."""
    campaign = build(
        targets=[
            good("targets", unit="T"),
            {**good("targets", 2, unit="T"), "unit": "Tân Biên", "deadline": "30/9/2024"},
        ]
    )
    assert campaign.targets == (
        Target("CT7", "Nâng cao năng lực số", "luot", "T", 9000, None),
        Target("CT7", "Nâng cao năng lực số", "luot", "705", 9000, date(2024, 9, 30)),
    )
    assert [each.code for each in campaign.units] == ["705"]
    assert campaign.settings.window == WINDOW


def test_rows_come_in_the_order_of_their_ids() -> None:
    """Where a row stands in its tab does not matter."""
    needs = build(needs=[good("needs", 3), good("needs", 1), good("needs", 2)]).needs
    assert [each.id for each in needs] == ["NC-705-001", "NC-705-002", "NC-705-003"]


def test_localities_of_the_time() -> None:
    """The units of the campaign's period are known by code, with points in kilometres."""
    places = build_localities(SCHEMA, WINDOW.first)
    assert (places["25489"].full_name, places["25489"].parent) == ("Xã Tân Lập", "705")
    assert places["25489"].is_border
    assert len(places) == 104
    assert build_localities(SCHEMA, date(2026, 1, 1)).keys() != places.keys()
    assert build_localities(SCHEMA, date(1990, 1, 1)) == {}


def test_points_on_the_plane() -> None:
    """One degree of latitude is 111.2 km; a unit without a point has none."""

    def unit(code: str, north: float | None) -> Unit:
        start = date(2024, 1, 1)
        east = None if north is None else 106.0
        return Unit(code, code, code, "commune", "Xã", "", start, None, (), north, east, False)  # noqa: FBT003

    tree = UnitTree((unit("a", 11.0), unit("b", 12.0), unit("c", None)))
    schema = Schema((), {}, (), {}, {}, tree)
    places = build_localities(schema, date(2024, 6, 1))
    assert places["c"].xy_km is None
    assert places["a"].xy_km is not None
    assert places["b"].xy_km is not None
    assert places["b"].xy_km[1] - places["a"].xy_km[1] == pytest.approx(111.2)
    assert places["b"].xy_km[0] == places["a"].xy_km[0]
