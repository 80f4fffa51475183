"""What every night must be able to say for itself; each complaint is a sentence for developers."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from functions.domain.assign import solve
from functions.domain.ledger import Changes, Decision, State
from functions.domain.plan import Formed, Plan, PlannedMission, Reason
from functions.domain.problem import Mission, Problem, ProblemError
from tests.seasons.causes import Cause, Causes, Change, broken, changed_weight, met, planned
from tests.seasons.nights import Night

_REASONS = {
    Cause.SIGNED_OTHERWISE: "changed_by_pin",
    Cause.RULE: "changed_by_rules",
    Cause.BESIDE: "changed_by_rules",
    Cause.TOGETHER: "changed_by_needs",
    Cause.GAIN: "changed_by_needs",
    Cause.SPARED: "changed_by_needs",
    Cause.UNFORCED: "",
}


class Fewest(StrEnum):
    """What one change less would have meant.

    A change of team weighs as much as three of dates, so fewer missions may change for the same
    needs: with more weight, or, at a tie, with the same.
    """

    NEEDED = "fewer needs met"
    HEAVIER = "more weight"
    TIED = "the same weight"


@dataclass(frozen=True)
class Verdict:
    """A night's changes with their causes, what one change less would mean, what is wrong."""

    changes: tuple[Change, ...]
    fewest: Fewest | None
    complaints: tuple[str, ...]


def judge(night: Night) -> Verdict:
    """Return what is to be said of a night; it is as promised when there are no complaints."""
    causes = Causes(night)
    changes = causes.changes()
    fewest = _one_change_less(night, causes)
    wrong = [
        *(f"{_name(each)} changed for nothing" for each in changes if each.cause is Cause.UNFORCED),
        *_proofs(night),
        *_quiet(night),
        *_served_twice(night),
        *_counts(night, changes),
        *_rows(changes),
        *_signatures(night),
        *_reasons(night, causes),
        *_again(night),
    ]
    return Verdict(tuple(changes), fewest, tuple(wrong))


def _name(change: Change) -> str:
    return f"{change.before.need} by {change.before.team}"


def _proofs(night: Night) -> Iterator[str]:
    for aim in night.plan.aims:
        if aim.value != aim.bound:
            yield f"{aim.aim} is not proven"


def _quiet(night: Night) -> Iterator[str]:
    """A day without relevant edits leaves every row as it was and adds none."""
    if night.events:
        return
    before, after = (
        [row for row in rows if row.stands] for rows in (night.world.entries, night.after)
    )
    was, now = (
        {(row.need, row.team, row.start, row.end) for row in rows} for rows in (before, after)
    )
    for need, team, *_ in sorted(was ^ now):
        yield f"{need} by {team} differs after a quiet day"


def _served_twice(night: Night) -> Iterator[str]:
    """A proposal stands alone, but beside rows that people signed for a team that is gone."""
    teams = {each.id for each in night.question.problem.teams}
    stands = Counter(
        row.need
        for row in night.after
        if row.stands and (row.decision is None or row.team in teams)
    )
    for row in night.after:
        open_ = row.state in (State.PROPOSED, State.RUNNING)
        if open_ and row.decision is None and stands[row.need] > 1:
            yield f"{row.need} is served once more by {row.team}"


def _counts(night: Night, changes: Sequence[Change]) -> Iterator[str]:
    moved = sum(change.after.stands for change in changes)
    stood = {row.id for row in night.world.entries if row.stands}
    new = sum(row.stands and row.id not in stood for row in night.after)
    own = Changes(len(stood) - len(changes), new, moved, len(changes) - moved)
    if own != night.changes:
        yield f"counted {own}, said {night.changes}"


def _rows(changes: Sequence[Change]) -> Iterator[str]:
    """A row that does not stand any more says whether its need is gone."""
    for each in changes:
        codes = [reason.code for reason in each.after.change]
        if each.cause is Cause.REFUSED:
            expected = (State.REFUSED, [])
        elif each.cause is Cause.NEED_GONE:
            expected = (State.WITHDRAWN, ["need_gone"])
        else:
            expected = (State.WITHDRAWN, ["team_changed"])
        if not each.after.stands and (each.after.state, codes) != expected:
            yield f"{_name(each)} is {each.after.state} with {codes}"


