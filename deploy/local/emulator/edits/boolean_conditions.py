"""Checks the conditions that validation rules, conditional formats and filters share."""

from typing import Final

from deploy.local.emulator import a1
from deploy.local.emulator.cells.locales import Locale, locale_of
from deploy.local.emulator.cells.typed import Typed, read_typed
from deploy.local.emulator.edits.condition_types import TYPES, ConditionType, Purpose
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.formulas.tokens import Token, tokenize
from deploy.local.emulator.shapes import Json

UNCERTAIN: Final = (
    (
        "BooleanCondition: Google's sentence for a missing type or a wrong number of values is not "
        "known; the local server says it in its own words (status and code are Google's)."
    ),
    (
        "BooleanCondition: 'is not supported in data validation.' is formed after Google's "
        "recorded sentences for conditional formats and filters."
    ),
    (
        "BooleanCondition: TEXT_NOT_EQ, DATE_NOT_EQ and FILTER_EXPRESSION are refused everywhere, "
        "as the documentation keeps them to data source objects."
    ),
    (
        "ONE_OF_LIST: the limit of 500 items and its sentence are those of the editor and of Apps "
        "Script; whether the API has them too is not known."
    ),
    (
        "ONE_OF_RANGE: the range reads back with $ signs (reported); whether Google adds the tab's "
        "name to a range written without one is not known, the local server does not."
    ),
)
LIST_LIMIT = 500
_DATES = ("DATE", "DATE_TIME")


def check(edit: Edit, condition: Json | None, purpose: Purpose) -> Json:
    """Return the condition as Google keeps it.

    Args:
        edit: The document it is for: its locale reads the values, its tabs are known.
        condition: Google's BooleanCondition.
        purpose: What it is for.

    Raises:
        RequestFault: The type does not serve the purpose, or a value does not fit the type.
    """
    name = (condition or {}).get("type", "CONDITION_TYPE_UNSPECIFIED")
    known = TYPES.get(name)
    if condition is None or known is None:
        raise RequestFault("No condition type specified.")
    if purpose not in known.purposes:
        raise RequestFault(f"ConditionType '{name}' is not supported in {purpose}.")
    values = condition.get("values", [])
    _check_count(name, known, len(values))
    kept = [_checked(edit, value, (name, known), purpose) for value in values]
    return {"type": name, "values": kept} if kept else {"type": name}


def _check_count(name: str, known: ConditionType, count: int) -> None:
    if known.kind == "item" and count > LIST_LIMIT:
        raise RequestFault(
            f"The data validation rule has more items than the limit of {LIST_LIMIT}. "
            'Use the "List from a range" criteria instead.'
        )
    if count < known.least or (known.most is not None and count > known.most):
        wanted = f"{known.least}" if known.least == known.most else f"at least {known.least}"
        if known.least == 0 and known.most:
            wanted = f"at most {known.most}"
        raise RequestFault(
            f"ConditionType '{name}' requires {wanted} ConditionValues, but {count} were specified."
        )


def _checked(edit: Edit, value: Json, wanted: tuple[str, ConditionType], purpose: Purpose) -> Json:
    name, known = wanted
    relative = value.get("relativeDate", "RELATIVE_DATE_UNSPECIFIED")
    if relative != "RELATIVE_DATE_UNSPECIFIED":
        if purpose is Purpose.VALIDATION or not known.relative or "userEnteredValue" in value:
            raise RequestFault(
                f"Invalid ConditionValue.relativeDate: {relative} for ConditionType: {name}"
            )
        return {"relativeDate": relative}
    text = value.get("userEnteredValue", "")
    locale = locale_of(edit.workbook.locale)
    if not _fits(edit, text, known.kind, locale):
        raise RequestFault(
            f"Invalid ConditionValue.userEnteredValue: {text} for ConditionType: {name}"
        )
    return {"userEnteredValue": anchored(text, locale) if known.kind == "range" else text}


def _fits(edit: Edit, text: str, kind: str, locale: Locale) -> bool:
    if kind == "range":
        return _names_range(edit, text, locale)
    if kind == "item":
        return bool(text) and not text.startswith("=")
    if text.startswith("=") or (kind == "formula" and text.startswith("+")):
        return well_formed(text[1:], locale)
    if kind in ("text", "formula"):
        return kind == "text" and bool(text)
    typed = read_typed(text, locale)
    return _is_date(typed) if kind == "date" else _is_number(typed)


def _is_number(typed: Typed) -> bool:
    return isinstance(typed.value, int | float) and not isinstance(typed.value, bool)


def _is_date(typed: Typed) -> bool:
    return _is_number(typed) and (typed.number_format or {}).get("type") in _DATES


def _solid(formula: str, locale: Locale) -> list[Token]:
    return [token for token in tokenize(formula, locale.decimal) if token.kind != "space"]


def _names_range(edit: Edit, text: str, locale: Locale) -> bool:
    tokens = _solid(text[1:], locale)
    if not text.startswith("=") or len(tokens) != 1:
        return False
    token = tokens[0]
    if token.kind == "ref":
        return token.sheet is None or edit.workbook.titled(token.sheet) is not None
    names = {entry["name"].casefold() for entry in edit.workbook.named_ranges}
    return token.kind == "name" and token.text.casefold() in names


def anchored(text: str, locale: Locale) -> str:
    """Return ``=A1:B`` as ``=$A$1:$B``; a named range stays as it is."""
    token = _solid(text[1:], locale)[0]
    if token.kind != "ref":
        return text
    title = "" if token.sheet is None else f"{a1.quoted(token.sheet)}!"
    return f"={title}" + ":".join(_with_dollars(part) for part in token.cells.split(":"))


def _with_dollars(part: str) -> str:
    bare = part.replace("$", "").upper()
    letters = bare.rstrip("0123456789")
    row = bare[len(letters) :]
    return (f"${letters}" if letters else "") + (f"${row}" if row else "")


def well_formed(formula: str, locale: Locale) -> bool:
    """Say whether a formula (without its first sign) can be read in a locale.

    It finds wrong separators, strange characters and brackets that do not match.
    """
    depth, last = 0, "operator"
    for token in _solid(formula, locale):
        if token.kind == "other" or (last == token.kind == "number"):
            return False
        if token.kind == "separator" and token.text == locale.decimal:
            return False
        depth += (token.kind == "open") - (token.kind == "close")
        if depth < 0:
            return False
        last = "number" if token.text == "%" else token.kind
    return depth == 0 and last != "operator"
