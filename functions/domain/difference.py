"""How one list of assignments differs from another, need by need: what a coordinator reads out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from functions.domain.ledger import Changes, Entry, State
from functions.domain.night import UnmetNeed
from functions.domain.plan import Reason
from functions.domain.records import Campaign

TIERS = (1, 2, 3)


class Kind(StrEnum):
    """What became of a need, in the order in which it is told."""

    LOST = "lost"
    REPLACED = "replaced"
    MOVED = "moved"
    GAINED = "gained"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class NeedChange:
    """One need: which team was to come when, which is to come now, and why."""

    need: str
    before: tuple[Entry, ...]
    after: tuple[Entry, ...]
    why: tuple[Reason, ...]

    @property
    def kind(self) -> Kind:
        """What became of the need."""
        if not self.after:
            gone = any(each.code == "need_gone" for each in self.why)
            return Kind.GONE if gone else Kind.LOST
        if not self.before:
            return Kind.GAINED
        same = {each.team for each in self.before} == {each.team for each in self.after}
        return Kind.MOVED if same else Kind.REPLACED


@dataclass(frozen=True, slots=True)
class Choice:
    """A plan under a cap on changes: how many it makes, and the needs left unmet by tier."""

    allowed: int
    made: int
    unmet: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a night would do, and what a supposed change of the campaign would do to it.

    `tonight` counts against the published list what the night would change anyway; `counts` does
    so with the supposed changes. `changes` and the two `unmet` are against the published list or,
    with supposed changes, against tonight's plan without them. `to_decide` are the rows whose
    decision people have to change as well, `held` those that stay although a supposed change makes
    them break a rule. `broken` names rules that keep a plan from being used.
    """

    today: date
    campaign: Campaign
    tonight: Changes
    counts: Changes
    changes: tuple[NeedChange, ...]
    unmet_before: Mapping[int, int]
    unmet_after: Mapping[int, int]
    supposed: tuple[str, ...] = ()
    to_decide: tuple[Entry, ...] = ()
    held: tuple[Entry, ...] = ()
    stale: tuple[str, ...] = ()
    broken: str = ""
    choices: tuple[Choice, ...] = field(default=())


def compare(
    before: Iterable[Entry], after: Sequence[Entry], unmet: Iterable[UnmetNeed]
) -> tuple[NeedChange, ...]:
    """Return the needs whose teams or days differ, those that lose their team first.

    `unmet` says why needs have no team after the change.
    """
    was, now = _standing(before), _standing(after)
    without = {each.need: each for each in unmet}
    rows = {_pair(each): each for each in after}
    changes = [
        NeedChange(need, old, new, tuple(_why(old, new, rows, without.get(need))))
        for need in sorted(was.keys() | now.keys())
        if _places(old := was.get(need, ())) != _places(new := now.get(need, ()))
    ]
    order = list(Kind)
    return tuple(sorted(changes, key=lambda each: order.index(each.kind)))


def newly_held(before: Iterable[Entry], after: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the rows that stay although they break a rule which they did not break before."""
    known = {_pair(each) for each in before if _breaks_rules(each)}
    return tuple(each for each in after if _breaks_rules(each) and _pair(each) not in known)


def unmet_by_tier(unmet: Iterable[UnmetNeed], tiers: Mapping[str, int]) -> dict[int, int]:
    """Count needs without a team by tier; every tier has its number."""
    counts = Counter(tiers[each.need] for each in unmet)
    return {tier: counts[tier] for tier in TIERS}


def _breaks_rules(entry: Entry) -> bool:
    return any(each.code == "breaks_rules" for each in entry.why or ())


def _pair(entry: Entry) -> tuple[str, str]:
    return entry.need, entry.team


def _standing(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for each in entries:
        if each.stands:
            found[each.need] = (*found.get(each.need, ()), each)
    return found


def _places(entries: Iterable[Entry]) -> set[tuple[str, date, date]]:
    return {(each.team, each.start, each.end) for each in entries}


def _why(
    before: Sequence[Entry],
    after: Sequence[Entry],
    rows: Mapping[tuple[str, str], Entry],
    unmet: UnmetNeed | None,
) -> Iterable[Reason]:
    """Yield what happened to the teams that came before, then why the need has what it has now."""
    left = [rows[_pair(each)] for each in before if _pair(each) in rows]
    if any(each.state is State.REFUSED for each in left):
        yield Reason("refused")
    if unmet is not None and not after:
        yield from (*unmet.why, *unmet.unlock)
        return
    if not after:
        yield from (reason for each in left for reason in each.change)
    for each in after:
        yield from each.change or each.why or ()
