"""Turns values into the kinds that functions ask for, the way Google does."""

from dataclasses import dataclass
from typing import Final

from deploy.local.emulator.cells.locales import Locale
from deploy.local.emulator.cells.typed import read_typed
from deploy.local.emulator.formulas.outcomes import ErrorValue
from deploy.local.emulator.formulas.values import Failed, Value

UNCERTAIN: Final = (
    (
        "A date or a percentage that a formula joins to a text counts with its plain number"
        " (TEXT and TO_TEXT give its shown form)."
    ),
    "Numbers become text with up to 15 significant digits.",
)
_TEXT_LIMIT = 50_000
_PLAIN_FROM, _PLAIN_TO = -5, 15


@dataclass(frozen=True)
class Parameter:
    """Where a value is given: the function's name and the place of the argument from 1."""

    function: str
    place: int


def number_in(text: str, locale: Locale) -> float | None:
    """Return the number, date or percentage a text spells in the document's locale."""
    stripped = text.strip()
    if not stripped or stripped.startswith(("=", "'")):
        return None
    value = read_typed(stripped, locale).value
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def to_number(value: Value, locale: Locale, at: Parameter) -> float:
    """Return a number; a blank is 0, TRUE is 1, a text must spell one."""
    if isinstance(value, ErrorValue):
        raise Failed(value)
    if value is None:
        return 0
    if isinstance(value, str):
        found = number_in(value, locale)
        if found is None:
            raise Failed(
                ErrorValue(
                    "VALUE",
                    f"Function {at.function} parameter {at.place} expects number values. "
                    f"But '{value}' is a text and cannot be coerced to a number.",
                )
            )
        return found
    return int(value) if isinstance(value, bool) else value


def to_boolean(value: Value, at: Parameter) -> bool:
    """Return a boolean; numbers other than 0 are TRUE, a blank is FALSE."""
    if isinstance(value, ErrorValue):
        raise Failed(value)
    if isinstance(value, str):
        if value.upper() in ("TRUE", "FALSE"):
            return value.upper() == "TRUE"
        if value:
            raise Failed(
                ErrorValue(
                    "VALUE",
                    f"Function {at.function} parameter {at.place} expects boolean values. "
                    f"But '{value}' is a text and cannot be coerced to a boolean.",
                )
            )
        return False
    return bool(value)


def to_text(value: Value, locale: Locale) -> str:
    """Return the text a value counts as in ``&``; a blank is the empty text."""
    if isinstance(value, ErrorValue):
        raise Failed(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return value if isinstance(value, str) else number_text(value, locale)


def number_text(number: float, locale: Locale) -> str:
    """Return a number with up to 15 significant digits."""
    if number == 0:
        return "0"
    mantissa, _, exponent = f"{number:.14e}".partition("e")
    power = int(exponent)
    if _PLAIN_FROM <= power < _PLAIN_TO:
        text = f"{number:.{max(14 - power, 0)}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        short = mantissa.rstrip("0").rstrip(".")
        text = f"{short}E{'-' if power < 0 else '+'}{abs(power):02d}"
    return text.replace(".", locale.decimal)


def checked_text(text: str, function: str) -> str:
    """Return a text if a cell could hold it."""
    if len(text) > _TEXT_LIMIT:
        sentence = f"Text result of {function} is longer than the limit of 50000 characters."
        raise Failed(ErrorValue("VALUE", sentence))
    return text
