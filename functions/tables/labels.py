"""What the label of a column means, in one tab or in any of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

from functions.domain.workbook import Cell
from functions.tables.label_index import LabelIndex, find_label, index_labels
from functions.tables.words import plain
from sheets_schema.model import BOOKS, Field, Schema, Table, TableKind

_NEAR = 80
"""How alike two labels are, of 100, before one is offered for the other."""


def label_of(table: Table, text: Cell) -> Field | None:
    """Return the column of `table` that a header cell names, or None."""
    return _label_of(table, text) if isinstance(text, str) else None


def common_of(schema: Schema, text: Cell) -> Field | None:
    """Return the column that people add to any tab by habit that a header cell names, or None."""
    return _common_of(schema, text) if isinstance(text, str) else None


def key_of_header(schema: Schema, text: str) -> str | None:
    """Return the name of the column that a header cell names in any tab, or None.

    Where tabs mean different columns by one label, the plain name is returned (`phone`, not
    `contact_phone`), else that of a required column, else that of the first tab.
    """
    found = find_label(_everywhere(schema), text)
    return found.name if found else None


def nearest_title(fields: Iterable[Field], text: str) -> str | None:
    """Return the title of the column of `fields` that a label is nearly the same as, or None."""
    names = [(plain(name), each.title) for each in fields for name in (each.title, *each.aliases)]
    near = process.extractOne(plain(text), [name for name, _ in names], scorer=fuzz.ratio)
    return names[near[2]][1] if near and near[1] >= _NEAR else None


@lru_cache(maxsize=65536)
def _label_of(table: Table, text: str) -> Field | None:
    return find_label(_of_table(table), text)


@lru_cache(maxsize=8192)
def _common_of(schema: Schema, text: str) -> Field | None:
    return find_label(_of_common(schema), text)


@lru_cache(maxsize=64)
def _of_table(table: Table) -> LabelIndex:
    return index_labels(table.fields)


@lru_cache(maxsize=8)
def _of_common(schema: Schema) -> LabelIndex:
    return index_labels(schema.common)


@lru_cache(maxsize=8)
def _everywhere(schema: Schema) -> LabelIndex:
    own = [
        each
        for book in BOOKS
        for table in schema.book(book)
        if table.kind is TableKind.INPUT
        for each in table.fields
    ]
    names = {each.name for each in own}

    def preference(each: Field) -> tuple[bool, bool]:
        qualified = any(each.name.endswith(f"_{name}") for name in names)
        return qualified, not each.required

    return index_labels(sorted((*own, *schema.common), key=preference))
