"""Large problems: teams are formed for the needs that ready teams leave, some needs at a time."""

from collections.abc import Callable, Iterator, Sequence

from functions.domain.assign.budget import STEPS_PER_SECOND, Budget
from functions.domain.assign.model import build, every_formation
from functions.domain.assign.search import Search
from functions.domain.forming import Formation, left_over
from functions.domain.plan import Formed
from functions.domain.problem import Mission
from functions.domain.setting import Setting

MOST_PLACES = 20_000
"""Places that people could take in the teams of one piece: decided in about ten seconds."""


def recruit(
    setting: Setting,
    formations: Sequence[Formation],
    missions: tuple[Mission, ...],
    budget: Budget,
    tell: Callable[[str], None],
) -> tuple[tuple[Mission, ...], tuple[Formed, ...]]:
    """These missions and those of teams formed for other needs, and the formed teams.

    The hardest needs come first; who serves one of them is not asked again for the same days.
    """
    formed: tuple[Formed, ...] = ()
    pieces = list(_pieces(setting, formations, {mission.need for mission in missions}))
    for index, needs in enumerate(pieces):
        own = Budget(budget.left / STEPS_PER_SECOND / (len(pieces) - index))
        problem = left_over(setting.problem, formed, missions)
        here = Setting.of(problem, formed).narrowed(missions, needs)
        found = Search(here, build(here, (), every_formation(here)), (), own, tell).run()
        budget.spend(own.spent)
        missions, formed = found.missions, (*formed, *found.formed)
    return missions, tuple(sorted(formed, key=lambda each: each.id))


def _pieces(
    setting: Setting, formations: Sequence[Formation], served: set[str]
) -> Iterator[frozenset[str]]:
    """Needs that a team could be formed for, the hardest first, few enough to decide together."""
    places: dict[str, int] = {}
    for each in formations:
        if each.need not in served:
            places[each.need] = places.get(each.need, 0) + len(each.people)
    piece: set[str] = set()
    taken = 0
    for need in sorted(places, key=lambda key: (setting.needs[key].tier, places[key], key)):
        if piece and taken + places[need] > MOST_PLACES:
            yield frozenset(piece)
            piece, taken = set(), 0
        piece.add(need)
        taken += places[need]
    if piece:
        yield frozenset(piece)
