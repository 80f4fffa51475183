"""Problems too large to be solved as one: improved piece by piece, proven where that is possible.

How many needs of the hardest tiers can be served is proven on these needs alone.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from functions.domain.assign.budget import STEPS_PER_SECOND, Budget
from functions.domain.assign.choices import Choices
from functions.domain.assign.found import Found
from functions.domain.assign.greedy import greedy
from functions.domain.assign.levels import parts_of
from functions.domain.assign.measure import measure
from functions.domain.assign.model import build
from functions.domain.assign.neighbourhoods import OPTIONS_PER_STEP, Neighbourhoods, serving
from functions.domain.assign.recruit import recruit
from functions.domain.assign.search import Search
from functions.domain.eligibility import Option
from functions.domain.forming import Formation
from functions.domain.plan import AimValue
from functions.domain.problem import Mission
from functions.domain.setting import Setting

MOST_PROVABLE = 60_000
"""Options of a problem whose bound takes less than a minute and half a gigabyte."""


def search_large(
    setting: Setting,
    options: Sequence[Option],
    formations: Sequence[Formation],
    budget: Budget,
    tell: Callable[[str], None],
) -> Found:
    """A plan at least as good as the first quick one, with the bounds that are known.

    There must be a need. Tier after tier is served by ready teams and then proven; half of the time
    is left for the last tier and for the other aims. Then teams are formed for what is left.
    """
    rest = Budget(0)
    if formations:
        # Forming has a third of the time to itself.
        rest = Budget(budget.left / STEPS_PER_SECOND / 3)
        budget.spend(rest.left)
    chosen = [options[index] for index in greedy(setting, options)]
    plan = Neighbourhoods(setting, Choices.of(options), chosen, budget)
    bounds: dict[int, float] = {}
    *harder, last = _tiers(setting)
    for tier in harder:
        plan.serve(tier, budget.left * 3 // 4, tell)
        bounds |= _proven(setting, options, plan, tier, budget, tell)
    plan.serve(last, budget.left // 4, tell)
    plan.refine()
    missions, formed = recruit(setting, formations, plan.missions, rest, tell)
    if formations:
        bounds = {}
    possible = {option.need for option in options} | {each.need for each in formations}
    possible |= setting.decided.keys()
    most = setting.problem.change_budget
    return Found(
        status="feasible" if most is None or plan.changes <= most else "infeasible",
        missions=missions,
        formed=formed,
        aims=tuple(_aims(setting.crewed(formed), possible, missions, bounds)),
    )


def _tiers(setting: Setting) -> list[int]:
    return sorted({need.tier for need in setting.problem.needs})


def _proven(
    setting: Setting,
    options: Sequence[Option],
    plan: Neighbourhoods,
    tier: int,
    budget: Budget,
    tell: Callable[[str], None],
) -> dict[int, float]:
    """How many needs of this tier cannot be served, if they and the harder ones are few enough.

    A better choice for these needs that comes to light is taken over.
    """
    needs = {key for key, need in setting.needs.items() if need.tier <= tier}
    part = [option for option in options if option.need in needs]
    if len(part) > MOST_PROVABLE:
        return {}
    only = replace(setting.problem, aims=serving(setting.problem.aims), change_budget=None)
    alone = replace(setting, problem=only).narrowed((), needs)
    start = [index for index, option in enumerate(part) if plan.has(option)]
    own = Budget(budget.left / STEPS_PER_SECOND / 4)
    search = Search(alone, build(alone, part), start, own, tell)
    found = search.run()
    budget.spend(own.spent + len(part) // OPTIONS_PER_STEP)
    if search.chosen != start:
        plan.adopt(part[index] for index in search.chosen)
    return {each.tier: each.bound for each in found.aims if each.tier == tier}


def _aims(
    setting: Setting,
    possible: Collection[str],
    missions: Sequence[Mission],
    bounds: Mapping[int, float],
) -> Iterator[AimValue]:
    """The values of the plan; where nothing is proven, the needs that nobody can serve bound it."""
    hopeless = Counter(need.tier for key, need in setting.needs.items() if key not in possible)
    for part, tier in parts_of(setting.problem):
        value = measure(setting, missions, part, tier)
        bound = bounds.get(tier, hopeless[tier]) if tier else 0
        yield AimValue(part, tier, value, min(value, bound), 0)
