"""Cells converted once: most cells of a campaign say what another cell has said before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from functions.domain.records import Window
from functions.domain.workbook import Cell
from functions.tables.converters import convert, is_ditto
from functions.tables.converters.base import Context, Converted
from sheets_schema.model import Field, FilledBy, Schema, Table

# Kinds whose meaning depends on whose workbook the cell stands in.
_OF_A_UNIT = frozenset({"commune", "ref"})
_NOT_CONVERTED = frozenset({"id", "any"})
_LONGEST_REMEMBERED = 200

_Known = dict[tuple[type, Cell], Converted | None]


class Column:
    """One column of one tab: what its cells mean."""

    def __init__(self, context: Context, known: _Known) -> None:
        self.field = context.field
        self._context = context
        self._known = known

    def read(self, cell: Cell, above: object) -> Converted:
        """Return what `cell` means below a cell that meant `above`; ditto marks are not kept."""
        key = (cell.__class__, cell)
        try:
            read = self._known[key]
        except KeyError:
            read = None if is_ditto(cell) else convert(cell, self._context)
            if not isinstance(cell, str) or len(cell) <= _LONGEST_REMEMBERED:
                self._known[key] = read
        return convert(cell, replace(self._context, previous=above)) if read is None else read


class Conversions:
    """The columns of all tabs during one campaign; lives as long as one reading of it."""

    def __init__(self, schema: Schema, campaign: Window) -> None:
        self.schema = schema
        self.campaign = campaign
        self._known: dict[tuple[Field, str], _Known] = {}

    def columns(self, table: Table, owner: str, unit: str) -> Iterator[Column]:
        """Yield the columns of `table` that people fill, in the workbook of `owner`.

        `unit` is the administrative code of the owner, empty where it has none.
        """
        for field in table.fields:
            if field.filled_by is FilledBy.PEOPLE and field.kind not in _NOT_CONVERTED:
                key = (field, f"{owner} {unit}" if field.kind in _OF_A_UNIT else "")
                context = Context(self.schema, field, self.campaign, unit, owner=owner)
                yield Column(context, self._known.setdefault(key, {}))
