"""Which events happen on which day, by seed; on about half of the days, nothing that matters."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from functions.domain.records import Report, Volunteer, Window
from tests.seasons.decisions import DECISIONS
from tests.seasons.edits import EDITS
from tests.seasons.world import Event, World, pick

_QUIET = 0.4
_DECIDING = 0.5
_MOST_EDITS = 3


def next_day(seed: int, number: int, world: World) -> tuple[World, tuple[str, ...]]:
    """Return the world on the next evening and the names of the events that matter, if any.

    The same seed, number and world give the same day.
    """
    chance = Random(f"{seed}/{number}")  # noqa: S311 - no secret, and the same on every machine
    world = _beside_the_point(chance, replace(world, today=world.day(1)), number)
    if chance.random() < _QUIET:
        return world, ()
    events = _drawn(chance, EDITS, chance.randint(1, _MOST_EDITS))
    if chance.random() < _DECIDING:
        events += _drawn(chance, DECISIONS, 1)
    happened = []
    for event in events:
        after = event(chance, world)
        if after != world:
            happened.append(event.__name__)
            world = after
    return world, tuple(happened)


def _drawn(chance: Random, events: Mapping[Event, int], count: int) -> list[Event]:
    return chance.choices(list(events), list(events.values()), k=count)


def _beside_the_point(chance: Random, world: World, number: int) -> World:
    """A report comes in, somebody without training signs up, a team takes another name."""
    campaign = world.campaign
    for team in pick(chance, campaign.teams):
        world = world.with_team(team, replace(team, name=f"{team.name} {number}"))
    unit = chance.choice(campaign.units).code
    report = Report(
        id=f"BC-{unit}-{500 + number}",
        unit=unit,
        team="",
        need=None,
        commune=chance.choice(campaign.needs).commune if campaign.needs else "",
        window=Window(world.today, world.today),
        activity="Lớp tin học",
        topics=("tin_hoc_van_phong",),
        beneficiaries=chance.randint(20, 90),
        figures={},
        volunteers=5,
        report_date=world.today,
    )
    person = Volunteer(
        id=f"TNV-{unit}-{500 + number}",
        unit=unit,
        full_name=f"Người {number}",
        phone=f"09{number:08d}",
        birth_year=2003,
        skills=("tin_hoc_van_phong",),
        group="sinh_vien",
        teaching="tot",
        window=campaign.settings.window,
        weekdays=(),
        can_travel=True,
    )
    return replace(
        world,
        campaign=replace(
            world.campaign,
            reports=(*campaign.reports, report),
            volunteers=(*campaign.volunteers, person),
        ),
    )
