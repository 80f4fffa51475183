"""A small campaign for the tests: one value of each kind, everything about it can be changed.

The campaign runs from `FIRST` to `LAST`; `TODAY` is one of its nights. Ids follow the real ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from functions.domain.records import (
    Block,
    Campaign,
    CampaignSettings,
    Locality,
    Need,
    Report,
    Resource,
    Target,
    Team,
    Training,
    UnitEntry,
    Volunteer,
    Window,
)
from functions.domain.training import REQUIRED
from sheets_schema.model import Schema
from sheets_schema.schema import load

FIRST = date(2024, 6, 1)
LAST = date(2024, 9, 30)
TODAY = date(2024, 8, 12)

UNIT = "705"
OTHER_UNIT = "706"
COMMUNE = "25486"
BORDER_COMMUNE = "25489"


def schema() -> Schema:
    """Return the schema of the release."""
    return load()


def after(days: int) -> date:
    """Return the day that is so many days after `TODAY`."""
    return TODAY + timedelta(days=days)


def window(first: int, last: int) -> Window:
    """Return a window by its days after `TODAY`."""
    return Window(after(first), after(last))


def make_settings(
    *,
    need_deadline: date = TODAY,
    report_days: int = 3,
    max_km: float | None = 60,
    rest_days: int = 1,
    freeze_days: int = 2,
    change_budget: int | None = None,
    retention_days: int | None = None,
) -> CampaignSettings:
    """Return what the campaign decided."""
    return CampaignSettings(
        campaign_name="Mùa hè số năm 2024",
        issuer="Tỉnh đoàn Tây Ninh",
        window=Window(FIRST, LAST),
        need_deadline=need_deadline,
        report_days=report_days,
        max_km=max_km,
        rest_days=rest_days,
        freeze_days=freeze_days,
        change_budget=change_budget,
        contact="Ban Phong trào, 0276 3822 000",
        retention_days=retention_days,
    )


def make_unit(
    code: str = UNIT,
    *,
    name: str = "Huyện đoàn Tân Biên",
    gso_code: str | None = None,
    block: str = "Khối 1",
    hardship: bool = False,
    active: bool = True,
) -> UnitEntry:
    """Return one participating unit."""
    return UnitEntry(
        code=code,
        name=name,
        gso_code=code if gso_code is None else gso_code,
        block=block,
        workbook_id=f"book-{code}",
        emails=(f"don.vi.{code}@doan.example",),
        hardship=hardship,
        active=active,
    )


def make_need(
    number: int = 1,
    *,
    unit: str = UNIT,
    commune: str = COMMUNE,
    topics: tuple[str, ...] = ("dich_vu_cong",),
    days: tuple[int, int] = (5, 9),
    sessions: int | None = 2,
    volunteers: int = 1,
    team_type: str | None = None,
    difficulty: str | None = None,
) -> Need:
    """Return one need; `days` are its window by days after `TODAY`."""
    return Need(
        id=f"NC-{unit}-{number:03d}",
        unit=unit,
        commune=commune,
        place="Nhà văn hóa ấp Tân Đông",
        topics=topics,
        audience=("nguoi_dan",),
        beneficiaries=100,
        window=window(*days),
        sessions=sessions,
        volunteers=volunteers,
        team_type=team_type,
        difficulty=difficulty,
    )


def make_resource(
    number: int = 1,
    *,
    resource_type: str = "an_o",
    commune: str | None = COMMUNE,
    quantity: float = 10,
    measure: str = "cho_o",
    capacity: int | None = None,
) -> Resource:
    """Return something that a unit can provide: beds, unless it says otherwise."""
    return Resource(
        id=f"NL-{UNIT}-{number:03d}",
        unit=UNIT,
        commune=commune,
        resource_type=resource_type,
        name="Nhà khách xã",
        quantity=quantity,
        measure=measure,
        capacity=capacity,
    )


def make_volunteer(number: int = 1, *, unit: str = UNIT, can_travel: bool = True) -> Volunteer:
    """Return one person."""
    return Volunteer(
        id=f"TNV-{unit}-{number:03d}",
        unit=unit,
        full_name=f"Trần Thị Bé {number}",
        phone=f"09123456{number:02d}",
        birth_year=2004,
        skills=("dich_vu_cong",),
        group="sinh_vien",
        teaching="tot",
        window=Window(FIRST, LAST),
        weekdays=(),
        can_travel=can_travel,
    )


def make_team(
    number: int = 1,
    *,
    unit: str = UNIT,
    team_type: str = "mua_he_so",
    level: str = "huyen",
    members: tuple[int, ...] = (1, 2),
    topics: tuple[str, ...] = ("dich_vu_cong",),
    available: Window | None = None,
    status: str = "da_thanh_lap",
) -> Team:
    """Return one team; `members` are the numbers of its unit's volunteers, the leader first."""
    people = tuple(f"TNV-{unit}-{each:03d}" for each in members)
    return Team(
        id=f"DH-{unit}-{number:02d}",
        unit=unit,
        name=f"Đội Mùa hè số {unit}.{number}",
        team_type=team_type,
        level=level,
        leader=people[0] if people else "",
        members=people,
        topics=topics,
        laptops=5,
        window=available or Window(FIRST, LAST),
        status=status,
    )


