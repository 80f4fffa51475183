"""What a supposed change names: teams, needs, communes and days of one campaign."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz import fuzz, process

from functions.domain.records import Campaign, Window
from functions.tables.converters.base import show_date
from functions.tables.converters.days import find_day
from functions.tables.converters.gazetteer import find, units_at
from functions.tables.folding import folded
from sheets_schema.model import Schema
from sheets_schema.unit_tree import Unit

GAP = r"[\s._–-]"
"""What may part the pieces of an id."""

_LISTED = 3
_CODE = re.compile(r"\b\d{5}\b")
_NUMBERED = re.compile(rf"(?:dh|nc){GAP}*([0-9a-z]+){GAP}+(\d+)")


class NotUnderstoodError(ValueError):
    """A change says nothing that is known. The message is for whoever typed it, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the pieces of a form name."""

    team: str = ""
    need: str = ""
    commune: str = ""
    count: int = 0
    first: date = date.min
    last: date = date.max

    @property
    def window(self) -> Window:
        """The days from the first to the last that were named."""
        return Window(self.first, self.last)


class Names:
    """What the campaign calls its teams, needs and communes."""

    def __init__(self, schema: Schema, campaign: Campaign) -> None:
        self._schema = schema
        self._campaign = campaign
        self._teams = {each.id: each.name for each in campaign.teams}
        self._needs = {each.id: each.commune for each in campaign.needs}

    def read(self, parts: Mapping[str, str]) -> Said:
        """Return what the typed parts name; raise NotUnderstoodError for what there is not."""
        said = Said()
        for key, part in parts.items():
            match key:
                case "team":
                    said = replace(said, team=self._team(part))
                case "need":
                    said = replace(said, need=self._need(part))
                case "commune":
                    said = replace(said, commune=self._commune(part))
                case "count":
                    said = replace(said, count=int(part))
                case "first":
                    said = replace(said, first=self._day(part))
                case _:
                    said = replace(said, last=self._day(part))
        if said.last < said.first:
            raise self._refusal("end_first", first=show_date(said.first), last=show_date(said.last))
        return said

    def words(self, said: Said) -> dict[str, object]:
        """Return how a sentence puts what was named."""
        place = self._campaign.localities.get(said.commune or self._needs.get(said.need, ""))
        return {
            "team": f"{said.team} ({self._teams.get(said.team, '')})",
            "need": said.need,
            "commune": place.full_name if place else "",
            "count": said.count,
            "first": show_date(said.first),
            "last": show_date(said.last),
        }

    def _team(self, part: str) -> str:
        team = self._row_id("teams", part)
        if team not in self._teams:
            raise self._unknown("unknown_team", team, self._teams)
        return team

    def _need(self, part: str) -> str:
        need = self._row_id("needs", part)
        if need not in self._needs:
            raise self._unknown("unknown_need", need, self._needs)
        return need

    def _row_id(self, table: str, part: str) -> str:
        unit, number = _NUMBERED.fullmatch(folded(part)).groups()  # type: ignore[union-attr]
        return self._schema.table("unit", table).row_id(unit.upper(), int(number))

    def _commune(self, part: str) -> str:
        day = self._campaign.settings.window.first
        code = _CODE.search(part)
        units = find(self._schema, day, "commune", code[0] if code else part).units
        asking = set(self._needs.values())
        units = tuple(each for each in units if each.code in asking) or units
        if not units:
            names = [self._named(each, day) for each in units_at(self._schema, day, "commune")]
            raise self._unknown("unknown_commune", part, names)
        if len(units) > 1:
            near = _listed(self._named(each, day) for each in units)
            raise self._refusal("ambiguous_commune", text=part, near=near)
        return units[0].code

    def _named(self, commune: Unit, day: date) -> str:
        parent = self._schema.units.get(commune.parent, day)
        return f"{commune.full_name}, {parent.full_name if parent else ''} ({commune.code})"

    def _day(self, part: str) -> date:
        campaign = self._campaign.settings.window
        found = find_day(part, campaign)
        if found is None or not campaign.first.year <= found.day.year <= campaign.last.year:
            raise self._refusal("bad_day", text=part)
        return found.day

    def _unknown(self, problem: str, text: str, known: Collection[str]) -> NotUnderstoodError:
        near = process.extract(text, sorted(known), scorer=fuzz.ratio, limit=_LISTED)
        return self._refusal(problem, text=text, near=_listed(name for name, _, _ in near))

    def _refusal(self, problem: str, **words: str) -> NotUnderstoodError:
        return NotUnderstoodError(self._schema.text(f"what_if.{problem}", **words))


def _listed(names: Iterable[str]) -> str:
    return "; ".join(names)
