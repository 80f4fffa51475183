"""What keeps an option out of a plan: the needs whose missions take what it would use."""

from functions.domain.eligibility import Option
from functions.domain.problem import Team
from functions.domain.setting import Setting, thousandths
from functions.domain.use import Use, borrowed


def obstacles(setting: Setting, use: Use, option: Option) -> dict[str, set[str]]:
    """Needs in the way of adding this option to the missions booked in ``use``, by code.

    Empty when it fits. The codes are those of `functions.domain.explain.REASONS`.
    """
    team = setting.teams[option.team]
    found = {
        "busy_elsewhere": use.clashes(team.id, option.start, option.end, setting.problem.rest_days),
        "missions_elsewhere": _missions(use, team),
        "effort_elsewhere": _effort(use, team, option),
        "lodging_elsewhere": _lodging(setting, use, option),
        "pool_elsewhere": _pool(setting, use, option),
    }
    return {code: needs for code, needs in found.items() if needs}


def _missions(use: Use, team: Team) -> set[str]:
    served = use.missions(team.id)
    full = team.max_missions is not None and len(served) >= team.max_missions
    return served if full else set()


def _effort(use: Use, team: Team, option: Option) -> set[str]:
    if team.effort_budget is None:
        return set()
    left = thousandths(team.effort_budget) - use.efforts[team.id]
    return use.missions(team.id) if option.effort > left else set()


def _lodging(setting: Setting, use: Use, option: Option) -> set[str]:
    need = setting.needs[option.need]
    lodging = setting.lodging(need)
    if need.place is None or lodging is None:
        return set()
    limit = lodging - setting.teams[option.team].size
    return use.guests_beyond(need.place, option.start, option.end, limit)


def _pool(setting: Setting, use: Use, option: Option) -> set[str]:
    pool = setting.problem.pool
    items = borrowed(setting.needs[option.need], setting.teams[option.team])
    needs: set[str] = set()
    for item in items:
        needs |= use.loans_beyond(item, option.start, option.end, pool[item] - 1)
    return needs
