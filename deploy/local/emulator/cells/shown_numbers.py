"""Numbers through the digit placeholders of a section."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from deploy.local.emulator.cells import shown_fractions
from deploy.local.emulator.cells.digits import Slots, fill_decimals, fill_whole
from deploy.local.emulator.cells.general import general
from deploy.local.emulator.cells.locales import Locale
from deploy.local.emulator.cells.sections import Section, Token

MOST_DIGITS = 400
"""No double has more digits than that before its point."""


_SHOWN = ("literal", "percent", "half", "slash", "comma")


@dataclass(frozen=True)
class _Layout:
    """Where the placeholders of a section are, and what its commas mean."""

    whole: Slots
    decimals: Slots
    exponent: Slots
    point: int | None
    mark: int | None
    separators: tuple[int, ...]
    scaling: tuple[int, ...]

    @property
    def grouped(self) -> bool:
        """Whether thousands are set apart: a comma stands between whole digits."""
        return bool(self.separators)


def show(number: float, section: Section, locale: Locale) -> str:
    """Return ``number`` as a section without dates shows it, its minus sign in front."""
    tokens = section.tokens
    value = exact(abs(number))
    value = value.scaleb(2 * sum(token.kind == "percent" for token in tokens))
    slash = shown_fractions.slash_of(tokens)
    if any(token.kind in ("general", "text") for token in tokens):
        parts = {
            at: general(abs(number), locale)
            for at, token in enumerate(tokens)
            if token.kind in ("general", "text")
        }
        zero = number == 0
    elif slash is not None:
        parts, zero = shown_fractions.fill(value, tokens, slash, locale.thousands)
    else:
        parts, zero = _fill(value, tokens, _layout(tokens), locale)
    text = "".join(
        parts.get(at, token.text if token.kind in _SHOWN else "") for at, token in enumerate(tokens)
    )
    return f"-{text}" if number < 0 and not zero else text


def exact(number: float) -> Decimal:
    """Return the number as people see it: fifteen digits, so 1.005 is 1.005."""
    return Decimal(f"{number:.15g}")


def rounded(value: Decimal, places: int) -> Decimal:
    """Round half up, as spreadsheets do."""
    exact_enough = Context(
        prec=MOST_DIGITS + places + max(value.adjusted(), 0), rounding=ROUND_HALF_UP
    )
    return value.quantize(Decimal(1).scaleb(-places), context=exact_enough)


def _layout(tokens: Sequence[Token]) -> _Layout:
    digits = [at for at, token in enumerate(tokens) if token.kind == "digit"]
    mark = next((at for at, token in enumerate(tokens) if token.kind == "exponent"), None)
    point = next((at for at, token in enumerate(tokens) if token.kind == "point"), None)
    end = len(tokens) if mark is None else mark
    if point is not None and point > end:
        point = None
    stop = end if point is None else point
    whole = [at for at in digits if at < stop]
    decimals = [at for at in digits if stop < at < end]
    inner = range(whole[0], whole[-1]) if whole else ()
    scaling = [at for run in (whole, decimals) if run for at in _commas_after(tokens, run[-1])]
    return _Layout(
        whole=_slots(tokens, whole),
        decimals=_slots(tokens, decimals),
        exponent=_slots(tokens, [at for at in digits if at > end]),
        point=point,
        mark=mark,
        separators=tuple(at for at in inner if tokens[at].kind == "comma"),
        scaling=tuple(scaling),
    )


def _commas_after(tokens: Sequence[Token], at: int) -> list[int]:
    rest = itertools.takewhile(
        lambda place: tokens[place].kind == "comma", range(at + 1, len(tokens))
    )
    return list(rest)


def _slots(tokens: Sequence[Token], places: Sequence[int]) -> Slots:
    return [(at, tokens[at].text) for at in places]


def _fill(
    value: Decimal, tokens: Sequence[Token], layout: _Layout, locale: Locale
) -> tuple[dict[int, str], bool]:
    """Return the text of each placeholder and whether the number shows as nothing but zeros."""
    if not (layout.whole or layout.decimals):
        return {}, value == 0
    value = value.scaleb(-3 * len(layout.scaling))
    parts = dict.fromkeys((*layout.separators, *layout.scaling), "")
    if layout.mark is not None:
        value, power = _scaled(value, max(len(layout.whole), 1), len(layout.decimals))
        parts[layout.mark] = _exponent(power, tokens[layout.mark].text, layout)
    value = rounded(value, len(layout.decimals))
    left, _, right = f"{value:f}".partition(".")
    parts |= fill_whole(left.lstrip("0"), layout.whole, locale.thousands if layout.grouped else "")
    parts |= fill_decimals(right, layout.decimals)
    if layout.point is not None:
        parts[layout.point] = ("" if layout.whole else left.lstrip("0")) + locale.decimal
    return parts, value == 0


def _scaled(value: Decimal, width: int, places: int) -> tuple[Decimal, int]:
    """Return mantissa and exponent; with several whole digits the exponent is their multiple."""
    if value == 0:
        return value, 0
    power = value.adjusted() // width * width
    mantissa = rounded(value.scaleb(-power), places)
    if mantissa.adjusted() >= width:
        power += width
        mantissa = rounded(value.scaleb(-power), places)
    return mantissa, power


def _exponent(power: int, mark: str, layout: _Layout) -> str:
    sign = "-" if power < 0 else "+" if mark[1] == "+" else ""
    zeros = sum(placeholder == "0" for _, placeholder in layout.exponent)
    return f"{mark[0]}{sign}{abs(power):0{max(zeros, 1)}d}"
