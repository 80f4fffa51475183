"""A bound on the number of teams that needs no solving: the day with the most missions."""

from collections import Counter
from collections.abc import Collection

from functions.domain.assign.model import Model
from functions.domain.setting import Setting


def most_at_once(setting: Setting, model: Model, required: Collection[str]) -> int:
    """How many teams work on the busiest day at least, when these needs must be met.

    A need is sure to be served on a day when all its options cover that day; two missions on one
    day take two teams.
    """
    decided = {
        (mission.team, day)
        for mission in setting.decided.values()
        for day in range(mission.start, mission.start + setting.needs[mission.need].days)
    }
    days = Counter(day for _, day in decided)
    for need in required:
        options = [option for _, option in model.needs[need]]
        latest_start = max(option.start for option in options)
        days.update(range(latest_start, min(option.end for option in options) + 1))
    return max(days.values(), default=0)
