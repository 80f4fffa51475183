"""The rules that teams formed out of volunteers keep, counted again from the people themselves."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

from functions.domain.plan import Formed
from functions.domain.problem import Need, Volunteer
from functions.domain.verify.book import Book, Violation, apart

_PARTICIPANTS_PER_TRAINED = 40
_SLACK = 0.001


def one_mission(book: Book) -> Iterator[Violation]:
    """A formed team has an id of its own and exactly one mission."""
    ready = {team.id for team in book.problem.teams}
    counts = Counter(each.id for each in book.formed)
    for formed in book.formed:
        missions = len(book.of_formed(formed))
        if missions != 1 or counts[formed.id] > 1 or formed.id in ready:
            yield Violation("formed_misused", team=formed.id, detail=f"{missions} missions")


def known_members(book: Book) -> Iterator[Violation]:
    """Its members are different volunteers of the problem."""
    for formed in book.formed:
        known = {person.id for person in book.members(formed)}
        if len(known) < len(formed.members):
            yield Violation("unknown_member", team=formed.id)


def led(book: Book) -> Iterator[Violation]:
    """One of its members leads it, and may."""
    for formed in book.formed:
        person = book.people.get(formed.leader)
        if person is None or not person.leader or person.id not in formed.members:
            yield Violation("no_leader", team=formed.id)


def teaching(book: Book) -> Iterator[Violation]:
    """One of its members can teach."""
    for formed in book.formed:
        if not any(person.teaches for person in book.members(formed)):
            yield Violation("no_teacher", team=formed.id)


def trained(book: Book) -> Iterator[Violation]:
    """For each topic enough members were trained in it before the first day."""
    for formed in book.formed:
        for mission, need in book.of_formed(formed):
            wanted = max(1, math.ceil(need.participants / _PARTICIPANTS_PER_TRAINED))
            for topic, level in need.topics.items():
                able = sum(
                    person.topics.get(topic, -1) >= level
                    and person.trained_on.get(topic, mission.start - 1) < mission.start
                    for person in book.members(formed)
                )
                if able < wanted:
                    detail = f"{topic}: {able} of {wanted}"
                    yield Violation("too_few_trained", need.id, formed.id, mission.start, detail)


def free(book: Book) -> Iterator[Violation]:
    """Its members have time on every day of the mission."""
    for formed in book.formed:
        for mission, need in book.of_formed(formed):
            for person in book.members(formed):
                for day in range(mission.start, mission.end + 1):
                    ranges = person.available
                    if ranges is not None and not any(one <= day <= two for one, two in ranges):
                        yield Violation("member_not_available", need.id, formed.id, day)


def near(book: Book) -> Iterator[Violation]:
    """None of its members travels further than ``max_km``, or at all who must not."""
    most = book.problem.max_km
    for formed, need, person in _members(book):
        if most is not None and apart(need.xy_km, person.xy_km) > most + _SLACK:
            yield Violation("member_too_far", need.id, formed.id)
        if not person.travels and person.unit != need.unit:
            yield Violation("member_stays_home", need.id, formed.id)


def within_days(book: Book) -> Iterator[Violation]:
    """Nobody who is in a team that this plan forms serves more days than they offered."""
    tonight = {formed.id for formed in book.formed}
    days: Counter[str] = Counter()
    teams: dict[str, set[str]] = defaultdict(set)
    for mission, need, _ in book.each():
        for person in book.members_of(mission.team):
            days[person] += need.days
            teams[person].add(mission.team)
    for person, total in days.items():
        most = book.people[person].max_days
        if most is not None and total > most:
            for team in sorted(teams[person] & tonight):
                yield Violation("member_days_over", team=team, detail=f"{total} of {most}")


def in_one_team(book: Book) -> Iterator[Violation]:
    """Nobody is in two teams at a time, and everybody rests between two missions.

    Of two teams that share a member one at least is formed by this plan.
    """
    tonight = {formed.id for formed in book.formed}
    spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for mission in book.missions:
        for person in book.members_of(mission.team):
            spans[person].append((mission.start, mission.end, mission.team))
    for missions in spans.values():
        for (_, end, before), (start, _, team) in pairwise(sorted(missions)):
            if start - end <= book.problem.rest_days and tonight & {before, team}:
                yield Violation("member_no_rest", team=team, day=start)


def _members(book: Book) -> Iterator[tuple[Formed, Need, Volunteer]]:
    for formed in book.formed:
        for _, need in book.of_formed(formed):
            for person in book.members(formed):
                yield formed, need, person


FORMED_RULES: tuple[Callable[[Book], Iterator[Violation]], ...] = (
    one_mission,
    known_members,
    led,
    teaching,
    trained,
    free,
    near,
    within_days,
    in_one_team,
)
