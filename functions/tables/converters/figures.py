"""One figure in a text: digits in any grouping, with unit words and words of doubt around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from functions.tables.converters.figure_words import bared, without_measure, without_words_behind
from functions.tables.converters.patterns import any_of
from functions.tables.words import clean

BEYOND_EXACT = 10**15
"""A sheet keeps fifteen digits; a larger number has lost some."""

_MULTIPLES = {"nghìn": 1000, "ngàn": 1000, "k": 1000, "trăm": 100, "triệu": 10**6, "tr": 10**6}
_MULTIPLE = re.compile(rf"^([\d.,]+)\s*({any_of(*_MULTIPLES)})\b", re.IGNORECASE)
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_FRACTION = re.compile(rf"(\d{{0,6}})\s*([{''.join(_FRACTIONS)}])")
_LETTERS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
_NEARLY_DIGITS = re.compile(r"[\dOolI][\dOolI., ]*")
_NEGATIVE = re.compile(r"^[-−–]\s*(?=\d)")
_APOSTROPHE = re.compile(r"(?<=\d)[’'](?=\d{3}(?!\d))")
_EXACT = re.compile(r"\d{1,15}(?:\.\d{1,15})?")

_NUMERAL = re.compile(r"\d+(?:[.,]\d{3})*(?:[.,]\d+)?(?:e\s?\+?\d+)?", re.IGNORECASE)
_RANGE = re.compile(r"\d\D{0,12}?\s*(?:-|–|—|~|đến|tới|->|→|÷|…|\.{3,})\s*\d")
_PARTING = r"+;/,&*x×:=\s("
_SEVERAL = re.compile(rf"\d[^\d{_PARTING}]*[{_PARTING}]\D*\d")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the codes of the remarks that it deserves."""

    value: float
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Form:
    """A way of writing digits: what has to be left out or replaced to calculate with them."""

    pattern: re.Pattern[str]
    replaced: Mapping[int, str | None]
    codes: tuple[str, ...] = ()


def _form(pattern: str, thousands: str, decimals: str, *codes: str) -> _Form:
    return _Form(re.compile(pattern), str.maketrans({thousands: None, decimals: "."}), codes)


# The first that fits counts. No group of thousands begins with a nought.
_FORMS = (
    _form(r"\d+", " ", ","),
    _form(r"[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?", " ", ","),
    _form(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", ".", ","),
    _form(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", ",", ".", "us_thousands"),
    _form(r"\d*,\d+", " ", ","),
    _form(r"\d*\.\d+", " ", ".", "dot_decimal"),
)


@lru_cache(maxsize=16384)
def find_figure(text: str) -> Figure | None:
    """Return the one number in a text, or None when there is none or more than one."""
    text = clean(text).lstrip(" ;:'\"`’").rstrip(" .,;:'\"`’-–")
    if found := _digits(text):
        return found
    bare = bared(text)
    found = _digits(bare.text) or _multiple(bare.text) or _mended(bare.text)
    extra: tuple[str, ...] = ()
    if found is None and (shorter := without_words_behind(bare.text)) != bare.text:
        found, extra = _digits(without_measure(shorter)), ("extra_text",)
    if found is None:
        return None
    doubt = ("approximate",) if bare.approximate else ()
    return Figure(found.value, tuple(dict.fromkeys((*found.codes, *doubt, *extra))))


def why_not(text: str) -> str:
    """Return the code for a text in which `find_figure` finds no single number."""
    text = _NUMERAL.sub("0", text)
    if _RANGE.search(text):
        return "range_not_allowed"
    if _SEVERAL.search(text):
        return "multiple_values"
    return "bad_number"


def _digits(text: str) -> Figure | None:
    """Read digits alone, grouped and with decimals in any of the usual ways."""
    unsigned = _NEGATIVE.sub("", text)
    sign = 1 if unsigned == text else -1
    digits = _APOSTROPHE.sub(".", unsigned).removeprefix("+")
    if match := _FRACTION.fullmatch(digits):
        value = int(match[1] or 0) + _FRACTIONS[match[2]]
        return Figure(sign * value, ("vulgar_fraction",))
    form = next((each for each in _FORMS if each.pattern.fullmatch(digits)), None)
    if form is None:
        return None
    number = digits.translate(form.replaced)
    number = f"0{number}" if number.startswith(".") else number
    return Figure(sign * float(number), form.codes) if _EXACT.fullmatch(number) else None


def _multiple(text: str) -> Figure | None:
    """Read `1,2 nghìn` and `2k`, which nobody writes of a number that was counted."""
    match = _MULTIPLE.match(text)
    found = _digits(match[1]) if match else None
    if not match or not found or without_measure(text[match.end() :]).strip():
        return None
    return Figure(round(found.value * _MULTIPLES[match[2].casefold()], 6), ("approximate",))


def _mended(text: str) -> Figure | None:
    """Read `2O0`, in which a letter stands for the digit that looks like it."""
    if not _NEARLY_DIGITS.fullmatch(text) or not re.search(r"\d", text):
        return None
    found = _digits(text.translate(_LETTERS))
    return found and Figure(found.value, (*found.codes, "letter_for_digit"))
