"""One converter for each kind of column: from a raw cell to a value, remarks or an error.

A converter is a pure function. It repairs silently only where nothing is guessed, remarks where one
reading was assumed, and refuses where two exist. To add a kind, write a converter and list it here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from functions.domain.workbook import Cell, CellError
from functions.tables.converters.addresses import convert_email, convert_url
from functions.tables.converters.answers import convert_bool
from functions.tables.converters.base import (
    MAXIMUM_TEXT,
    MAXIMUM_VALUE,
    Context,
    Converted,
    Converter,
    Remark,
    accept,
    refuse,
)
from functions.tables.converters.birth_years import convert_birth_year
from functions.tables.converters.choices import convert_choice
from functions.tables.converters.dates import convert_date, convert_date_range
from functions.tables.converters.ditto import ditto_extra
from functions.tables.converters.numbers import convert_int, convert_number, convert_percent
from functions.tables.converters.persons import convert_person
from functions.tables.converters.phones import convert_phone
from functions.tables.converters.places import (
    convert_commune,
    convert_unit,
    convert_unit_or_province,
)
from functions.tables.converters.references import convert_ref
from functions.tables.converters.texts import convert_text, too_long
from functions.tables.encodings import Repaired, possible, repair
from functions.tables.rows import is_empty

CONVERTERS: Mapping[str, Converter] = {
    "birth_year": convert_birth_year,
    "bool": convert_bool,
    "choice": convert_choice,
    "commune": convert_commune,
    "date": convert_date,
    "date_range": convert_date_range,
    "email": convert_email,
    "id": convert_text,
    "int": convert_int,
    "number": convert_number,
    "percent": convert_percent,
    "person": convert_person,
    "phone": convert_phone,
    "ref": convert_ref,
    "text": convert_text,
    "unit": convert_unit,
    "unit_or_province": convert_unit_or_province,
    "url": convert_url,
}

# Free text, and what may hold several values.
_LONG_KINDS = frozenset({"choice", "id", "person", "ref", "text", "url"})
# Kinds that take almost any text, so that a broken encoding has to be mended before.
_MENDED_FIRST = frozenset({"id", "person", "ref", "text", "url"})
# Kinds whose values are all known, so that a word may be looked for in every old font.
_CLOSED = frozenset({"bool", "choice", "commune", "unit", "unit_or_province"})
_ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#ERROR!"})

_remembered = lru_cache(maxsize=16384)(repair)


def convert(cell: Cell, context: Context) -> Converted:
    """Return what `cell` means in the column of `context`."""
    if isinstance(cell, CellError) or (isinstance(cell, str) and cell.strip() in _ERRORS):
        return refuse("sheet_error")
    if is_empty(cell):
        return refuse("missing") if context.field.required else accept(None)
    converted = _text(cell, context) if isinstance(cell, str) else _typed(cell, context)
    if converted.value is None and not converted.remarks and context.field.required:
        return refuse("missing")
    return converted


def is_ditto(cell: Cell) -> bool:
    """Say whether a cell says «the same as above»."""
    return isinstance(cell, str) and ditto_extra(cell) is not None


def _typed(cell: Cell, context: Context) -> Converted:
    return CONVERTERS[context.field.kind](cell, context)


def _text(text: str, context: Context) -> Converted:
    if (extra := ditto_extra(text)) is not None:
        return _as_above(extra, context)
    maximum = MAXIMUM_TEXT if context.field.kind in _LONG_KINDS else MAXIMUM_VALUE
    return too_long(text, maximum) or _mended(text, context)


def _as_above(extra: str, context: Context) -> Converted:
    if context.previous is None:
        return refuse("no_previous")
    if not extra:
        return accept(context.previous)
    above = context.schema.text("common.as_above")
    return accept(context.previous, Remark("extra_text", {"read_as": above}))


def _mended(text: str, context: Context) -> Converted:
    """Convert a text; of one in a broken encoding say so, whatever else is said."""
    mended = _remembered(text) if len(text) <= MAXIMUM_VALUE else repair(text)
    if not mended.code:
        read = _typed(text, context)
        closed = context.field.kind in _CLOSED
        return _in_old_font(text, context, read) if closed and read.value is None else read
    if context.field.kind not in _MENDED_FIRST:
        # What makes sense as it stands was not broken: `ü` is also a tick.
        as_typed = _typed(text, context)
        if as_typed.value is not None and not as_typed.remarks:
            return as_typed
    read = _typed(mended.text, context)
    return read if read.value is None else _with_remark(read, mended)


def _in_old_font(text: str, context: Context, refused: Converted) -> Converted:
    """Read a cell that only an old font makes one of the known values: `Cã` is `Có`."""
    for each in possible(text):
        read = _typed(each.text, context)
        if read.value is not None and not read.remarks:
            return _with_remark(read, each)
    return refused


def _with_remark(read: Converted, mended: Repaired) -> Converted:
    shown = mended.text if len(mended.text) <= MAXIMUM_VALUE else f"{mended.text[:MAXIMUM_VALUE]}…"
    return accept(read.value, Remark(mended.code, {"read_as": shown}), *read.remarks)
