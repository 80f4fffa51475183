"""Forming teams out of volunteers: the second solver against every way to do it, on tiny problems.

The rules are written here once more, one plain condition after another.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import dist
from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from functions.domain.problem import Mission, Need, Place, Problem, Team, Volunteer
from tests.second_solver import nothing_better, optimum, worth

DAYS = 6
UNITS = st.sampled_from(["u1", "u2"])
POINTS = st.sampled_from([None, (0.0, 0.0), (3.0, 4.0), (3.0, 4.0), (6.0, 8.0)])
TEAM = Team("t", "u1", 2, topics={"ai": 1}, trained_on={"ai": 0}, available=((0, 3),))


@dataclass(frozen=True)
class Way:
    """One way to serve a need: the problem's team, or people formed into one."""

    need: Need
    start: int
    people: tuple[Volunteer, ...] = ()

    @property
    def days(self) -> range:
        """The days of the mission."""
        return range(self.start, self.start + self.need.days)

    @property
    def size(self) -> int:
        """How many are sent."""
        return len(self.people) or TEAM.size

    @property
    def who(self) -> set[str]:
        """Whoever may be in one place only."""
        return {person.id for person in self.people} or {TEAM.id}


@st.composite
def needs(draw: st.DrawFn, number: int) -> Need:
    """A need at the one place that has few beds, or without a place."""
    earliest = draw(st.integers(0, 2))
    days = draw(st.integers(1, 2))
    return Need(
        id=f"n{number}",
        unit=draw(UNITS),
        tier=draw(st.integers(1, 2)),
        earliest=earliest,
        latest=min(DAYS, earliest + days - 1 + draw(st.integers(0, 3))),
        days=days,
        volunteers=draw(st.integers(0, 2)),
        place=draw(st.sampled_from([None, "p", "p"])),
        topics=draw(st.sampled_from([{}, {"ai": 1}, {"ai": 1}, {"ai": 2}, {"ai": 1, "web": 1}])),
        participants=draw(st.sampled_from([0, 40, 41])),
        equipment=draw(st.sampled_from([(), ("laptop",)])),
        xy_km=draw(POINTS),
    )


@st.composite
def people(draw: st.DrawFn, number: int) -> Volunteer:
    """Somebody who leads, teaches, has topics and travels more often than not."""
    often = st.sampled_from([True, True, True, False])
    return Volunteer(
        id=f"v{number}",
        unit=draw(UNITS),
        topics=draw(st.sampled_from([{}, {"ai": 1}, {"ai": 2, "web": 1}, {"ai": 2, "web": 1}])),
        trained_on=draw(st.sampled_from([{}, {"ai": -1}, {"ai": 0}, {"ai": 1}])),
        available=draw(st.sampled_from([None, None, ((0, 2),), ((1, 2), (3, 5))])),
        leader=draw(often),
        teaches=draw(often),
        travels=draw(often),
        max_days=draw(st.sampled_from([None, 1, 2, 2, 3])),
        xy_km=draw(POINTS),
    )


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """A problem small enough that every plan can be tried."""
    need_count, people_count = draw(st.sampled_from([(1, 4), (2, 2), (2, 3), (2, 4), (3, 2)]))
    teams = draw(st.sampled_from([(), (TEAM,)]))
    published = tuple(Mission("n0", team.id, 1) for team in teams if draw(st.booleans()))
    return Problem(
        days=DAYS,
        needs=tuple(draw(needs(number)) for number in range(need_count)),
        max_km=draw(st.sampled_from([None, 7.0])),
        rest_days=draw(st.integers(0, 1)),
        places=(Place("p", "u1", draw(st.sampled_from([None, 2, 3, 4]))),),
        teams=teams,
        volunteers=tuple(draw(people(number)) for number in range(people_count)),
        pool=draw(st.sampled_from([{}, {"laptop": 1}, {"laptop": 2}])),
        published=published,
        aims=draw(st.sampled_from([("met", "kept", "fair"), ("kept", "met"), ("met", "fair")])),
    )


def _ways(problem: Problem, need: Need) -> Iterator[Way]:
    """Every way to serve one need that breaks no rule by itself."""
    teams = [
        group
        for size in range(1, len(problem.volunteers) + 1)
        for group in itertools.combinations(problem.volunteers, size)
    ]
    for start in range(DAYS):
        ways = [Way(need, start, group) for group in teams]
        ways += [Way(need, start) for _ in problem.teams]
        yield from (way for way in ways if _sound(problem, way) and _together(problem, [way]))


