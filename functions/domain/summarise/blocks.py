"""Where each block of units stands, for the board that follows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from functions.domain.records import Block
from functions.domain.summarise.progress import UnitProgress


@dataclass(frozen=True, slots=True)
class BlockProgress:
    """One block; `board` is empty when nobody is named for it."""

    name: str
    board: str
    units: tuple[UnitProgress, ...]

    @property
    def not_registered(self) -> tuple[UnitProgress, ...]:
        """Units that have typed no need yet."""
        return tuple(each for each in self.units if not each.registered)

    @property
    def missing_reports(self) -> tuple[UnitProgress, ...]:
        """Units of which at least one report is missing."""
        return tuple(each for each in self.units if each.missing_reports)

    @property
    def reports_due(self) -> int:
        """Reports that came and reports that are missing."""
        return sum(each.reports_due for each in self.units)

    @property
    def reports_in_time(self) -> int:
        """Reports written before their deadline."""
        return sum(each.reports_in_time for each in self.units)

    @property
    def reports_late(self) -> int:
        """Reports written after their deadline."""
        return sum(each.reports_late for each in self.units)

    @property
    def reports_missing(self) -> int:
        """Reports whose deadline has passed without them."""
        return sum(len(each.missing_reports) for each in self.units)


def by_block(blocks: Sequence[Block], units: Sequence[UnitProgress]) -> Iterator[BlockProgress]:
    """Yield the blocks that have units, in the province's order; unknown ones follow by name."""
    boards = {each.name: each.board for each in blocks}
    others = sorted({each.block for each in units} - boards.keys())
    for name in (*boards, *others):
        own = tuple(each for each in units if each.block == name)
        if own:
            yield BlockProgress(name, boards.get(name, ""), own)
