"""Dates, times and durations through the letters of a section."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from deploy.local.emulator.cells import serials
from deploy.local.emulator.cells.general import general
from deploy.local.emulator.cells.locales import Locale
from deploy.local.emulator.cells.sections import Section, Token

UNCERTAIN: Final = (
    (
        "A negative duration shows a minus sign in front of the whole; dates before the year 1 or "
        "after 9999 show their number."
    ),
    "AM/PM in a Vietnamese document shows SA and CH.",
)
MOST_DECIMALS = 6
NOON = 12
_UNITS: Final = {"h": 3600, "m": 60, "s": 1}
_NAMED, _INITIAL = 3, 5


@dataclass(frozen=True)
class _Shown:
    """A moment to show: all its seconds and the same as a date with a time."""

    seconds: int
    fraction: str
    moment: datetime
    twelve: bool


def show(number: float, section: Section, locale: Locale) -> str:
    """Return a serial number as a section with dates shows it."""
    tokens = _fields(section.tokens)
    lasting = any(token.kind == "elapsed" for token in tokens)
    decimals = max((len(token.text) for token in tokens if token.kind == "fraction"), default=0)
    decimals = min(decimals, MOST_DECIMALS)
    size = abs(number) if lasting else number
    moment = serials.to_moment(size % 1 if lasting else size, decimals)
    if moment is None:
        return general(number, locale)
    whole, _, fraction = f"{size * serials.SECONDS_A_DAY:.{decimals}f}".partition(".")
    twelve = any(token.kind == "half" for token in tokens)
    shown = _Shown(int(whole), fraction, moment, twelve)
    text = "".join(_text(token, shown, locale) for token in tokens)
    return f"-{text}" if lasting and number < 0 else text


def _fields(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with minutes told from months and fractions of seconds joined."""
    fields: list[Token] = []
    unit = ""
    running = False
    for at, token in enumerate(tokens):
        if token.kind in ("letters", "elapsed"):
            minutes = token.text[0] == "m" and (unit == "h" or _before_seconds(tokens, at))
            unit = token.text.strip("[]")[0].lower()
            kind = "minutes" if minutes and len(token.text) < _NAMED else token.kind
            if kind == "elapsed":
                kind, running = ("rest" if running else "elapsed"), True
            fields.append(Token(kind, token.text))
        elif token.kind == "digit" and token.text == "0":
            _add_fraction(fields)
        else:
            fields.append(token)
    return fields


def _add_fraction(fields: list[Token]) -> None:
    if fields and fields[-1].kind == "fraction":
        fields[-1] = Token("fraction", fields[-1].text + "0")
        return
    if fields and fields[-1].kind == "point":
        fields[-1] = Token("decimal", ".")
    fields.append(Token("fraction", "0"))


def _before_seconds(tokens: Sequence[Token], at: int) -> bool:
    later = (token.text for token in tokens[at + 1 :] if token.kind in ("letters", "elapsed"))
    return re.match(r"\[?[sS]", next(later, "")) is not None


def _text(token: Token, shown: _Shown, locale: Locale) -> str:
    if token.kind == "decimal":
        return locale.decimal
    if token.kind == "fraction":
        return shown.fraction[: len(token.text)].ljust(len(token.text), "0")
    if token.kind in ("elapsed", "rest"):
        return _elapsed(token, shown.seconds)
    if token.kind == "half":
        return _half(token.text, shown.moment, locale)
    if token.kind == "minutes":
        return f"{shown.moment.minute:0{min(len(token.text), 2)}d}"
    return _field(token.text, shown, locale) if token.kind == "letters" else token.text


def _elapsed(token: Token, seconds: int) -> str:
    letter = token.text[1].lower()
    total = seconds // _UNITS[letter]
    if token.kind == "rest":
        total %= 24 if letter == "h" else 60
    return f"{total:0{len(token.text) - 2}d}"


def _half(text: str, moment: datetime, locale: Locale) -> str:
    afternoon = moment.hour >= NOON
    if text.lower() == "a/p":
        return text[2] if afternoon else text[0]
    return locale.calendar.halves[afternoon]


def _field(letters: str, shown: _Shown, locale: Locale) -> str:
    moment, size = shown.moment, len(letters)
    letter = letters[0].lower()
    if letter == "y":
        return f"{moment.year % 100:02d}" if size < _NAMED else f"{moment.year:04d}"
    if letter == "m" and size >= _NAMED:
        return _month(moment.month - 1, size, locale)
    if letter == "d" and size >= _NAMED:
        names = locale.calendar.short_days if size == _NAMED else locale.calendar.days
        return names[moment.weekday()]
    hour = (moment.hour - 1) % NOON + 1 if shown.twelve else moment.hour
    numbers = {"m": moment.month, "d": moment.day, "h": hour, "s": moment.second}
    return f"{numbers[letter]:0{min(size, 2)}d}"


def _month(index: int, size: int, locale: Locale) -> str:
    if size == _NAMED:
        return locale.calendar.short_months[index]
    name = locale.calendar.months[index]
    return name[0] if size == _INITIAL else name