def make_training(
    number: int = 1,
    *,
    unit: str = UNIT,
    ended: date = FIRST,
    content: tuple[str, ...] = REQUIRED,
    attendees: tuple[int, ...] = (1, 2),
    completed: bool = True,
) -> Training:
    """Return one session; `attendees` are the numbers of its unit's volunteers."""
    return Training(
        id=f"TH-{unit}-{number:03d}",
        unit=unit,
        window=Window(ended, ended),
        content=content,
        attendees=tuple(f"TNV-{unit}-{each:03d}" for each in attendees),
        completed=completed,
    )


def make_report(
    number: int = 1,
    *,
    unit: str = UNIT,
    need: str | None = None,
    ended: int = -10,
    written: int = -9,
    topics: tuple[str, ...] = ("dich_vu_cong",),
    beneficiaries: int = 120,
) -> Report:
    """Return what one activity achieved; it `ended` and was `written` days after `TODAY`."""
    return Report(
        id=f"BC-{unit}-{number:03d}",
        unit=unit,
        team=f"DH-{unit}-01",
        need=need,
        commune=COMMUNE,
        window=window(ended, ended),
        activity="Lớp tin học văn phòng",
        topics=topics,
        beneficiaries=beneficiaries,
        figures={"youth": 40, "citizens": None},
        volunteers=8,
        report_date=after(written),
    )


def make_target(unit: str = UNIT, amount: int = 1000, measure: str = "luot") -> Target:
    """Return what a unit has to reach."""
    return Target("CT7", "Nâng cao năng lực số", measure, unit, amount, LAST)


LOCALITIES: Mapping[str, Locality] = {
    each.code: each
    for each in (
        Locality("705", "Huyện Tân Biên", "72", is_border=False, xy_km=(0.0, 0.0)),
        Locality("72", "Tỉnh Tây Ninh", "", is_border=False, xy_km=(30.0, 40.0)),
        Locality(COMMUNE, "Xã Tân Lập", "705", is_border=False, xy_km=(3.0, 4.0)),
        Locality(BORDER_COMMUNE, "Xã Tân Bình", "705", is_border=True, xy_km=None),
    )
}


def make_campaign(
    *,
    settings: CampaignSettings | None = None,
    units: tuple[UnitEntry, ...] | None = None,
    targets: tuple[Target, ...] = (),
    needs: tuple[Need, ...] = (),
    resources: tuple[Resource, ...] = (),
    volunteers: tuple[Volunteer, ...] | None = None,
    teams: tuple[Team, ...] | None = None,
    trainings: tuple[Training, ...] | None = None,
    reports: tuple[Report, ...] = (),
) -> Campaign:
    """Return a campaign; without a word about them, it has one unit with one trained team."""
    return Campaign(
        settings=settings or make_settings(),
        units=(make_unit(),) if units is None else units,
        localities=LOCALITIES,
        blocks=(Block("Khối 1", "Ban Phong trào", "Lê Minh Tâm", "tam@doan.example"),),
        targets=targets,
        needs=needs,
        resources=resources,
        volunteers=(make_volunteer(1), make_volunteer(2)) if volunteers is None else volunteers,
        teams=(make_team(),) if teams is None else teams,
        trainings=(make_training(),) if trainings is None else trainings,
        reports=reports,
    )
