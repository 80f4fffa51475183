"""Cuts a number format pattern into its sections and their tokens."""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r"""(?P<quoted>"[^"]*"?)
    |\\(?P<escaped>.)
    |_(?P<space>.)
    |\*(?P<fill>.)
    |(?P<elapsed>\[(?:[hH]+|[mM]+|[sS]+)\])
    |\[(?P<condition>(?:<=|>=|<>|=|<|>)\s*-?\d+(?:\.\d+)?)\]
    |\[\$(?P<symbol>[^\]-]*)[^\]]*\]
    |(?P<colour>\[[^\]]*\])
    |(?P<half>(?i:am/pm|a/p)|(?<![A-Za-z])[AP]M(?![A-Za-z]))
    |(?P<general>(?i:general))
    |(?P<letters>[yY]+|m+|M+|[dD]+|[hH]+|[sS]+)
    |(?P<exponent>[eE][+-])
    |(?P<digit>[0#?])
    |(?P<point>\.)
    |(?P<comma>,)
    |(?P<percent>%)
    |(?P<slash>/)
    |(?P<text>@)
    |(?P<section>;)
    |(?P<plain>.)""",
    re.VERBOSE | re.DOTALL,
)
_LITERALS = ("quoted", "escaped", "symbol", "plain", "fill")
_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
    "=": operator.eq,
    "<": operator.lt,
    ">": operator.gt,
}
_MOST_NUMERIC = 3


@dataclass(frozen=True)
class Token:
    """One piece of a pattern; a literal's text is what it shows."""

    kind: str
    text: str


@dataclass(frozen=True)
class Section:
    """One of a pattern's parts between semicolons; ``condition`` is its own, if it has one."""

    tokens: tuple[Token, ...]
    condition: tuple[str, float] | None = None

    @property
    def is_date(self) -> bool:
        """Whether it shows dates, times or durations."""
        return any(token.kind in ("letters", "elapsed") for token in self.tokens)

    @property
    def is_text(self) -> bool:
        """Whether it shows texts."""
        return any(token.kind == "text" for token in self.tokens)

    def accepts(self, number: float) -> bool:
        """Say whether the section has a condition of its own that holds."""
        sign, bound = self.condition or ("", 0.0)
        return bool(sign) and _COMPARISONS[sign](number, bound)


@lru_cache(maxsize=512)
def sections_of(pattern: str) -> tuple[Section, ...]:
    """Return the sections of a pattern, at least one; nothing in a pattern is an error."""
    found: list[Section] = []
    tokens: list[Token] = []
    condition: tuple[str, float] | None = None
    for match in _TOKEN.finditer(pattern):
        kind = str(match.lastgroup)
        if kind == "section":
            found.append(Section(tuple(tokens), condition))
            tokens, condition = [], None
        elif kind == "condition":
            condition = _condition(match[kind])
        elif kind != "colour":
            tokens.append(_token(kind, match[kind]))
    return (*found, Section(tuple(tokens), condition))


def _condition(text: str) -> tuple[str, float]:
    sign = text.rstrip("-.0123456789").strip()
    return sign, float(text.removeprefix(sign))


def _token(kind: str, text: str) -> Token:
    if kind == "quoted":
        return Token("literal", text.strip('"'))
    if kind == "space":
        return Token("literal", " ")
    return Token("literal" if kind in _LITERALS else kind, text)


def section_for(number: float, sections: tuple[Section, ...]) -> tuple[Section, float]:
    """Return the section that shows ``number`` and what it shows: the negative one, no sign."""
    numeric = [part for part in sections[:_MOST_NUMERIC] if not part.is_text] or [sections[0]]
    conditional = any(part.condition is not None for part in numeric)
    for index, part in enumerate(numeric):
        if part.accepts(number):
            return part, number
        if part.condition is None and _by_default(
            number, index, len(numeric), conditional=conditional
        ):
            bare = index == 1 and number < 0 and (len(numeric) > index + 1 or not conditional)
            return part, -number if bare else number
    return numeric[-1], number


def _by_default(number: float, index: int, count: int, *, conditional: bool) -> bool:
    """Say whether a section without a condition shows the number: above, below, the rest."""
    if index == count - 1 and (conditional or index != 1):
        return True
    if index == 1:
        return number < 0
    return number > 0 or (number == 0 and count < _MOST_NUMERIC)
