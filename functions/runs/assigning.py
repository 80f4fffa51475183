"""Which team goes where tonight, and what the list of assignments says afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from functions.domain.assign import solve
from functions.domain.ledger import Changes, Entry, update
from functions.domain.night import UnmetNeed
from functions.domain.plan import Plan, Reason
from functions.domain.planning import changes_made, pose, tier
from functions.domain.problem import Problem
from functions.domain.records import PROVINCE, Campaign
from functions.domain.verify import stands, violations
from functions.logs import log
from functions.runs.services import Services


@dataclass(frozen=True, slots=True)
class Decided:
    """The list of assignments after tonight, and the needs without a team.

    `broken` names the rules that tonight's plan breaks; such a plan is not used.
    """

    entries: tuple[Entry, ...]
    changes: Changes
    unmet: tuple[UnmetNeed, ...]
    tiers: dict[str, int]
    broken: str = ""


def assign(
    services: Services,
    campaign: Campaign,
    entries: Sequence[Entry],
    today: date,
    *,
    solving: bool = True,
) -> Decided:
    """Solve, verify, and bring the list up to date.

    A plan in which the verifier finds a broken rule is not used: yesterday's stays as it is.
    """
    tiers = {need.id: tier(campaign, need) for need in campaign.needs}
    standing = tuple(entries)
    if not solving:
        return Decided(standing, Changes(), _unmet(campaign, standing, {}), tiers)
    question = pose(campaign, entries, today, services.solver_seconds)
    plan = solve(question.problem, on_progress=lambda _: services.progress("assign", 0, 1))
    services.progress("assign", 1, 1)
    made = changes_made(plan)
    problem = _as_capped(question.problem, plan, made)
    if not stands(problem, plan):
        rules = ", ".join(sorted({each.code for each in violations(problem, plan)}))
        log("plan refused by the verifier", severity="ERROR", rules=rules)
        return Decided(standing, Changes(), _unmet(campaign, standing, {}), tiers, rules)
    rows, changes = update(
        entries,
        question.assigned(plan),
        frozenset(each.id for each in question.problem.needs),
        today,
    )
    numbered = _number(services, rows)
    tomorrow = (today - question.first_day).days + 1
    reasons = {
        each.need: UnmetNeed(each.need, each.why, _still_possible(each.unlock, tomorrow))
        for each in plan.unmet
    }
    for need in question.expired:
        unlock = (Reason("unlock_new_window"),)
        reasons[need] = UnmetNeed(need, (Reason("expired"),), unlock)
    unmet = _unmet(campaign, numbered, reasons)
    return Decided(numbered, replace(changes, made=made), unmet, tiers)


def _as_capped(problem: Problem, plan: Plan, made: int) -> Problem:
    """Return the problem to verify against: with the cap on changes that could be held.

    Where published missions stand in each other's way, more must change than the campaign allows.
    The plan then has as few changes as there can be, which is no reason not to use it.
    """
    if plan.status != "infeasible" or problem.change_budget is None:
        return problem
    return replace(problem, change_budget=max(problem.change_budget, made))


def _still_possible(unlock: Sequence[Reason], tomorrow: int) -> tuple[Reason, ...]:
    """Leave out the advice to open days that have gone by; the solver knows no today."""
    return tuple(
        each
        for each in unlock
        if each.code != "unlock_window" or int(str(each.data["earliest"])) >= tomorrow
    )


def _unmet(
    campaign: Campaign, entries: Sequence[Entry], reasons: dict[str, UnmetNeed]
) -> tuple[UnmetNeed, ...]:
    met = {each.need for each in entries if each.stands}
    return tuple(
        reasons.get(need.id, UnmetNeed(need.id, ()))
        for need in campaign.needs
        if need.id not in met
    )


def _number(services: Services, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Give new rows the next ids; an id is never used twice."""
    table = services.schema.table("province", "assignments")
    used = [each.id.rpartition("-")[2] for each in entries if each.id]
    numbers = count(max((int(each) for each in used if each.isdecimal()), default=0) + 1)
    return tuple(
        each if each.id else replace(each, id=table.row_id(PROVINCE, next(numbers)))
        for each in entries
    )
