"""What every converter takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from functions.domain.records import Window
from functions.domain.workbook import Cell
from sheets_schema.model import Field, Schema

MAXIMUM_TEXT = 5000
"""Characters that a cell may hold before it is no answer but a document."""

MAXIMUM_VALUE = 200
"""Characters that one value, such as a day, a number or a place, may take."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a cell cannot say about itself.

    `unit` is the administrative code of the unit whose workbook it is, empty for the province's.
    `owner` is that unit's own code, which stands in its ids.
    `campaign` gives the year to a date without one; `previous` is what the row above said.
    `any_year` is for the campaign's own dates, which no other date can be too far away from.
    """

    schema: Schema
    field: Field
    campaign: Window
    unit: str = ""
    previous: object = None
    any_year: bool = False
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A code of the catalogue of findings and the words that its sentences need."""

    code: str
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Converted:
    """What a cell means: a value (None when empty) with remarks, or nothing because of an error."""

    value: object = None
    remarks: tuple[Remark, ...] = ()


Converter = Callable[[Cell, Context], Converted]


def refuse(code: str, **data: str) -> Converted:
    """Return a reading without a value, for an error."""
    return Converted(None, (Remark(code, data),))


def accept(value: object, *remarks: Remark) -> Converted:
    """Return a reading with a value."""
    return Converted(value, remarks)


def show_date(day: date) -> str:
    """Write a day as people in Viet Nam do."""
    return f"{day:%d/%m/%Y}"


def show_number(number: float) -> str:
    """Write a number with a dot for thousands and a comma for decimals."""
    if float(number).is_integer():
        return f"{int(number):,}".replace(",", ".")
    text = f"{number:,.6f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))
