"""Which values are equal and which comes first."""

import unicodedata
from functools import lru_cache
from math import isclose
from typing import Final

from deploy.local.emulator.formulas.outcomes import ErrorValue
from deploy.local.emulator.formulas.values import Failed, Value

UNCERTAIN: Final = (
    (
        "Texts are equal without regard to case but letter by letter: a Vietnamese letter in one"
        " code point and the same letter with combining marks are different."
    ),
    (
        "Texts are put in order by base letter (đ after d), then by marks, without regard to case,"
        " the same for every locale."
    ),
    "Numbers that differ only in the sixteenth significant digit count as equal (0.1+0.2=0.3).",
)
_CLOSE: Final = 1e-15
_AFTER_D: Final = "d\U0010ffff"
_NUMBER, _TEXT, _BOOLEAN, _ERROR = range(4)

Order = tuple[int, float, str]
"""Compares values: numbers, texts, booleans."""


def folded(text: str) -> str:
    """Return a text without regard to case."""
    return text.casefold()


@lru_cache(maxsize=50_000)
def collated(text: str) -> str:
    """Return what texts are put in order by: base letters first, then marks, then the letters."""
    small = folded(text)
    if small.isascii():
        return f"{small}\0"
    letters = unicodedata.normalize("NFD", small).replace("đ", _AFTER_D)
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return f"{bare}\0{letters}\0{small}"


def order(value: Value) -> Order:
    """Return what a value that is not blank is put in order by; errors come last."""
    if isinstance(value, bool):
        return _BOOLEAN, float(value), ""
    if isinstance(value, str):
        return _TEXT, 0.0, collated(value)
    if isinstance(value, ErrorValue):
        return _ERROR, 0.0, value.type
    return _NUMBER, float(value or 0), ""


def alike(first: Value, second: Value) -> bool:
    """Say whether two values are equal; a blank equals 0, FALSE and the empty text."""
    return compare(first, second) == 0


def compare(first: Value, second: Value) -> int:
    """Return -1, 0 or 1; a blank takes the kind of what it is compared with."""
    for value in (first, second):
        if isinstance(value, ErrorValue):
            raise Failed(value)
    one, other = order(_filled(first, second)), order(_filled(second, first))
    if one[0] == other[0] == _NUMBER and isclose(one[1], other[1], rel_tol=_CLOSE):
        return 0
    return (one > other) - (one < other)


def _filled(value: Value, other: Value) -> Value:
    if value is not None:
        return value
    if isinstance(other, bool):
        return False
    return "" if isinstance(other, str) else 0