def _sound(problem: Problem, way: Way) -> bool:
    need = way.need
    inside = need.earliest <= way.start and way.days[-1] <= min(need.latest, problem.days - 1)
    if not inside or way.size < need.volunteers:
        return False
    if way.people:
        return all(_may_go(problem, way, person) for person in way.people) and _complete(way)
    return _free(TEAM.available, way.days) and all(
        TEAM.topics.get(topic, -1) >= level and TEAM.trained_on[topic] < way.start
        for topic, level in need.topics.items()
    )


def _may_go(problem: Problem, way: Way, person: Volunteer) -> bool:
    near = (
        problem.max_km is None
        or way.need.xy_km is None
        or person.xy_km is None
        or dist(way.need.xy_km, person.xy_km) <= problem.max_km
    )
    home = person.travels or person.unit == way.need.unit
    return near and home and _free(person.available, way.days)


def _complete(way: Way) -> bool:
    """A leader, one who teaches, and per topic one trained for every 40 participants."""
    wanted = max(1, -(-way.need.participants // 40))
    return (
        any(person.leader for person in way.people)
        and any(person.teaches for person in way.people)
        and all(
            sum(
                person.topics.get(topic, -1) >= level
                and person.trained_on.get(topic, -9) < way.start
                for person in way.people
            )
            >= wanted
            for topic, level in way.need.topics.items()
        )
    )


def _free(available: tuple[tuple[int, int], ...] | None, days: range) -> bool:
    if available is None:
        return True
    return all(any(first <= day <= last for first, last in available) for day in days)


def _together(problem: Problem, ways: Sequence[Way]) -> bool:
    """Whether these missions leave each other people, rest, beds and equipment."""
    for one, other in itertools.combinations(ways, 2):
        gap = max(one.start, other.start) - min(one.days[-1], other.days[-1]) - 1
        if one.who & other.who and gap < problem.rest_days:
            return False
    worked: Counter[str] = Counter()
    guests: Counter[int] = Counter()
    lent: Counter[int] = Counter()
    for way in ways:
        worked.update(dict.fromkeys(way.who, way.need.days))
        for day in way.days:
            guests[day] += way.size if way.need.place else 0
            lent[day] += len(way.need.equipment)
    beds = problem.places[0].lodging
    return (
        all(
            each.max_days is None or worked[each.id] <= each.max_days for each in problem.volunteers
        )
        and all(beds is None or count <= beds for count in guests.values())
        and all(count <= problem.pool.get("laptop", 0) for count in lent.values())
    )


def every_plan(problem: Problem) -> Iterator[list[Mission]]:
    """Yield the missions of every plan that keeps the rules; formed teams have a name of theirs."""
    ways = [[None, *_ways(problem, need)] for need in problem.needs]
    for choice in itertools.product(*ways):
        chosen = [way for way in choice if way]
        if _together(problem, chosen):
            yield [
                Mission(way.need.id, f"f{way.need.id}" if way.people else TEAM.id, way.start)
                for way in chosen
            ]


LEADER = Volunteer("v0", "u1", leader=True)
TEACHER = Volunteer("v1", "u1", teaches=True)
SKILLED = Volunteer("v2", "u1", topics={"ai": 1})
NEED = Need("n0", "u1", 1, 0, 0, 1, 0, place="p", topics={"ai": 1})
EACH_ONE_PART = Problem(
    DAYS,
    (NEED,),
    places=(Place("p", "u1", None),),
    volunteers=(LEADER, TEACHER, SKILLED),
)
EVERY_PART = replace(LEADER, teaches=True)
BEDS_FOR_ONE = Problem(
    DAYS,
    tuple(replace(NEED, id=key, topics={}) for key in ("n0", "n1")),
    places=(Place("p", "u1", 1),),
    volunteers=(EVERY_PART, replace(EVERY_PART, id="v1")),
)


@settings(max_examples=200, deadline=None)
@given(problems())
@example(EACH_ONE_PART)
@example(BEDS_FOR_ONE)
def test_no_plan_is_better(problem: Problem) -> None:
    """What the second solver proves is the least of all plans there are."""
    values = ([each.value for each in worth(problem, plan)] for plan in every_plan(problem))

    assert [each.value for each in optimum(problem)] == min(values)


@settings(max_examples=60, deadline=None)
@given(problems(), st.randoms(use_true_random=False))
def test_whether_another_plan_is_better(problem: Problem, chance: Random) -> None:
    """Of any plan the second solver says in which parts another one is better."""
    plans = list(every_plan(problem))
    plan = chance.choice(plans)
    mine, *others = ([each.value or 0 for each in worth(problem, one)] for one in (plan, *plans))

    assert nothing_better(problem, plan) == [
        not any(other[:part] == mine[:part] and other[part] < mine[part] for other in others)
        for part in range(len(mine))
    ]
