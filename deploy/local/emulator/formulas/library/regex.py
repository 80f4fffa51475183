"""REGEXMATCH, REGEXEXTRACT, REGEXREPLACE: Google's RE2 syntax on Python's engine."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from deploy.local.emulator.formulas.library.failing import fail, not_available
from deploy.local.emulator.formulas.outcomes import ErrorValue, unsupported
from deploy.local.emulator.formulas.registry import function
from deploy.local.emulator.formulas.values import Arg, Array, Failed, Value

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site

UNCERTAIN: Final = (
    (
        "Regular expressions follow RE2's published syntax; a number given as the text of a REGEX"
        " function is refused with #VALUE!."
    ),
)
LIMITS: Final = (
    (
        r"In regular expressions the classes of Unicode letters (\p{L}), the flag U and flags in"
        " the middle of an expression are refused."
    ),
)
_PIECE = re.compile(
    r"\\Q.*?(?:\\E|$)|\\p\{\^?\w+\}|\\x\{[0-9A-Fa-f]+\}|\\.|\[:\^?\w+:\]|\(\?[^:)]*[:)]?|"
    r"\{\d+(?:,\d*)?\}|[*+?]|\[|\]|.",
    re.DOTALL,
)
_ASCII = {"d": "0-9", "w": "0-9A-Za-z_", "s": r"\t\n\f\r "}
_POSIX = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "digit": "0-9",
    "lower": "a-z",
    "upper": "A-Z",
    "space": r"\t\n\v\f\r ",
    "punct": r"!-/:-@\[-`{-~",
    "word": "0-9A-Za-z_",
    "blank": r"\t ",
    "xdigit": "0-9A-Fa-f",
}
_REFUSED = re.compile(r"\(\?(=|!|<=|<!|>|P=|P>|\(|#|\d)")
_FLAGS = re.compile(r"\(\?([ims]+)\)")
_MOST_REPEATS = 1000


class _Invalid(Exception):  # noqa: N818 - becomes Google's error
    pass


@lru_cache(maxsize=512)
def compiled(text: str) -> re.Pattern[str]:
    """Return Python's pattern for one in RE2's syntax.

    Raises:
        Failed: when it is beyond what this server can translate.
        _Invalid: when RE2 would refuse it.
    """
    flags = _FLAGS.match(text)
    letters = flags[1] if flags else ""
    body = _Translation(text[flags.end() :] if flags else text, "m" in letters).text()
    head = f"(?{letters})" if letters else ""
    try:
        return re.compile(head + body)
    except (re.error, OverflowError) as problem:
        raise _Invalid from problem


class _Translation:
    def __init__(self, source: str, lines: bool) -> None:  # noqa: FBT001 - the flag m
        self._pieces = _PIECE.findall(source)
        self._lines = lines
        self._class = False
        self._started = False
        self._after = ""

    def text(self) -> str:
        return "".join(self._translated(piece) for piece in self._pieces)

    def _translated(self, piece: str) -> str:
        if self._class:
            return self._in_class(piece)
        before, self._after = self._after, piece
        if piece[0] in "*+?{" and (len(piece) == 1 or piece[1].isdigit()):
            return self._repeat(piece, before)
        if piece.startswith("(?"):
            return self._group(piece)
        if piece == "[":
            self._class, self._started = True, False
        if piece == "$" and not self._lines:
            return r"\Z"
        if piece.startswith("\\"):
            return self._escape(piece)
        return re.escape(piece) if piece.startswith("[:") else piece

    def _repeat(self, piece: str, before: str) -> str:
        self._after = "repeat" if before not in ("repeat", "lazy") else "wrong"
        if before == "repeat" and piece == "?":
            self._after = "lazy"
        elif self._after == "wrong":
            raise _Invalid
        if any(int(number) > _MOST_REPEATS for number in re.findall(r"\d+", piece)):
            raise _Invalid
        return piece

    def _group(self, piece: str) -> str:
        if _REFUSED.match(piece):
            raise _Invalid
        named = re.fullmatch(r"\(\?P?<(\w+)>.?", piece, re.DOTALL)
        if piece == "(?:" or re.fullmatch(r"\(\?[ims]+:", piece):
            return piece
        if named is None and not piece.startswith(("(?P<", "(?<")):
            raise Failed(unsupported(f"the regular expression part {piece}"))
        return piece.replace("(?<", "(?P<", 1)

    def _escape(self, piece: str) -> str:
        letter = piece[1:2]
        if not letter:
            raise _Invalid
        if letter == "Q":
            return re.escape(piece[2:].removesuffix("\\E"))
        if letter in "pPCX":
            raise Failed(unsupported(f"the regular expression part {piece}"))
        if letter.isdigit() or letter in "ZGKkRuUNh":
            raise _Invalid
        if piece.startswith("\\x{"):
            return re.escape(chr(int(piece[3:-1], 16)))
        if letter in _ASCII:
            return f"[{_ASCII[letter]}]"
        if letter.lower() in _ASCII:
            return f"[^{_ASCII[letter.lower()]}]"
        special = {"b": r"(?a:\b)", "B": r"(?a:\B)", "z": r"\Z", "a": r"\x07"}
        return special.get(letter, piece)

    def _in_class(self, piece: str) -> str:
        first, self._started = not self._started, self._started or piece != "^"
        if piece == "]" and not first:
            self._class = False
            return piece
        if piece.startswith("[:"):
            name = piece[2:-2]
            if name not in _POSIX:
                raise Failed(unsupported(f"the regular expression part {piece}"))
            return _POSIX[name]
        if piece.startswith("\\") and len(piece) > 1 and piece[1] in _ASCII:
            return _ASCII[piece[1]]
        if piece.startswith("\\") and len(piece) > 1 and piece[1] in "pPDWSQ":
            raise Failed(unsupported(f"the regular expression part {piece}"))
        return (
            "".join("\\" + one if one in "[]&~|" else one for one in piece)
            if (not piece.startswith("\\"))
            else piece
        )


def _pattern(site: "Site", text: str) -> re.Pattern[str]:
    try:
        return compiled(text)
    except (_Invalid, ValueError):
        fail(
            "REF",
            f'Function {site.name} parameter 2 value "{text}" is not a valid regular expression.',
        )


def _subject(site: "Site", value: Value) -> str:
    if isinstance(value, bool | int | float):
        kind = "boolean" if isinstance(value, bool) else "number"
        shown = str(value).upper() if isinstance(value, bool) else f"{value:.15g}"
        fail(
            "VALUE",
            f"Function {site.name} parameter 1 expects text values. "
            f"But '{shown}' is a {kind} and cannot be coerced to a text.",
        )
    if isinstance(value, ErrorValue):
        raise Failed(value)
    return value or ""


@function("REGEXMATCH", "st", bound=True)
def _matches(site: "Site", value: Value, pattern: str) -> bool:
    return _pattern(site, pattern).search(_subject(site, value)) is not None


@function("REGEXEXTRACT", "st", bound=True)
def _extract(site: "Site", value: Value, pattern: str) -> Arg:
    text = _subject(site, value)
    found = _pattern(site, pattern).search(text)
    if found is None:
        not_available(
            f'Function REGEXEXTRACT parameter 2 value "{pattern}" does not match text of '
            f'Function REGEXEXTRACT parameter 1 value "{text}".'
        )
    groups = found.groups(default="")
    if len(groups) > 1:
        return Array([list(groups)])
    return groups[0] if groups else found[0]


@function("REGEXREPLACE", "stt", bound=True)
def _replace(site: "Site", value: Value, pattern: str, new: str) -> str:
    text = _subject(site, value)
    found = _pattern(site, pattern)
    for number in re.findall(r"\$(\d)", new):
        if int(number) > found.groups:
            fail("REF", f'Function REGEXREPLACE parameter 3 value "{new}" is invalid.')

    def filled(match: re.Match[str]) -> str:
        return re.sub(r"\$(\d)", lambda mark: match[int(mark[1])] or "", new)

    return found.sub(filled, text)
