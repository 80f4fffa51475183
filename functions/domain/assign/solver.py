"""From a problem to a verified and explained plan."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from functions.domain.assign.search import Search
from functions.domain.explain import Explainer
from functions.domain.plan import Plan, PlannedMission, Unmet
from functions.domain.problem import Mission, Problem
from functions.domain.setting import Setting, thousandths
from functions.domain.verify import stands


def solve(problem: Problem, *, on_progress: Callable[[str], None] | None = None) -> Plan:
    """The best plan found within ``time_limit_s``, with proven bounds, reasons and a verdict.

    The order of the lists in the problem changes nothing. Volunteers are accepted and not formed
    into teams: only the teams of the problem serve needs.

    Args:
        problem: what to assign.
        on_progress: is told each aim's value, bound and seconds as they become known.
    """
    setting = Setting.of(problem)
    found = Search(setting, on_progress or _silent).run()
    plan = Plan(
        status=found.status,
        aims=found.aims,
        missions=_explained(setting, found.missions),
        formed=(),
        unmet=_unmet(setting, found.missions),
        verified=False,
    )
    return replace(plan, verified=stands(setting.problem, plan))


def _silent(_: str) -> None:
    """Tell nobody."""


def _explained(setting: Setting, missions: Sequence[Mission]) -> tuple[PlannedMission, ...]:
    explainer = Explainer(setting, missions)
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


def _unmet(setting: Setting, missions: Sequence[Mission]) -> tuple[Unmet, ...]:
    explainer = Explainer(setting, missions)
    served = {mission.need for mission in missions}
    return tuple(
        Unmet(need.id, *explainer.unmet(need))
        for need in setting.problem.needs
        if need.id not in served
    )
