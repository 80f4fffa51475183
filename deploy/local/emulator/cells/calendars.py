"""Names of months, days and halves of the day, in Vietnamese and English."""

from dataclasses import dataclass
from typing import Final

UNCERTAIN: Final = (
    "Names of months and days exist in Vietnamese and English; other languages get English ones.",
    (
        "In Vietnamese documents only Vietnamese names of months make a typed text a date; whether "
        "Google takes English ones too is not known."
    ),
)


@dataclass(frozen=True)
class Calendar:
    """Names as they are shown: January and Monday come first."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    days: tuple[str, ...]
    short_days: tuple[str, ...]
    halves: tuple[str, str]


ENGLISH: Final = Calendar(
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    short_months=(
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ),
    days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    short_days=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    halves=("AM", "PM"),
)
VIETNAMESE: Final = Calendar(
    months=tuple(f"tháng {number}" for number in range(1, 13)),
    short_months=tuple(f"thg {number}" for number in range(1, 13)),
    days=("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"),
    short_days=("Th 2", "Th 3", "Th 4", "Th 5", "Th 6", "Th 7", "CN"),
    halves=("SA", "CH"),
)


def calendar_of(language: str) -> Calendar:
    """Return the names of a language such as ``vi``."""
    return VIETNAMESE if language == "vi" else ENGLISH
