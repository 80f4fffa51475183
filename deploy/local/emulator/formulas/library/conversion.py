"""Turns values into other kinds: TEXT, VALUE, TO_DATE, HYPERLINK."""

from typing import TYPE_CHECKING

from deploy.local.emulator.cells import patterns
from deploy.local.emulator.cells.typed import read_typed
from deploy.local.emulator.formulas import hints
from deploy.local.emulator.formulas.coercion import number_in, to_text
from deploy.local.emulator.formulas.library.failing import fail
from deploy.local.emulator.formulas.library.numbers import is_number
from deploy.local.emulator.formulas.outcomes import ErrorValue
from deploy.local.emulator.formulas.registry import function
from deploy.local.emulator.formulas.values import Area, Arg, Failed, Value, plain

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site


@function("TEXT", "st", bound=True)
def _text(site: "Site", value: Value, pattern: str) -> str:
    locale = site.world.locale
    number = 0 if value is None else value
    if isinstance(number, bool) or not isinstance(number, int | float):
        return patterns.render_text(to_text(number, locale), pattern)
    return patterns.render(number, pattern, locale)


@function("VALUE", "s", bound=True)
def _value(site: "Site", value: Value) -> float:
    if not isinstance(value, str):
        return 0 if value is None or isinstance(value, ErrorValue) else float(value)
    found = number_in(value, site.world.locale)
    if found is None:
        fail("VALUE", f"VALUE parameter '{value}' cannot be parsed to number.")
    return found


def _moment(site: "Site", value: Value, kinds: tuple[str, ...]) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = to_text(value, site.world.locale)
    typed = read_typed(text.strip() or "?", site.world.locale)
    kind = (typed.number_format or {}).get("type")
    if kind not in kinds or not isinstance(typed.value, int | float):
        fail("VALUE", f"{site.name} parameter '{text}' cannot be parsed to date/time.")
    return typed.value


@function("DATEVALUE", "s", bound=True)
def _date_value(site: "Site", value: Value) -> int:
    return int(_moment(site, value, ("DATE", "DATE_TIME")) // 1)


@function("TIMEVALUE", "s", bound=True)
def _time_value(site: "Site", value: Value) -> float:
    return _moment(site, value, ("TIME", "DATE", "DATE_TIME")) % 1


@function("TO_DATE TO_PERCENT TO_DOLLARS TO_PURE_NUMBER", "s")
def _same(value: Value) -> Value:
    return value


@function("TO_TEXT", "r", bound=True)
def _to_text(site: "Site", given: Arg) -> str:
    value = plain(given)
    if isinstance(value, ErrorValue):
        raise Failed(value)
    if isinstance(given, Area) and isinstance(value, int | float) and is_number(value):
        chosen = hints.pattern_of(site.world.workbook, given.key())
        if chosen:
            return patterns.render(value, chosen, site.world.locale)
        return patterns.general(value, site.world.locale)
    return to_text(value, site.world.locale)


@function("FIXED", "nib", least=1, bound=True)
def _fixed(site: "Site", value: float, places: int = 2, bare: bool = False) -> str:  # noqa: FBT001, FBT002
    digits = "0." + "0" * min(places, 300) if places > 0 else "0"
    scale = 10.0 ** min(-places, 300) if places < 0 else 1
    rounded = round(value / scale) * scale if places < 0 else value
    return patterns.render(rounded, digits if bare else f"#,##{digits}", site.world.locale)


@function("DOLLAR", "ni", least=1, bound=True)
def _dollar(site: "Site", value: float, places: int = 2) -> str:
    digits = "0." + "0" * min(places, 300) if places > 0 else "0"
    currency = site.world.locale.currency
    return patterns.render(value, f'"{currency}"#,##{digits}', site.world.locale)


@function("HYPERLINK", "ts", least=1)
def _hyperlink(address: str, label: Value = None) -> Value:
    return address if label is None else label


@function("SPARKLINE", "rr", least=1)
def _sparkline(given: Arg, _options: Arg = None) -> None:
    """Draw nothing: the value of a cell with a little chart is blank."""
    value = plain(given)
    if isinstance(value, ErrorValue):
        raise Failed(value)
