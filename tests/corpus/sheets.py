"""Workbooks on a desk: edited as people edit them, while every row remembers which one it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from functions.domain.workbook import Cell, Merge, Tab, Workbook
from sheets_schema.model import FilledBy, Table

READ_AT = datetime(2024, 9, 1, tzinfo=UTC)


@dataclass(eq=False)
class Line:
    """One row of a sheet.

    `table` is the table whose data the row is, empty of a row that is no data; `meaning` is what
    it says, by field. It is accepted under `row_id`; where that is empty, the robot numbers it.
    `columns` names the columns of a row that stands in a block of its own, `formulas` says whether
    the robot's formulas stand in it.
    """

    cells: list[Cell]
    table: str = ""
    row_id: str = ""
    meaning: Mapping[str, object] = field(default_factory=dict)
    columns: list[str] | None = None
    formulas: bool = False
    hidden: bool = False

    def copy(self) -> Line:
        """Return the same row once more."""
        return replace(self, cells=[*self.cells])


@dataclass(eq=False)
class Sheet:
    """One tab. `columns` names the field in each column, empty for a stranger.

    `keys` are the columns' developer metadata, empty where there is none. `joined` are cells made
    one: a line, how many lines, the first column and the one after the last. `forgotten` are the
    fields that nobody can read any more: their rows say nothing there.
    """

    unit: str
    table: Table
    title: str
    index: int
    key: str
    columns: list[str]
    keys: list[str]
    header: Line
    lines: list[Line]
    sheet_id: int = 0
    joined: list[tuple[Line, int, int, int]] = field(default_factory=list)
    forgotten: set[str] = field(default_factory=set)

    @property
    def rows(self) -> list[Line]:
        """The data rows of this sheet's own table, from top to bottom."""
        return [each for each in self.lines if each.table == self.table.name]

    @property
    def last(self) -> Line:
        """The last data row; nothing in a clean workbook refers to it or repeats it."""
        return self.rows[-1]

    def at(self, line: Line) -> int:
        """Return the zero-based row of a line; raise LookupError for one that was deleted."""
        if line not in self.lines:
            raise LookupError("this line was deleted")
        return self.lines.index(line)

    def column(self, name: str, line: Line | None = None) -> int:
        """Return the zero-based column of a field, in the block in which a line stands.

        Raise LookupError for a column that was deleted.
        """
        columns = line.columns if line and line.columns else self.columns
        if name not in columns:
            raise LookupError(f"{name} was deleted")
        return columns.index(name)

    def cell(self, line: Line, name: str) -> Cell:
        """Return what is typed in a field of a line."""
        return line.cells[self.column(name, line)]

    def type(self, line: Line, name: str, cell: Cell) -> None:
        """Type a cell that means what the one before it meant, or nothing at all."""
        line.cells[self.column(name, line)] = cell

    def mean(self, line: Line, name: str, cell: Cell, value: object) -> None:
        """Type a cell that means `value`."""
        self.type(line, name, cell)
        line.meaning = {**line.meaning, name: value}

    def line(self, cells: Mapping[str, Cell]) -> Line:
        """Return a new line with cells by field; nobody has put it anywhere yet."""
        return Line([cells.get(name) if name else None for name in self.columns])

    def insert(self, at: int, *lines: Line) -> None:
        """Insert lines before a zero-based row."""
        self.lines[at:at] = lines

    def below(self, line: Line, *lines: Line) -> None:
        """Insert lines right below another."""
        self.insert(self.at(line) + 1, *lines)

    def above(self, line: Line, *lines: Line) -> None:
        """Insert lines right above another."""
        self.insert(self.at(line), *lines)

    def text(self, *cells: Cell) -> Line:
        """Return a new line of words that starts in the first column."""
        return Line([*cells, *[None] * (len(self.columns) - len(cells))])

    def insert_column(self, at: int, caption: Cell, cell: Callable[[Line], Cell]) -> None:
        """Insert a column without a field: its caption, and a cell for every line below."""
        self.columns.insert(at, "")
        self.keys.insert(at, "")
        top = self.at(self.header) if self.header in self.lines else -1
        for index, line in enumerate(self.lines):
            new = caption if line is self.header else cell(line) if index > top else None
            line.cells.insert(at, new)
            if line.columns:
                line.columns.insert(at, "")

    def delete_column(self, name: str) -> None:
        """Delete a column with everything in it; what stood there means nothing any more."""
        at = self.column(name)
        del self.columns[at], self.keys[at]
        for line in self.lines:
            del line.cells[at]
            if line.columns:
                # In a block of its own, another field stood in this column.
                line.meaning = {**line.meaning, line.columns.pop(at): None}
        self.forgotten.add(name)

    def give_metadata(self) -> None:
        """Give every column that can still be known its developer metadata."""
        self.keys = ["" if name in self.forgotten else name for name in self.columns]

    def take_metadata(self) -> None:
        """Take the developer metadata of every column away."""
        self.keys = [""] * len(self.columns)

    def move_column(self, name: str, to: int) -> None:
        """Move a column; its developer metadata goes along."""
        at = self.column(name)
        for words in (self.columns, self.keys):
            words.insert(to, words.pop(at))
        for line in self.lines:
            line.cells.insert(to, line.cells.pop(at))

    def write_out(self) -> None:
        """Type what ditto marks stand for, as everybody has to before rows change places."""
        for name in self.columns:
            above: Cell = None
            for line in self.rows if name else ():
                if _is_ditto(self.cell(line, name)):
                    self.type(line, name, above)
                above = self.cell(line, name)

    def copy(self) -> Sheet:
        """Return a copy that can be edited by itself."""
        lines = {line: line.copy() for line in {*self.lines, self.header}}
        return replace(
            self,
            columns=[*self.columns],
            keys=[*self.keys],
            header=lines[self.header],
            lines=[lines[each] for each in self.lines],
            joined=[(lines[each], height, first, end) for each, height, first, end in self.joined],
            forgotten={*self.forgotten},
        )

    def tab(self) -> Tab:
        """Return the sheet as the robot reads it."""
        return Tab(
            sheet_id=self.sheet_id,
            title=self.title,
            index=self.index,
            rows=tuple(_ragged(line.cells) for line in self.lines),
            key=self.key,
            column_keys={at: key for at, key in enumerate(self.keys) if key},
            formulas=self._formulas(),
            row_count=len(self.lines),
            column_count=max((len(line.cells) for line in self.lines), default=0),
            merges=tuple(
                Merge(self.at(line), self.at(line) + height, first, end)
                for line, height, first, end in self.joined
                if line in self.lines
            ),
            hidden_rows=frozenset(at for at, line in enumerate(self.lines) if line.hidden),
        )

    def _formulas(self) -> Mapping[tuple[int, int], str]:
        names = {each.name for each in self.table.fields if each.filled_by is FilledBy.FORMULA}
        return {
            (at, column): "=IFERROR(…)"
            for at, line in enumerate(self.lines)
            if line.formulas
            for column, name in enumerate(self.columns)
            if name in names
        }


