"""Typed numbers, percentages and amounts of money."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from deploy.local.emulator.cells.locales import Locale
from deploy.local.emulator.cells.reading import Read

UNCERTAIN: Final = (
    "Amounts in round brackets count as negative; Google's reading of them was not recorded.",
    (
        "Only the currency sign of the document's locale makes money of a text (reported for £"
        " and $); it may stand before or behind, and đ, VND and the like stay text."
    ),
    "Numbers whose thousands are grouped wrongly (`1,23` in en_US) stay text.",
)
LARGEST = Decimal("1.7976931348623157e308")
_SIGNS = ("+", "-")


@lru_cache(maxsize=64)
def _grammar(decimal: str, thousands: str) -> re.Pattern[str]:
    point, group = re.escape(decimal), re.escape(thousands)
    return re.compile(
        rf"(?P<whole>\d{{1,3}}(?:{group}\d{{3}})+|\d*)(?:{point}(?P<part>\d*))?"
        r"(?P<power>[eE][+-]?\d{1,5})?",
        re.ASCII,
    )


def read_number(text: str, locale: Locale) -> Read | None:
    """Return the number a text without surrounding spaces stands for, None for a text."""
    wrapped = text.startswith("(") and text.endswith(")")
    sign, body = _signed(text[1:-1].strip() if wrapped else text)
    bare = body.removeprefix(locale.currency).removesuffix(locale.currency).strip()
    money = bare != body
    if money and not sign:
        sign, bare = _signed(bare)
    percent = bare.endswith("%")
    if (wrapped and sign) or (money and percent):
        return None
    match = _grammar(locale.decimal, locale.thousands).fullmatch(bare.rstrip("%").rstrip())
    if match is None or bare.count("%") > 1 or not (match["whole"] or match["part"]):
        return None
    if match["power"] and (money or percent):
        return None
    size = _size(match, locale)
    if size > LARGEST:
        return None
    value = -size if wrapped or sign == "-" else size
    return _read(value, match, locale, money=money, percent=percent)


def _signed(text: str) -> tuple[str, str]:
    return (text[0], text[1:]) if text.startswith(_SIGNS) else ("", text)


def _size(match: re.Match[str], locale: Locale) -> Decimal:
    digits = match["whole"].replace(locale.thousands, "")
    return Decimal(f"{digits or 0}.{match['part'] or 0}{match['power'] or ''}")


def _read(
    value: Decimal, match: re.Match[str], locale: Locale, *, money: bool, percent: bool
) -> Read:
    decimals = bool(match["part"])
    if match["power"]:
        return Read(float(value), "SCIENTIFIC", "0.00E+00")
    if percent:
        return Read(float(value.scaleb(-2)), "PERCENT", "0.00%" if decimals else "0%")
    number = float(value) if decimals else int(value)
    if money:
        return Read(number, "CURRENCY", locale.money(decimals=decimals))
    if locale.thousands in match["whole"]:
        return Read(number, "NUMBER", "#,##0.00" if decimals else "#,##0")
    return Read(number)
