"""What a written cell holds, and how to tell whether it holds it already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from functions.domain.serials import to_serial
from functions.domain.workbook import Cell
from functions.writers.a1 import cell_name

MAXIMUM_CHARACTERS = 49_000
"""Google refuses a cell of more than 50,000 characters."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a cell of the same workbook, shown as its tab and its name: `Nhu cầu P3`."""

    sheet_id: int
    row: int
    column: int
    tab: str

    @property
    def text(self) -> str:
        """What the reader sees."""
        return f"{self.tab} {cell_name(self.row, self.column)}"

    @property
    def formula(self) -> str:
        """The formula that Google turns into the link; `;` separates in every locale."""
        cell = cell_name(self.row, self.column)
        return f'=HYPERLINK("#gid={self.sheet_id}&range={cell}";"{self.text}")'


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of the robot's own. What it shows may change without being written again."""

    formula: str


Out = str | int | float | date | Link | Formula | None
"""One cell to write. Text is always written as text, never as a formula."""


def shown(value: Out) -> Cell:
    """Return the value that reading the cell back gives; None for a formula, which may change."""
    if isinstance(value, Link):
        return value.text
    if isinstance(value, Formula):
        return None
    if isinstance(value, date):
        return to_serial(value)
    if value == "":
        return None
    return value[:MAXIMUM_CHARACTERS] if isinstance(value, str) else value


def formula_of(value: Out) -> str:
    """Return the formula that the cell holds, empty for a plain value."""
    return value.formula if isinstance(value, Link | Formula) else ""


def entered(value: Out) -> Mapping[str, object]:
    """Return the cell as an API `CellData` with its `userEnteredValue`; empty clears the cell."""
    if isinstance(value, Link | Formula):
        return {"userEnteredValue": {"formulaValue": value.formula}}
    plain = shown(value)
    if plain is None:
        return {}
    kind = "stringValue" if isinstance(plain, str) else "numberValue"
    return {"userEnteredValue": {kind: plain}}
