"""The forms in which people write one day and nothing else, the day before the month.

Every text here is in small letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from functions.domain.records import Window
from functions.tables.converters.patterns import any_of

_MONTHS = {
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
_ENGLISH_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_TWO_DIGITS = 2
_MONTHS_A_YEAR = 12

_PLAIN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ISO = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:t[\s\d:.,z+]*)?")
_COMPACT_ISO = re.compile(r"(20\d{2})(\d{2})(\d{2})")
_COMPACT = re.compile(r"(\d{2})(\d{2})(20\d{2})")

_YEAR = r"[\s,]*(?:năm)?[\s,/.\-]*(?P<year>\d{4}|(?<=năm )\d{2})"
_NUMERIC_YEAR = re.compile(rf"(\d{{1,2}})\s*[/.\-]\s*(\d{{1,2}}){_YEAR}")
_JOINT = r"\s*([/.\-\\,_ ]+?)\s*"
_NUMERIC = re.compile(rf"(\d{{1,2}}){_JOINT}(\d{{1,2}})(?:{_JOINT}(\d{{4}}|\d{{2}}))?")
_JOINTS_WITHOUT_YEAR = ("/", "-", ".", "\\")
_JOINTS_OF_TWO_DIGITS = ("/", "-", ".")

_MONTH = rf"(?P<month>\d{{1,2}}|{any_of(*_MONTHS, *_ENGLISH_MONTHS)})\b"
_ENGLISH_MONTH = rf"(?P<month>{any_of(*_ENGLISH_MONTHS)})[a-z]*"
_ENGLISH_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ENGLISH_WEEKDAY = rf"(?:{any_of('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')}[a-z]*,?\s+)?"
_WRITTEN = (
    # 15 tháng 7 năm 2024, 15 tháng bảy, 15 thg 7, 2024
    re.compile(rf"(?P<day>\d{{1,2}})[\s/,\-]*(?:tháng|thg|th)\.?\s*{_MONTH}(?:{_YEAR})?"),
    # thg 7 15, 2024
    re.compile(
        rf"(?:tháng|thg)\s*(?P<month>\d{{1,2}})\s+(?:ngày\s*)?(?P<day>\d{{1,2}})(?:{_YEAR})?"
    ),
    # 15-Jul-2024
    re.compile(rf"{_ENGLISH_DAY}[\s\-/.]*{_ENGLISH_MONTH}[\s\-/.,]*(?P<year>\d{{4}}|\d{{2}})"),
    # Mon, July 15, 2024, whatever time stands behind
    re.compile(
        rf"{_ENGLISH_WEEKDAY}{_ENGLISH_MONTH}\.?\s*{_ENGLISH_DAY}[\s,]+(?P<year>\d{{4}})\b.*"
    ),
)

_LETTERS = str.maketrans({"o": "0", "l": "1", "i": "1", "|": "1", "s": "5", "b": "8"})
_LIKE_DIGITS = r"[\dolisb|]"
_NEARLY_DIGITS = re.compile(
    rf"{_LIKE_DIGITS}{{1,4}}\s*[/.\-]\s*{_LIKE_DIGITS}{{1,4}}"
    rf"(?:\s*[/.\-]\s*{_LIKE_DIGITS}{{2,4}})?"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A day and the codes of the remarks that it deserves."""

    day: date
    codes: tuple[str, ...] = ()


def make_day(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def with_digits(text: str) -> str:
    """Return a text with the digits that its letters look like: `o` is 0, `l` is 1."""
    return text.translate(_LETTERS)


def read_plain(text: str) -> Found | None:
    """Read `15/7/2024`, which nearly every day is."""
    match = _PLAIN.fullmatch(text)
    return _day_first(int(match[1]), int(match[2]), int(match[3])) if match else None


def read_whole(text: str, campaign: Window) -> Found | None:
    """Read a text that is nothing but a day; one without a year lies in the campaign's."""
    found = _numeric(text, campaign) or _written(text, campaign)
    if found is None and _NEARLY_DIGITS.fullmatch(text) and re.search(r"\d", text):
        found = _numeric(with_digits(text), campaign)
        return found and Found(found.day, (*found.codes, "letter_for_digit"))
    return found


def _numeric(text: str, campaign: Window) -> Found | None:
    return _iso(text) or _compact(text) or _with_year(text) or _digits(text, campaign)


def _iso(text: str) -> Found | None:
    match = _ISO.fullmatch(text) or _COMPACT_ISO.fullmatch(text)
    return _found(make_day(int(match[1]), int(match[2]), int(match[3]))) if match else None


def _compact(text: str) -> Found | None:
    match = _COMPACT.fullmatch(text)
    return _found(make_day(int(match[3]), int(match[2]), int(match[1]))) if match else None


def _with_year(text: str) -> Found | None:
    match = _NUMERIC_YEAR.fullmatch(text)
    return _day_first(int(match[1]), int(match[2]), _full_year(match["year"])) if match else None


def _digits(text: str, campaign: Window) -> Found | None:
    match = _NUMERIC.fullmatch(text)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[3]), match[5] or ""
    one, other = match[2].strip(), (match[4] or "").strip()
    if not year:
        # Blanks and commas part numbers as well as days.
        return _without_year(first, second, campaign) if one in _JOINTS_WITHOUT_YEAR else None
    # «5-8/07» are four days in July.
    if len(year) == _TWO_DIGITS and (one != other or one not in _JOINTS_OF_TWO_DIGITS):
        return None
    return _day_first(first, second, _full_year(year))


def _written(text: str, campaign: Window) -> Found | None:
    match = next((match for form in _WRITTEN if (match := form.fullmatch(text))), None)
    if match is None:
        return None
    day, month = int(match["day"]), _month(match["month"])
    if not match["year"]:
        return _without_year(day, month, campaign, swap=False)
    return _found(make_day(_full_year(match["year"]), month, day))


def _month(text: str) -> int:
    number = _MONTHS.get(text) or _ENGLISH_MONTHS.get(text)
    return number or int(text)


def _full_year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == _TWO_DIGITS else 0)


def _without_year(first: int, second: int, campaign: Window, *, swap: bool = True) -> Found | None:
    """Give a day the year of the campaign in which it lies inside, else the campaign's first."""
    years = range(campaign.first.year, campaign.last.year + 1)
    for year in years:
        day = make_day(year, second, first)
        if day and campaign.first <= day <= campaign.last:
            return Found(day, ("assumed_year",))
    found = _day_first(first, second, years[0], swap=swap)
    return found and Found(found.day, ("assumed_year", *found.codes))


def _day_first(first: int, second: int, year: int, *, swap: bool = True) -> Found | None:
    """Make a day of its numbers; of a month that there is not, take the two for swapped."""
    if day := make_day(year, second, first):
        return Found(day)
    if swap and first <= _MONTHS_A_YEAR < second and (day := make_day(year, first, second)):
        return Found(day, ("month_first",))
    return None


def _found(day: date | None) -> Found | None:
    return Found(day) if day else None
