"""Reads one table of one workbook: rows split, cells converted, problems collected."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from functions.domain.findings import Finding, Place
from functions.domain.serials import from_serial, is_serial
from functions.domain.workbook import Cell, CellError, Workbook
from functions.tables.conversions import Conversions
from functions.tables.converters.base import Remark, show_date, show_number
from functions.tables.converters.texts import as_text
from functions.tables.locate import Located, locate
from functions.tables.row_ids import new_ids_of, row_number
from functions.tables.row_kinds import RowKind
from functions.tables.rows import RawRow, split_rows
from sheets_schema.model import Field, FilledBy, Table

SHOWN_CHARACTERS = 80
LEFT_OUT = frozenset({RowKind.SECTION, RowKind.TITLE, RowKind.NOTE, RowKind.SIGNATURE})
"""Kinds of rows that hold something, are no data, and are said to be so one by one."""

_CARD = re.compile(r"(?<!\d)0\d{2}[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{3}(?!\d)")
_DATE_KINDS = ("date", "date_range")


@dataclass(frozen=True, slots=True)
class Source:
    """Whose workbook is read: `unit` is its code in ids, `gso_code` its administrative code."""

    unit: str
    gso_code: str = ""


@dataclass(frozen=True, slots=True)
class TypedRow:
    """One data row. `typed` holds what every column means, None where nothing was typed."""

    index: int
    row_id: str
    typed: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class TableReading:
    """One table of one workbook as it was understood.

    `new_ids` are the ids that rows without one get, by zero-based row. `kinds` says what each row
    below the header was taken for, by zero-based row, blank rows left out. `declared_none` is the
    row in which the unit says that it has nothing to enter. `located` is None when the tab could
    not be read; then there are no rows.
    """

    source: Source
    table: Table
    located: Located | None
    rows: tuple[TypedRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    new_ids: Mapping[int, str] = field(default_factory=dict)
    kinds: Mapping[int, RowKind] = field(default_factory=dict)
    declared_none: int | None = None


def read_table(
    source: Source, workbook: Workbook, table: Table, conversions: Conversions
) -> TableReading:
    """Read `table` of `workbook`; `conversions` may be shared by all tables of a campaign."""
    located, findings = locate(source.unit, workbook, table, conversions.schema)
    if located is None:
        return TableReading(source, table, None, (), tuple(findings))
    raw_rows = list(split_rows(located))
    new_ids = new_ids_of(table, source.unit, raw_rows, located.tab.highest)
    reader = _RowReader(source, located, conversions)
    rows = []
    for raw in raw_rows:
        if raw.kind is RowKind.DATA:
            row_id = raw.row_id or new_ids.get(raw.index, "")
            reader.check_id(raw)
            rows.append(TypedRow(raw.index, row_id, reader.convert_row(raw, row_id)))
        elif raw.kind is RowKind.SUBTOTAL:
            reader.remark_on_row("subtotal_row", raw)
        elif raw.kind in LEFT_OUT:
            reader.remark_on_row("row_left_out", raw)
    return TableReading(
        source,
        table,
        located,
        tuple(rows),
        (*findings, *reader.findings),
        new_ids,
        kinds={raw.index: raw.kind for raw in raw_rows if raw.kind is not RowKind.BLANK},
        declared_none=next((raw.index for raw in raw_rows if raw.kind is RowKind.NOTHING), None),
    )


class _RowReader:
    """Converts rows one after another; a ditto mark needs to know the row above."""

    def __init__(self, source: Source, located: Located, conversions: Conversions) -> None:
        self.findings: list[Finding] = []
        self._source = source
        self._located = located
        self._schema = conversions.schema
        self._previous: dict[str, object] = {}
        self._columns = tuple(conversions.columns(located.table, source.unit, source.gso_code))

    def convert_row(self, raw: RawRow, row_id: str) -> dict[str, object]:
        values: dict[str, object] = {}
        for column in self._columns:
            name = column.field.name
            read = column.read(raw.cells.get(name), self._previous.get(name))
            values[name] = read.value
            for remark in read.remarks:
                self._remark_on_cell(remark, raw, row_id, column.field)
        self._previous = values
        return values

    def check_id(self, raw: RawRow) -> None:
        """Ask for the id of a row where people give the ids themselves."""
        column = self._located.table.id_field
        if column and column.filled_by is FilledBy.PEOPLE and not raw.row_id:
            self._remark_on_cell(Remark("missing"), raw, "", column)

    def remark_on_row(self, code: str, raw: RawRow) -> None:
        """Say what a row as a whole was taken for, at the words that say so."""
        tab = self._located.tab
        row_id = raw.row_id if row_number(raw.row_id) is not None else ""
        place = Place(
            self._source.unit,
            self._located.table.name,
            row_id,
            sheet_id=tab.sheet_id,
            row=raw.index,
            column=raw.lead,
        )
        data = {"kind": self._schema.text(f"row_kinds.{raw.kind}")}
        self.findings.append(Finding(code, place, show_cell(tab.cell(raw.index, raw.lead)), data))

    def _remark_on_cell(self, remark: Remark, raw: RawRow, row_id: str, column: Field) -> None:
        place = Place(
            self._source.unit,
            self._located.table.name,
            row_id,
            column.name,
            self._located.tab.sheet_id,
            raw.index,
            self._located.columns_at(raw.index).get(column.name),
        )
        shown = show_cell(raw.cells.get(column.name), column.kind)
        words = {"column": column.title, "example": column.example, **remark.data}
        self.findings.append(Finding(remark.code, place, shown, words))


def show_cell(cell: Cell, kind: str = "text") -> str:
    """Return a cell as people see it in the sheet, shortened, without the numbers of cards."""
    if isinstance(cell, CellError):
        return cell.code
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if kind in _DATE_KINDS and is_serial(cell):
            return show_date(from_serial(cell))
        ungrouped = kind in ("phone", "birth_year") and float(cell).is_integer()
        text = str(int(cell)) if ungrouped else show_number(cell)
    else:
        text = as_text(cell)
    # An identity card has no business in a sheet, and none in a list of what to mend.
    text = _CARD.sub(lambda card: f"{card[0][:3]}…", text)
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"
