"""Days, months, weeks, working days."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from deploy.local.emulator.cells import serials
from deploy.local.emulator.formulas.coercion import Parameter, to_number
from deploy.local.emulator.formulas.library.failing import fail
from deploy.local.emulator.formulas.registry import function
from deploy.local.emulator.formulas.values import Arg, Value, flat, plain

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site

_FIRST_YEAR, _LAST_YEAR, _CENTURY = 1899, 9999, 1900
_MONTHS = 12
_MOST_DAYS = 2_958_465
_DAY_SECONDS = serials.SECONDS_A_DAY
_WEEK = 7


def _day(site: "Site", serial: float) -> date:
    moment = serials.to_moment(int(serial // 1))
    if moment is None or not -_MOST_DAYS < serial <= _MOST_DAYS:
        fail("NUM", f"Function {site.name} parameter 1 value {serial:g} is out of range.")
    return moment.date()


def _month_on(site: "Site", year: int, month: int) -> tuple[int, int]:
    years, rest = divmod(month - 1, _MONTHS)
    if not _FIRST_YEAR < year + years <= _LAST_YEAR:
        fail("NUM", f"Function {site.name} leads beyond the years 1900 to 9999.")
    return year + years, rest + 1


@function("TODAY", "", bound=True)
def _today(site: "Site") -> int:
    return serials.from_date(site.world.now().date())


@function("NOW", "", bound=True)
def _now(site: "Site") -> float:
    return serials.from_moment(site.world.now())


@function("DATE", "iii", bound=True)
def _date(site: "Site", year: int, month: int, day: int) -> int:
    full = year + _CENTURY if 0 <= year < _CENTURY else year
    on_year, on_month = _month_on(site, full, month)
    found = serials.from_date(date(on_year, on_month, 1)) + day - 1
    if not 0 <= found <= _MOST_DAYS:
        fail("NUM", "Function DATE leads beyond the years 1900 to 9999.")
    return found


@function("TIME", "iii")
def _time(hour: int, minute: int, second: int) -> float:
    seconds = hour * 3600 + minute * 60 + second
    if seconds < 0:
        fail("NUM", "Function TIME needs a time that is not negative.")
    return seconds % _DAY_SECONDS / _DAY_SECONDS


@function("YEAR", "n", bound=True)
def _year(site: "Site", serial: float) -> int:
    return _day(site, serial).year


@function("MONTH", "n", bound=True)
def _month(site: "Site", serial: float) -> int:
    return _day(site, serial).month


@function("DAY", "n", bound=True)
def _day_of_month(site: "Site", serial: float) -> int:
    return _day(site, serial).day


def _seconds(serial: float) -> int:
    return round(serial % 1 * _DAY_SECONDS) % _DAY_SECONDS


@function("HOUR", "n")
def _hour(serial: float) -> int:
    return _seconds(serial) // 3600


@function("MINUTE", "n")
def _minute(serial: float) -> int:
    return _seconds(serial) // 60 % 60


@function("SECOND", "n")
def _second(serial: float) -> int:
    return _seconds(serial) % 60


@function("WEEKDAY", "ni", least=1, bound=True)
def _weekday(site: "Site", serial: float, kind: int = 1) -> int:
    monday_first = _day(site, serial).weekday()
    starts = {1: 6, 2: 0, 3: 0, **{10 + one: one - 1 for one in range(1, 8)}}
    if kind not in starts:
        fail("NUM", f"Function WEEKDAY parameter 2 value is {kind}. It is no known type.")
    return (monday_first - starts[kind]) % _WEEK + (kind != 3)  # noqa: PLR2004 - type 3 counts from 0


@function("WEEKNUM", "ni", least=1, bound=True)
def _week(site: "Site", serial: float, kind: int = 1) -> int:
    day = _day(site, serial)
    if kind == 21:  # noqa: PLR2004 - the type for ISO weeks
        return day.isocalendar().week
    starts = {1: 6, 2: 0, **{10 + one: one - 1 for one in range(1, 8)}}
    if kind not in starts:
        fail("NUM", f"Function WEEKNUM parameter 2 value is {kind}. It is no known type.")
    first = date(day.year, 1, 1)
    lead = (first.weekday() - starts[kind]) % _WEEK
    return ((day - first).days + lead) // _WEEK + 1


@function("ISOWEEKNUM", "n", bound=True)
def _iso_week(site: "Site", serial: float) -> int:
    return _day(site, serial).isocalendar().week


@function("EDATE", "ni", bound=True)
def _edate(site: "Site", serial: float, months: int) -> int:
    day = _day(site, serial)
    year, month = _month_on(site, day.year, day.month + months)
    return serials.from_date(date(year, month, min(day.day, monthrange(year, month)[1])))


@function("EOMONTH", "ni", bound=True)
def _end_of_month(site: "Site", serial: float, months: int) -> int:
    day = _day(site, serial)
    year, month = _month_on(site, day.year, day.month + months)
    return serials.from_date(date(year, month, monthrange(year, month)[1]))


@function("DAYS", "nn")
def _days(end: float, start: float) -> int:
    return int(end // 1) - int(start // 1)


@function("DATEDIF", "nnt", bound=True)
def _difference(site: "Site", start: float, end: float, unit: str) -> int:
    first, last = _day(site, start), _day(site, end)
    if first > last:
        fail(
            "NUM",
            f"Function DATEDIF parameter 1 ({start:g}) should be on or before Function DATEDIF "
            f"parameter 2 ({end:g}).",
        )
    months = (last.year - first.year) * _MONTHS + last.month - first.month
    months -= last.day < first.day
    found = {"Y": months // _MONTHS, "M": months, "D": (last - first).days, "YM": months % _MONTHS}
    if unit.upper() in found:
        return found[unit.upper()]
    if unit.upper() in ("MD", "YD"):
        back = months if unit.upper() == "MD" else months - months % _MONTHS
        year, month = _month_on(site, first.year, first.month + back)
        on = date(year, month, 1) + timedelta(min(first.day, monthrange(year, month)[1]) - 1)
        return (last - on).days
    return fail("NUM", f"Function DATEDIF parameter 3 value is {unit}. It is no known unit.")


def _free_days(site: "Site", kind: Value) -> frozenset[int]:
    """Return the weekdays (Monday is 0) without work."""
    if isinstance(kind, str) and len(kind) == _WEEK and set(kind) <= {"0", "1"}:
        return frozenset(at for at, mark in enumerate(kind) if mark == "1")
    number = kind if isinstance(kind, int | float) else 0
    if 1 <= number <= _WEEK:
        first = (int(number) + 4) % _WEEK
        return frozenset((first, (first + 1) % _WEEK))
    if 11 <= number <= 17:  # noqa: PLR2004 - one free day, Sunday to Saturday
        return frozenset(((int(number) - 12) % _WEEK,))
    return fail("NUM", f"Function {site.name} parameter 3 value is not a known weekend.")


def _holidays(site: "Site", given: Arg) -> frozenset[int]:
    values = (value for value in flat(given) if value is not None)
    at = Parameter(site.name, 4)
    return frozenset(int(to_number(value, site.world.locale, at)) for value in values)


def _works(serials_of: Iterable[int], free: frozenset[int], holidays: frozenset[int]) -> int:
    return sum((serial - 2) % _WEEK not in free and serial not in holidays for serial in serials_of)


def _between(
    site: "Site", start: float, end: float, free: frozenset[int], holidays: frozenset[int]
) -> int:
    first, last = sorted((int(start), int(end)))
    _day(site, first)
    _day(site, last)
    sign = 1 if start <= end else -1
    return sign * _works(range(first, last + 1), free, holidays)


@function("NETWORKDAYS", "nnr", least=2, bound=True)
def _working_days(site: "Site", start: float, end: float, holidays: Arg = None) -> int:
    return _between(site, start, end, frozenset((5, 6)), _holidays(site, holidays))


@function("NETWORKDAYS.INTL", "nnrr", least=2, bound=True)
def _working_days_of(
    site: "Site", start: float, end: float, kind: Arg = 1, holidays: Arg = None
) -> int:
    return _between(site, start, end, _free_days(site, plain(kind)), _holidays(site, holidays))


def _after(
    site: "Site", start: float, count: int, free: frozenset[int], holidays: frozenset[int]
) -> int:
    if len(free) == _WEEK:
        fail("VALUE", f"Function {site.name} needs at least one working day a week.")
    serial, left, step = int(start), abs(count), 1 if count > 0 else -1
    while left:
        serial += step
        _day(site, serial)
        left -= _works((serial,), free, holidays)
    return serial


@function("WORKDAY", "nir", least=2, bound=True)
def _workday(site: "Site", start: float, count: int, holidays: Arg = None) -> int:
    return _after(site, start, count, frozenset((5, 6)), _holidays(site, holidays))


@function("WORKDAY.INTL", "nirr", least=2, bound=True)
def _workday_of(site: "Site", start: float, count: int, kind: Arg = 1, holidays: Arg = None) -> int:
    return _after(site, start, count, _free_days(site, plain(kind)), _holidays(site, holidays))


@function("EPOCHTODATE", "ni", least=1)
def _from_epoch(stamp: float, unit: int = 1) -> float:
    parts = {1: 1, 2: 1_000, 3: 1_000_000}
    if unit not in parts or stamp < 0:
        fail("NUM", "Function EPOCHTODATE has a parameter out of range.")
    return 25_569 + stamp / parts[unit] / _DAY_SECONDS
