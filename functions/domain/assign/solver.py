"""From a problem to a verified and explained plan."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from functions.domain.assign.budget import Budget
from functions.domain.assign.found import Found
from functions.domain.assign.greedy import greedy
from functions.domain.assign.large import search_large
from functions.domain.assign.levels import parts_of
from functions.domain.assign.model import build, every_formation, every_option
from functions.domain.assign.search import Search, silent
from functions.domain.assign.trials import Trials
from functions.domain.eligibility import Option
from functions.domain.explain import Explainer
from functions.domain.forming import committed
from functions.domain.plan import Plan, PlannedMission, Reason, Unmet
from functions.domain.problem import Mission, Problem
from functions.domain.setting import Setting, thousandths
from functions.domain.verify import stands

MOST_AT_ONCE = 25_000
"""Options of a problem that is ever solved as one."""

OPTIONS_PER_SECOND = 1_000
"""Options for which one part of the aims takes about a second to be proven."""

PLACES_PER_SECOND = 1_000
"""Places that people could take in teams to be formed for which all parts take about a second."""


def solve(problem: Problem, *, on_progress: Callable[[str], None] | None = None) -> Plan:
    """The best plan found within ``time_limit_s``, with proven bounds, reasons and a verdict.

    The order of the lists in the problem changes nothing. Teams are formed out of volunteers where
    that serves more needs, or harder ones, than the ready teams do alone.

    Args:
        problem: what to assign.
        on_progress: is told each aim's value, bound and seconds as they become known.
    """
    setting = Setting.of(committed(problem))
    options = every_option(setting)
    found = _search(setting, options, Budget(problem.time_limit_s), on_progress or silent)
    setting = Setting.of(problem, found.formed)
    explainer = Explainer(setting, found.missions)
    plan = Plan(
        status=found.status,
        aims=found.aims,
        missions=_explained(explainer, setting, found.missions),
        formed=found.formed,
        unmet=_unmet(explainer, found.missions),
        verified=False,
    )
    if any(each.code == "breaks_rules" for each in _reasons_of_pins(problem, plan)):
        plan = replace(plan, status="infeasible")
    return replace(plan, verified=stands(setting.problem, plan))


def _reasons_of_pins(problem: Problem, plan: Plan) -> Iterator[Reason]:
    pinned = {pin.need for pin in problem.pins}
    return (each for mission in plan.missions if mission.need in pinned for each in mission.why)


def _search(
    setting: Setting,
    options: Sequence[Option],
    budget: Budget,
    tell: Callable[[str], None],
) -> Found:
    formations = every_formation(setting)
    seconds = setting.problem.time_limit_s
    most = OPTIONS_PER_SECOND * seconds / max(1, len(parts_of(setting.problem)))
    places = sum(len(formation.people) for formation in formations)
    if len(options) > min(MOST_AT_ONCE, most) or places > PLACES_PER_SECOND * seconds:
        return search_large(setting, options, formations, budget, tell)
    model = build(setting, options, formations)
    return Search(setting, model, greedy(setting, options), budget, tell).run()


def _explained(
    explainer: Explainer, setting: Setting, missions: Sequence[Mission]
) -> tuple[PlannedMission, ...]:
    planned = []
    for mission in missions:
        need, team = setting.needs[mission.need], setting.teams[mission.team]
        planned.append(
            PlannedMission(
                need=need.id,
                team=team.id,
                start=mission.start,
                end=mission.start + need.days - 1,
                km=thousandths(setting.km(need, team)) / 1000,
                why=explainer.mission(mission),
            )
        )
    return tuple(planned)


def _unmet(explainer: Explainer, missions: Sequence[Mission]) -> tuple[Unmet, ...]:
    setting = explainer.settled
    served = {mission.need for mission in missions}
    rows = [
        Unmet(need.id, *explainer.unmet(need))
        for need in setting.problem.needs
        if need.id not in served
    ]
    return tuple(Trials(setting, every_option(setting), missions).tried(rows))
