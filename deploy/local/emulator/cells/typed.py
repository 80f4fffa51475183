"""What becomes of a text that is typed into a cell (USER_ENTERED)."""

import re
from dataclasses import dataclass
from datetime import date, time

from deploy.local.emulator.cells import serials
from deploy.local.emulator.cells.locales import Locale
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.grid import Entered, Formula

_ISO = re.compile(r"^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$")
_DMY = re.compile(r"^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$")
_CLOCK = re.compile(r"^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AaPp])[Mm])?$")
_EXPONENT = re.compile(r"^[+-]?\d+(?:\.\d+)?[eE][+-]?\d+$")
_CENTURY_SPLIT = 30
_NOON = 12
_MAX_HOUR, _MAX_MINUTE = 24, 60


@dataclass(frozen=True)
class Typed:
    """The value a text stands for and the number format it brings along, if any."""

    value: Entered
    number_format: Json | None = None


def read_typed(text: str, locale: Locale) -> Typed:
    """Return what Google makes of ``text`` in a cell without a text format."""
    if text.startswith("=") and len(text) > 1:
        return Typed(Formula(text))
    if text.startswith("'"):
        return Typed(text[1:])
    stripped = text.strip()
    if stripped.upper() in ("TRUE", "FALSE"):
        return Typed(stripped.upper() == "TRUE")
    return (
        _number(stripped, locale)
        or _percent(stripped, locale)
        or _currency(stripped, locale)
        or _moment(stripped, locale)
        or Typed(text)
    )


def _amount(text: str, locale: Locale) -> tuple[float, bool, int] | None:
    """Return (number, had thousands separators, decimals) or None."""
    sign = -1 if text.startswith("-") else 1
    body = text[1:] if text[:1] in ("+", "-") else text
    thousands, point = re.escape(locale.thousands), re.escape(locale.decimal)
    pattern = rf"^(\d{{1,3}}(?:{thousands}\d{{3}})+|\d+)?(?:{point}(\d*))?$"
    match = re.match(pattern, body, re.ASCII)
    if not match or not (match[1] or match[2]):
        return None
    whole, fraction = match[1] or "0", match[2] or ""
    grouped = locale.thousands in whole
    digits = whole.replace(locale.thousands, "")
    number = float(f"{digits}.{fraction}") if fraction else int(digits)
    return sign * number, grouped, len(fraction)


def _number(text: str, locale: Locale) -> Typed | None:
    if _EXPONENT.match(text.replace(locale.decimal, ".")):
        pattern = {"type": "SCIENTIFIC", "pattern": "0.00E+00"}
        number = float(text.replace(locale.decimal, "."))
        return Typed(number, pattern) if abs(number) < float("inf") else None
    amount = _amount(text, locale)
    if amount is None or abs(amount[0]) > float("1e300"):
        return None
    number, grouped, decimals = amount
    if not grouped:
        return Typed(number)
    return Typed(number, {"type": "NUMBER", "pattern": "#,##0.00" if decimals else "#,##0"})


def _percent(text: str, locale: Locale) -> Typed | None:
    amount = _amount(text[:-1].strip(), locale) if text.endswith("%") else None
    if amount is None:
        return None
    pattern = "0.00%" if amount[2] else "0%"
    return Typed(amount[0] / 100, {"type": "PERCENT", "pattern": pattern})


def _currency(text: str, locale: Locale) -> Typed | None:
    bare = text.removeprefix(locale.currency).removesuffix(locale.currency).strip()
    amount = _amount(bare, locale) if bare != text else None
    if amount is None:
        return None
    digits = "#,##0.00" if amount[2] else "#,##0"
    before = text.startswith(locale.currency)
    pattern = f'"{locale.currency}"{digits}' if before else f'{digits}"{locale.currency}"'
    return Typed(amount[0], {"type": "CURRENCY", "pattern": pattern})


def _moment(text: str, locale: Locale) -> Typed | None:
    clock = _clock(text)
    if clock is not None:
        return Typed(serials.from_time(clock[0]), {"type": "TIME", "pattern": clock[1]})
    head, _, tail = text.partition(" ")
    day = _day(head, locale)
    if day is None:
        return None
    if not tail.strip():
        return Typed(serials.from_date(day[0]), {"type": "DATE", "pattern": day[1]})
    clock = _clock(tail.strip())
    if clock is None:
        return None
    serial = serials.from_date(day[0]) + serials.from_time(clock[0])
    return Typed(serial, {"type": "DATE_TIME", "pattern": f"{day[1]} {clock[1]}"})


def _clock(text: str) -> tuple[time, str] | None:
    match = _CLOCK.match(text)
    if not match:
        return None
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    half = (match[4] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if hour >= _MAX_HOUR or minute >= _MAX_MINUTE or second >= _MAX_MINUTE:
        return None
    pattern = "h:mm" + (":ss" if match[3] else "") + (" AM/PM" if half else "")
    return time(hour, minute, second), pattern


def _day(text: str, locale: Locale) -> tuple[date, str] | None:
    match = _ISO.match(text)
    if match:
        pattern = f"yyyy{match[2]}{_width('m', match[3])}{match[2]}{_width('d', match[4])}"
        return _with_pattern(int(match[1]), int(match[3]), int(match[4]), pattern)
    match = _DMY.match(text)
    if not match or (match[4] is None and match[2] == "."):
        return None
    first, mark, second = match[1], match[2], match[3]
    letters = "dm" if locale.day_first else "md"
    day, month = (first, second) if locale.day_first else (second, first)
    pattern = f"{_width(letters[0], first)}{mark}{_width(letters[1], second)}"
    if match[4] is None:
        return _with_pattern(date.today().year, int(month), int(day), pattern)  # noqa: DTZ011
    pattern += f"{mark}{'y' * len(match[4])}"
    return _with_pattern(_year(match[4]), int(month), int(day), pattern)


def _width(letter: str, digits: str) -> str:
    return letter * 2 if digits.startswith("0") else letter


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - a year in full
        return year
    return year + (2000 if year < _CENTURY_SPLIT else 1900)


def _with_pattern(year: int, month: int, day: int, pattern: str) -> tuple[date, str] | None:
    try:
        return date(year, month, day), pattern
    except ValueError:
        return None
