"""Reads one table of one workbook: rows split, cells converted, problems collected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from functions.domain.findings import Finding, Place
from functions.domain.records import Window
from functions.domain.serials import from_serial, is_serial
from functions.domain.workbook import Cell, CellError, Workbook
from functions.tables.converters import convert, is_ditto
from functions.tables.converters.base import Context, Remark, show_date, show_number
from functions.tables.converters.texts import as_text
from functions.tables.locate import Located, locate
from functions.tables.rows import RawRow, RowKind, is_empty, split_rows
from sheets_schema.model import Field, FilledBy, Schema, Table

SHOWN_CHARACTERS = 80
_DATE_KINDS = ("date", "date_range")
_MOST_DIGITS = 6


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

    `new_ids` are the ids that rows without one get, by zero-based row. `located` is None when the
    tab could not be read; then there are no rows.
    """

    source: Source
    table: Table
    located: Located | None
    rows: tuple[TypedRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    new_ids: Mapping[int, str] = field(default_factory=dict)


def read_table(
    source: Source, workbook: Workbook, table: Table, schema: Schema, campaign: Window
) -> TableReading:
    """Read `table` of `workbook`; `campaign` gives the year to dates that leave it out."""
    located, findings = locate(source.unit, workbook, table)
    if located is None:
        return TableReading(source, table, None, (), tuple(findings))
    raw_rows = list(split_rows(located))
    new_ids = _new_ids(source, table, raw_rows)
    reader = _RowReader(source, located, schema, campaign)
    rows = []
    for raw in raw_rows:
        if raw.kind is RowKind.DATA:
            row_id = raw.row_id or new_ids.get(raw.index, "")
            reader.check_id(raw)
            rows.append(TypedRow(raw.index, row_id, reader.convert_row(raw, row_id)))
        elif raw.kind is RowKind.SUBTOTAL:
            reader.remark_on_row("subtotal_row", raw)
    return TableReading(source, table, located, tuple(rows), (*findings, *reader.findings), new_ids)


class _RowReader:
    """Converts rows one after another; a ditto mark needs to know the row above."""

    def __init__(self, source: Source, located: Located, schema: Schema, campaign: Window) -> None:
        self.findings: list[Finding] = []
        self._source = source
        self._located = located
        self._previous: dict[str, object] = {}
        self._fields = [
            (each, Context(schema, each, campaign, source.gso_code))
            for each in located.table.fields
            if each.filled_by is FilledBy.PEOPLE and each.kind not in ("id", "any")
        ]

    def convert_row(self, raw: RawRow, row_id: str) -> dict[str, object]:
        values: dict[str, object] = {}
        for each, context in self._fields:
            cell = raw.cells.get(each.name)
            if is_ditto(cell):
                read = convert(cell, replace(context, previous=self._previous.get(each.name)))
            else:
                read = convert(cell, context)
            values[each.name] = read.value
            for remark in read.remarks:
                self._remark_on_cell(remark, raw, row_id, each)
        self._previous = values
        return values

    def check_id(self, raw: RawRow) -> None:
        """Ask for the id of a row where people give the ids themselves."""
        column = self._located.table.id_field
        if column and column.filled_by is FilledBy.PEOPLE and not raw.row_id:
            self._remark_on_cell(Remark("missing"), raw, "", column)

    def remark_on_row(self, code: str, raw: RawRow) -> None:
        """Say something about a row as a whole, at its first cell that is not empty."""
        tab = self._located.tab
        cells = tab.rows[raw.index]
        at = next((index for index, cell in enumerate(cells) if not is_empty(cell)), 0)
        place = Place(
            self._source.unit, self._located.table.name, "", "", tab.sheet_id, raw.index, at
        )
        self.findings.append(Finding(code, place, show_cell(tab.cell(raw.index, at))))

    def _remark_on_cell(self, remark: Remark, raw: RawRow, row_id: str, column: Field) -> None:
        place = Place(
            self._source.unit,
            self._located.table.name,
            row_id,
            column.name,
            self._located.tab.sheet_id,
            raw.index,
            self._located.columns.get(column.name),
        )
        shown = show_cell(raw.cells.get(column.name), column.kind)
        words = {"column": column.title, "example": column.example, **remark.data}
        self.findings.append(Finding(remark.code, place, shown, words))


def show_cell(cell: Cell, kind: str = "text") -> str:
    """Return a cell as people see it in the sheet, shortened."""
    if isinstance(cell, CellError):
        return cell.code
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if kind in _DATE_KINDS and is_serial(cell):
            return show_date(from_serial(cell))
        ungrouped = kind in ("phone", "birth_year") and float(cell).is_integer()
        text = str(int(cell)) if ungrouped else show_number(cell)
    else:
        text = as_text(cell)
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"


def row_number(row_id: str) -> int | None:
    """Return the number at the end of a row id, None when it has none.

    What has more than six digits is no number of a row but, for one, a phone number.
    """
    digits = row_id.rpartition("-")[2]
    return int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else None


def _new_ids(source: Source, table: Table, rows: Iterable[RawRow]) -> dict[int, str]:
    """Number the data rows that have no id, above every number in use so that none is re-used."""
    if not table.prefix:
        return {}
    rows = list(rows)
    highest = max((row_number(row.row_id) or 0 for row in rows), default=0)
    numbers = count(highest + 1)
    return {
        row.index: table.row_id(source.unit, next(numbers))
        for row in rows
        if row.kind is RowKind.DATA and not row.row_id
    }
