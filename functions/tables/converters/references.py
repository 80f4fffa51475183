"""The column kind `ref`: references to rows of other tabs, by id."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from functions.domain.workbook import Cell
from functions.tables.converters.base import Context, Converted, Remark, accept, refuse
from functions.tables.converters.texts import lines_of
from functions.tables.row_kinds import is_empty
from sheets_schema.model import Schema, Table

_SEPARATORS = re.compile(r"\s*[;,/+&\n]\s*|\s+và\s+", re.IGNORECASE)
_DASHES = re.compile(r"\s*[-–—_.\s]\s*")
_ID = re.compile(r"[A-ZĐ]+-[0-9A-Z]+-\d+")
_RANGE = re.compile(r"\d\s*(?:->|→|đến|tới|\.\.+)\s*\S*\d", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*\)+")


@dataclass(frozen=True, slots=True)
class _Id:
    """The id of a row; `assumed` says that only its number was typed."""

    text: str
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class _Forms:
    """How the ids of one table may be typed in the workbook of one unit."""

    table: Table
    unit: str
    any_unit: re.Pattern[str]
    own: re.Pattern[str]
    number: re.Pattern[str]


def convert_ref(cell: Cell, context: Context) -> Converted:
    """Read the id of a row elsewhere; of a column that takes several, a tuple of ids.

    Whether the rows exist is checked once every workbook has been read.
    """
    text = lines_of(cell)
    if _RANGE.search(text):
        return refuse("range_not_allowed")
    found: list[_Id] = []
    for part in _SEPARATORS.split(_BRACKETS.sub("", text)):
        if not is_empty(part):
            found += _ids(part, context.schema, context.field.refers_to, context.owner)
    ids = tuple(dict.fromkeys(each.text for each in found))
    if not ids:
        return accept(None)
    if len(ids) > 1 and not context.field.many:
        return refuse("multiple_values")
    short = [each.text for each in found if each.assumed]
    remarks = [Remark("assumed_id", {"read_as": "; ".join(short)})] if short else []
    return accept(ids if context.field.many else ids[0], *remarks)


@lru_cache(maxsize=16384)
def _ids(part: str, schema: Schema, names: tuple[str, ...], unit: str) -> tuple[_Id, ...]:
    """Return the ids in a part without separators, typed in the workbook of `unit`."""
    forms = _forms(schema, names, unit)
    if whole := _id(part, forms):
        return (whole,)
    several = tuple(found for word in part.split() if (found := _id(word, forms)))
    if len(several) == len(part.split()) > 1:
        return several
    # A name, or something else that the check of references has to refuse as a whole.
    return (_Id(part.upper()),)


def _id(text: str, forms: tuple[_Forms, ...]) -> _Id | None:
    tidy = _DASHES.sub("-", text.upper().strip(" ."))
    spelled = (_of_table(tidy, each, alone=len(forms) == 1) for each in forms)
    return next(filter(None, spelled), _Id(tidy) if _ID.fullmatch(tidy) else None)


def _of_table(text: str, forms: _Forms, *, alone: bool) -> _Id | None:
    """Spell an id of one table out: `TNV-705-1`, `TNV705001`, or only the number of the row."""
    if match := forms.any_unit.fullmatch(text):
        return _Id(forms.table.row_id(match[1], int(match[2])))
    if not forms.unit:
        return None
    if match := forms.own.fullmatch(text):
        return _Id(forms.table.row_id(forms.unit, int(match[1])))
    match = forms.number.fullmatch(text) if alone else None
    return _Id(forms.table.row_id(forms.unit, int(match[1])), assumed=True) if match else None


@lru_cache(maxsize=4096)
def _forms(schema: Schema, names: tuple[str, ...], unit: str) -> tuple[_Forms, ...]:
    """Return the forms of ids of the tables `names` in the workbook of `unit`."""
    return tuple(
        _Forms(
            each,
            unit,
            re.compile(rf"{each.prefix}-?([0-9A-ZĐ]+)-(\d{{1,6}})"),
            re.compile(rf"(?:{each.prefix}-?)?{re.escape(unit)}-?(\d{{{each.digits}}})"),
            re.compile(rf"(?:{each.prefix}-?)?(\d{{1,{each.digits}}})"),
        )
        for each in schema.book("unit")
        if each.name in names and each.prefix
    )
