"""Why the missions of the published plan changed, found without asking the explanation.

The data are looked at by the verifier's rules; whether a change bought anything, by solving the
same night with what could have stayed as it was held fast.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from functions.domain.assign import solve
from functions.domain.ledger import Decision, Entry
from functions.domain.plan import Formed, Plan, PlannedMission
from functions.domain.problem import Mission, Pin, Problem
from functions.domain.verify import Violation
from functions.domain.verify.book import Book
from functions.domain.verify.promises import decided
from functions.domain.verify.rules import MISSION_RULES
from functions.domain.verify.values import aim_value
from tests.seasons.nights import Night


class Cause(StrEnum):
    """What a change comes from.

    All but the last three leave the robot no choice. `SPARED` are those that meet no more needs,
    but other dates instead of another team for a need that had to change.
    """

    REFUSED = "refused"
    SIGNED_OTHERWISE = "signed otherwise"
    NEED_GONE = "need gone"
    TEAM_GONE = "team gone"
    LENGTH = "need of another length"
    RULE = "breaks a rule"
    BESIDE = "beside what is decided"
    TOGETHER = "not together any more"
    GAIN = "more needs met"
    SPARED = "spares another team"
    UNFORCED = "unforced"


class Kind(StrEnum):
    """What a change looks like to the unit."""

    TEAM = "another team"
    DATES = "other dates"
    MEMBERS = "other members"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Change:
    """A row that stood and does not stand as it was."""

    before: Entry
    after: Entry
    kind: Kind
    cause: Cause


class Causes:
    """The causes of one night's changes.

    `fixed` is what people decided; `able` are the published missions that could stay beside it,
    each by itself; the missions of the needs in `crossed` could not all do so.
    """

    def __init__(self, night: Night) -> None:
        self._night = night
        self._problem = problem = night.question.problem
        self.fixed = decided(problem, night.plan.missions)
        settled = {each.need for each in self.fixed}
        alone = broken(problem, self.fixed)
        self.able = [
            each
            for each in problem.published
            if each.need not in settled
            and broken(problem, [*self.fixed, planned(problem, each)]) <= alone
        ]
        self.crossed = frozenset(_crossed(problem, self.fixed, self.able))

    def changes(self) -> list[Change]:
        """Return every change of a row that stood, with its kind and its cause."""
        rows = zip(self._night.world.entries, self._night.after, strict=False)
        return [
            Change(before, after, self._kind(before, after), self._of_row(before))
            for before, after in rows
            if before.stands and not (after.stands and _as_it_was(before, after))
        ]

    def of(self, mission: Mission) -> Cause:
        """Return why a published mission, whose need and team are there, is not as it was."""
        problem = self._problem
        if any(pin.need == mission.need and not _same(pin, mission) for pin in problem.pins):
            return Cause.SIGNED_OTHERWISE
        if broken(problem, [planned(problem, mission)]):
            return Cause.RULE
        if mission not in self.able:
            return Cause.BESIDE
        return Cause.TOGETHER if mission.need in self.crossed else self._choice

    def _of_row(self, before: Entry) -> Cause:
        if before.decision is Decision.REFUSE:
            return Cause.REFUSED
        if before.need not in {each.id for each in self._problem.needs}:
            return Cause.NEED_GONE
        if before.team not in {each.id for each in self._problem.teams}:
            return Cause.TEAM_GONE
        start = (before.start - self._night.question.first_day).days
        mission = Mission(before.need, before.team, start)
        if any(_same(each, mission) for each in self._night.plan.missions):
            return Cause.LENGTH
        return self.of(mission)

    def _kind(self, before: Entry, after: Entry) -> Kind:
        if after.stands:
            same = (before.start, before.end) == (after.start, after.end)
            return Kind.MEMBERS if same else Kind.DATES
        served = any(each.need == after.need for each in self._night.plan.missions)
        return Kind.TEAM if served else Kind.WITHDRAWN

    @cached_property
    def _choice(self) -> Cause:
        """What tonight's changes buy that nothing forces.

        The night is solved with everything that could stay, and crosses nothing, signed.
        """
        more = (Pin(each.need, each.team, each.start) for each in self.able)
        pins = (*self._problem.pins, *(each for each in more if each.need not in self.crossed))
        held = solve(replace(self._problem, pins=pins, aims=("met", "kept")))
        plan = self._night.plan
        assert met(held) >= met(plan)
        if met(held) > met(plan):
            return Cause.GAIN
        heavier = changed_weight(self._problem, held) > changed_weight(self._problem, plan)
        return Cause.SPARED if heavier else Cause.UNFORCED


def changed_weight(problem: Problem, plan: Plan) -> float:
    """Return how much of the published plan is changed: 3 for a team, 1 for dates."""
    return aim_value(Book(problem, plan.missions, plan.formed), "kept", None)


def met(plan: Plan) -> list[float]:
    """Return how many needs are not met, tier after tier."""
    return [each.value for each in plan.aims if each.aim == "met"]


def planned(problem: Problem, mission: Mission) -> PlannedMission:
    """Return the published mission as a plan would hold it."""
    days = next(each.days for each in problem.needs if each.id == mission.need)
    return PlannedMission(mission.need, mission.team, mission.start, mission.start + days - 1, 0)


def broken(
    problem: Problem, missions: Iterable[PlannedMission], formed: Iterable[Formed] = ()
) -> set[Violation]:
    """Return the rules that these missions, some by teams ``formed`` tonight, break alone."""
    book = Book(problem, missions, formed)
    return {each for rule in MISSION_RULES for each in rule(book)}


def _crossed(
    problem: Problem, fixed: Sequence[PlannedMission], able: Sequence[Mission]
) -> Iterable[str]:
    """Needs whose missions could stay each by itself and cannot all together."""
    together = [*fixed, *(planned(problem, each) for each in able)]
    whole = broken(problem, together)
    if whole <= broken(problem, fixed):
        return
    for each in able:
        others = [one for one in together if one.need != each.need]
        if not whole <= broken(problem, others):
            yield each.need


def _as_it_was(before: Entry, after: Entry) -> bool:
    was, now = ((row.start, row.end, row.members) for row in (before, after))
    return was == now


def _same(one: Pin | PlannedMission, mission: Mission) -> bool:
    return (one.need, one.team, one.start) == (mission.need, mission.team, mission.start)
