"""Puts one of Google's formulas into Excel's language, or says why that cannot be done."""

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


@dataclass(frozen=True)
class Translated:
    """A formula in Excel's language, or the error it stands for.

    ``spills`` says that Google fills several cells with it.
    """

    plain: str = ""
    error: ErrorValue | None = None
    spills: bool = False


@dataclass(frozen=True)
class Context:
    """What names mean in a workbook: titles (casefolded) to Excel's names, named ranges to A1.

    ``cells`` may rewrite the part of a reference after the tab.
    """

    decimal: str
    titles: Mapping[str, str]
    named_ranges: Mapping[str, str]
    cells: Callable[[str], str] = str


def translate(formula: str, context: Context) -> Translated:
    """Return Excel's formula for ``formula`` (equals sign included)."""
    tokens = tokenize(formula.removeprefix("="), context.decimal)
    names = [token.text.upper() for token in tokens if token.kind == "function"]
    problem = _function_problem(names)
    if problem is not None:
        return Translated(error=problem)
    try:
        text = _join(tokens, context)
    except _Untranslatable as found:
        return Translated(error=found.error)
    solid = [token for token in tokens if token.kind != "space"]
    brace = any(token.text == "{" for token in tokens)
    many = len(solid) == 1 and solid[0].kind == "ref" and ":" in solid[0].cells
    return Translated(f"={text}", spills=brace or many or not _SPILLING.isdisjoint(names))


class _Untranslatable(Exception):  # noqa: N818 - carries a result, not a failure of ours
    def __init__(self, error: ErrorValue) -> None:
        super().__init__("untranslatable")
        self.error = error


def _function_problem(names: list[str]) -> ErrorValue | None:
    for name in names:
        if name not in functions.google_functions():
            return unknown_function(name)
        if name not in functions.engine_functions():
            return unsupported(f"the function {name} in a file of Excel")
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
    return f"{_quoted(name)}!{cells}"


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _name(text: str, context: Context) -> str:
    if text.upper() in ("TRUE", "FALSE"):
        return text.upper()
    meant = context.named_ranges.get(text.casefold())
    if meant is not None:
        return meant
    return text
