"""One cell as a line of a form: its bullet, its counter and the words after them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from functions.domain.workbook import Cell
from functions.tables.encodings import repair
from functions.tables.words import clean, has_tones, plain, spoken

Words = tuple[str, ...]

LONGEST_LINE = 300
"""Characters that a line of a form may have; more is somebody's text."""

_LONGEST_PHRASE = 4
_LAST_ROW_NUMBER = 9999
_BULLETS = re.compile(r"^(?:[-–—*+•·▪■●○►➢➤✓>=∑σ]\s*)+")
_ROMAN = r"x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3}"
# A dash without a space is part of a word: «E-learning».
_MARK = r"(?:\s*[.)\]/:]+\s*[-–—]?\s*|\s*[-–—]\s+|\s+[-–—]\s*)"
_COUNTER = re.compile(
    rf"^[(\[]?(?:(?P<roman>{_ROMAN})|(?P<letter>[a-zđ])(?!/\S)|(?P<number>\d{{1,3}}(?:\.\d{{1,2}})*))"
    rf"{_MARK}(?=\S)"
)
# Without a mark behind it, «vi» begins «vi tính» and «xi» begins «xi măng».
_BARE_ROMAN = re.compile(r"^(?P<roman>ii|iii|iv|vii|viii|ix|xii|xiii|xiv|xv)\s+(?=\S)")
_BARE_COUNTER = re.compile(rf"^(?:(?P<roman>{_ROMAN})|(?P<letter>[a-hđ]))\s+(?=\S)")
_WHOLE_COUNTER = re.compile(
    rf"[(\[]?(?:(?P<roman>{_ROMAN})|(?P<letter>[a-hđ])|(?P<number>\d{{1,4}}))[.)\]/:\-]*"
)
_APPROXIMATELY = r"(?:[~≈><±+\-]|khoảng|gần|hơn|trên|dưới|đạt)?\s*"
_FIGURE = re.compile(rf"{_APPROXIMATELY}\d(?:[\d\s.,/%:+\-–]*[\d%])?(?:\s*[^\W\d]+){{0,2}}\.?")


class Counter(Enum):
    """What a line is counted with."""

    NONE = 0
    NUMBER = 1
    LETTER = 2
    ROMAN = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One text. `text` is all of it in lower case, `body` what follows bullet and counter.

    `plain` are the words of the body without diacritics, `spoken` the same with them, in one
    spelling; `toneless` says that the whole text was typed without diacritics.
    """

    text: str
    body: str
    bullet: bool
    counter: Counter
    plain: Words
    spoken: Words
    toneless: bool

    @property
    def after_first_word(self) -> str:
        """What directly follows the first word of the body, spaces left out."""
        return re.sub(r"^\w+\s*", "", self.body)


@lru_cache(maxsize=16384)
def line_of(text: str) -> Line:
    """Take a text apart; case, spaces and how it is encoded make no difference."""
    whole = clean(repair(text[:LONGEST_LINE]).text).casefold()
    body = _BULLETS.sub("", whole)
    counter, body_after = _counted(body)
    bullet = body != whole
    words = tuple(plain(body_after).split())
    return Line(
        whole,
        body_after,
        bullet,
        counter,
        words,
        tuple(spoken(body_after).split()),
        not has_tones(whole),
    )


def counter_of(cell: Cell) -> Counter:
    """Say what kind of counter a whole cell is: `5`, `(5)`, `II.`, `B`, or none."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        whole = 0 <= cell <= _LAST_ROW_NUMBER and cell == int(cell)
        return Counter.NUMBER if whole else Counter.NONE
    if not isinstance(cell, str):
        return Counter.NONE
    match = _WHOLE_COUNTER.fullmatch(clean(cell).casefold())
    return _kind(match) if match else Counter.NONE


def is_figure(cell: Cell) -> bool:
    """Say whether a cell holds a number, a date or a number with its unit: `1.200`, `9 xã`."""
    if isinstance(cell, bool) or cell is None:
        return False
    if isinstance(cell, int | float):
        return True
    return isinstance(cell, str) and bool(_FIGURE.fullmatch(clean(cell).casefold()))


def is_text(cell: Cell) -> bool:
    """Say whether a cell holds words."""
    return isinstance(cell, str) and not is_figure(cell)


def _counted(body: str) -> tuple[Counter, str]:
    match = _COUNTER.match(body) or _BARE_ROMAN.match(body)
    return (_kind(match), body[match.end() :]) if match else (Counter.NONE, body)


def bare_counter(line: Line) -> str:
    """Return what follows a counter without a mark, as in `A Khối xã`; empty without a counter."""
    match = _BARE_COUNTER.match(line.body) if line.counter is Counter.NONE else None
    return line.body[match.end() :] if match else ""


def _kind(match: re.Match[str]) -> Counter:
    if match["roman"]:
        return Counter.ROMAN
    return Counter.LETTER if match.groupdict().get("letter") else Counter.NUMBER


def plain_phrases(*phrases: str) -> frozenset[Words]:
    """Return phrases that are known without their diacritics too."""
    return frozenset(tuple(plain(each).split()) for each in phrases)


def spoken_phrases(*phrases: str) -> frozenset[Words]:
    """Return phrases of which the diacritics matter."""
    return frozenset(tuple(spoken(each).split()) for each in phrases)


def begins(words: Words, phrases: frozenset[Words]) -> int:
    """Return of how many words the longest phrase is with which `words` begin, 0 for none."""
    longest = min(_LONGEST_PHRASE, len(words))
    return next((n for n in range(longest, 0, -1) if words[:n] in phrases), 0)
