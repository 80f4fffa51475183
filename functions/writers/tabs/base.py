"""What the writer of a tab provides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from functions.domain.night import Night, Part
from functions.writers.values import Out
from sheets_schema.model import Book, Schema

INFO_ROWS = 1
"""Rows above the header of a robot's table: one sentence that says what the table shows."""

Row = Mapping[str, Out]


@dataclass(frozen=True, slots=True)
class Content:
    """A robot's table: the sentence above it and its rows by field name.

    `above` are cells beside the sentence, by field name; as the sentence, they are no news by
    themselves.
    """

    info: str
    rows: Sequence[Row]
    above: Row = field(default_factory=dict)


class TableWriter(Protocol):
    """A module in this folder that fills one table of one workbook."""

    TABLE: str
    PART: Part

    def content(self, schema: Schema, night: Night, unit: str) -> Content:
        """Return what the tab shows; `unit` is the workbook's unit code."""


def grid_of(schema: Schema, book: Book, name: str, content: Content) -> list[list[Out]]:
    """Return the whole tab as cells: the sentence, the header, the rows."""
    fields = schema.table(book, name).fields
    return [
        [content.info, *(content.above.get(each.name) for each in fields[1:])],
        [each.title for each in fields],
        *([row.get(each.name) for each in fields] for row in content.rows),
    ]
