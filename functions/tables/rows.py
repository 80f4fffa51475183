"""Splits a located table into rows and says what each row was taken for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from functions.domain.workbook import Cell
from functions.tables.locate import Located, label_of
from functions.tables.words import clean
from sheets_schema.model import FilledBy

EXAMPLE_ID = "VD"
# After a lone «cộng» or «tổng» only figures or such words follow: «Cộng Hòa» is a place.
_SUBTOTAL = re.compile(
    r"(tổng cộng|tổng số|toàn (huyện|tỉnh|xã|thị xã|thành phố|đơn vị))\b.{0,20}"
    r"|(cộng|tổng)(\s*(\d|[^\w\s]).{0,20}|\s(số|các|chung|dồn|toàn|huyện|xã|tỉnh|khối)\b.{0,20})?"
)
_PLAIN_SUBTOTAL = re.compile(r"(tong cong|tong so)\b.{0,20}")
_DASHES_AND_DOTS = "-–—_.… "


class RowKind(StrEnum):
    """What a row was taken for. Only data rows are converted; every other one is left alone."""

    DATA = "data"
    BLANK = "blank"
    EXAMPLE = "example"
    HEADER = "header"
    SUBTOTAL = "subtotal"


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row. `index` counts from zero; `cells` holds what people typed, by field name."""

    index: int
    kind: RowKind
    row_id: str
    cells: Mapping[str, Cell]


def is_empty(cell: Cell) -> bool:
    """Say whether a cell says nothing: empty, spaces, a dash or the dots of a paper form."""
    if cell is None:
        return True
    if not isinstance(cell, str):
        return False
    return not clean(cell).strip(_DASHES_AND_DOTS)


def split_rows(located: Located) -> Iterator[RawRow]:
    """Yield every row below the header, in order, blank ones included."""
    id_field = located.table.id_field
    typed = {
        each.name: located.columns[each.name]
        for each in located.table.fields
        if each.filled_by is FilledBy.PEOPLE
        and each is not id_field
        and each.name in located.columns
    }
    id_column = located.columns.get(id_field.name) if id_field else None
    for index in range(located.first_row, len(located.tab.rows)):
        cells = {name: located.tab.cell(index, column) for name, column in typed.items()}
        row_id = _id_text(located.tab.cell(index, id_column)) if id_column is not None else ""
        yield RawRow(index, _kind(located, row_id, cells), row_id, cells)


def _id_text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return clean(cell) if isinstance(cell, str) else str(cell) if isinstance(cell, int) else ""


def _kind(located: Located, row_id: str, cells: Mapping[str, Cell]) -> RowKind:
    if row_id.upper() == EXAMPLE_ID:
        return RowKind.EXAMPLE
    filled = {name: cell for name, cell in cells.items() if not is_empty(cell)}
    # A subtotal may have been written over the id itself.
    if _is_subtotal(row_id):
        return RowKind.SUBTOTAL
    if not filled:
        id_field = located.table.id_field
        typed_id = row_id and id_field and id_field.filled_by is FilledBy.PEOPLE
        return RowKind.DATA if typed_id else RowKind.BLANK
    first = next(iter(filled.values()))
    if isinstance(first, str) and _is_subtotal(first) and not _complete(located, filled):
        return RowKind.SUBTOTAL
    return RowKind.HEADER if _is_header(located, filled) else RowKind.DATA


def _complete(located: Located, filled: Mapping[str, Cell]) -> bool:
    """Say whether every required cell is filled, which no subtotal bothers to do.

    «Toàn huyện» may also be somebody's answer to «where».
    """
    required = {
        each.name
        for each in located.table.fields
        if each.required and each.filled_by is FilledBy.PEOPLE and each.kind != "id"
    }
    return required <= filled.keys()


def _is_header(located: Located, filled: Mapping[str, Cell]) -> bool:
    """Say whether all cells but one, and two at least, are the labels of their own columns."""
    labels = others = 0
    for name, cell in filled.items():
        named = label_of(located.table, cell)
        if named and named.name == name:
            labels += 1
        else:
            others += 1
        if others > 1:
            return False
    return labels > 1


def _is_subtotal(text: str) -> bool:
    # «Cộng» adds up, «Công» is a name: the tone decides, unless nothing was typed with tones.
    words = clean(text).casefold()
    return bool(_SUBTOTAL.fullmatch(words) or _PLAIN_SUBTOTAL.fullmatch(words))
