"""Made-up provinces of any size, the same for the same seed."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from functions.domain.problem import Problem

TOPICS = ("ai", "dich_vu_cong", "an_toan_so", "thanh_toan_so")
ITEMS = ("laptop", "may_chieu", "bo_phat_wifi")


@pytest.fixture(scope="session")
def province() -> Callable[..., Problem]:
    """Makes a province: ``province(seed, units=, communes=, needs=, teams=)``."""

    def make(seed: int, **sizes: int) -> Problem:
        return Problem.from_json(province_data(seed, **sizes))

    return make


def province_data(
    seed: int, *, units: int = 9, communes: int = 95, needs: int = 120, teams: int = 40
) -> dict[str, Any]:
    """A problem in the file format: communes around unit centres, windows, skills, shared beds."""
    source = random.Random(seed)  # noqa: S311 - made-up data, nothing secret
    centres = {str(700 + i): (source.uniform(0, 80), source.uniform(0, 80)) for i in range(units)}
    places = []
    points = {}
    for index in range(communes):
        unit = str(700 + index % units)
        x, y = centres[unit]
        place = str(25000 + index)
        points[place] = [round(x + source.gauss(0, 9), 2), round(y + source.gauss(0, 9), 2)]
        lodging = source.choice([None, 8, 10, 12, 16, 20])
        places.append({"id": place, "unit": unit, "lodging": lodging})
    return {
        "days": 70,
        "max_km": 60,
        "needs": [_need(source, index, places, points) for index in range(needs)],
        "places": places,
        "teams": [_team(source, index, centres) for index in range(teams)],
        "pool": dict.fromkeys(ITEMS, 2 + units // 2),
    }


def _need(
    source: random.Random, index: int, places: list[dict[str, Any]], points: dict[str, list[float]]
) -> dict[str, Any]:
    place = source.choice(places)
    days = source.choice([2, 3, 3, 4, 5, 7])
    earliest = source.randrange(0, 70 - days - 4)
    return {
        "id": f"n{index:03}",
        "unit": place["unit"],
        "place": place["id"],
        "tier": source.choices([1, 2, 3], [2, 3, 5])[0],
        "topics": {
            topic: source.choice([1, 1, 2])
            for topic in source.sample(TOPICS, source.choice([1, 1, 2]))
        },
        "earliest": earliest,
        "latest": min(69, earliest + days + source.choice([1, 3, 6, 10])),
        "days": days,
        "volunteers": source.choice([4, 5, 6, 8]),
        "participants": source.choice([30, 50, 80, 120]),
        "equipment": source.sample(ITEMS, source.choice([0, 1, 1, 2])),
        "local_equipment": source.sample(ITEMS, source.choice([0, 0, 1])),
        "xy_km": points[place["id"]],
    }


def _team(
    source: random.Random, index: int, centres: dict[str, tuple[float, float]]
) -> dict[str, Any]:
    unit = source.choice(sorted(centres))
    x, y = centres[unit]
    topics = source.sample(TOPICS, source.choice([1, 2, 2, 3]))
    first = source.choice([0, 0, 5, 14, 28])
    return {
        "id": f"t{index:03}",
        "unit": unit,
        "scope": source.choices(["province", "unit"], [3, 1])[0],
        "size": source.choice([5, 6, 8, 10]),
        "topics": {topic: source.choice([1, 2, 2, 3]) for topic in topics},
        "trained_on": {topics[0]: source.choice([-5, 0, 3, 10])},
        "available": [[first, min(69, first + source.choice([20, 30, 45]))]],
        "equipment": source.sample(ITEMS, source.choice([0, 0, 1])),
        "max_missions": source.choice([None, None, 3, 5]),
        "xy_km": [round(x + source.gauss(0, 4), 2), round(y + source.gauss(0, 4), 2)],
    }
