"""What a damage is, and what is expected of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from zlib import crc32

from functions.domain.findings import Finding
from functions.domain.workbook import Cell
from tests.corpus.sheets import Draft, Line, Sheet

Where = tuple[str, str, str, int | None, str, int | None]
"""Unit, table, code, zero-based row, field and zero-based column of a finding."""

_UNITS = (
    "703", "705", "706", "707", "708", "710", "711", "712", "D01", "D02", "D03", "D04", "D06",
    "D07", "D09", "D10", "D11",
)  # fmt: skip


@dataclass(frozen=True)
class Expected:
    """A finding that has to be there. Rows and columns are looked up once the damage is done."""

    code: str
    sheet: Sheet
    line: Line | None = None
    field: str = ""
    column: int | None = None

    @property
    def where(self) -> Where:
        """Return what the finding is known by."""
        sheet, line = self.sheet, self.line
        row = sheet.at(line) if line else None
        column = sheet.column(self.field, line) if line and self.field else self.column
        return (sheet.unit, sheet.table.name, self.code, row, self.field, column)


Findings = Iterable[Expected]
Inflict = Callable[[Draft], Findings]


@dataclass(frozen=True)
class Damage:
    """One way to damage a workbook; `only_unit` is the one that will do, empty for any."""

    name: str
    family: str
    sentence: str
    only_unit: str
    inflict: Inflict

    @property
    def unit(self) -> str:
        """The unit whose workbook is damaged. It follows from the name: all have their share."""
        return self.only_unit or _UNITS[crc32(self.name.encode()) % len(_UNITS)]


def damage(inflict: Inflict) -> Damage:
    """Make a damage of a function; its name and the first line of its docstring are used."""
    return damage_of("")(inflict)


def damage_of(unit: str) -> Callable[[Inflict], Damage]:
    """Make a damage of the workbook of one unit, where not every unit will do."""

    def make(inflict: Inflict) -> Damage:
        name, family = inflict.__name__, inflict.__module__.rpartition(".")[2]
        sentence = (inflict.__doc__ or "").partition("\n")[0]
        return Damage(name, family, sentence, unit, inflict)

    return make


def damages_in(module: ModuleType) -> Iterator[Damage]:
    """Yield the damages of a module in the order in which they are written."""
    yield from (each for each in vars(module).values() if isinstance(each, Damage))


def where(finding: Finding) -> Where:
    """Return what a finding is known by."""
    at = finding.place
    return (at.unit, at.table, finding.code, at.row, at.field, at.column)


def wrong(draft: Draft, table: str, name: str, cell: Cell, *codes: str) -> Findings:
    """Type a cell into the last row of a tab; expect these findings and, without any, a repair.

    With a warning or without a finding, the cell still means what the one before it meant.
    """
    return wrong_in(draft[table], draft[table].last, name, cell, *codes)


def wrong_in(sheet: Sheet, line: Line, name: str, cell: Cell, *codes: str) -> Findings:
    """Type a cell into a row; expect these findings there."""
    sheet.type(line, name, cell)
    return [Expected(code, sheet, line, name) for code in codes]


def meant(sheet: Sheet, line: Line, name: str, cell: Cell, value: object, *codes: str) -> Findings:
    """Type a cell that means `value` into a row; expect these findings there."""
    sheet.mean(line, name, cell, value)
    return [Expected(code, sheet, line, name) for code in codes]
