"""Tab Đội hình: teams made of the volunteers of the same workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from deploy.local.sample.dice import range_text
from deploy.local.sample.labels import answer, label, labels
from deploy.local.sample.model import Cell, Row
from deploy.local.sample.rosters import FIRST_DAY, PROFILES, Roster, TeamPlan
from deploy.local.sample.tables.ids import row_id
from deploy.local.sample.tables.volunteers import Volunteer

EQUIPMENT = ("Máy chiếu, loa kéo", "Bộ phát 4G", "Máy chiếu; bộ phát 4G", "Loa tay, tờ rơi")
CODING_EQUIPMENT = "Máy chiếu; bộ cài đặt Scratch, tai nghe"


@dataclass(frozen=True)
class Team:
    """One row with what trainings and reports have to know about it."""

    id: str
    plan: TeamPlan
    members: tuple[str, ...]
    row: Row


def teams(book: str, roster: Roster, volunteers: Sequence[Volunteer], rng: Random) -> list[Team]:
    """Return the teams of one workbook; `volunteers` is its tab, made from the same roster."""
    return [_team(book, number, plan, volunteers, rng) for number, plan in enumerate(roster.teams)]


def _team(
    book: str, number: int, plan: TeamPlan, volunteers: Sequence[Volunteer], rng: Random
) -> Team:
    indices = [index for index, each in enumerate(volunteers) if each.team == number]
    leader = min(indices, key=lambda index: volunteers[index].birth_year)
    members = tuple(row_id("volunteers", book, index) for index in indices)
    row: dict[str, Cell] = {
        "team_name": plan.name,
        "team_type": label("team_type", plan.team_type),
        "level": label("team_level", plan.level),
        "decision": _decision(plan, number),
        "leader": row_id("volunteers", book, leader),
        "members": "; ".join(members),
        "topics": labels("topics", PROFILES[plan.profile]),
        "laptops": sum(volunteers[index].row["laptop"] == answer(yes=True) for index in indices),
        "phones": len(members),
        "software": CODING_EQUIPMENT if plan.profile == "coding" else rng.choice(EQUIPMENT),
        "date_range": range_text(FIRST_DAY, plan.last),
        "team_status": label("team_status", "dang_hoat_dong" if plan.trained else "da_thanh_lap"),
    }
    return Team(row_id("teams", book, number), plan, members, row)


def _decision(plan: TeamPlan, number: int) -> str:
    issuer = "TĐTN-BPT" if plan.level == "tinh" else "ĐTN"
    return f"{21 + number}-QĐ/{issuer} ngày {date(2024, 7, 15 + number):%d/%m/%Y}"
