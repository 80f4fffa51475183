"""How people of a locale write numbers, money and dates."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from deploy.local.emulator.cells.calendars import ENGLISH, Calendar, calendar_of

UNCERTAIN: Final = (
    (
        'The default pattern of money in vi_VN is `#,##0\\ "₫"`, after CLDR and recorded patterns '
        "of other locales; Google's own may have another space or `[$₫]`."
    ),
    "Times in vi_VN are shown as hh:mm:ss, after CLDR and reports for en_GB.",
    "Locales other than vi_VN, en_US and en_GB follow rules of thumb about their language.",
)


@dataclass(frozen=True, eq=False)
class Locale:
    """Separators, the order of day and month, default patterns and the names of months.

    There is one object for each name, so that looking one up in a memory costs nothing.
    """

    decimal: str
    thousands: str
    day_first: bool
    date: str
    time: str
    currency: str
    currency_first: bool
    currency_decimals: bool = True
    year_first: bool = False
    calendar: Calendar = ENGLISH

    @property
    def date_time(self) -> str:
        """Pattern of a date with time of day; the clock has 24 hours, as in Google's defaults."""
        return f"{self.date} {self.time.removesuffix(' am/pm')}"

    def money(self, *, decimals: bool) -> str:
        """Return the pattern of an amount with or without decimals."""
        digits = "#,##0.00" if decimals else "#,##0"
        quoted = f'"{self.currency}"'
        return f"{quoted}{digits}" if self.currency_first else f"{digits}\\ {quoted}"


_COMMA = {"vi", "fr", "de", "es", "it", "pt", "nl", "pl", "ru", "id", "tr", "sv", "da", "nb", "fi"}
_SPACED = {"fr", "pl", "ru", "sv", "nb", "fi"}
_YEAR_FIRST = {"ja", "zh", "ko", "sv", "lt", "hu"}
_CURRENCIES = {"vi_VN": "₫", "en_GB": "£", "en_US": "$", "ja_JP": "¥"}
_WITHOUT_DECIMALS = {"vi_VN", "ja_JP"}


@lru_cache(maxsize=128)
def locale_of(name: str) -> Locale:
    """Return the habits of a locale; an unknown one counts as day-first with a decimal point."""
    language = name.partition("_")[0]
    comma = language in _COMMA
    year_first = language in _YEAR_FIRST
    american = name == "en_US"
    fallback = "yyyy-mm-dd" if year_first else "dd/mm/yyyy"
    return Locale(
        decimal="," if comma else ".",
        thousands="\u202f" if language in _SPACED else "." if comma else ",",
        day_first=not american and not year_first,
        date="m/d/yyyy" if american else fallback,
        time="h:mm:ss am/pm" if american else "hh:mm:ss",
        currency=_CURRENCIES.get(name, "€" if comma else "$"),
        currency_first=not comma,
        currency_decimals=name not in _WITHOUT_DECIMALS,
        year_first=year_first,
        calendar=calendar_of(language),
    )
