"""Free text, links and addresses."""

from __future__ import annotations

import re

from functions.domain.workbook import Cell, CellError
from functions.tables.converters.base import (
    Context,
    Converted,
    Remark,
    accept,
    refuse,
    show_number,
)
from functions.tables.words import clean

_EMAIL = re.compile(r"[^@\s,;:<>()]+@[^@\s,;:<>()]+\.[^@\s,;:<>().]+")
_PHONE_TAIL = re.compile(r"(\s*[-–:(]?\s*(\(?\+?84|0)[\d .]{8,}\)?)+$")
_BEFORE_NAME = re.compile(
    r"^(\d+\s*[.)]\s*|(đ/c|đc|đồng chí|ông|bà|anh|chị|em|bạn|thầy|cô)\.?\s+)+", re.IGNORECASE
)
_SEVERAL = re.compile(r"[,;/+\n&]| và ")


def convert_text(cell: Cell, context: Context) -> Converted:
    """Read free text: spaces and Unicode form are repaired, the words stay as typed."""
    del context
    return accept(as_text(cell) or None)


def convert_person(cell: Cell, context: Context) -> Converted:
    """Read one person's name, in capitals where names have them."""
    del context
    raw = as_text(cell)
    text = _BEFORE_NAME.sub("", raw)
    name = _PHONE_TAIL.sub("", text)
    if _SEVERAL.search(name) and len(_SEVERAL.split(name)) > 1:
        return refuse("multiple_values")
    name = " ".join(word.capitalize() for word in name.split())
    if not name:
        return accept(None)
    if name.casefold() != text.casefold():
        return accept(name, Remark("extra_text", {"read_as": name}))
    return accept(name)


def convert_email(cell: Cell, context: Context) -> Converted:
    """Read one e-mail address, in lower case."""
    del context
    text = as_text(cell).lower().removeprefix("mailto:")
    if not text:
        return accept(None)
    return accept(text) if _EMAIL.fullmatch(text) else refuse("bad_email")


def convert_url(cell: Cell, context: Context) -> Converted:
    """Read one link; only https is taken."""
    del context
    text = as_text(cell)
    if not text:
        return accept(None)
    return accept(text) if re.fullmatch(r"https://[^\s/]+\.\S+", text) else refuse("bad_url")


def as_text(cell: Cell) -> str:
    """Return what a cell says as one clean line of text."""
    if cell is None or isinstance(cell, CellError):
        return ""
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, int | float):
        return show_number(cell).replace(".", "") if float(cell).is_integer() else show_number(cell)
    return clean(cell)


def too_long(text: str, maximum: int) -> Converted | None:
    """Return a refusal for a text of more than `maximum` characters."""
    if len(text) <= maximum:
        return None
    return refuse("too_long", length=show_number(len(text)), maximum=show_number(maximum))
