"""Number format patterns: ``dd/mm/yyyy``, ``#,##0.00``, ``0%``, ``@``, two to four sections."""

import re
from datetime import datetime
from functools import lru_cache

from deploy.local.emulator.cells import serials
from deploy.local.emulator.cells.locales import Locale

_PIECE = re.compile(
    r'"[^"]*"|\\.|\[h+\]|\[m+\]|\[s+\]|\[[^\]]*\]|AM/PM|am/pm|a/p|A/P'
    r"|y+|Y+|m+|M+|d+|D+|h+|H+|s+(?:\.0+)?|[#0?]+(?:,[#0?]+)*,*(?:\.[#0?]+)?(?:[eE][+-]0+)?|.",
    re.DOTALL,
)
_DATE_LETTER = re.compile(r'"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]')
_MONTHS = "January February March April May June July August September October November December"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_NOON = 12


@lru_cache(maxsize=512)
def is_date(pattern: str) -> bool:
    """Say whether a pattern shows a date or a time."""
    return bool(re.search(r"[ymdhsYMDHS]", _DATE_LETTER.sub("", pattern)))


@lru_cache(maxsize=512)
def _sections(pattern: str) -> tuple[tuple[str, ...], ...]:
    sections: list[list[str]] = [[]]
    for piece in _PIECE.findall(pattern):
        if piece == ";":
            sections.append([])
        else:
            sections[-1].append(piece)
    return tuple(tuple(section) for section in sections)


def render(number: float, pattern: str, locale: Locale) -> str:
    """Return ``number`` as the pattern shows it."""
    sections = _sections(pattern)
    if is_date(pattern):
        return _moment(number, sections[0], locale)
    section, shown = _pick(number, sections)
    return _number(shown, section, locale)


def render_text(text: str, pattern: str) -> str:
    """Return a text as the pattern's text section shows it."""
    sections = _sections(pattern)
    last = sections[-1]
    if "@" not in last:
        return text
    return "".join(text if piece == "@" else _literal(piece) for piece in last)


def _pick(number: float, sections: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], float]:
    numeric = [section for section in sections if "@" not in section] or [sections[0]]
    if number < 0 and len(numeric) > 1:
        return numeric[1], -number
    if number == 0 and len(numeric) > 2:  # noqa: PLR2004 - the third section is for zero
        return numeric[2], number
    return numeric[0], number


def _literal(piece: str) -> str:
    if piece.startswith('"'):
        return piece[1:-1]
    if piece.startswith("\\"):
        return piece[1:]
    if piece.startswith("["):
        return piece[2:].partition("-")[0].rstrip("]") if piece.startswith("[$") else ""
    return " " if piece == "_" else piece


def _is_digits(piece: str) -> bool:
    return piece[0] in "#0?"


def _number(number: float, section: tuple[str, ...], locale: Locale) -> str:
    percents = section.count("%")
    scaled = number * 100**percents
    sign = "-" if scaled < 0 else ""
    parts: list[str] = []
    done = False
    for piece in section:
        if _is_digits(piece):
            parts.append("" if done else _digits(abs(scaled), piece, locale))
            done = True
        elif piece == "@":
            parts.append(general(number, locale))
        else:
            parts.append(_literal(piece))
    text = "".join(parts)
    shows_zero = done and not re.search(r"[1-9]", text)
    return text if shows_zero else sign + text


def _digits(number: float, piece: str, locale: Locale) -> str:
    mantissa, exponent_mark, exponent = re.match(r"([^eE]*)([eE][+-])?(0*)", piece).groups()  # type: ignore[union-attr]
    whole, _, fraction = mantissa.partition(".")
    thousands = len(whole) - len(whole.rstrip(","))
    if exponent_mark:
        return _scientific(number, fraction, len(exponent), locale)
    number /= 1000**thousands
    text = f"{_half_up(number, len(fraction)):.{len(fraction)}f}"
    left, _, right = text.partition(".")
    least = whole.count("0")
    left = left.rjust(least, "0") if left != "0" or least else ""
    if "," in whole.rstrip(","):
        left = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", locale.thousands, left)
    optional = len(fraction) - len(fraction.rstrip("#?"))
    while optional and right.endswith("0"):
        right, optional = right[:-1], optional - 1
    return f"{left}{locale.decimal}{right}" if right else left


