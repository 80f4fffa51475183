"""Values of a list, one or several, and yes or no."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from functions.domain.workbook import Cell
from functions.tables.converters.base import Context, Converted, accept, refuse
from functions.tables.converters.texts import as_text
from functions.tables.rows import is_empty
from functions.tables.words import clean, has_tones, plain, spoken
from sheets_schema.model import ChoiceList

_SEPARATORS = re.compile(r"[;\n+]")
_SOFT_SEPARATORS = re.compile(r"\s*[,/&]\s*|\s+và\s+")
_NEAR = 80
"""How alike two spellings are, of 100, before one is offered for the other."""


def convert_choice(cell: Cell, context: Context) -> Converted:
    """Read a code of the column's list; of a column that takes several, a tuple of codes."""
    text = as_text(cell)
    if not text:
        return accept(None)
    choices = context.schema.lists[context.field.list_name]
    if not context.field.many:
        code = _code(choices, text)
        return accept(code) if code else _unknown(context, choices, text)
    codes: list[str] = []
    parts = _SEPARATORS.split(cell) if isinstance(cell, str) else [text]
    for part in map(clean, parts):
        found = _several(choices, part)
        if found is None:
            return _unknown(context, choices, part)
        codes += found
    return accept(tuple(dict.fromkeys(codes))) if codes else accept(None)


def convert_bool(cell: Cell, context: Context) -> Converted:
    """Read yes or no."""
    if isinstance(cell, bool):
        return accept(cell)
    text = as_text(cell)
    items = context.schema.lists[context.field.list_name].items
    for item in items:
        if any(text.casefold() == word.casefold() for word in (item.label, *item.aliases)):
            return accept(item.code == "true")
    code = _code(context.schema.lists[context.field.list_name], text)
    # «x?» is a question, not an answer.
    return accept(code == "true") if code and "?" not in text else refuse("bad_bool")


def _several(choices: ChoiceList, text: str) -> list[str] | None:
    """Return the codes that a part names; a label may itself hold a comma."""
    if is_empty(text):
        return []
    whole = _code(choices, text)
    if whole:
        return [whole]
    parts = [part for part in _SOFT_SEPARATORS.split(text) if part]
    longest = _index(choices)[2]
    codes: list[str] = []
    at = 0
    while at < len(parts):
        # The longest run of parts that is one label wins: «An toàn, an ninh mạng».
        for end in range(min(len(parts), at + longest), at, -1):
            code = _code(choices, ", ".join(parts[at:end])) or _with_head(choices, parts, at, end)
            if code:
                codes.append(code)
                at = end
                break
        else:
            return None
    return codes


def _with_head(choices: ChoiceList, parts: list[str], at: int, end: int) -> str | None:
    """Give a part the head word of the part before it: «CĐS giáo dục, y tế» names two."""
    if at == 0 or end != at + 1:
        return None
    words = parts[at - 1].split()
    for count in range(len(words) - 1, 0, -1):
        code = _code(choices, " ".join([*words[:count], parts[at]]))
        if code:
            return code
    return None


@lru_cache(maxsize=4096)
def _code(choices: ChoiceList, text: str) -> str | None:
    exact, without_tones, _ = _index(choices)
    found = exact.get(spoken(text))
    if found or has_tones(text):
        return found
    return without_tones.get(plain(text))


@lru_cache(maxsize=64)
def _index(choices: ChoiceList) -> tuple[dict[str, str], dict[str, str], int]:
    """Return codes by spoken and by plain name, and how many parts the longest name has."""
    exact: dict[str, str] = {}
    for item in choices.items:
        for name in (*item.aliases, item.label):
            exact.setdefault(spoken(name), item.code)
    grouped: dict[str, set[str]] = {}
    for item in choices.items:
        for name in (*item.aliases, item.label):
            grouped.setdefault(plain(name), set()).add(item.code)
    names = [name for item in choices.items for name in (*item.aliases, item.label)]
    longest = max(len(_SOFT_SEPARATORS.split(name)) for name in names)
    without_tones = {key: codes.pop() for key, codes in grouped.items() if len(codes) == 1}
    return exact, without_tones, longest


def _unknown(context: Context, choices: ChoiceList, part: str) -> Converted:
    labels = [item.label for item in choices.items]
    near = process.extractOne(plain(part), [plain(label) for label in labels], scorer=fuzz.ratio)
    words = ""
    if near and near[1] >= _NEAR:
        words = context.schema.text("common.suggestion", suggestion=labels[near[2]])
    return refuse("unknown_choice", list_title=choices.title, suggestion=words, example=labels[0])
