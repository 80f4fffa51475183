"""Tab Nhu cầu: where the units ask for a team, border communes more often than others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from deploy.local.sample.dice import chance, day_between, range_text
from deploy.local.sample.labels import answer, label, labels
from deploy.local.sample.model import Cell, Row
from deploy.local.sample.places import Place
from deploy.local.sample.words.scenarios import SCENARIOS, Scenario

# Second and third needs of a unit on top of one per commune.
EXTRA: Mapping[str, int] = {
    "703": 3,
    "705": 5,
    "706": 7,
    "707": 4,
    "708": 9,
    "709": 1,
    "710": 2,
    "712": 4,
}
# Needs that a team has already served by the evening of the sample.
SERVED = 2
FIRST_DAY, LAST_DAY = date(2024, 8, 14), date(2024, 9, 15)
NOTES = (
    "Chiều tối dân mới đông",
    "Ưu tiên buổi sáng",
    "Có bà con người Khmer, cần nói chậm",
    "Đường vào ấp đang sửa, đi xe máy",
    "Xin thêm tờ rơi",
    "Trường cho mượn phòng cuối tuần",
)


@dataclass(frozen=True)
class Need:
    """One row with what the reports have to know about it; `last` closes its window."""

    place: Place
    scenario: Scenario
    first: date
    last: date
    row: Row


def needs(unit: str, places: Sequence[Place], rng: Random) -> list[Need]:
    """Return the needs of one unit, commune by commune; `SERVED` of them lie in the past."""
    weights = [4 if place.is_border else 1 for place in places]
    wanted = sorted(
        [*places, *rng.choices(places, weights, k=EXTRA[unit])], key=lambda place: place.code
    )
    served = set(rng.sample(range(len(wanted)), SERVED))
    return [_need(place, rng, served=index in served) for index, place in enumerate(wanted)]


def _need(place: Place, rng: Random, *, served: bool) -> Need:
    scenario = rng.choices(SCENARIOS, [each.weight for each in SCENARIOS])[0]
    sessions = rng.randint(*scenario.sessions)
    first, last = _past_window(rng) if served else _window(rng)
    sessions = min(sessions, (last - first).days + 1)
    row: dict[str, Cell] = {
        "commune": place.full_name,
        "place": place.venue(scenario.venue, rng),
        "topics": labels("topics", scenario.topics),
        "activity_type": label("activity_type", scenario.activity_type),
        "audience": labels("audience", scenario.audience),
        "expected_beneficiaries": min(300, round(rng.randint(*scenario.people) / 10) * 10),
        "date_range": range_text(first, last),
        "sessions": sessions,
        "volunteers_needed": rng.randint(*scenario.volunteers),
        "difficulty": label("difficulty", _difficulty(place, rng)),
        "priority": label("priority", _priority(place, rng)),
        "local_team": answer(yes=chance(rng, 0.85)),
        "contact_name": place.contact.full_name,
        "contact_phone": place.contact.phone,
    }
    if chance(rng, 0.3):
        row["team_type"] = label("team_type", rng.choice(("cds_cong_dong", "mua_he_so")))
    if chance(rng, 0.15):
        row["note"] = rng.choice(NOTES)
    return Need(place, scenario, first, last, row)


def _window(rng: Random) -> tuple[date, date]:
    """Return 3 to 12 days, mostly before the school year begins."""
    latest = date(2024, 8, 28) if chance(rng, 0.7) else LAST_DAY - timedelta(days=2)
    first = day_between(rng, FIRST_DAY, latest)
    last = min(first + timedelta(days=rng.randint(3, 12) - 1), LAST_DAY)
    return first, last


def _past_window(rng: Random) -> tuple[date, date]:
    first = day_between(rng, date(2024, 8, 3), date(2024, 8, 7))
    return first, first + timedelta(days=rng.randint(3, 5) - 1)


def _difficulty(place: Place, rng: Random) -> str:
    if place.is_border:
        return "bien_gioi"
    return "kho_khan" if chance(rng, 0.2) else "binh_thuong"


def _priority(place: Place, rng: Random) -> str:
    return rng.choices(("1", "2", "3"), (6, 3, 1) if place.is_border else (2, 5, 3))[0]
