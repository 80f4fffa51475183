"""What becomes of a text that is typed into a cell (USER_ENTERED)."""

import unicodedata
from dataclasses import dataclass
from typing import Final

from deploy.local.emulator.cells import serials
from deploy.local.emulator.cells.locales import Locale
from deploy.local.emulator.cells.reading import Read
from deploy.local.emulator.cells.typed_clocks import read_clock
from deploy.local.emulator.cells.typed_days import Day, read_day
from deploy.local.emulator.cells.typed_numbers import read_number
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.grid import Entered, Formula

UNCERTAIN: Final = (
    "A typed text that looks like an error (#N/A) stays text, as does a formula behind spaces.",
    "A leading apostrophe is dropped and not shown again, whatever the render option.",
    (
        "A text that starts with a minus sign and is no number stays text; one with a plus sign"
        " is a formula, as was reported."
    ),
    (
        "A typed value never changes a number format that the cell has; a cell formatted as text"
        " keeps formulas as texts too."
    ),
    "A date in ISO form with a T between day and time stays text.",
    (
        "A typed date, time or number takes the form it was typed in as its pattern, recorded for"
        " yyyy-mm-dd only."
    ),
)
_LONGEST = 400
_TRUTHS: Final = {"TRUE": True, "FALSE": False}


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
    if stripped.upper() in _TRUTHS:
        return Typed(_TRUTHS[stripped.upper()])
    read = _read(stripped, locale)
    if read is not None:
        return Typed(
            read.number, {"type": read.kind, "pattern": read.pattern} if read.kind else None
        )
    if text.startswith("+") and len(stripped) > 1:
        return Typed(Formula(f"={text}"))
    return Typed(text)


def read_into(text: str, locale: Locale, number_format: Json | None) -> Typed:
    """Return what Google makes of ``text`` in a cell with that number format.

    A cell formatted as text keeps whatever is typed, formulas too; any other format stays as it
    is, so nothing is brought along.
    """
    chosen = number_format or {}
    if chosen.get("type") == "TEXT" or chosen.get("pattern") == "@":
        return Typed(text)
    typed = read_typed(text, locale)
    return Typed(typed.value) if chosen else typed


def _read(text: str, locale: Locale) -> Read | None:
    # Most cells of a document are names and sentences: they are passed by quickly.
    if len(text) > _LONGEST or not any(character in "0123456789" for character in text):
        return None
    return read_number(text, locale) or _moment(unicodedata.normalize("NFC", text), locale)


def _moment(text: str, locale: Locale) -> Read | None:
    words = text.split()
    clock = read_clock(" ".join(words), locale)
    if clock is not None:
        return Read(clock.part, "TIME", clock.pattern)
    day = read_day(" ".join(words), locale)
    if day is not None:
        return Read(serials.from_date(day.date), "DATE", day.pattern)
    for count in (1, 2):
        found = _day_and_clock(words[:-count], words[-count:], locale)
        if found is not None:
            return found
    return None


def _day_and_clock(head: list[str], tail: list[str], locale: Locale) -> Read | None:
    clock = read_clock(" ".join(tail), locale)
    day: Day | None = read_day(" ".join(head), locale)
    if clock is None or day is None or clock.lasts:
        return None
    exact = f"{day.pattern} {clock.pattern}"
    pattern = locale.date_time if clock.fractional else exact
    return Read(serials.from_date(day.date) + clock.part, "DATE_TIME", pattern)
