"""Why a team was formed out of volunteers, or why none was, and who would have to join them."""

from collections import defaultdict
from collections.abc import Iterator

from functions.domain.eligibility import Option, formations_of, hindrances, sized, starts
from functions.domain.forming import Formation, Lack
from functions.domain.obstacles import obstacles
from functions.domain.plan import Reason
from functions.domain.problem import Mission, Need
from functions.domain.setting import Setting
from functions.domain.use import Use


def formed_reasons(setting: Setting, mission: Mission) -> Iterator[Reason]:
    """How many people form the team of a mission; nothing for a ready team."""
    for formed in setting.formed:
        if formed.id == mission.team:
            yield Reason("formed", {"members": len(formed.members)})


def forming_reasons(setting: Setting, need: Need) -> Iterator[Reason]:
    """Why no team can be formed for a need, on the day on which the least is missing.

    Nothing where one can, or where there are no volunteers, or no day to send a team on.
    """
    best = None if formations_of(setting, need) else _nearest_to_possible(setting, need)
    if best is None:
        return
    ways = setting.forming.formations(need, starts(setting, need))
    if not any(way.people for way in ways):
        yield Reason("forming_nobody")
        return
    for lack in best.lacks():
        counts: dict[str, str | int] = {"found": lack.found, "wanted": lack.wanted}
        yield _of_role("forming_lacks", lack, counts)
    if not best.lacks():
        for rule in hindrances(setting, need, best):
            yield Reason("forming_hindered", {"rule": rule})


def forming_obstacles(setting: Setting, use: Use, need: Need) -> tuple[dict[str, set[str]], int]:
    """Needs that use what the teams that could be formed would need, by code of the reason.

    The second value is the number of days on which nothing is in the way of forming one.
    """
    found: dict[str, set[str]] = defaultdict(set)
    unhindered = 0
    for formation in formations_of(setting, need):
        option = Option(need.id, formation.team, formation.start, formation.end, 0, 0)
        ways = obstacles(sized(setting, formation), use, option)
        busy = _busy(setting, use, formation)
        if formation.without(busy).lacks():
            theirs = (busy[person] for person in formation.people if person in busy)
            ways["people_elsewhere"] = set().union(*theirs)
        for code, needs in ways.items():
            found[code] |= needs
        unhindered += not ways
    return found, unhindered


def unlocks_by_people(setting: Setting, need: Need) -> Iterator[Reason]:
    """The people who would make it possible to form a team, where they lack in one role alone."""
    best = _nearest_to_possible(setting, need)
    lacks = best.lacks() if best else []
    if best and len(lacks) == 1 and not hindrances(setting, need, best):
        count = lacks[0].wanted - lacks[0].found
        yield _of_role("unlock_people", lacks[0], {"count": count, "start": best.start})


def _of_role(code: str, lack: Lack, data: dict[str, str | int]) -> Reason:
    if lack.level is None:
        return Reason(code, {"role": lack.role, **data})
    return Reason(f"{code}_trained", {"topic": lack.role, "level": lack.level, **data})


def _nearest_to_possible(setting: Setting, need: Need) -> Formation | None:
    """The day on which the fewest people are missing, the first of several."""
    if not setting.forming.people:
        return None

    def missing(formation: Formation) -> tuple[int, int]:
        lacks = formation.lacks()
        hindered = len(hindrances(setting, need, formation))
        return hindered, sum(lack.wanted - lack.found for lack in lacks)

    found = setting.forming.formations(need, starts(setting, need))
    return min(found, key=missing, default=None)


def _busy(setting: Setting, use: Use, formation: Formation) -> dict[str, set[str]]:
    """People who cannot join, with the needs that they serve instead."""
    rest, days = setting.problem.rest_days, setting.needs[formation.need].days
    busy: dict[str, set[str]] = defaultdict(set)
    served: dict[str, set[str]] = defaultdict(set)
    for team in setting.problem.teams:
        clashes = use.clashes(team.id, formation.start, formation.end, rest)
        for person in team.members:
            served[person] |= use.missions(team.id)
            if clashes:
                busy[person] |= clashes
    for person, needs in served.items():
        most = setting.forming.people[person].max_days
        if most is not None and sum(setting.needs[each].days for each in needs) + days > most:
            busy[person] |= needs
    return busy
