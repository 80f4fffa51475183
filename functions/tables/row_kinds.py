"""What one row is taken for, judged by its cells alone.

Nothing is lost: what is not surely part of a form's layout is data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from functions.domain.workbook import Cell
from functions.tables.row_rules import (
    reads_as_note,
    reads_as_section,
    reads_as_signature,
    reads_as_subtotal,
    reads_as_title,
    take_apart,
)
from functions.tables.row_words.headers import IsLabel, names_columns, numbers_columns
from functions.tables.row_words.line import Counter, counter_of
from functions.tables.words import clean

_DASHES_AND_DOTS = "-‐‑‒–—―−─_.…· "
_DRAWN = re.compile(r"[\s*=~_.…·•─-]+")


class RowKind(StrEnum):
    """What a row was taken for. Only data rows are converted; every other one is left alone."""

    DATA = "data"
    BLANK = "blank"
    EXAMPLE = "example"
    HEADER = "header"
    SUBTOTAL = "subtotal"
    SECTION = "section"
    TITLE = "title"
    NOTE = "note"
    SIGNATURE = "signature"
    NOTHING = "nothing"
    """The unit declares that it has none: an answer, but no data."""


def is_empty(cell: Cell) -> bool:
    """Say whether a cell says nothing: empty, spaces, a dash or the dots of a paper form."""
    if cell is None:
        return True
    # Nearly every cell begins with a letter or a figure, which is quickly seen.
    if not isinstance(cell, str) or cell[:1].isalnum():
        return False
    return not clean(cell).strip(_DASHES_AND_DOTS)


def filled_cells(cells: Sequence[Cell]) -> list[tuple[int, Cell]]:
    """Return the cells that say something, with their columns.

    A box that is not ticked says nothing, nor do the stars and lines that people draw.
    """
    return [(at, cell) for at, cell in enumerate(cells) if _says_something(cell)]


def kind_of_row(cells: Sequence[Cell], is_label: IsLabel) -> RowKind:
    """Say what a row is taken for: any kind but EXAMPLE and NOTHING.

    `cells` stand in their columns, the number of the row, if there is one, in the first. Case,
    spaces around and the form of Unicode make no difference.
    """
    filled = filled_cells(cells)
    if not filled or (len(filled) == 1 and filled[0][0] == 0 and is_row_number(filled[0][1])):
        return RowKind.BLANK
    if is_header(filled, is_label):
        return RowKind.HEADER
    row = take_apart(filled, full=len(filled) == len(cells))
    if not row.texts:
        return RowKind.DATA
    return next((kind for kind, holds in _RULES if holds(row)), RowKind.DATA)


def is_header(filled: Sequence[tuple[int, Cell]], is_label: IsLabel) -> bool:
    """Say whether filled cells, given with their columns, only name or number the columns."""
    return numbers_columns([cell for _, cell in filled]) or names_columns(filled, is_label)


def is_row_number(cell: Cell) -> bool:
    """Say whether a cell holds nothing but the number of its row: `5`, `5.`, `(5)`."""
    return counter_of(cell) is Counter.NUMBER


def _says_something(cell: Cell) -> bool:
    if cell is None or cell is False:
        return False
    if not isinstance(cell, str) or cell[:1].isalnum():
        return True
    return not (is_empty(cell) or _is_drawn(cell))


def _is_drawn(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(_DRAWN.fullmatch(cell))


# The first that holds is the kind: «Cộng hòa xã hội …» is a title before it could be a sum.
_RULES = (
    (RowKind.NOTE, reads_as_note),
    (RowKind.TITLE, reads_as_title),
    (RowKind.SUBTOTAL, reads_as_subtotal),
    (RowKind.SIGNATURE, reads_as_signature),
    (RowKind.SECTION, reads_as_section),
)
