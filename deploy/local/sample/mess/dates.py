"""Ways to write the same days."""

from datetime import date
from random import Random

from deploy.local.sample.dice import EPOCH, serial


def read_range(text: str) -> tuple[date, date]:
    """Return the days of a cell that `dice.range_text` wrote."""
    first, _, last = text.partition(" - ")
    return _day(first), _day(last or first)


def odd_range(text: str, rng: Random) -> str | float:
    """Return a range of days, or a single day, as officers write it."""
    first, last = read_range(text)
    if first == last:
        return _odd_single(first, rng)
    spellings = [
        f"từ {first.day}/{first.month} – {last.day}/{last.month}/{last.year}",
        f"Từ ngày {first.day}/{first.month} đến ngày {last:%d/%m/%Y}",
        f"{first.day}/{first.month}/{first.year}-{last.day}/{last.month}/{last.year}",
        f"{first.day}/{first.month} đến {last.day}/{last.month}",
    ]
    if first.month == last.month:
        spellings += [
            f"{first.day}-{last.day}/{last.month}",
            f"{first.day}-{last.day}/{last.month}/{last.year}",
            f"từ {first.day:02d} đến {last:%d}/{last.month}/{last.year}",
        ]
    return rng.choice(spellings)


def odd_date(stored: float, rng: Random) -> str:
    """Return a date cell as someone types it into a cell that does not take dates."""
    day = date.fromordinal(EPOCH.toordinal() + int(stored))
    return rng.choice(
        [
            f"{day.day}/{day.month}",
            f"{day:%d.%m.%y}",
            f"ngày {day.day} tháng {day.month} năm {day.year}",
            f"{day.day}-{day.month}-{day.year}",
        ]
    )


def _odd_single(day: date, rng: Random) -> str | float:
    spellings: list[str | float] = [
        serial(day),
        f"ngày {day.day}/{day.month}",
        f"{day.day}.{day.month}.{day.year}",
        f"8h00 ngày {day:%d/%m/%Y}",
    ]
    return rng.choice(spellings)


def _day(text: str) -> date:
    day, month, year = (int(part) for part in text.split("/"))
    return date(year, month, day)
