"""Reads the campaign of the corpus: the clean workbooks once, a damaged one in place of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property

from functions.domain.findings import Finding
from functions.domain.workbook import Workbook
from functions.tables.campaign import CampaignTables, read_campaign
from functions.tables.frames import Row, Tables
from functions.tables.typed import TableReading
from tests.builders import SCHEMA, TODAY
from tests.corpus.clean import clean_drafts, clean_province
from tests.corpus.sheets import Draft


@dataclass(frozen=True)
class Reading:
    """What became of a campaign: every table as read, what was accepted, and all findings."""

    readings: Mapping[tuple[str, str], TableReading]
    accepted: Tables
    findings: tuple[Finding, ...]

    def rows(self, unit: str, table: str) -> Mapping[int, Row]:
        """Return the accepted rows of one table of one unit, by zero-based row."""
        return self._rows.get((unit, table), {})

    @cached_property
    def _rows(self) -> Mapping[tuple[str, str], Mapping[int, Row]]:
        found: dict[tuple[str, str], dict[int, Row]] = {}
        for table in self.accepted.frames:
            for row in self.accepted.rows(table):
                found.setdefault((row["owner"], table), {})[row["row"]] = row
        return found


def read(workbooks: Mapping[str, Workbook]) -> Reading:
    """Read and check the whole campaign with these workbooks of its units."""
    return _checked(_province().with_units(workbooks))


def read_with(draft: Draft) -> Reading:
    """Read and check the campaign with one workbook in place of the clean one of its unit."""
    changed = _province().with_units({draft.unit: draft.workbook()})
    others = [each for each in _clean().readings if each.source.unit != draft.unit]
    own = [each for each in changed.readings if each.source.unit == draft.unit]
    return _checked(replace(changed, readings=(*others, *own)))


@cache
def drafts() -> Mapping[str, Draft]:
    """Return the clean workbooks by unit; whoever edits one copies it first."""
    return clean_drafts()


def draft(unit: str) -> Draft:
    """Return a copy of a unit's clean workbook, to be damaged."""
    return drafts()[unit].copy(drafts())


@cache
def _province() -> CampaignTables:
    return read_campaign(SCHEMA, clean_province(), TODAY)


@cache
def _clean() -> CampaignTables:
    return _province().with_units({unit: each.workbook() for unit, each in drafts().items()})


def _checked(campaign: CampaignTables) -> Reading:
    accepted, findings = campaign.check()
    readings = {(each.source.unit, each.table.name): each for each in campaign.readings}
    return Reading(readings, accepted, tuple(findings))
