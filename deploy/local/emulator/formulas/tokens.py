"""Cuts a formula into tokens and understands its references."""

import re
from dataclasses import dataclass
from functools import lru_cache

from deploy.local.emulator import a1

_SHEET = r"(?:(?P<sheet>'(?:[^']|'')+'|[^\W\d][\w.]*)!)?"
_CORNER = r"(?:\$?[A-Za-z]{1,3}\$?[1-9]\d*|\$?[A-Za-z]{1,3}|\$?[1-9]\d*)"
_CELL = r"\$?[A-Za-z]{1,3}\$?[1-9]\d*"


def _grammar(point: str) -> re.Pattern[str]:
    return re.compile(
        rf"""(?P<text>"(?:[^"]|"")*")
        |(?P<error>(?:(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?\#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!))
        |(?P<function>[^\W\d][\w.]*(?=\s*\())
        |(?P<ref>{_SHEET}(?P<cells>{_CORNER}:{_CORNER}|{_CELL})(?![\w.(]))
        |(?P<number>\d+(?:{point}\d+)?(?:[eE][+-]?\d+)?|{point}\d+)
        |(?P<name>(?:(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?[^\W\d][\w.]*)
        |(?P<space>\s+)
        |(?P<open>[({{])|(?P<close>[)}}])
        |(?P<separator>[,;\\])|(?P<colon>:)
        |(?P<operator><>|<=|>=|[-+*/^&=<>%])
        |(?P<other>.)""",
        re.VERBOSE | re.DOTALL,
    )


_GRAMMARS = {",": _grammar(","), ".": _grammar(r"\.")}


@dataclass(frozen=True)
class Token:
    """One piece of a formula: its kind and its exact text; for a reference its two parts."""

    kind: str
    text: str
    sheet: str | None = None
    cells: str = ""


@lru_cache(maxsize=20_000)
def tokenize(formula: str, decimal: str) -> tuple[Token, ...]:
    """Return the tokens of ``formula`` (without its equals sign); joined they give it back."""
    tokens = []
    for match in _GRAMMARS[decimal].finditer(formula):
        if match["ref"] is not None:
            sheet = match["sheet"]
            title = a1.split_sheet(f"{sheet}!")[0] if sheet else None
            tokens.append(Token("ref", match["ref"], title, match["cells"]))
        else:
            kind = next(name for name in _KINDS if match[name] is not None)
            tokens.append(Token(kind, match[0]))
    return tuple(tokens)


_KINDS = (
    "text",
    "error",
    "function",
    "number",
    "name",
    "space",
    "open",
    "close",
    "separator",
    "colon",
    "operator",
    "other",
)
