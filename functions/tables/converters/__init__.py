"""One converter for each kind of column: from a raw cell to a value, remarks or an error.

A converter is a pure function. It repairs silently only where nothing is guessed, remarks where one
reading was assumed, and refuses where two exist. To add a kind, write a converter and list it here.
"""

from __future__ import annotations

from collections.abc import Mapping

from functions.domain.workbook import Cell, CellError
from functions.tables.converters.base import (
    MAXIMUM_TEXT,
    MAXIMUM_VALUE,
    Context,
    Converted,
    Converter,
    accept,
    refuse,
)
from functions.tables.converters.choices import convert_bool, convert_choice
from functions.tables.converters.dates import convert_date, convert_date_range
from functions.tables.converters.numbers import convert_birth_year, convert_int, convert_number
from functions.tables.converters.phones import convert_phone
from functions.tables.converters.places import (
    convert_commune,
    convert_unit,
    convert_unit_or_province,
)
from functions.tables.converters.references import convert_ref
from functions.tables.converters.texts import (
    as_text,
    convert_email,
    convert_person,
    convert_text,
    convert_url,
    too_long,
)
from functions.tables.rows import is_empty
from functions.tables.words import plain

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
_DITTO = frozenset({"nt", "nhu tren"})
_DITTO_MARKS = frozenset({'"', "''", "″", "”", "“"})
_ERRORS = ("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#ERROR!")


def convert(cell: Cell, context: Context) -> Converted:
    """Return what `cell` means in the column of `context`."""
    if isinstance(cell, CellError) or (isinstance(cell, str) and cell.strip() in _ERRORS):
        return refuse("sheet_error")
    if is_empty(cell):
        return refuse("missing") if context.field.required else accept(None)
    if is_ditto(cell):
        return accept(context.previous) if context.previous is not None else refuse("no_previous")
    maximum = MAXIMUM_TEXT if context.field.kind in _LONG_KINDS else MAXIMUM_VALUE
    if isinstance(cell, str) and (refused := too_long(cell, maximum)):
        return refused
    converted = CONVERTERS[context.field.kind](cell, context)
    if converted.value is None and not converted.remarks and context.field.required:
        return refuse("missing")
    return converted


def is_ditto(cell: Cell) -> bool:
    """Say whether a cell says «the same as above»."""
    if not isinstance(cell, str):
        return False
    if len(cell) > MAXIMUM_VALUE:
        return False
    text = as_text(cell)
    return text in _DITTO_MARKS or plain(text) in _DITTO
