"""Numbers as fractions: ``# ?/?``, ``0/0``, ``# ??/16``."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from deploy.local.emulator.cells.digits import Slots, fill_whole
from deploy.local.emulator.cells.sections import Token

UNCERTAIN: Final = (
    "A whole number in a pattern such as `# ?/?` shows spaces in place of the fraction, as Excel.",
)
MOST_DIGITS = 7


def slash_of(tokens: Sequence[Token]) -> int | None:
    """Return the place of the slash between placeholders, if the section has one."""
    for at in range(1, len(tokens) - 1):
        below = _below(tokens, at)
        if tokens[at].kind == "slash" and tokens[at - 1].kind == "digit" and below:
            return at
    return None


def fill(
    value: Decimal, tokens: Sequence[Token], slash: int, thousands: str
) -> tuple[dict[int, str], bool]:
    """Return the text of each place and whether the number shows as zero."""
    above = _above(tokens, slash)
    below = _below(tokens, slash)
    whole_slots = [
        (at, token.text) for at, token in enumerate(tokens[: above[0]]) if token.kind == "digit"
    ]
    number = Fraction(value)
    whole = int(number) if whole_slots else 0
    part = _nearest(number - whole, below)
    if whole_slots and part.numerator == part.denominator:
        whole, part = whole + 1, Fraction(0)
    fixed = _fixed(below)
    bottom = fixed or part.denominator
    top = int(part * bottom)
    commas = [at for at, token in enumerate(tokens[: above[0]]) if token.kind == "comma"]
    parts = dict.fromkeys(commas, "")
    parts |= fill_whole(str(whole or ""), whole_slots, thousands if commas else "")
    blank = bool(whole_slots) and top == 0 and "0" not in tokens[above[-1]].text
    parts |= _top(top, [(at, tokens[at].text) for at in above], blank=blank)
    parts |= _bottom(str(bottom), tokens, slash, below, blank=blank)
    return parts, whole == 0 and top == 0


def _above(tokens: Sequence[Token], slash: int) -> list[int]:
    start = slash
    while start and tokens[start - 1].kind == "digit":
        start -= 1
    return list(range(start, slash))


def _below(tokens: Sequence[Token], slash: int) -> str:
    """Return the denominator's placeholders or fixed digits."""
    found = ""
    for token in tokens[slash + 1 :]:
        if token.kind != "digit" and not token.text.isdecimal():
            break
        found += token.text
    return found


def _fixed(below: str) -> int:
    return int(below) if below.isascii() and below.isdecimal() and below.strip("0") else 0


def _nearest(part: Fraction, below: str) -> Fraction:
    fixed = _fixed(below)
    if fixed:
        return Fraction(int(part * fixed + Fraction(1, 2)), fixed)
    return part.limit_denominator(10 ** min(len(below), MOST_DIGITS) - 1)


def _top(number: int, slots: Slots, *, blank: bool) -> dict[int, str]:
    if blank:
        return {at: " " if placeholder == "?" else "" for at, placeholder in slots}
    return fill_whole(str(number), slots, "")


def _bottom(
    digits: str, tokens: Sequence[Token], slash: int, below: str, *, blank: bool
) -> dict[int, str]:
    spaced = "?" in below or _fixed(below)
    width = len(below) if spaced else 0
    text = " " * (width + bool(width)) if blank else "/" + digits.ljust(width)
    places = dict.fromkeys(range(slash + 1, slash + 1 + _count(tokens, slash, below)), "")
    return {**places, slash: text}


def _count(tokens: Sequence[Token], slash: int, below: str) -> int:
    """Return how many tokens make up the denominator."""
    left, count = len(below), 0
    while left > 0:
        left -= len(tokens[slash + 1 + count].text)
        count += 1
    return count
