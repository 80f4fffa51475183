"""Typed times of day and durations."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from deploy.local.emulator.cells.locales import Locale
from deploy.local.emulator.cells.serials import SECONDS_A_DAY

UNCERTAIN: Final = (
    "A typed duration of 24 hours or more gets the type TIME and the pattern [h]:mm:ss.",
    "A typed full hour such as `8 PM` is shown as h:mm am/pm.",
    "Fractions of a second keep up to three digits in the pattern of a typed time.",
)
DAY_HOURS = 24
_SIXTY, _NOON, _MOST_DECIMALS = 60, 12, 3


class Clock(NamedTuple):
    """A time: part of a day, its pattern, whether its seconds have a fraction."""

    part: float
    pattern: str
    fractional: bool

    @property
    def lasts(self) -> bool:
        """Whether it is a duration, which no day can carry."""
        return self.part >= 1


@lru_cache(maxsize=64)
def _grammar(decimal: str, halves: tuple[str, str]) -> re.Pattern[str]:
    names = "|".join(("am", "pm", *(re.escape(half.lower()) for half in halves)))
    return re.compile(
        r"(?P<hour>\d{1,4})"
        rf"(?::(?P<minute>\d{{2}})(?::(?P<second>\d{{2}})(?:{re.escape(decimal)}(?P<part>\d+))?)?)?"
        rf"(?:\s*(?P<half>{names}))?",
        re.ASCII,
    )


def read_clock(text: str, locale: Locale) -> Clock | None:
    """Return the time a text stands for: 8:30, 8:30:15, 8:30 PM, 25:00."""
    halves = locale.calendar.halves
    match = _grammar(locale.decimal, halves).fullmatch(text.lower())
    if match is None or not (match["minute"] or match["half"]):
        return None
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    if minute >= _SIXTY or second >= _SIXTY:
        return None
    if match["half"]:
        if not 0 < hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if match["half"] in ("pm", halves[1].lower()) else 0)
    seconds = hour * 3600 + minute * 60 + second + float(f"0.{match['part'] or 0}")
    return Clock(seconds / SECONDS_A_DAY, _pattern(match, hour), match["part"] is not None)


def _pattern(match: re.Match[str], hour: int) -> str:
    if hour >= DAY_HOURS:
        return "[h]:mm:ss"
    pattern = ("hh" if match["hour"].startswith("0") else "h") + ":mm"
    if match["second"]:
        pattern += ":ss"
    if match["part"]:
        pattern += "." + "0" * min(len(match["part"]), _MOST_DECIMALS)
    return pattern + (" am/pm" if match["half"] else "")