@dataclass(eq=False)
class Draft:
    """The workbook of one unit. `gone` are the sheets that somebody deleted.

    `secrets` are words that nobody may read in a finding. `others` are the clean workbooks of all
    units, by code.
    """

    unit: str
    gso_code: str
    sheets: dict[str, Sheet]
    extra: list[Tab] = field(default_factory=list)
    gone: list[Sheet] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    others: Mapping[str, Draft] = field(default_factory=dict)

    def __getitem__(self, table: str) -> Sheet:
        return self.sheets[table]

    def copy(self, others: Mapping[str, Draft]) -> Draft:
        """Return a copy that can be edited by itself."""
        sheets = {name: sheet.copy() for name, sheet in self.sheets.items()}
        return replace(self, sheets=sheets, extra=[], gone=[], secrets=[], others=others)

    def workbook(self) -> Workbook:
        """Return the workbook as the robot reads it."""
        tabs = [*(sheet.tab() for sheet in self.sheets.values()), *self.extra]
        return Workbook(f"book-{self.unit}", self.unit, tuple(tabs), READ_AT)


def _is_ditto(cell: Cell) -> bool:
    return cell in ('"', '-"-', "nt") or (isinstance(cell, str) and cell.startswith("nt "))


def _ragged(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    end = max((at + 1 for at, cell in enumerate(cells) if cell is not None), default=0)
    return tuple(cells[:end])
