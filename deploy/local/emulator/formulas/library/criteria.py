"""Criteria of COUNTIF and its kin, and patterns with ``*`` and ``?``."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from deploy.local.emulator.cells.locales import Locale
from deploy.local.emulator.formulas.coercion import number_in
from deploy.local.emulator.formulas.comparing import collated, folded
from deploy.local.emulator.formulas.outcomes import BY_NAME, ErrorValue
from deploy.local.emulator.formulas.values import Value

UNCERTAIN: Final = (
    (
        "A criterion that spells a number counts numbers and texts that spell the same number; one"
        " that is a blank cell counts zeros."
    ),
)
_OPERATOR = re.compile(r"(<>|<=|>=|=|<|>)?(.*)", re.DOTALL)
_DIGIT = re.compile(r"\d")

IndexKey = tuple[str, float | str | bool]
"""What equal values share."""


def index_key(value: Value, locale: Locale | None) -> IndexKey | None:
    """Return what equal values share, None for blanks and errors.

    With a locale, texts that spell a number share their key with the number.
    """
    if isinstance(value, bool):
        return "boolean", value
    if isinstance(value, int | float):
        return "number", float(value)
    if not isinstance(value, str):
        return None
    if locale is not None and _DIGIT.search(value):
        number = number_in(value, locale)
        if number is not None:
            return "number", float(number)
    return "text", folded(value)


@lru_cache(maxsize=2048)
def pattern(text: str) -> re.Pattern[str] | None:
    """Return a pattern for a text with ``*``, ``?`` or ``~``, None when it has none of them."""
    if not re.search(r"[*?~]", text):
        return None
    pieces: list[str] = []
    escaped = False
    for letter in text:
        if escaped:
            pieces.append(re.escape(folded(letter)))
            escaped = False
        elif letter == "~":
            escaped = True
        else:
            pieces.append({"*": ".*", "?": "."}.get(letter) or re.escape(folded(letter)))
    return re.compile("".join(pieces) + (re.escape("~") if escaped else ""), re.DOTALL)


@dataclass(frozen=True)
class Criterion:
    """One criterion: ``matches`` tests a value; ``key`` is set when it asks for equality alone."""

    matches: Callable[[Value], bool]
    key: IndexKey | None = None


def criterion(value: Value, locale: Locale) -> Criterion:
    """Return the criterion that a value spells, such as ``">5"`` or ``"Đội*"``."""
    if not isinstance(value, str):
        key = index_key(0 if value is None else value, locale)
        return Criterion(lambda cell: index_key(cell, locale) == key, key)
    operator, operand = _OPERATOR.fullmatch(value).groups()  # type: ignore[union-attr]
    if operator in (None, "="):
        return _equal(operand, locale, marked=operator is not None)
    if operator == "<>":
        same = _equal(operand, locale, marked=True).matches
        return Criterion(lambda cell: not same(cell))
    return _ordered(operator, operand, locale)


def _equal(operand: str, locale: Locale, *, marked: bool) -> Criterion:
    if operand == "":
        if marked:
            return Criterion(lambda cell: cell is None)
        return Criterion(lambda cell: cell is None or cell == "")
    error = BY_NAME.get(operand.upper())
    if error is not None:
        return Criterion(lambda cell: isinstance(cell, ErrorValue) and cell.type == error.type)
    found = pattern(operand)
    if found is not None:
        matcher = found.fullmatch
        return Criterion(lambda cell: isinstance(cell, str) and matcher(folded(cell)) is not None)
    key = _operand_key(operand, locale)
    return Criterion(lambda cell: index_key(cell, locale) == key, key)


def _operand_key(operand: str, locale: Locale) -> IndexKey | None:
    if operand.upper() in ("TRUE", "FALSE"):
        return "boolean", operand.upper() == "TRUE"
    return index_key(operand, locale)


def _ordered(operator: str, operand: str, locale: Locale) -> Criterion:
    key = _operand_key(operand, locale) or ("text", "")
    tests: dict[str, Callable[[int], bool]] = {
        "<": lambda sign: sign < 0,
        "<=": lambda sign: sign <= 0,
        ">": lambda sign: sign > 0,
        ">=": lambda sign: sign >= 0,
    }
    test = tests[operator]

    def matches(cell: Value) -> bool:
        mine = index_key(cell, None)
        if mine is None or mine[0] != key[0]:
            return False
        one, other = _orderly(mine), _orderly(key)
        return test((one > other) - (one < other))

    return Criterion(matches)


def _orderly(key: IndexKey) -> tuple[float, str]:
    value = key[1]
    return (0.0, collated(value)) if isinstance(value, str) else (float(value), "")
