"""The rules that missions keep, counted again from the problem and the missions alone."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from functions.domain.plan import PlannedMission
from functions.domain.verify.book import Book, Violation, at

_SLACK = 1e-6


def served_once(book: Book) -> Iterator[Violation]:
    """A need has at most one mission."""
    counts = Counter(mission.need for mission in book.missions)
    for need, count in counts.items():
        if count > 1:
            yield Violation("served_twice", need, detail=f"{count} missions")


def inside_window(book: Book) -> Iterator[Violation]:
    """A mission lasts the need's days, inside its window and the campaign."""
    for mission, need, _ in book.each():
        if mission.end - mission.start + 1 != need.days:
            yield at("wrong_length", mission, f"{need.days} days")
        last = min(need.latest, book.problem.days - 1)
        if mission.start < max(need.earliest, 0) or mission.end > last:
            yield at("outside_window", mission, f"{need.earliest} to {last}")


def rested(book: Book) -> Iterator[Violation]:
    """A team's missions do not overlap and leave the rest days between them."""
    for missions in book.of_team().values():
        for index, later in enumerate(missions):
            for earlier in missions[:index]:
                if later.start - earlier.end <= book.problem.rest_days:
                    yield at("no_rest", later, f"after {earlier.need}")


def available(book: Book) -> Iterator[Violation]:
    """A team works only on its days."""
    for mission, _, team in book.each():
        if team.available is None:
            continue
        for day in range(mission.start, mission.end + 1):
            if not any(first <= day <= last for first, last in team.available):
                yield replace(at("not_available", mission), day=day)


def few_enough_missions(book: Book) -> Iterator[Violation]:
    """A team has at most ``max_missions``."""
    for team, missions in book.of_team().items():
        most = book.teams[team].max_missions
        if most is not None and len(missions) > most:
            for mission in missions:
                yield at("too_many_missions", mission, f"{len(missions)} of {most}")


def within_effort(book: Book) -> Iterator[Violation]:
    """A team's missions take at most its effort budget."""
    for team, missions in book.of_team().items():
        budget = book.teams[team].effort_budget
        effort = math.fsum(book.pair(mission).effort for mission in missions)
        if budget is not None and effort > budget + _SLACK * max(1.0, budget):
            for mission in missions:
                yield at("effort_over", mission, f"{effort:g} of {budget:g}")


def skilled(book: Book) -> Iterator[Violation]:
    """A team masters every topic at its level, and was trained before the first day."""
    for mission, need, team in book.each():
        for topic, level in need.topics.items():
            if topic not in team.topics or team.topics[topic] < level:
                yield at("topic_missing", mission, topic)
            elif topic in team.trained_on and team.trained_on[topic] >= mission.start:
                yield at("trained_late", mission, topic)


def large_enough(book: Book) -> Iterator[Violation]:
    """A team has at least the volunteers that the need asks for."""
    for mission, need, team in book.each():
        if team.size < need.volunteers:
            yield at("team_too_small", mission, f"{team.size} of {need.volunteers}")


def lodged(book: Book) -> Iterator[Violation]:
    """The teams at a place on a night find beds there."""
    nights: dict[tuple[str, int], list[PlannedMission]] = defaultdict(list)
    for mission, need, _ in book.each():
        for day in range(mission.start, mission.end + 1):
            if need.place is not None:
                nights[need.place, day].append(mission)
    for (place, day), missions in sorted(nights.items()):
        beds = book.lodging[place]
        guests = sum(book.teams[mission.team].size for mission in missions)
        if beds is not None and guests > beds:
            for mission in missions:
                yield replace(at("lodging_over", mission, f"{guests} of {beds}"), day=day)


def equipped(book: Book) -> Iterator[Violation]:
    """The pool lends what neither place nor team has, no more than it has on any day."""
    lent: dict[tuple[str, int], list[PlannedMission]] = defaultdict(list)
    for mission, need, team in book.each():
        for item in set(need.equipment).difference(need.local_equipment, team.equipment):
            for day in range(mission.start, mission.end + 1):
                lent[item, day].append(mission)
    for (item, day), missions in sorted(lent.items()):
        stock = book.problem.pool.get(item, 0)
        if len(missions) > stock:
            for mission in missions:
                detail = f"{item}: {len(missions)} of {stock}"
                yield replace(at("pool_over", mission, detail), day=day)


def near_enough(book: Book) -> Iterator[Violation]:
    """No team travels further than ``max_km``."""
    for mission in book.missions:
        if book.problem.max_km is not None and book.km(mission) > book.problem.max_km + _SLACK:
            yield at("too_far", mission, f"{book.km(mission):.1f} km")


def inside_scope(book: Book) -> Iterator[Violation]:
    """A team of scope "unit" stays in its own unit."""
    for mission, need, team in book.each():
        if team.scope == "unit" and team.unit != need.unit:
            yield at("outside_unit", mission)


def formed_for_it(book: Book) -> Iterator[Violation]:
    """A team that was formed for one need serves no other."""
    for mission, need, team in book.each():
        if team.formed_for not in (None, need.id):
            yield at("formed_for_another", mission)


def pair_allowed(book: Book) -> Iterator[Violation]:
    """No mission of a pair that is not allowed."""
    for mission in book.missions:
        if not book.pair(mission).allowed:
            yield at("pair_not_allowed", mission)


def not_vetoed(book: Book) -> Iterator[Violation]:
    """No mission of a pair that the coordinator refused."""
    vetoes = {(veto.need, veto.team) for veto in book.problem.vetoes}
    for mission in book.missions:
        if (mission.need, mission.team) in vetoes:
            yield at("vetoed", mission)


MISSION_RULES: tuple[Callable[[Book], Iterator[Violation]], ...] = (
    served_once,
    inside_window,
    rested,
    available,
    few_enough_missions,
    within_effort,
    skilled,
    large_enough,
    lodged,
    equipped,
    near_enough,
    inside_scope,
    formed_for_it,
    pair_allowed,
    not_vetoed,
)
