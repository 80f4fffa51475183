"""What teams are asked for: kinds of activities with the figures and sentences that fit them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deploy.local.sample.places import Venue

Span = tuple[int, int]


@dataclass(frozen=True)
class Scenario:
    """One kind of activity, as scenarios.json describes it.

    `people`, `sessions` and `volunteers` are a smallest and a largest figure for one need;
    `shares` are pupils and youth, citizens, officials in percent of the people reached; `weight` is
    how often it is asked for. Sentences may use {commune} (xã Tân Lập), {name} (Tân Lập),
    {hamlet}, {total}, {vneid}, {online}, {pay} and {sessions}.
    """

    topics: tuple[str, ...]
    activity_type: str
    audience: tuple[str, ...]
    venue: Venue
    people: Span
    sessions: Span
    volunteers: Span
    shares: tuple[int, int, int]
    weight: int
    activities: tuple[str, ...]
    contents: tuple[str, ...]
    results: tuple[str, ...]


def _read() -> tuple[Scenario, ...]:
    text = Path(__file__).with_suffix(".json").read_text(encoding="utf-8")
    return tuple(_scenario(each) for each in json.loads(text))


def _scenario(described: dict[str, Any]) -> Scenario:
    frozen: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in described.items()
    }
    return Scenario(**frozen)


SCENARIOS = _read()
