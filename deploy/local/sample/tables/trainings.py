"""Tab Tập huấn: sessions before the teams set out; a few teams have not attended any."""

from collections.abc import Mapping, Sequence
from datetime import date
from random import Random

from deploy.local.sample.dice import day_text
from deploy.local.sample.labels import districts, label, labels
from deploy.local.sample.model import Cell, Row
from deploy.local.sample.tables.ids import PROVINCE_BOOK, row_id
from deploy.local.sample.tables.teams import Team
from deploy.local.sample.tables.volunteers import Volunteer

REQUIRED = ("muc_dich", "phuong_thuc", "an_toan")
# How many sessions each workbook holds.
SESSIONS: Mapping[str, int] = {
    "province": 4,
    "703": 2,
    "705": 2,
    "706": 1,
    "707": 1,
    "708": 1,
    "709": 1,
    "710": 2,
    "712": 1,
}
# The last session of this unit left safety out, so who attended it is not trained either.
WITHOUT_SAFETY = "710"
DAYS = (date(2024, 7, 27), date(2024, 7, 30), date(2024, 8, 1), date(2024, 8, 2))
PROVINCIAL_TRAINERS = (
    "Sở Thông tin và Truyền thông",
    "Phòng Quản lý hành chính về TTXH Công an tỉnh",
    "Trường Cao đẳng Sư phạm Tây Ninh",
)


def trainings(
    book: str, teams: Sequence[Team], volunteers: Sequence[Volunteer], rng: Random
) -> list[Row]:
    """Return the sessions of one workbook; each trained team attends one of them."""
    trained = [team for team in teams if team.plan.trained]
    free = [
        row_id("volunteers", book, index)
        for index, each in enumerate(volunteers)
        if each.team is None
    ]
    trainers = PROVINCIAL_TRAINERS if book == PROVINCE_BOOK else _local_trainers(book)
    rows: list[Row] = []
    for number in range(SESSIONS[book]):
        attending = trained[number :: SESSIONS[book]]
        guests = free[number :: 2 * SESSIONS[book]]
        unsafe = book == WITHOUT_SAFETY and number == SESSIONS[book] - 1
        content = REQUIRED[:2] if unsafe else (*REQUIRED, "ky_nang")
        row: dict[str, Cell] = {
            "date_range": day_text(DAYS[number]),
            "form": label("training_form", rng.choice(("truc_tiep", "truc_tiep", "ket_hop"))),
            "content": labels("training_content", content),
            "trainer": rng.choice(trainers),
            "attendees": "; ".join([team.id for team in attending] + guests),
            "attendee_count": sum(team.plan.size for team in attending) + len(guests),
            "result": label("training_result", "hoan_thanh"),
        }
        rows.append(row)
    return rows


def _local_trainers(unit: str) -> tuple[str, ...]:
    district = next(each for each in districts() if each.code == unit)
    spoken = district.full_name[0].lower() + district.full_name[1:]
    return (f"Công an {spoken}", f"Phòng Văn hóa và Thông tin {spoken}")
