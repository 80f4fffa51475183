"""Pieces, places and letters of texts."""

import re
import unicodedata
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from deploy.local.emulator.formulas.library.failing import fail
from deploy.local.emulator.formulas.registry import function

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site

UNCERTAIN: Final = (
    (
        "LEN, LEFT, MID, FIND and the like count UTF-16 units: a letter with combining marks counts"
        " once for the letter and once for each mark, an emoji counts twice."
    ),
    "PROPER takes every letter after something that is no letter as the start of a word.",
)
_UNIT = 2
_LAST_IN_ONE_UNIT = "\uffff"
_MOST_CODE = 0x10FFFF


def _cut(text: str, start: int, end: int | None = None) -> str:
    """Return part of a text, counted in UTF-16 units."""
    if text.isascii() or max(text) <= _LAST_IN_ONE_UNIT:
        return text[start:end]
    units = text.encode("utf-16-le", "surrogatepass")
    part = units[start * _UNIT : None if end is None else end * _UNIT]
    return part.decode("utf-16-le", "replace")


def _size(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // _UNIT


def _at_least(site: "Site", value: int, place: int, least: int) -> int:
    if value < least:
        fail(
            "VALUE" if least else "NUM",
            f"Function {site.name} parameter {place} value is {value}. "
            f"It should be greater than or equal to {least}.",
        )
    return value


@function("LEN", "t")
def _len(text: str) -> int:
    return _size(text)


@function("LEFT", "ti", least=1, bound=True)
def _left(site: "Site", text: str, count: int = 1) -> str:
    return _cut(text, 0, _at_least(site, count, 2, 0))


@function("RIGHT", "ti", least=1, bound=True)
def _right(site: "Site", text: str, count: int = 1) -> str:
    return _cut(text, max(_size(text) - _at_least(site, count, 2, 0), 0))


@function("MID", "tii", bound=True)
def _mid(site: "Site", text: str, start: int, count: int) -> str:
    first = _at_least(site, start, 2, 1) - 1
    return _cut(text, first, first + _at_least(site, count, 3, 0))


@function("REPLACE", "tiit", bound=True)
def _replace(site: "Site", text: str, start: int, count: int, new: str) -> str:
    first = _at_least(site, start, 2, 1) - 1
    return _cut(text, 0, first) + new + _cut(text, first + _at_least(site, count, 3, 0))


@function("UPPER", "t")
def _upper(text: str) -> str:
    return text.upper()


@function("LOWER", "t")
def _lower(text: str) -> str:
    return text.lower()


@function("PROPER", "t")
def _proper(text: str) -> str:
    result: list[str] = []
    inside = False
    for letter in text:
        mark = unicodedata.combining(letter) != 0
        result.append(letter if mark else letter.lower() if inside else letter.title())
        inside = letter.isalpha() or (mark and inside)
    return "".join(result)


@function("TRIM", "t")
def _trim(text: str) -> str:
    return re.sub(" +", " ", text).strip(" ")


@function("CLEAN", "t")
def _clean(text: str) -> str:
    return "".join(letter for letter in text if letter >= " ")


@function("REPT", "ti", bound=True)
def _rept(site: "Site", text: str, count: int) -> str:
    if len(text) * _at_least(site, count, 2, 0) > 50_000:  # noqa: PLR2004 - Google's limit
        fail("VALUE", "Text result of REPT is longer than the limit of 50000 characters.")
    return text * count


@function("SUBSTITUTE", "ttti", least=3, bound=True)
def _substitute(site: "Site", text: str, old: str, new: str, which: int = 0) -> str:
    if not old:
        return text
    if not which:
        return text.replace(old, new)
    parts = text.split(old)
    place = _at_least(site, which, 4, 1)
    if place >= len(parts):
        return text
    return old.join(parts[:place]) + new + old.join(parts[place:])


@function("EXACT", "tt")
def _exact(first: str, second: str) -> bool:
    return first == second


def _small(text: str) -> str:
    """Return small letters without changing the number of letters."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


@function("FIND SEARCH", "tti", least=2, bound=True)
def _find(site: "Site", wanted: str, text: str, start: int = 1) -> int:
    _at_least(site, start, 3, 1)
    where, what = (_small(text), _small(wanted)) if site.name == "SEARCH" else (text, wanted)
    skipped = len(_cut(where, 0, start - 1))
    place = where.find(what, skipped)
    if place < 0:
        fail("VALUE", f"In {site.name} evaluation, cannot find '{wanted}' within '{text}'.")
    return _size(where[:place]) + 1


@function("CHAR UNICHAR", "i", bound=True)
def _char(site: "Site", code: int) -> str:
    if not 0 < code <= _MOST_CODE:
        fail("NUM", f"Function {site.name} parameter 1 value {code} is out of range.")
    return chr(code)


@function("CODE UNICODE", "t", bound=True)
def _code(site: "Site", text: str) -> int:
    if not text:
        fail("VALUE", f"Function {site.name} parameter 1 value should be non-empty.")
    return ord(text[0])


@function("ENCODEURL", "t")
def _encode_url(text: str) -> str:
    return quote(text, safe="")
