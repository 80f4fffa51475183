"""How people of a locale write numbers and dates."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Locale:
    """Separators and the order of day and month; patterns as in Google's defaults."""

    decimal: str
    thousands: str
    day_first: bool
    date: str
    currency: str
    year_first: bool = False

    @property
    def date_time(self) -> str:
        """Pattern of a date with time of day."""
        return f"{self.date} h:mm:ss"


_COMMA = {"vi", "fr", "de", "es", "it", "pt", "nl", "pl", "ru", "id", "tr", "sv", "da", "nb", "fi"}
_SPACED = {"fr", "pl", "ru", "sv", "nb", "fi"}
_YEAR_FIRST = {"ja", "zh", "ko", "sv", "lt", "hu"}
_CURRENCIES = {"vi_VN": "₫", "en_GB": "£", "en_US": "$", "ja_JP": "¥"}
_PATTERNS = {"en_US": "m/d/yyyy", "vi_VN": "dd/mm/yyyy", "en_GB": "dd/mm/yyyy"}


def locale_of(name: str) -> Locale:
    """Return the habits of a locale; an unknown one counts as day-first with a decimal point."""
    language = name.partition("_")[0]
    comma = language in _COMMA
    spaced = language in _SPACED
    year_first = language in _YEAR_FIRST
    fallback = "yyyy-mm-dd" if year_first else "dd/mm/yyyy"
    return Locale(
        decimal="," if comma else ".",
        thousands="\u202f" if spaced else "." if comma else ",",
        day_first=name != "en_US" and not year_first,
        date=_PATTERNS.get(name, fallback),
        currency=_CURRENCIES.get(name, "€" if comma else "$"),
        year_first=year_first,
    )
