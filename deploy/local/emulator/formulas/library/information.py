"""What kind of value something is."""

import re
from typing import TYPE_CHECKING

from deploy.local.emulator import a1
from deploy.local.emulator.cells.typed import read_typed
from deploy.local.emulator.formulas import hints
from deploy.local.emulator.formulas.library.failing import fail, not_available
from deploy.local.emulator.formulas.library.numbers import is_number
from deploy.local.emulator.formulas.outcomes import ErrorValue, unsupported
from deploy.local.emulator.formulas.registry import function
from deploy.local.emulator.formulas.values import Area, Arg, Array, Failed, Value, plain
from deploy.local.emulator.state.grid import Formula

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site

_TYPES = {
    "NULL_VALUE": 1,
    "DIVIDE_BY_ZERO": 2,
    "VALUE": 3,
    "REF": 4,
    "NAME": 5,
    "NUM": 6,
    "N_A": 7,
    "ERROR": 8,
}
_EMAIL = re.compile(r"[^\s@]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_URL = re.compile(r"((https?|ftp)://)?([\w-]+\.)+[A-Za-z]{2,}(:\d+)?([/?#]\S*)?")


@function("ISBLANK", "e")
def _is_blank(value: Value) -> bool:
    return value is None


@function("ISNUMBER", "e")
def _is_number(value: Value) -> bool:
    return is_number(value)


@function("ISTEXT", "e")
def _is_text(value: Value) -> bool:
    return isinstance(value, str)


@function("ISNONTEXT", "e")
def _is_no_text(value: Value) -> bool:
    return not isinstance(value, str)


@function("ISLOGICAL", "e")
def _is_logical(value: Value) -> bool:
    return isinstance(value, bool)


@function("ISERROR", "e")
def _is_error(value: Value) -> bool:
    return isinstance(value, ErrorValue)


@function("ISERR", "e")
def _is_other_error(value: Value) -> bool:
    return isinstance(value, ErrorValue) and value.type != "N_A"


@function("ISNA", "e")
def _is_not_available(value: Value) -> bool:
    return isinstance(value, ErrorValue) and value.type == "N_A"


@function("ISREF", "r")
def _is_reference(given: Arg) -> bool:
    return isinstance(given, Area)


@function("ISFORMULA", "r")
def _is_formula(given: Arg) -> bool:
    return isinstance(_cell(given), Formula)


@function("FORMULATEXT", "r")
def _formula_text(given: Arg) -> str:
    found = _cell(given)
    if not isinstance(found, Formula):
        not_available("The cell holds no formula.")
    return found.text


def _cell(given: Arg) -> object:
    if not isinstance(given, Area):
        fail("N_A", "Argument must be a range.")
    return given.sheet.grid.entered.get(given.rect.top, given.rect.left)


@function("ISEVEN", "n")
def _is_even(value: float) -> bool:
    return int(value) % 2 == 0


@function("ISODD", "n")
def _is_odd(value: float) -> bool:
    return int(value) % 2 == 1


@function("ISEMAIL", "e")
def _is_email(value: Value) -> bool:
    return isinstance(value, str) and _EMAIL.fullmatch(value) is not None


@function("ISURL", "e")
def _is_url(value: Value) -> bool:
    return isinstance(value, str) and _URL.fullmatch(value) is not None


@function("ISDATE", "r", bound=True)
def _is_date(site: "Site", given: Arg) -> bool:
    value = plain(given)
    if isinstance(value, str):
        chosen = read_typed(value.strip(), site.world.locale).number_format
        return chosen is not None and chosen["type"] in ("DATE", "DATE_TIME")
    shown = hints.format_of(site.world.workbook, given.key()) if isinstance(given, Area) else None
    return is_number(value) and hints.is_date(shown)


@function("ERROR.TYPE", "e")
def _error_type(value: Value) -> int:
    if not isinstance(value, ErrorValue):
        not_available("Function ERROR.TYPE parameter 1 is not an error.")
    return _TYPES[value.type]


@function("TYPE", "r")
def _type(given: Arg) -> int:
    if isinstance(given, Array) or (isinstance(given, Area) and not given.single):
        return 64
    value = plain(given)
    kinds: list[tuple[type, int]] = [(bool, 4), (str, 2), (ErrorValue, 16)]
    return next((number for kind, number in kinds if isinstance(value, kind)), 1)


@function("N", "s")
def _n(value: Value) -> float:
    return 0 if value is None or isinstance(value, str | ErrorValue) else float(value)


@function("T", "s")
def _t(value: Value) -> str:
    return value if isinstance(value, str) else ""


@function("NA", "")
def _na() -> ErrorValue:
    return ErrorValue("N_A", "Error")


@function("CELL", "tr")
def _about(what: str, given: Arg) -> Value:
    if not isinstance(given, Area):
        fail("N_A", "Argument must be a range.")
    row, column, value = given.rect.top, given.rect.left, given.at(0, 0)
    letters = a1.column_letters(column)
    kind = "b" if value is None else "l" if isinstance(value, str) else "v"
    answers: dict[str, Value] = {
        "address": f"${letters}${row + 1}",
        "row": row + 1,
        "col": column + 1,
        "contents": value,
        "type": kind,
    }
    if what.lower() not in answers:
        raise Failed(unsupported(f'CELL("{what}")'))
    return answers[what.lower()]


@function("SHEET", "r", least=0, bound=True)
def _sheet_number(site: "Site", given: Arg = None) -> int:
    book = site.world.workbook
    if isinstance(given, Area):
        return book.sheets.index(given.sheet) + 1
    if isinstance(given, str):
        found = book.titled(given)
        if found is None:
            not_available(f"There is no tab '{given}'.")
        return book.sheets.index(found) + 1
    own = book.sheet(site.scope.place[0])
    return 1 if own is None else book.sheets.index(own) + 1


@function("SHEETS", "", bound=True)
def _sheet_count(site: "Site") -> int:
    return len(site.world.workbook.sheets)
