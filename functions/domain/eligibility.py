"""Which team may serve which need on which days: one named function per rule.

A rule looks at one need, one team and one first day, beside what people decided. What binds
several missions together is in `functions.domain.obstacles`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from functions.domain.forming import Formation
from functions.domain.problem import Mission, Need, Team
from functions.domain.setting import Setting, thousandths
from functions.domain.use import borrowed

PairRule = Callable[[Setting, Need, Team], bool]
DayRule = Callable[[Setting, Need, Team, int], bool]


@dataclass(frozen=True)
class Option:
    """One way to serve a need that breaks no rule by itself; metres and effort in thousandths."""

    need: str
    team: str
    start: int
    end: int
    metres: int
    effort: int

    @property
    def mission(self) -> Mission:
        """The option as a mission."""
        return Mission(self.need, self.team, self.start)


def _not_vetoed(setting: Setting, need: Need, team: Team) -> bool:
    return (need.id, team.id) not in setting.vetoes


def _pair_allowed(setting: Setting, need: Need, team: Team) -> bool:
    return setting.pair(need, team).allowed


def _formed_for_it(_: Setting, need: Need, team: Team) -> bool:
    return team.formed_for in (None, need.id)


def _inside_scope(_: Setting, need: Need, team: Team) -> bool:
    return team.scope == "province" or team.unit == need.unit


def _near_enough(setting: Setting, need: Need, team: Team) -> bool:
    limit = setting.problem.max_km
    return limit is None or setting.km(need, team) <= limit


def _masters_topics(_: Setting, need: Need, team: Team) -> bool:
    return all(team.topics.get(topic, -1) >= level for topic, level in need.topics.items())


def _large_enough(_: Setting, need: Need, team: Team) -> bool:
    return team.size >= need.volunteers


def _fits_lodging(setting: Setting, need: Need, team: Team) -> bool:
    lodging = setting.lodging(need)
    return lodging is None or team.size <= lodging


def _finds_equipment(setting: Setting, need: Need, team: Team) -> bool:
    return all(setting.problem.pool.get(item, 0) for item in borrowed(need, team))


def _has_effort_left(setting: Setting, need: Need, team: Team) -> bool:
    if team.effort_budget is None:
        return True
    effort = setting.used.efforts[team.id] + setting.effort(need, team)
    return effort <= thousandths(team.effort_budget)


def _has_missions_left(setting: Setting, _: Need, team: Team) -> bool:
    return team.max_missions is None or len(setting.used.missions(team.id)) < team.max_missions


def _trained_before(_: Setting, need: Need, team: Team, start: int) -> bool:
    return all(team.trained_on.get(topic, start - 1) < start for topic in need.topics)


def _available(setting: Setting, need: Need, team: Team, start: int) -> bool:
    end = start + need.days - 1
    return any(first <= start and end <= last for first, last in setting.available[team.id])


def _team_undecided(setting: Setting, need: Need, team: Team, start: int) -> bool:
    end = start + need.days - 1
    return not setting.used.clashes(team.id, start, end, setting.problem.rest_days)


def _beds_undecided(setting: Setting, need: Need, team: Team, start: int) -> bool:
    lodging = setting.lodging(need)
    if need.place is None or lodging is None:
        return True
    end = start + need.days - 1
    return not setting.used.guests_beyond(need.place, start, end, lodging - team.size)


def _pool_undecided(setting: Setting, need: Need, team: Team, start: int) -> bool:
    end = start + need.days - 1
    pool = setting.problem.pool
    return not any(
        setting.used.loans_beyond(item, start, end, pool.get(item, 0) - 1)
        for item in borrowed(need, team)
    )


PAIR_RULES: Mapping[str, PairRule] = {
    "vetoed": _not_vetoed,
    "pair_not_allowed": _pair_allowed,
    "formed_for_another": _formed_for_it,
    "outside_unit": _inside_scope,
    "too_far": _near_enough,
    "topic_missing": _masters_topics,
    "team_too_small": _large_enough,
    "lodging_too_small": _fits_lodging,
    "equipment_missing": _finds_equipment,
    "effort_spent": _has_effort_left,
    "missions_spent": _has_missions_left,
}
DAY_RULES: Mapping[str, DayRule] = {
    "trained_late": _trained_before,
    "not_available": _available,
    "team_decided": _team_undecided,
    "lodging_decided": _beds_undecided,
    "pool_decided": _pool_undecided,
}
# Rules that look at no more of a team than its size; a team to be formed keeps them too.
_CREW_PAIR_RULES = ("lodging_too_small", "equipment_missing")
_CREW_DAY_RULES = ("lodging_decided", "pool_decided")

NO_COMMON_DAYS = "no_common_days"
OUTSIDE_WINDOW = "outside_window"
RULES: tuple[str, ...] = (*PAIR_RULES, *DAY_RULES, NO_COMMON_DAYS, OUTSIDE_WINDOW)


def starts(setting: Setting, need: Need) -> range:
    """First days that keep the mission inside the need's window and the campaign."""
    latest = min(need.latest, setting.problem.days - 1)
    return range(max(need.earliest, 0), latest - need.days + 2)


