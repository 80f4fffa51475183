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


class Decision(StrEnum):
    """What the coordinator chose; the codes of the list `decision`."""

    SIGN = "chot"
    REFUSE = "tu_choi"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `row` is its place in the tab, None for a row that is not there yet."""

    id: str
    need: str
    team: str
    start: date
    end: date
    state: State
    decision: Decision | None = None
    km: float = 0.0
    why: tuple[Reason, ...] = ()
    row: int | None = None

    @property
    def stands(self) -> bool:
        """Say whether the team goes, or went, to the need."""
        return self.state in STANDING


@dataclass(frozen=True, slots=True)
class Changes:
    """How tonight's assignments differ from yesterday's."""

    kept: int = 0
    new: int = 0
    moved: int = 0
    withdrawn: int = 0


@dataclass(frozen=True, slots=True)
class Assigned:
    """What the plan says of one need: a team and its days."""

    need: str
    team: str
    start: date
    end: date
    km: float
    why: tuple[Reason, ...] = field(default=())


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
    changes = {"kept": 0, "new": 0, "moved": 0, "withdrawn": 0}
    rows: list[Entry] = []
    for entry in entries:
        given = assigned.pop((entry.need, entry.team), None)
        row, change = _next(entry, given, sound_needs, today)
        rows.append(row)
        if change:
            changes[change] += 1
    for given in sorted(assigned.values(), key=lambda each: (each.start, each.need)):
        entry = Entry("", given.need, given.team, given.start, given.end, State.PROPOSED)
        rows.append(_with(entry, given, today))
        changes["new"] += 1
    return tuple(rows), Changes(**changes)


def _next(
    entry: Entry, given: Assigned | None, sound_needs: frozenset[str], today: date
) -> tuple[Entry, str]:
    if given is not None and entry.decision is not Decision.REFUSE:
        moved = (entry.start, entry.end) != (given.start, given.end)
        if not entry.stands:
            return _with(entry, given, today), "new"
        return _with(entry, given, today), "moved" if moved else "kept"
    if entry.decision is Decision.REFUSE:
        change = "withdrawn" if entry.state is not State.REFUSED and entry.stands else ""
        return replace(entry, state=State.REFUSED, why=()), change
    if not entry.stands:
        return entry, ""
    if entry.state is State.FINISHED or entry.end < today:
        return replace(entry, state=State.FINISHED), "kept"
    if entry.decision is Decision.SIGN:
        code = "signed_but_team_gone" if entry.need in sound_needs else "signed_but_need_gone"
        return replace(entry, state=State.SIGNED, why=(Reason(code),)), "kept"
    code = "team_changed" if entry.need in sound_needs else "need_gone"
    return replace(entry, state=State.WITHDRAWN, why=(Reason(code),)), "withdrawn"


def _with(entry: Entry, given: Assigned, today: date) -> Entry:
    if given.end < today:
        state = State.FINISHED
    elif given.start <= today:
        state = State.RUNNING
    else:
        state = State.SIGNED if entry.decision is Decision.SIGN else State.PROPOSED
    return replace(entry, start=given.start, end=given.end, km=given.km, why=given.why, state=state)
