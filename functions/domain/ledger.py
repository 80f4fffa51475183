"""The province's list of assignments: a row for each need and team that ever stood together.

Rows never move and never change their need or team. What people decided is read from it, what the
robot proposes is written to it, and yesterday's plan is nothing else than what it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from functions.domain.plan import Reason


class State(StrEnum):
    """Where an assignment stands; the codes of the list `assignment_state`."""

    PROPOSED = "proposed"
    SIGNED = "signed"
    REFUSED = "refused"
    RUNNING = "running"
    FINISHED = "finished"
    WITHDRAWN = "withdrawn"


STANDING = frozenset({State.PROPOSED, State.SIGNED, State.RUNNING, State.FINISHED})
"""States in which the team goes, or went, to the need."""


ABOUT_LAST_NIGHT = frozenset(
    {"kept", "frozen", "changed_by_pin", "changed_by_rules", "changed_by_needs", "changed_by_aims"}
)
"""Reasons that are true for one night only. They go into the column for the latest change."""


class Decision(StrEnum):
    """What the coordinator chose; the codes of the list `decision`."""

    SIGN = "chot"
    REFUSE = "tu_choi"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `row` is its place in the tab, None for a row that is not there yet.

    `why` None leaves the reason as it stands; `change` says what happened tonight, if anything.
    `members` are the volunteers of a team that was formed for the need, the leader first.
    """

    id: str
    need: str
    team: str
    start: date
    end: date
    state: State
    decision: Decision | None = None
    km: float = 0.0
    why: tuple[Reason, ...] | None = None
    change: tuple[Reason, ...] = ()
    members: tuple[str, ...] = ()
    row: int | None = None

    @property
    def stands(self) -> bool:
        """Say whether the team goes, or went, to the need."""
        return self.state in STANDING


@dataclass(frozen=True, slots=True)
class Changes:
    """How tonight's assignments differ from yesterday's, counted in rows.

    `made` counts those that were given up though they could have stood: what the campaign's
    `change_budget` caps.
    """

    kept: int = 0
    new: int = 0
    moved: int = 0
    withdrawn: int = 0
    made: int = 0


@dataclass(frozen=True, slots=True)
class Assigned:
    """What the plan says of one need: a team and its days, and who forms it if it is new."""

    need: str
    team: str
    start: date
    end: date
    km: float
    why: tuple[Reason, ...] = field(default=())
    members: tuple[str, ...] = ()


def lasting(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return the reasons that stay true while nothing is edited."""
    return tuple(each for each in reasons if each.code not in ABOUT_LAST_NIGHT)


def update(
    entries: Sequence[Entry],
    plan: Iterable[Assigned],
    sound_needs: frozenset[str],
    today: date,
) -> tuple[tuple[Entry, ...], Changes]:
    """Return the rows after tonight, old ones in their places and new ones behind them.

    `sound_needs` are the needs that may be served; a signed row of another need stays signed with
    that reason, since only people take a signature back. Ids of new rows are left empty.
    """
    assigned = {(each.need, each.team): each for each in plan}
    signed = frozenset(
        each.need
        for each in entries
        if each.decision is Decision.SIGN and (each.need, each.team) in assigned
    )
    tonight = _Tonight(sound_needs, signed, today)
    changes = {"kept": 0, "new": 0, "moved": 0, "withdrawn": 0}
    rows: list[Entry] = []
    for entry in entries:
        given = assigned.pop((entry.need, entry.team), None)
        row, change = _next(entry, given, tonight)
        rows.append(row)
        if change:
            changes[change] += 1
    for given in sorted(assigned.values(), key=lambda each: (each.start, each.need)):
        entry = Entry("", given.need, given.team, given.start, given.end, State.PROPOSED)
        rows.append(_with(entry, given, today))
        changes["new"] += 1
    return tuple(rows), Changes(**changes)


@dataclass(frozen=True, slots=True)
class _Tonight:
    """What a row without a mission is judged by; a signed row serves the `signed_needs`."""

    sound_needs: frozenset[str]
    signed_needs: frozenset[str]
    today: date


def _next(entry: Entry, given: Assigned | None, tonight: _Tonight) -> tuple[Entry, str]:
    """Return the row after tonight and what changed: new, moved, kept, withdrawn or nothing."""
    if entry.decision is Decision.REFUSE:
        return replace(entry, state=State.REFUSED), "withdrawn" if entry.stands else ""
    if given is not None:
        same = (entry.start, entry.end) == (given.start, given.end)
        moved = "kept" if same and not _has_new_members(entry, given) else "moved"
        return _with(entry, given, tonight.today), moved if entry.stands else "new"
    if not entry.stands:
        # A refusal that was taken back leaves nothing behind.
        return replace(entry, state=State.WITHDRAWN), ""
    return _without_plan(entry, tonight)


def _without_plan(entry: Entry, tonight: _Tonight) -> tuple[Entry, str]:
    """A standing row that tonight's plan does not hold: over, signed by people, or withdrawn."""
    if entry.state is State.FINISHED or entry.end < tonight.today:
        return replace(entry, state=State.FINISHED), "kept"
    need_is_sound = entry.need in tonight.sound_needs
    if entry.decision is Decision.SIGN:
        code = "signed_but_team_gone" if need_is_sound else "signed_but_need_gone"
        if need_is_sound and entry.need in tonight.signed_needs:
            code = "signed_twice"
        state = _state(entry.start, entry.end, tonight.today, signed=True)
        return replace(entry, state=state, why=(Reason(code),)), "kept"
    code = "team_changed" if need_is_sound else "need_gone"
    return replace(entry, state=State.WITHDRAWN, change=(Reason(code),)), "withdrawn"


def _with(entry: Entry, given: Assigned, today: date) -> Entry:
    signed = entry.decision is Decision.SIGN
    members = [Reason("members_changed")] if _has_new_members(entry, given) else []
    return replace(
        entry,
        start=given.start,
        end=given.end,
        km=given.km,
        members=given.members or entry.members,
        state=_state(given.start, given.end, today, signed=signed),
        why=lasting(given.why),
        change=(*members, *(each for each in given.why if each.code.startswith("changed_by_"))),
    )


def _has_new_members(entry: Entry, given: Assigned) -> bool:
    """Say whether a team that was proposed before is formed anew out of other people."""
    return entry.stands and bool(entry.members and given.members) and entry.members != given.members


def _state(start: date, end: date, today: date, *, signed: bool) -> State:
    if end < today:
        return State.FINISHED
    if start <= today:
        return State.RUNNING
    return State.SIGNED if signed else State.PROPOSED
