"""Splits a located table into rows and says what each row was taken for."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from functions.domain.workbook import Cell
from functions.tables.locate import Located
from functions.tables.row_kinds import RowKind, is_empty, is_header
from functions.tables.row_views import RowViewer, View
from functions.tables.row_words.groups import names_places
from functions.tables.row_words.line import Counter, is_text, line_of
from functions.tables.row_words.nothing import declares_none, is_plain_none
from functions.tables.row_words.signatures import is_name
from sheets_schema.model import TableKind

__all__ = ["RawRow", "RowKind", "is_empty", "split_rows"]

EXAMPLE_ID = "VD"
_ROWS_OF_SIGNATURE = 8
_FREE_KINDS = ("text", "bool", "any")
_KINDS_OF_NAMES = ("text", "person")
_MOST_NAMES = 3
_KINDS_OF_DATES = ("date", "date_range")


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row. `index` counts from zero; `cells` holds what people typed, by field name.

    `lead` is the column of the first words of the row, else of its first filled cell, else zero.
    """

    index: int
    kind: RowKind
    row_id: str
    cells: Mapping[str, Cell]
    lead: int = 0


def split_rows(located: Located) -> Iterator[RawRow]:
    """Yield every row of every part of the table, in order, blank ones included."""
    for part in located.parts:
        viewer = RowViewer(located, part)
        signed, signers = 0, set[int]()
        for view in viewer.views():
            kind = _kind(viewer, view) if view.present else RowKind.BLANK
            if signed and _is_below_signature(viewer, view, kind, signers):
                kind = RowKind.SIGNATURE
            if kind is RowKind.SIGNATURE:
                signed = _ROWS_OF_SIGNATURE
                signers |= view.present.keys()
            else:
                signed = 0 if kind is RowKind.DATA else max(0, signed - 1)
            yield RawRow(view.index, kind, view.row_id, view.typed, _lead(view))


def _kind(viewer: RowViewer, view: View) -> RowKind:
    if view.row_id.upper() == EXAMPLE_ID:
        return RowKind.EXAMPLE
    if viewer.has_own_id(view) and _is_complete(viewer, view):
        return RowKind.DATA
    if is_header(list(view.present.items()), viewer.is_label):
        return RowKind.HEADER
    if viewer.is_laid_out or _is_complete(viewer, view):
        return RowKind.DATA if view.filled else RowKind.BLANK
    if _declares_none(viewer, view):
        return RowKind.NOTHING
    kind = viewer.kind(view)
    by_words = kind not in (RowKind.DATA, RowKind.BLANK, RowKind.SECTION)
    return kind if by_words else _kind_by_columns(viewer, view, kind)


def _is_complete(viewer: RowViewer, view: View) -> bool:
    """Say whether every required cell is filled, which no line of a form bothers to do.

    «Toàn huyện» may also be somebody's answer to «where».
    """
    return bool(viewer.required) and viewer.required <= view.filled


def _declares_none(viewer: RowViewer, view: View) -> bool:
    """Say whether a row holds nothing but the words that there is none.

    «Không có» alone may be an answer: to «hạn chế», or to a yes or no.
    """
    words = viewer.words(view)
    if viewer.table.kind is not TableKind.INPUT or len(words) != 1:
        return False
    ((column, cell),) = words
    if not isinstance(cell, str):
        return False
    answers = viewer.kinds.get(column) in _FREE_KINDS and column != min(
        viewer.kinds, default=column
    )
    return declares_none(cell) or (is_plain_none(cell) and not answers)


def _kind_by_columns(viewer: RowViewer, view: View, kind: RowKind) -> RowKind:
    """Judge a row whose words alone do not say that it is no data by where they stand."""
    if viewer.id_is_answer and view.row_id:
        return RowKind.DATA
    words = viewer.words(view)
    lines = [(column, cell) for column, cell in words if isinstance(cell, str) and is_text(cell)]
    if len(words) == len(lines) == 1:
        ((column, text),) = lines
        if kind is RowKind.SECTION and _could_be_answer(viewer.kinds.get(column, ""), text):
            return RowKind.DATA
        # Words over an id, or across joined cells, head the rows below.
        if viewer.is_merged(view) or column == viewer.id_column:
            return RowKind.SECTION
    if kind is RowKind.SECTION:
        return kind
    return RowKind.DATA if view.filled else RowKind.BLANK


def _could_be_answer(kind: str, text: str) -> bool:
    """Say whether what reads like the name of a group may be an answer of a kind.

    «A. Tuấn» is a person, «Đợt 1» and «Tháng 7» are somebody's dates.
    """
    line = line_of(text)
    if kind == "person":
        return line.counter is Counter.LETTER and not names_places(text)
    return kind in _KINDS_OF_DATES and not line.bullet and line.counter is Counter.NONE


def _is_below_signature(
    viewer: RowViewer, view: View, kind: RowKind, signers: Container[int]
) -> bool:
    """Say whether a row below a signature belongs to it: who signed, and who else gets it.

    Names stand in columns of names, or in those of `signers`, under the office of whoever signed.
    """
    words = viewer.words(view)
    if kind is RowKind.SECTION:
        return all(line_of(cell).bullet for _, cell in words if isinstance(cell, str))
    if kind is not RowKind.DATA or len(words) > _MOST_NAMES or _is_complete(viewer, view):
        return False
    return bool(words) and all(
        isinstance(cell, str)
        and is_name(cell)
        and (column in signers or viewer.kinds.get(column, "text") in _KINDS_OF_NAMES)
        for column, cell in words
    )


def _lead(view: View) -> int:
    texts = (at for at, cell in view.present.items() if is_text(cell))
    return next(texts, next(iter(view.present), 0))
