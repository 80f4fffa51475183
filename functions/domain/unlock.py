"""The single changes that would make a team possible for a need that has none.

Each is tried: it is named only if, with it alone, the rules leave an option.
"""

from collections.abc import Iterator
from dataclasses import replace

from functions.domain.eligibility import Option, options, options_of
from functions.domain.plan import Reason
from functions.domain.problem import Need
from functions.domain.setting import Setting
from functions.domain.use import borrowed


def unlocks(setting: Setting, need: Need) -> list[Reason]:
    """At most one change of each kind (a topic and an item each count as a kind), the smallest."""
    return [
        *_longer_window(setting, need),
        *_more_lodging(setting, need),
        *_training(setting, need),
        *_larger_team(setting, need),
        *_equipment(setting, need),
    ]


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
        for team in setting.problem.teams
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
            count = min(stock(option) for option in found)
            yield Reason("unlock_equipment", {"item": item, "count": count})