def options(setting: Setting, need: Need, team: Team) -> list[Option]:
    """Every way this team may serve this need, earliest first."""
    if not all(allows(setting, need, team) for allows in PAIR_RULES.values()):
        return []
    metres, effort = thousandths(setting.km(need, team)), setting.effort(need, team)
    return [
        Option(need.id, team.id, start, start + need.days - 1, metres, effort)
        for start in starts(setting, need)
        if all(allows(setting, need, team, start) for allows in DAY_RULES.values())
    ]


def options_of(setting: Setting, need: Need) -> list[Option]:
    """Every way any team may serve this need, by team, then by day."""
    return [option for team in setting.candidates(need) for option in options(setting, need, team)]


def formations_of(setting: Setting, need: Need) -> list[Formation]:
    """Every first day on which a team could be formed for this need beside what is decided."""
    if not setting.forming.people:
        return []
    beds = setting.lodging(need)
    return [
        formation if beds is None else replace(formation, most=min(beds, formation.most))
        for formation in setting.forming.formations(need, starts(setting, need))
        if (need.id, formation.team) not in setting.vetoes
        and not formation.lacks()
        and not hindrances(setting, need, formation)
    ]


def hindrances(setting: Setting, need: Need, formation: Formation) -> list[str]:
    """Codes of the rules that keep any team of this size away, whoever joins it."""
    crew, start = sized(setting, formation).teams[formation.team], formation.start
    codes = [code for code in _CREW_PAIR_RULES if not PAIR_RULES[code](setting, need, crew)]
    return codes + [
        code for code in _CREW_DAY_RULES if not DAY_RULES[code](setting, need, crew, start)
    ]


def sized(setting: Setting, formation: Formation) -> Setting:
    """The setting in which the team of this formation has its size."""
    crew = replace(setting.teams[formation.team], size=formation.size)
    return replace(setting, teams=setting.teams | {crew.id: crew})


def exclusions(setting: Setting, need: Need, team: Team) -> list[str]:
    """Codes of the rules that, each by itself, leave this team no day for this need.

    A team that only several rules together keep away has the one code "no_common_days".
    Empty when the team has an option, or when the window has no room for any team.
    """
    days = starts(setting, need)
    if not days or options(setting, need, team):
        return []
    codes = [code for code, allows in PAIR_RULES.items() if not allows(setting, need, team)]
    codes += [
        code
        for code, allows in DAY_RULES.items()
        if not any(allows(setting, need, team, start) for start in days)
    ]
    return codes or [NO_COMMON_DAYS]


def broken_rules(setting: Setting, mission: Mission) -> list[str]:
    """Codes of the rules that this mission breaks beside the decided missions."""
    need, team = setting.needs[mission.need], setting.teams[mission.team]
    codes = [code for code, allows in PAIR_RULES.items() if not allows(setting, need, team)]
    if mission.start not in starts(setting, need):
        codes.append(OUTSIDE_WINDOW)
    return codes + [
        code for code, allows in DAY_RULES.items() if not allows(setting, need, team, mission.start)
    ]
