"""What a plan owes to people's decisions and to its own words."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from functions.domain.plan import Plan, PlannedMission
from functions.domain.problem import Mission, Problem
from functions.domain.verify.book import Book, Violation, at
from functions.domain.verify.rules import MISSION_RULES
from functions.domain.verify.values import aim_value

_ROUNDED = 0.002


def known(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """A mission names a need and a team of the problem."""
    needs = {need.id for need in problem.needs}
    teams = {team.id for team in problem.teams} | {formed.id for formed in plan.formed}
    for mission in plan.missions:
        if mission.need not in needs or mission.team not in teams:
            yield at("unknown_id", mission)


def every_need_answered(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """Each need is either served or listed as unmet, once, and no other need is."""
    needs = {need.id for need in problem.needs}
    answers = Counter({mission.need for mission in plan.missions})
    answers.update(unmet.need for unmet in plan.unmet)
    for need in sorted(needs | answers.keys()):
        if answers[need] != (need in needs):
            yield Violation("not_answered_once", need, detail=f"{answers[need]} answers")


def pins_stand(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """Every signed mission is there as it was signed."""
    missions = _triples(plan.missions)
    for pin in problem.pins:
        if (pin.need, pin.team, pin.start) not in missions:
            yield Violation("pin_moved", pin.need, pin.team, pin.start)


def frozen_stand(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """Published missions that start soon are there, unless people decided otherwise."""
    missions = _triples(plan.missions)
    for row in _frozen(problem):
        if (row.need, row.team, row.start) not in missions:
            yield Violation("frozen_moved", row.need, row.team, row.start)


def within_change_budget(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """At most so many published missions that could stand were changed."""
    budget = problem.change_budget
    if budget is None:
        return
    kept = _triples(plan.missions)
    fixed = decided(problem, plan.missions)
    settled = {pin.need for pin in problem.pins} | {row.need for row in _frozen(problem)}
    changed = [
        row.need
        for row in problem.published
        if row.need not in settled
        and (row.need, row.team, row.start) not in kept
        and _could_stand(problem, row, fixed)
    ]
    if len(changed) > budget:
        yield Violation("change_budget", detail=f"{len(changed)} of {budget}")


def distances_true(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """The kilometres of a mission are those between its need and team."""
    book = Book(problem, plan.missions, plan.formed)
    for mission in book.missions:
        if abs(mission.km - book.km(mission)) > _ROUNDED:
            yield at("wrong_km", mission)


def aims_true(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """Every stated value is that of the missions, and no bound lies above it."""
    book = Book(problem, plan.missions, plan.formed)
    for aim in plan.aims:
        value = aim_value(book, aim.aim, aim.tier)
        if abs(aim.value - value) > _ROUNDED:
            yield Violation("wrong_value", detail=f"{aim.aim}: {aim.value:g} is {value:g}")
        if aim.bound > aim.value + _ROUNDED:
            yield Violation("wrong_bound", detail=f"{aim.aim}: {aim.bound:g}")


PROMISES: tuple[Callable[[Problem, Plan], Iterator[Violation]], ...] = (
    known,
    every_need_answered,
    pins_stand,
    frozen_stand,
    within_change_budget,
    distances_true,
    aims_true,
)


def decided(problem: Problem, missions: Iterable[PlannedMission]) -> list[PlannedMission]:
    """The missions that people's decisions put into the plan."""
    fixed = {(pin.need, pin.team, pin.start) for pin in problem.pins}
    fixed |= {(row.need, row.team, row.start) for row in _frozen(problem)}
    return [item for item in missions if (item.need, item.team, item.start) in fixed]


def _frozen(problem: Problem) -> list[Mission]:
    pinned = {pin.need for pin in problem.pins}
    vetoes = {(veto.need, veto.team) for veto in problem.vetoes}
    return [
        row
        for row in problem.published
        if row.start < problem.freeze_days
        and row.need not in pinned
        and (row.need, row.team) not in vetoes
    ]


def _triples(missions: Iterable[PlannedMission]) -> set[tuple[str, str, int]]:
    return {(mission.need, mission.team, mission.start) for mission in missions}


def _could_stand(problem: Problem, row: Mission, fixed: list[PlannedMission]) -> bool:
    """Whether a published mission breaks no rule beside the decided missions."""
    days = next(need.days for need in problem.needs if need.id == row.need)
    mission = PlannedMission(row.need, row.team, row.start, row.start + days - 1, 0)
    before, after = Book(problem, fixed), Book(problem, [*fixed, mission])
    return all(set(rule(after)) <= set(rule(before)) for rule in MISSION_RULES)