def _half_up(number: float, decimals: int) -> float:
    # Spreadsheets round what the eye sees: 1.005 shows as 1.01, not as its binary neighbour.
    return round(float(f"{number:.15g}") + 10.0 ** -(decimals + 9), decimals)


def _scientific(number: float, fraction: str, width: int, locale: Locale) -> str:
    mantissa, _, exponent = f"{number:.{len(fraction)}e}".partition("e")
    power = int(exponent)
    sign = "-" if power < 0 else "+"
    return f"{mantissa.replace('.', locale.decimal)}E{sign}{abs(power):0{width}d}"


def general(number: float, locale: Locale) -> str:
    """Return a number without a format: up to ten significant digits, whole numbers in full."""
    if number == int(number) and abs(number) < 1e15:  # noqa: PLR2004 - beyond it Google writes E
        return str(int(number))
    text = f"{number:.10g}"
    if "e" in text:
        mantissa, _, exponent = text.partition("e")
        power = int(exponent)
        text = f"{mantissa}E{'-' if power < 0 else '+'}{abs(power):02d}"
    return text.replace(".", locale.decimal)


def _moment(number: float, section: tuple[str, ...], locale: Locale) -> str:
    moment = serials.to_moment(number)
    if moment is None:
        return general(number, locale)
    twelve = any(piece.upper() in ("AM/PM", "A/P") for piece in section)
    parts: list[str] = []
    after_hour = False
    for at, piece in enumerate(section):
        letter = piece[0].lower()
        if letter == "[" and piece[1:2].lower() in ("h", "m", "s"):
            parts.append(_elapsed(number, piece))
            after_hour = piece[1].lower() == "h"
        elif piece.upper() in ("AM/PM", "A/P"):
            half = "AM" if moment.hour < _NOON else "PM"
            parts.append(half if len(piece) > 3 else half[0])  # noqa: PLR2004 - A/P is short
        elif letter in "ymdhs" and piece.isascii() and piece.replace(".", "").rstrip("0").isalpha():
            minutes = letter == "m" and (after_hour or _before_seconds(section, at))
            code = "n" * len(piece) if minutes else piece.lower()
            hour = (moment.hour - 1) % _NOON + 1 if twelve else moment.hour
            parts.append(_field(code, moment, hour))
            after_hour = letter == "h"
        elif not _is_digits(piece):
            parts.append(_literal(piece))
    return "".join(parts)


def _before_seconds(section: tuple[str, ...], at: int) -> bool:
    later = (piece for piece in section[at + 1 :] if piece[0].lower() in "ymdhs")
    return next(later, "")[:1].lower() == "s"


def _elapsed(number: float, piece: str) -> str:
    unit = {"h": 3600, "m": 60, "s": 1}[piece[1].lower()]
    total = round(number * serials.SECONDS_A_DAY)
    return f"{total // unit:0{len(piece) - 2}d}"


def _field(code: str, moment: datetime, hour: int) -> str:
    month, day = _MONTHS.split()[moment.month - 1], _DAYS.split()[moment.weekday()]
    size = len(code)
    if code[0] == "y":
        return f"{moment.year % 100:02d}" if size <= 2 else f"{moment.year:04d}"  # noqa: PLR2004
    if code[0] == "m" and size > 2:  # noqa: PLR2004 - names of months
        return {3: month[:3], 5: month[0]}.get(size, month)
    if code[0] == "d" and size > 2:  # noqa: PLR2004 - names of days
        return day[:3] if size == 3 else day  # noqa: PLR2004
    numbers = {"m": moment.month, "d": moment.day, "h": hour, "n": moment.minute}
    number = numbers.get(code[0], moment.second)
    width = 2 if size > 1 else 1
    fraction = code.partition(".")[2]
    return f"{number:0{width}d}" + (f".{fraction}" if fraction else "")
