"""How any cell reads as text, and the column kinds `text` and `id`, which take it as it is."""

from __future__ import annotations

import re

from functions.domain.workbook import Cell, CellError
from functions.tables.converters.base import Context, Converted, accept, refuse, show_number
from functions.tables.words import clean

_LINES = re.compile(r"[\n\r\u2028]+")


def convert_text(cell: Cell, context: Context) -> Converted:
    """Read free text: spaces and Unicode form are repaired, the words stay as typed."""
    del context
    return accept(as_text(cell) or None)


def as_text(cell: Cell) -> str:
    """Return what a cell says as one clean line of text."""
    if isinstance(cell, str):
        return clean(cell)
    if cell is None or isinstance(cell, CellError):
        return ""
    if isinstance(cell, bool):
        return "x" if cell else ""
    return show_number(cell).replace(".", "") if float(cell).is_integer() else show_number(cell)


def lines_of(cell: Cell) -> str:
    """Return what a cell says, its lines kept apart by `;`."""
    if not isinstance(cell, str) or not _LINES.search(cell):
        return as_text(cell)
    return "; ".join(line for line in map(clean, _LINES.split(cell)) if line)


def too_long(text: str, maximum: int) -> Converted | None:
    """Return a refusal for a text of more than `maximum` characters."""
    if len(text) <= maximum:
        return None
    return refuse("too_long", length=show_number(len(text)), maximum=show_number(maximum))
