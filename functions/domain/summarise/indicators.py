"""How much of each target that counts people has been reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from functions.domain.records import PROVINCE, Target
from functions.domain.summarise.facts import INDICATOR_MEASURE, Facts
from functions.domain.summarise.progress import UnitProgress


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of the whole province; `actual` and `target` count people at sessions."""

    code: str
    name: str
    target: int
    actual: int
    deadline: date | None = None

    @property
    def rate(self) -> float | None:
        """What was reached as a share of the target, None for a target of nothing."""
        return self.actual / self.target if self.target else None


def indicators(facts: Facts, units: Sequence[UnitProgress]) -> Iterator[Indicator]:
    """Yield the indicators in the order in which they were typed.

    The province's own target stands; without one it is the sum of the units' targets.
    """
    known = {PROVINCE, *(each.code for each in units)}
    rows: dict[str, list[Target]] = {}
    for each in facts.campaign.targets:
        if each.measure == INDICATOR_MEASURE and each.unit in known:
            rows.setdefault(each.indicator, []).append(each)
    actual = sum(each.beneficiaries for each in facts.campaign.reports)
    for code, targets in rows.items():
        own = [each for each in targets if each.unit == PROVINCE] or targets
        deadlines = [each.deadline for each in own if each.deadline]
        yield Indicator(
            code,
            own[0].name,
            sum(each.amount for each in own),
            actual,
            max(deadlines, default=None),
        )
