"""Ids and references to rows of other tabs, by id."""

from __future__ import annotations

import re

from functions.domain.workbook import Cell
from functions.tables.converters.base import Context, Converted, accept, refuse
from functions.tables.converters.texts import as_text
from functions.tables.rows import is_empty

_SEPARATORS = re.compile(r"[\s;,/+]+")
_NUMBER = re.compile(r"([A-ZĐ]+)[-\s_]*([0-9A-Z]+)[-\s_]*(\d+)")


def convert_ref(cell: Cell, context: Context) -> Converted:
    """Read the id of a row elsewhere; of a column that takes several, a tuple of ids.

    Whether the rows exist is checked once every workbook has been read.
    """
    text = as_text(cell)
    ids = tuple(
        dict.fromkeys(_tidy(part) for part in _SEPARATORS.split(text) if not is_empty(part))
    )
    if not ids:
        return accept(None)
    if context.field.many:
        return accept(ids)
    return accept(ids[0]) if len(ids) == 1 else refuse("multiple_values")


def _tidy(text: str) -> str:
    match = _NUMBER.fullmatch(text.upper())
    return "-".join(match.groups()) if match else text.upper()
