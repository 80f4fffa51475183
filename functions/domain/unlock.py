"""The single changes that would make a team possible for a need that has none.

Each is tried: it is named only if, with it alone, the rules leave an option.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice
from typing import Any, TypeVar

from functions.domain.eligibility import Option, options, options_of
from functions.domain.forming import LEADER, TEACHER
from functions.domain.plan import Reason
from functions.domain.problem import Need, Place, Problem, Team, Volunteer
from functions.domain.setting import Setting
from functions.domain.use import borrowed

Row = TypeVar("Row", Need, Place, Team)


def unlocks(setting: Setting, need: Need) -> list[Reason]:
    """At most one change of each kind (a topic and an item each count as a kind), the smallest."""
    return [
        *_longer_window(setting, need),
        *_more_lodging(setting, need),
        *_training(setting, need),
        *_larger_team(setting, need),
        *_equipment(setting, need),
    ]


def unlocked(problem: Problem, need: str, change: Reason) -> Problem:
    """The problem with the one change that a reason names."""
    data: dict[str, Any] = dict(change.data)
    match change.code:
        case "unlock_window":
            return replace(problem, needs=_changed(problem.needs, need, **data))
        case "unlock_lodging":
            return replace(problem, places=_changed(problem.places, data.pop("place"), **data))
        case "unlock_size":
            return replace(problem, teams=_changed(problem.teams, data.pop("team"), **data))
        case "unlock_topic":
            team = next(each for each in problem.teams if each.id == data["team"])
            topics = {**team.topics, data["topic"]: data["level"]}
            trained = {**team.trained_on, data["topic"]: data["before"] - 1}
            skilled = _changed(problem.teams, team.id, topics=topics, trained_on=trained)
            return replace(problem, teams=skilled)
        case "unlock_equipment":
            return replace(problem, pool={**problem.pool, data["item"]: data["count"]})
        case _:
            people = (*problem.volunteers, *_newcomers(problem, need, data))
            return replace(problem, volunteers=people)


def _changed(rows: tuple[Row, ...], key: str, **changes: Any) -> tuple[Row, ...]:  # noqa: ANN401
    return tuple(replace(row, **changes) if row.id == key else row for row in rows)


def _newcomers(problem: Problem, need_id: str, data: dict[str, Any]) -> Iterator[Volunteer]:
    """As many people as are missing, who can do just what is missing and live on the spot."""
    need = next(each for each in problem.needs if each.id == need_id)
    taken = {person.id for person in problem.volunteers}
    names = (name for name in map("new-{}".format, count()) if name not in taken)
    for name in islice(names, data["count"]):
        yield Volunteer(
            name,
            need.unit,
            topics={data["topic"]: data["level"]} if "topic" in data else {},
            leader=data.get("role") == LEADER,
            teaches=data.get("role") == TEACHER,
            xy_km=need.xy_km,
        )


def _longer_window(setting: Setting, need: Need) -> Iterator[Reason]:
    earliest = min(need.earliest, 0)
    wide = replace(need, earliest=earliest, latest=max(need.latest, setting.problem.days - 1))
    found = options_of(setting, wide)
    if not found:
        return

    def extra_days(option: Option) -> int:
        return max(need.earliest - option.start, 0) + max(option.end - need.latest, 0)

    best = min(found, key=lambda option: (extra_days(option), -option.start))
    days = {"earliest": min(need.earliest, best.start), "latest": max(need.latest, best.end)}
    yield Reason("unlock_window", days)


def _more_lodging(setting: Setting, need: Need) -> Iterator[Reason]:
    if need.place is None or setting.lodging(need) is None:
        return
    place = setting.places[need.place]
    endless = replace(setting, places=setting.places | {place.id: replace(place, lodging=None)})

    def beds(option: Option) -> int:
        days = range(option.start, option.end + 1)
        guests = max(setting.used.guests[place.id, day].total() for day in days)
        return guests + setting.teams[option.team].size

    found = options_of(endless, need)
    if found:
        lodging = min(beds(option) for option in found)
        yield Reason("unlock_lodging", {"place": place.id, "lodging": lodging})


def _training(setting: Setting, need: Need) -> Iterator[Reason]:
    for topic, level in sorted(need.topics.items()):
        others = {key: value for key, value in need.topics.items() if key != topic}
        found = options_of(setting, replace(need, topics=others))
        if found:
            best = min(found, key=lambda option: (option.metres, option.team, -option.start))
            data: dict[str, int | str] = {
                "topic": topic,
                "level": level,
                "team": best.team,
                "before": best.start,
            }
            yield Reason("unlock_topic", data)


def _larger_team(setting: Setting, need: Need) -> Iterator[Reason]:
    found = [
        (-team.size, option.metres, team.id)
        for team in setting.candidates(need)
        if team.size < need.volunteers
        for option in options(setting, need, replace(team, size=need.volunteers))[:1]
    ]
    if found:
        yield Reason("unlock_size", {"team": min(found)[2], "size": need.volunteers})


def _equipment(setting: Setting, need: Need) -> Iterator[Reason]:
    for item in sorted({*need.equipment} - {*need.local_equipment}):
        plenty = replace(setting.problem, pool={**setting.problem.pool, item: len(setting.needs)})

        def stock(option: Option, item: str = item) -> int:
            days = range(option.start, option.end + 1)
            return 1 + max(setting.used.loans[item, day].total() for day in days)

        found = [
            option
            for option in options_of(replace(setting, problem=plenty), need)
            if item in borrowed(need, setting.teams[option.team])
        ]
        if found:
            enough = min(stock(option) for option in found)
            yield Reason("unlock_equipment", {"item": item, "count": enough})
