"""What a night would do, without doing it: the same reading and deciding, nothing written.

No lease is taken and nothing is kept, so that a preview never stands in the way of a night and
leaves no trace; a night that writes meanwhile replaces the list of assignments in one request, so
that a preview sees it as it was before or as it is after.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from functions.domain.difference import Choice, Preview, compare, newly_held, unmet_by_tier
from functions.domain.what_if import Known, decided_too
from functions.errors import ConfigError
from functions.ports import Store
from functions.runs.assigning import Decided, assign
from functions.runs.reading import gather
from functions.runs.services import Services, no_progress
from functions.tables.build import build_campaign
from functions.tables.memory import read_ledger
from functions.tables.what_if import read_change

MOST_CHOICES = 8
"""Caps on changes that are tried; each is a plan of its own."""

_EACH = 4
"""The smallest caps, which buy most, are tried one by one."""


@dataclass(frozen=True)
class _Untouched:
    """A store that is read and never changed."""

    store: Store

    def get(self, path: str) -> bytes | None:
        return self.store.get(path)

    def put(self, path: str, content: bytes) -> None:
        del path, content

    def create(self, path: str, content: bytes) -> bool:
        del path, content
        return True

    def delete(self, path: str) -> None:
        del path

    def list(self, folder: str) -> Sequence[str]:
        return self.store.list(folder)


def preview(
    services: Services, today: date, what_if: Sequence[str] = (), *, trade_off: bool = False
) -> Preview:
    """Return what a night would change, with `what_if` what these changes would.

    With `trade_off`, also what each number of changes would reach.

    Raises:
        NotUnderstoodError: one of `what_if` says nothing that is known.
        WorkbookError: the province's workbook cannot be read.
        ConfigError: the province's settings lack the campaign's days, or its list of assignments
            cannot be read.
    """
    services = replace(services, store=_Untouched(services.store))
    known, stale = _known(services, today)
    supposed = [read_change(text, services.schema, known.campaign) for text in what_if]
    plans = _Plans(services, 1 + bool(supposed) + MOST_CHOICES * trade_off)
    tonight = then = plans.plan(known)
    before = assign(services, known.campaign, known.entries, today, solving=False)
    imagined = known
    for each in supposed:
        imagined = each.change(imagined)
    if supposed:
        before, then = tonight, plans.plan(imagined)
    return Preview(
        today=today,
        campaign=known.campaign,
        tonight=tonight.changes,
        counts=then.changes,
        changes=compare(before.entries, then.entries, then.unmet),
        unmet_before=unmet_by_tier(before.unmet, before.tiers),
        unmet_after=unmet_by_tier(then.unmet, then.tiers),
        supposed=tuple(each.sentence for each in supposed),
        to_decide=decided_too(known, imagined),
        held=newly_held(tonight.entries, then.entries),
        stale=stale,
        broken=then.broken or tonight.broken,
        choices=tuple(plans.choices(imagined)) if trade_off else (),
    )


def _known(services: Services, today: date) -> tuple[Known, tuple[str, ...]]:
    """Read everything as a night does; return it with the units whose data are old."""
    tables, units = gather(services, "preview", today)
    accepted, _ = tables.check()
    campaign = build_campaign(tables.settings, tables.units, tables.blocks, accepted)
    entries, ledger = read_ledger(tables.province, services.schema, campaign.settings.window)
    if ledger is None:
        raise ConfigError("the province workbook's list of assignments cannot be read")
    stale = tuple(each.unit.name for each in units if each.reading.stale)
    return Known(campaign, entries, today), stale


class _Plans:
    """Plans one after another, shown to whoever watches as steps of one work."""

    def __init__(self, services: Services, expected: int) -> None:
        self._services = services
        self._expected = expected
        self._done = 0

    def plan(self, known: Known) -> Decided:
        """Decide as a night would."""
        quiet = replace(self._services, progress=no_progress)
        decided = assign(quiet, known.campaign, known.entries, known.today)
        self._done += 1
        self._services.progress("assign", self._done, self._expected)
        return decided

    def choices(self, known: Known) -> list[Choice]:
        """Return what caps on changes would reach, from none to as many as are of use."""
        best = self._capped(known, None)
        found: list[Choice] = []
        for allowed in caps(best.made):
            # Where more had to change than allowed, the caps up to there give the same plan.
            if found and allowed <= found[-1].made:
                continue
            found.append(self._capped(known, allowed) if allowed < best.made else best)
        return found

    def _capped(self, known: Known, allowed: int | None) -> Choice:
        settings = replace(known.campaign.settings, change_budget=allowed)
        capped = replace(known, campaign=replace(known.campaign, settings=settings))
        decided = self.plan(capped)
        made = decided.changes.made
        unmet = unmet_by_tier(decided.unmet, decided.tiers)
        return Choice(made if allowed is None else allowed, made, unmet)


def caps(most: int) -> list[int]:
    """Return the caps to try: 0 to `most`, the smallest one by one, `MOST_CHOICES` at most."""
    if most < MOST_CHOICES:
        return list(range(most + 1))
    rest = MOST_CHOICES - _EACH
    first = _EACH - 1
    return [*range(_EACH), *(first + (most - first) * step // rest for step in range(1, rest + 1))]
