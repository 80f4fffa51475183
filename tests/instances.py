"""Assignment problems of any size that look like a province's summer, by seed."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from functions.domain.problem import Problem

DAYS = 70
_TOPICS = ("ai", "dvc", "egov", "epay", "office", "safety", "shop", "vneid")
_RARE = frozenset({"ai", "shop"})
_TIERS = (1,) * 4 + (2,) * 6 + (3,) * 10
_ITEMS = ("laptop", "projector")
_SIDE_KM = 80.0
_SHORT_MISSIONS = (1, 1, 2, 2, 3, 4)
_LONG_MISSIONS = (2, 3, 3, 4, 5, 7)


@dataclass(frozen=True)
class Size:
    """How large a province is; `people` are free to be formed into teams.

    In a `crowded` one missions take longer in hardly longer windows, so that teams are scarce.
    """

    units: int
    communes: int
    needs: int
    teams: int
    people: int = 0
    crowded: bool = False


PROVINCE = Size(units=9, communes=95, needs=120, teams=40)
PROVINCE_WITH_PEOPLE = Size(units=9, communes=95, needs=120, teams=40, people=400)
NEW_PROVINCE = Size(units=26, communes=188, needs=882, teams=235)
REGION = Size(units=40, communes=300, needs=1500, teams=400)


def problem(size: Size, seed: int, **changes: Any) -> Problem:  # noqa: ANN401 - keys of the format
    """Return a problem; the same size and seed give the same one. `changes` replace keys."""
    chance = random.Random(seed)  # noqa: S311 - no secret, and the same on every machine
    seats = [_point(chance) for _ in range(size.units)]
    communes = [_commune(chance, seats, number) for number in range(size.communes)]
    lengths = _LONG_MISSIONS if size.crowded else _SHORT_MISSIONS
    return Problem.from_json(
        {
            "days": DAYS,
            "max_km": 60.0,
            "places": [
                {"id": each["place"], "unit": each["unit"], "lodging": each["lodging"]}
                for each in communes
            ],
            "needs": [_need(chance, communes, number, lengths) for number in range(size.needs)],
            "teams": [_team(chance, seats, number) for number in range(size.teams)],
            "volunteers": [_person(chance, seats, number) for number in range(size.people)],
            "pool": {item: max(3, size.needs // 15) for item in _ITEMS},
            **changes,
        }
    )


def _point(chance: random.Random) -> list[float]:
    return [round(chance.uniform(0, _SIDE_KM), 3), round(chance.uniform(0, _SIDE_KM), 3)]


def _near(chance: random.Random, point: list[float], km: float) -> list[float]:
    return [round(each + chance.uniform(-km, km), 3) for each in point]


def _commune(chance: random.Random, seats: list[list[float]], number: int) -> Mapping[str, Any]:
    unit = number % len(seats)
    return {
        "place": f"p{number:03}",
        "unit": f"u{unit:02}",
        "tier": chance.choice(_TIERS),
        "lodging": chance.choice([None, None, 10, 12, 16, 20]),
        "xy_km": _near(chance, seats[unit], 15),
    }


def _topics(chance: random.Random, most: int, *, rare: float) -> dict[str, int]:
    some = [each for each in _TOPICS if each not in _RARE or chance.random() < rare]
    chosen = chance.sample(some, min(most, len(some)))
    return {topic: 2 if chance.random() < 0.2 else 1 for topic in sorted(chosen)}


def _need(
    chance: random.Random, communes: list[Mapping[str, Any]], number: int, lengths: Sequence[int]
) -> Mapping[str, Any]:
    commune = chance.choice(communes)
    days = chance.choice(lengths)
    earliest = chance.randrange(0, DAYS - 12)
    return {
        "id": f"n{number:04}",
        "unit": commune["unit"],
        "place": commune["place"],
        "tier": commune["tier"],
        "topics": _topics(chance, chance.choice([1, 1, 2]), rare=0.3),
        "earliest": earliest,
        "latest": min(DAYS - 1, earliest + days - 1 + chance.choice([2, 4, 6, 9, 13])),
        "days": days,
        "volunteers": chance.choice([5, 6, 6, 8, 10]),
        "participants": chance.choice([30, 60, 80, 120]),
        "equipment": [item for item in _ITEMS if chance.random() < 0.2],
        "xy_km": commune["xy_km"],
    }


def _team(chance: random.Random, seats: list[list[float]], number: int) -> Mapping[str, Any]:
    unit = chance.randrange(len(seats))
    first = chance.randrange(0, DAYS - 25)
    topics = {
        topic: max(level, chance.choice([1, 2]))
        for topic, level in _topics(chance, chance.choice([3, 4, 5]), rare=0.4).items()
    }
    return {
        "id": f"t{number:03}",
        "unit": f"u{unit:02}",
        "scope": chance.choice(["unit", "unit", "province", "province", "province"]),
        "size": chance.choice([6, 8, 8, 10, 12]),
        "topics": topics,
        "trained_on": {topic: chance.randrange(-10, 12) for topic in topics},
        "available": [[first, min(DAYS - 1, first + chance.choice([14, 21, 28, 40]))]],
        "equipment": [item for item in _ITEMS if chance.random() < 0.3],
        "max_missions": chance.choice([None, None, None, 4, 6]),
        "xy_km": _near(chance, seats[unit], 3),
    }


def _person(chance: random.Random, seats: list[list[float]], number: int) -> Mapping[str, Any]:
    unit = chance.randrange(len(seats))
    first = chance.randrange(0, DAYS - 20)
    topics = _topics(chance, chance.choice([1, 2, 3]), rare=0.3)
    return {
        "id": f"v{number:04}",
        "unit": f"u{unit:02}",
        "topics": topics,
        "trained_on": {topic: chance.randrange(-10, 12) for topic in topics},
        "available": [[first, min(DAYS - 1, first + chance.choice([6, 13, 20]))]],
        "leader": chance.random() < 0.15,
        "teaches": chance.random() < 0.4,
        "travels": chance.random() < 0.7,
        "max_days": chance.choice([None, 7, 14]),
        "xy_km": _near(chance, seats[unit], 10),
    }
