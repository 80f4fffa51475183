"""Where a place is looked for, and what is said of what was found there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from functions.tables.converters.base import Converted, Remark, accept, refuse
from functions.tables.converters.gazetteer import Match, find, units_at
from sheets_schema.model import Schema
from sheets_schema.unit_tree import Unit


@dataclass(frozen=True, slots=True)
class Scope:
    """The units of one level on one day, as the workbook of `unit` may name them.

    `unit` is an administrative code, empty for the province's workbook, which may name all.
    """

    schema: Schema
    day: date
    level: str
    unit: str = ""

    def find(self, text: str) -> Match:
        """Return the units of the level that a text may mean."""
        return find(self.schema, self.day, self.level, text)

    def units(self, level: str) -> tuple[Unit, ...]:
        """Return all units of a level on the day."""
        return units_at(self.schema, self.day, level)

    def is_own(self, unit: Unit) -> bool:
        """Say whether the workbook may name a unit: a district's communes, or a commune itself."""
        return self.level != "commune" or self.unit in ("", unit.parent, unit.code)

    def told(self, match: Match) -> Converted:
        """Return the code of the only unit that can be meant, or why there is none."""
        own = [each for each in match.units if self.is_own(each)]
        if not own:
            return self.wrong_parent(match.units[0])
        if len(own) > 1:
            return ambiguous([self._with_parent(each) for each in own])
        remarks = [Remark(match.remark, {"read_as": own[0].full_name})] if match.remark else []
        return accept(own[0].code, *remarks)

    def wrong_parent(self, unit: Unit) -> Converted:
        """Refuse a unit that lies elsewhere than it has to."""
        parent = self.schema.units.get(unit.parent, self.day)
        return refuse("wrong_parent", parent=parent.full_name if parent else "")

    def _with_parent(self, unit: Unit) -> str:
        parent = self.schema.units.get(unit.parent, self.day)
        return f"{unit.full_name}, {parent.full_name}" if parent else unit.full_name


def ambiguous(names: list[str]) -> Converted:
    """Refuse a text that may mean any of several units."""
    return refuse("ambiguous_unit", candidates="; ".join(names), first_candidate=names[0])
