"""Puts one of Google's formulas into the engine's language, or says why that cannot be done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from deploy.local.emulator.formulas import functions
from deploy.local.emulator.formulas.outcomes import PARSE_ERROR as _PARSE_ERROR
from deploy.local.emulator.formulas.outcomes import (
    ErrorValue,
    missing_sheet,
    unknown_function,
    unsupported,
)
from deploy.local.emulator.formulas.tokens import Token, tokenize

GUARD = "LOCAL_BLANK"
"""Engine function around formulas whose blank result must stay blank."""

_MAY_BE_BLANK = frozenset(
    [
        "IF",
        "IFS",
        "IFERROR",
        "IFNA",
        "SWITCH",
        "CHOOSE",
        "INDEX",
        "VLOOKUP",
        "HLOOKUP",
        "LOOKUP",
        "XLOOKUP",
        "INDIRECT",
        "OFFSET",
    ]
)
_VOLATILE = frozenset({"TODAY", "NOW", "RAND", "RANDBETWEEN", "RANDARRAY"})
_SPILLING = frozenset(
    [
        "UNIQUE",
        "FILTER",
        "SORT",
        "TRANSPOSE",
        "SEQUENCE",
        "RANDARRAY",
        "HSTACK",
        "VSTACK",
        "TOCOL",
        "TOROW",
        "MUNIT",
        "MMULT",
        "CHOOSECOLS",
        "CHOOSEROWS",
        "WRAPCOLS",
        "WRAPROWS",
        "FREQUENCY",
        "LINEST",
    ]
)
_DATES = {"TODAY": "DATE", "DATE": "DATE", "EDATE": "DATE", "EOMONTH": "DATE", "NOW": "DATE_TIME"}
_OPERATORS = frozenset({"+", "-"})


@dataclass(frozen=True)
class Translated:
    """A formula ready for the engine, or the error it stands for.

    ``plain`` is ``text`` without the guard around blank results.
    ``lacking`` is the name of the function that only Google has. ``copied`` is the reference
    token when the formula is nothing but that reference.
    """

    text: str = ""
    plain: str = ""
    error: ErrorValue | None = None
    lacking: str | None = None
    volatile: bool = False
    spills: bool = False
    number_format: str | None = None
    copied: Token | None = None


@dataclass(frozen=True)
class Context:
    """What names mean in a workbook: titles (casefolded) to engine names, named ranges to A1.

    ``cells`` may rewrite the part of a reference after the tab.
    """

    decimal: str
    titles: Mapping[str, str]
    named_ranges: Mapping[str, str]
    cells: Callable[[str], str] = str


def translate(formula: str, context: Context) -> Translated:
    """Return the engine's formula for ``formula`` (equals sign included)."""
    tokens = tokenize(formula.removeprefix("="), context.decimal)
    names = [token.text.upper() for token in tokens if token.kind == "function"]
    problem = _function_problem(names)
    if problem is not None:
        return problem
    try:
        text = _join(tokens, context)
    except _Untranslatable as found:
        return Translated(error=found.error)
    solid = [token for token in tokens if token.kind != "space"]
    single = solid[0] if len(solid) == 1 and solid[0].kind == "ref" else None
    outermost = names[0] if names and _wraps_all(solid) else None
    copied = single if single is not None and ":" not in single.cells else None
    guarded = outermost in _MAY_BE_BLANK or copied is not None
    brace = any(token.text == "{" for token in tokens)
    return Translated(
        f"={GUARD}({text})" if guarded else f"={text}",
        f"={text}",
        volatile=not _VOLATILE.isdisjoint(names),
        spills=brace or (single is not None and copied is None) or not _SPILLING.isdisjoint(names),
        number_format=_date_format(solid, outermost),
        copied=copied,
    )


class _Untranslatable(Exception):  # noqa: N818 - carries a result, not a failure of ours
    def __init__(self, error: ErrorValue) -> None:
        super().__init__("untranslatable")
        self.error = error


def _function_problem(names: list[str]) -> Translated | None:
    for name in names:
        if name in functions.engine_functions():
            continue
        if name not in functions.google_functions():
            return Translated(error=unknown_function(name))
        network = " (it needs the network)" if name in functions.NETWORK else ""
        return Translated(error=unsupported(f"the function {name}{network}"), lacking=name)
    return None


def _join(tokens: tuple[Token, ...], context: Context) -> str:
    pieces: list[str] = []
    braces = 0
    last = ""
    for token in tokens:
        if last == token.kind == "number":
            # ``1,2,3`` where the comma is the decimal mark: two numbers side by side.
            _refuse()
        last = token.kind
        braces += {"{": 1, "}": -1}.get(token.text, 0)
        pieces.append(_piece(token, context, in_array=braces > 0))
    return "".join(pieces)


def _piece(token: Token, context: Context, *, in_array: bool) -> str:
    handlers: dict[str, Callable[[], str]] = {
        "separator": lambda: _separator(token.text, context, in_array=in_array),
        "number": lambda: token.text.replace(context.decimal, "."),
        "ref": lambda: _reference(token, context),
        "name": lambda: _name(token.text, context),
        "error": lambda: "#" + token.text.rpartition("#")[2].replace("ERROR!", "VALUE!"),
        "other": _refuse,
    }
    handler = handlers.get(token.kind)
    return handler() if handler else token.text


def _refuse() -> str:
    raise _Untranslatable(_PARSE_ERROR)


def _separator(mark: str, context: Context, *, in_array: bool) -> str:
    comma_is_decimal = context.decimal == ","
    if mark == "\\":
        return "," if in_array and comma_is_decimal else _refuse()
    if mark == "," and comma_is_decimal:
        return _refuse()
    return mark if in_array else ","


def _reference(token: Token, context: Context) -> str:
    cells = context.cells(token.cells)
    if token.sheet is None:
        return cells
    name = context.titles.get(token.sheet.casefold())
    if name is None:
        raise _Untranslatable(missing_sheet(token.sheet))
    return f"{engine_quoted(name)}!{cells}"


def engine_quoted(name: str) -> str:
    """Return a tab's engine name in quotes."""
    return "'" + name.replace("'", "''") + "'"


def _name(text: str, context: Context) -> str:
    if text.upper() in ("TRUE", "FALSE"):
        return text.upper()
    meant = context.named_ranges.get(text.casefold())
    if meant is not None:
        return meant
    return text


def _wraps_all(solid: list[Token]) -> bool:
    """Say whether the first token is a function whose bracket closes at the very end."""
    if not solid or solid[0].kind != "function":
        return False
    depth = 0
    for at, token in enumerate(solid):
        depth += (token.kind == "open") - (token.kind == "close")
        if depth == 0 and at > 0:
            return at == len(solid) - 1
    return False


def _date_format(solid: list[Token], outermost: str | None) -> str | None:
    if outermost is not None:
        return _DATES.get(outermost)
    shapes = [token.kind for token in solid]
    head = solid[0].text.upper() if solid else ""
    if shapes[:3] == ["function", "open", "close"] and head in _DATES and len(solid) == 5:  # noqa: PLR2004
        plain = solid[3].text in _OPERATORS and solid[4].kind == "number"
        return _DATES[head] if plain else None
    return None
