"""A stretch of cells lifted out of a row, to be laid down elsewhere."""

from dataclasses import dataclass

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.formulas.rewriting import displaced
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.grid import Entered, Formula
from deploy.local.emulator.state.sheet import Sheet


@dataclass(frozen=True)
class Block:
    """The cells of one row between two columns, aspect by aspect, and the row they came from."""

    row: int
    entered: list[Entered | None]
    formats: list[Json | None]
    notes: list[str | None]
    rules: list[Json | None]
    runs: list[list[Json] | None]

    def lay(self, edit: Edit, sheet: Sheet, row: int, left: int) -> None:
        """Put the cells into ``row``; references inside formulas follow."""
        for offset, entered in enumerate(self.entered):
            kept = entered
            if isinstance(entered, Formula):
                kept = Formula(displaced(entered.text, edit.decimal, row - self.row, 0))
            edit.workbook.enter(sheet, row, left + offset, kept)
            sheet.grid.formats.put(row, left + offset, self.formats[offset])
            sheet.grid.notes.put(row, left + offset, self.notes[offset])
            sheet.grid.rules.put(row, left + offset, self.rules[offset])
            sheet.grid.runs.put(row, left + offset, self.runs[offset])


def lift(sheet: Sheet, left: int, right: int, row: int) -> Block:
    """Return the cells ``[left, right)`` of a row."""
    columns = range(left, right)
    grid = sheet.grid
    return Block(
        row,
        [grid.entered.get(row, column) for column in columns],
        [grid.formats.get(row, column) for column in columns],
        [grid.notes.get(row, column) for column in columns],
        [grid.rules.get(row, column) for column in columns],
        [grid.runs.get(row, column) for column in columns],
    )
