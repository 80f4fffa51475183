"""A row as people left it: which cells they typed, and in which columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from functions.domain.workbook import Cell
from functions.tables.ids import own_id
from functions.tables.locate import Located, Part, label_of
from functions.tables.row_kinds import RowKind, filled_cells, is_row_number, kind_of_row
from functions.tables.row_words.groups import is_counted_group
from functions.tables.row_words.line import is_text
from functions.tables.words import clean
from sheets_schema.model import FilledBy

# What people write about a row, such as why it is right, does not make it one.
_ABOUT = frozenset({"explanation"})
_ROW_NUMBER, _UNIT = "row_no", "unit"
_ID = re.compile(r"[^\W\d_]{1,5}[-–_./ ]?(\w{1,12}[-–_./ ])?\d{1,6}")
_LEAST_MERGED = 3
_UNDECIDED = (RowKind.DATA, RowKind.BLANK)


@dataclass(frozen=True, slots=True)
class View:
    """One row. `typed` are all cells of people's columns by field name, the id column left out.

    `present` are the cells that somebody filled, by column: without ids, the results of the robot's
    formulas and what people write about a row. `filled` are the fields of people among them.
    """

    index: int
    row_id: str
    typed: Mapping[str, Cell]
    present: Mapping[int, Cell]
    filled: frozenset[str]


class RowViewer:
    """Shows the rows of one part of a table.

    `required` are the fields without which no row is complete, `kinds` says by column which kind of
    answer people give there. `id_is_answer` where people give the ids, `is_laid_out` where every
    row is the robot's and people only fill it, as with settings.
    """

    def __init__(self, located: Located, part: Part) -> None:
        self.table = located.table
        id_field = self.table.id_field
        people = [each for each in self.table.fields if each.filled_by is FilledBy.PEOPLE]
        answers = [each for each in people if each is not id_field]
        columns = part.columns
        self.required = frozenset(each.name for each in answers if each.required)
        self.kinds = {columns[each.name]: each.kind for each in answers if each.name in columns}
        self.id_column = columns.get(id_field.name) if id_field else None
        self.id_is_answer = id_field in people
        self.is_laid_out = any(each.kind == "any" for each in answers)
        self._tab, self._part = located.tab, part
        self._typed = {each.name: columns[each.name] for each in answers if each.name in columns}
        self._not_people = {
            columns[each.name]
            for each in self.table.fields
            if each not in people and each.name in columns
        }
        self._about = {columns[name] for name in _ABOUT & columns.keys()}
        self._answers = self.kinds.keys() - self._about
        self._names = {column: name for name, column in columns.items()}
        self._unit = part.common.get(_UNIT)
        self._first = part.common.get(_ROW_NUMBER, self.id_column)
        self._wide = {
            each.first_row
            for each in located.tab.merges
            if each.end_column - each.first_column >= _LEAST_MERGED
        }

    def views(self) -> Iterator[View]:
        """Yield the rows of the part from top to bottom, blank ones included."""
        for index in range(self._part.first_row, self._part.end_row):
            yield self._view(index)

    def is_label(self, column: int, cell: Cell) -> bool:
        """Say whether a cell is the label of the column in which it stands."""
        named = label_of(self.table, cell)
        return named is not None and named.name == self._names.get(column)

    def has_own_id(self, view: View) -> bool:
        """Say whether a row bears an id of this table, which no line of a form does."""
        return bool(self.table.prefix) and view.row_id.startswith(f"{self.table.prefix}-")

    def is_merged(self, view: View) -> bool:
        """Say whether cells of a row are joined into a wide one, as for the name of a group."""
        return view.index in self._wide

    def words(self, view: View) -> list[tuple[int, Cell]]:
        """Return what a row says, with columns: its number and the name of the unit left out."""
        return [
            (column, cell)
            for column, cell in view.present.items()
            if column != self._unit and not (column == self._first and is_row_number(cell))
        ]

    def kind(self, view: View) -> RowKind:
        """Say what the row is taken for by its cells: those in people's columns, then all.

        The name of the unit is looked at last: where people have a column for it, every row has it.
        """
        known = {*self.kinds, *({self.id_column} if self.id_column is not None else ())}
        everywhere = view.present.keys() - {self._unit}
        kind = self._kind_of(view, known)
        in_words = any(is_text(view.present.get(column)) for column in known)
        if kind in _UNDECIDED and not in_words:
            kind = self._kind_of(view, everywhere)
        if kind in _UNDECIDED and self._unit is not None and self._unit in view.present:
            named = self._kind_of(view, view.present.keys())
            # A unit may be called «Khối …» as groups are.
            if named is not RowKind.SECTION or is_counted_group(str(view.present[self._unit])):
                kind = named
        return kind

    def _kind_of(self, view: View, columns: Collection[int]) -> RowKind:
        order = sorted(columns, key=lambda column: (column != self._first, column))
        if self._first is not None and self._first not in columns:
            order.insert(0, self._first)
        cells = [view.present.get(column) for column in order]
        return kind_of_row(cells, lambda at, cell: self.is_label(order[at], cell))

    def _view(self, index: int) -> View:
        row = self._tab.rows[index] if index < len(self._tab.rows) else ()
        present = {
            column: cell
            for column, cell in filled_cells(row)
            if column in self._answers or self._is_typed(index, column, cell)
        }
        return View(
            index,
            self._row_id(index),
            {
                name: row[column] if column < len(row) else None
                for name, column in self._typed.items()
            },
            present,
            frozenset(name for name, column in self._typed.items() if column in present),
        )

    def _row_id(self, index: int) -> str:
        if self.id_column is None:
            return ""
        cell = self._tab.cell(index, self.id_column)
        # Who pastes a list of their own over the robot's ids brings along its 1, 2, 3.
        if self.table.prefix and not self.id_is_answer and is_row_number(cell):
            return ""
        return own_id(self.table, cell) or _id_text(cell)

    def _is_typed(self, index: int, column: int, cell: Cell) -> bool:
        if column in self._about:
            return False
        if index in self._wide:
            return True
        if column == self.id_column and not self.id_is_answer:
            return not (isinstance(cell, str) and _ID.fullmatch(clean(cell)))
        return column not in self._not_people or (index, column) not in self._tab.formulas


def _id_text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return clean(cell) if isinstance(cell, str) else str(cell) if isinstance(cell, int) else ""