def _signatures(night: Night) -> Iterator[str]:
    """A signed row that the plan does not hold says what it lacks."""
    needs = {each.id for each in night.question.problem.needs}
    held = {(each.need, each.team) for each in night.plan.missions}
    rows = [row for row in night.after if row.stands and row.decision is Decision.SIGN]
    served = {row.need for row in rows if (row.need, row.team) in held}
    for row in rows:
        if row.state is not State.FINISHED and (row.need, row.team) not in held:
            code = "signed_twice" if row.need in served else "signed_but_team_gone"
            expected = code if row.need in needs else "signed_but_need_gone"
            if row.why != (Reason(expected),):
                yield f"{row.need} signed for {row.team} is {expected}, said {row.why}"


def _reasons(night: Night, causes: Causes) -> Iterator[str]:
    """The plan names the cause that was found, and none where nothing changed."""
    said = {each.need: _changed_by(each.why) for each in (*night.plan.missions, *night.plan.unmet)}
    kept = {(each.need, each.team, each.start) for each in night.plan.missions}
    for before in night.question.problem.published:
        reasons = said.pop(before.need)
        stays = (before.need, before.team, before.start) in kept
        expected = "" if stays else _REASONS[causes.of(before)]
        if "".join(each.code for each in reasons) != expected:
            yield f"{before.need} changed: {expected or 'not'}, said {reasons}"
        elif reasons:
            yield from _true(night.question.problem, night.plan, before, reasons[0])
    for need in (need for need, reasons in said.items() if reasons):
        yield f"{need} was not published, said {said[need]}"


def _changed_by(why: Sequence[Reason]) -> list[Reason]:
    return [each for each in why if each.code.startswith("changed_by_")]


def _true(problem: Problem, plan: Plan, before: Mission, reason: Reason) -> Iterator[str]:
    """A reason names the mission that was published, and needs that are in its way."""
    if (reason.data["team"], reason.data["start"]) != (before.team, before.start):
        yield f"{before.need} was not as said"
    if reason.code == "changed_by_needs":
        named = reason.data["needs"]
        assert isinstance(named, tuple)
        others = [each for each in plan.missions if each.need in named]
        if len(others) != len(named) or not _clash(problem, before, others, plan.formed):
            yield f"{before.need} had room beside {named}"


def _clash(
    problem: Problem,
    before: Mission,
    others: Sequence[PlannedMission],
    formed: Sequence[Formed],
) -> bool:
    """Whether a mission breaks a rule beside others."""
    both = [*others, planned(problem, before)]
    return not broken(problem, both, formed) <= broken(problem, others, formed)


def _again(night: Night) -> Iterator[str]:
    """The problem is one that the format takes, and solving it again gives the same bytes."""
    problem = night.question.problem
    try:
        if Problem.from_json(problem.to_json()) != problem:
            yield "the problem is not what its file says"
    except ProblemError as error:
        yield f"the problem is refused: {error}"
    if text(solve(problem)) != text(night.plan):
        yield "solved again, the plan differs"


def text(plan: Plan) -> str:
    """Return a plan as it is written to a file."""
    return json.dumps(plan.to_json(), ensure_ascii=False)


def _one_change_less(night: Night, causes: Causes) -> Fewest | None:
    """Return what the plan would lose with one change less, None when nothing was changed."""
    kept = {(each.need, each.team, each.start) for each in night.plan.missions}
    changed = [one for one in causes.able if (one.need, one.team, one.start) not in kept]
    if not changed:
        return None
    problem = night.question.problem
    less = replace(problem, change_budget=len(changed) - 1, aims=("met", "kept"))
    plan = solve(less)
    if not plan.verified or met(plan) > met(night.plan):
        return Fewest.NEEDED
    assert met(plan) == met(night.plan)
    heavier = changed_weight(problem, plan) > changed_weight(problem, night.plan)
    return Fewest.HEAVIER if heavier else Fewest.TIED
