"""Which teams each workbook holds, how large they are, and how many people are in none of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from deploy.local.sample.labels import districts

# What a team can teach. Some fields are scarce on purpose: supply must not meet every demand.
PROFILES: Mapping[str, tuple[str, ...]] = {
    "public": ("dich_vu_cong", "dinh_danh", "thanh_toan_dien_tu", "thiet_bi_thong_minh"),
    "outreach": ("tuyen_truyen", "thiet_bi_thong_minh", "an_toan_mang", "dinh_danh"),
    "office": ("tin_hoc_van_phong", "cds_giao_duc", "an_toan_mang"),
    "ai": ("tri_tue_nhan_tao", "tin_hoc_van_phong", "an_toan_mang"),
    "coding": ("lap_trinh", "tin_hoc_van_phong", "an_toan_mang"),
    "trade": ("thuong_mai_dien_tu", "thanh_toan_dien_tu", "cds_nong_nghiep"),
    "health": ("cds_y_te", "dinh_danh", "dich_vu_cong"),
}
CDS, MHS = "cds_cong_dong", "mua_he_so"
_TITLES = {MHS: "Đội Mùa hè số", CDS: "Đội Chuyển đổi số cộng đồng"}
FIRST_DAY = date(2024, 8, 3)
END_OF_HOLIDAYS, MID_SEPTEMBER = date(2024, 8, 31), date(2024, 9, 15)


@dataclass(frozen=True)
class TeamPlan:
    """A team before it has members; `organisation` is empty when they come from several."""

    name: str
    team_type: str
    level: str
    profile: str
    size: int
    group: str
    organisation: str
    last: date
    trained: bool


@dataclass(frozen=True)
class Roster:
    """The teams of one workbook and how many registered people are in none of them."""

    teams: tuple[TeamPlan, ...]
    free: int


_STUDENTS = "sinh_vien"
_MEMBERS = "doan_vien"
_PROVINCIAL = (
    (MHS, "office", 14, _STUDENTS, "Trường Cao đẳng Sư phạm Tây Ninh", END_OF_HOLIDAYS),
    (MHS, "coding", 12, _STUDENTS, "Trường Cao đẳng Nghề Tây Ninh", END_OF_HOLIDAYS),
    (CDS, "public", 12, _MEMBERS, "Đoàn Công an tỉnh", MID_SEPTEMBER),
    (CDS, "public", 10, _MEMBERS, "Đoàn Khối Cơ quan và Doanh nghiệp tỉnh", MID_SEPTEMBER),
    (MHS, "ai", 10, _STUDENTS, "Trường Đại học Công nghiệp TP. Hồ Chí Minh", END_OF_HOLIDAYS),
    (MHS, "trade", 9, _STUDENTS, "Trường Đại học Kinh tế TP. Hồ Chí Minh", END_OF_HOLIDAYS),
    (MHS, "coding", 9, "hoc_sinh", "Trường THPT chuyên Hoàng Lê Kha", END_OF_HOLIDAYS),
    (CDS, "outreach", 8, _MEMBERS, "Sở Thông tin và Truyền thông", MID_SEPTEMBER),
    (CDS, "health", 8, _MEMBERS, "Sở Y tế", MID_SEPTEMBER),
    (CDS, "ai", 8, "giao_vien", "Sở Giáo dục và Đào tạo", END_OF_HOLIDAYS),
    (CDS, "trade", 6, _MEMBERS, "Hội LHTN Việt Nam tỉnh", MID_SEPTEMBER),
    (CDS, "outreach", 6, _MEMBERS, "Đoàn Bộ đội Biên phòng tỉnh", MID_SEPTEMBER),
)
_UNTRAINED_PROVINCIAL = "Đoàn Bộ đội Biên phòng tỉnh"

PROVINCIAL = Roster(
    teams=tuple(
        TeamPlan(
            name=f"{_TITLES[team_type]} {organisation}",
            team_type=team_type,
            level="tinh",
            profile=profile,
            size=size,
            group=group,
            organisation=organisation,
            last=last,
            trained=organisation != _UNTRAINED_PROVINCIAL,
        )
        for team_type, profile, size, group, organisation, last in _PROVINCIAL
    ),
    free=8,
)

# Profile and size of each team, then the people in none. Teams with an odd number are made of
# pupils and end with the holidays; the first two of a unit belong to the district.
_LOCAL: Mapping[str, tuple[str, tuple[int, ...], int]] = {
    "703": ("public ai outreach trade", (8, 8, 9, 7), 10),
    "705": ("public outreach office coding", (9, 8, 8, 6), 9),
    "706": ("outreach public office trade", (9, 8, 7, 7), 9),
    "707": ("public outreach office", (8, 8, 7), 8),
    "708": ("public outreach office public", (10, 8, 8, 6), 10),
    "709": ("public trade ai", (8, 7, 7), 7),
    "710": ("outreach public coding", (8, 7, 6), 7),
    "712": ("public outreach trade", (8, 7, 7), 6),
}
_UNTRAINED_LOCAL = frozenset({("703", 4), ("708", 4)})
_DISTRICT_TEAMS = 2


def local_roster(unit: str) -> Roster:
    """Return the teams of one district unit; KeyError for a unit that has registered none."""
    profiles, sizes, free = _LOCAL[unit]
    plans = enumerate(zip(profiles.split(), sizes, strict=True), start=1)
    return Roster(
        teams=tuple(_local_team(unit, number, profile, size) for number, (profile, size) in plans),
        free=free,
    )


def _local_team(unit: str, number: int, profile: str, size: int) -> TeamPlan:
    of_pupils = number % 2 == 1
    team_type = MHS if of_pupils else CDS
    district = next(each.name for each in districts() if each.code == unit)
    return TeamPlan(
        name=f"{_TITLES[team_type]} {district} {number}",
        team_type=team_type,
        level="huyen" if number <= _DISTRICT_TEAMS else "co_so",
        profile=profile,
        size=size,
        group="hoc_sinh" if of_pupils else _MEMBERS,
        organisation="",
        last=END_OF_HOLIDAYS if of_pupils else date(2024, 9, 10),
        trained=(unit, number) not in _UNTRAINED_LOCAL,
    )
