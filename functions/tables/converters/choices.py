"""The column kind `choice`: values of a list, one or several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from functions.domain.workbook import Cell
from functions.tables.converters.base import Context, Converted, Remark, accept, refuse
from functions.tables.converters.choice_names import PARTS, Named, find_value, most_parts
from functions.tables.converters.texts import as_text
from functions.tables.row_kinds import is_empty
from functions.tables.words import clean, plain
from sheets_schema.model import ChoiceList

_SEPARATORS = re.compile(r"[;\n+•|]")
_COUNTER = re.compile(r"^(?:[-–*•]\s*|\(?\d{1,2}\s*[.)]\s*(?!\d))+")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_DETAIL = re.compile(r"\s*:|\s[-–]\s")
_NEAR = 80
"""How alike two spellings are, of 100, before one is offered for the other."""


def convert_choice(cell: Cell, context: Context) -> Converted:
    """Read a code of the column's list; of a column that takes several, a tuple of codes."""
    text = as_text(cell)
    if not text:
        return accept(None)
    choices = context.schema.lists[context.field.list_name]
    if not context.field.many:
        found = _with_detail(choices, text)
        return _accept(choices, found.code, [found]) if found else _unknown(context, choices, text)
    named = _values(choices, cell if isinstance(cell, str) else text)
    if isinstance(named, str):
        return _unknown(context, choices, named)
    codes = tuple(dict.fromkeys(each.code for each in named))
    return _accept(choices, codes, named) if codes else accept(None)


@lru_cache(maxsize=4096)
def _values(choices: ChoiceList, text: str) -> tuple[Named, ...] | str:
    """Return the values that a text names, or the first part of it that names none."""
    named: list[Named] = []
    for part in (_COUNTER.sub("", clean(each)) for each in _SEPARATORS.split(text)):
        several = _several(choices, part)
        if several is None:
            return part
        named += several
    return tuple(named)


def _accept(choices: ChoiceList, value: object, named: Sequence[Named]) -> Converted:
    altered = [each for each in named if each.remark]
    if not altered:
        return accept(value)
    labels = "; ".join(dict.fromkeys(choices.label(each.code) for each in altered))
    codes = dict.fromkeys(each.remark for each in altered)
    return accept(value, *(Remark(code, {"read_as": labels}) for code in codes))


def _several(choices: ChoiceList, text: str) -> list[Named] | None:
    """Return what a text without hard separators names, None where a part of it names nothing."""
    if is_empty(text):
        return []
    if whole := _with_bracket(choices, text):
        return [whole]
    named = _runs(choices, text)
    if named is None and (detailed := _with_detail(choices, text)):
        return [detailed]
    return named


def _runs(choices: ChoiceList, text: str) -> list[Named] | None:
    """Return what the parts of a text name; a label may itself hold a comma."""
    parts = [part for part in PARTS.split(text) if part]
    named: list[Named] = []
    head = ""
    at = 0
    while at < len(parts):
        run = _longest_run(choices, parts, at)
        if run:
            found, end = run
            head = ", ".join(parts[at:end])
        else:
            headed = _with_head(choices, head, parts[at])
            if headed is None:
                return None
            found, end = headed, at + 1
        named.append(found)
        at = end
    return named


def _longest_run(choices: ChoiceList, parts: list[str], at: int) -> tuple[Named, int] | None:
    """Return the longest run of parts from `at` that is one value, and where it ends."""
    for end in range(min(len(parts), at + most_parts(choices)), at, -1):
        if found := _with_bracket(choices, ", ".join(parts[at:end])):
            return found, end
    return None


def _with_head(choices: ChoiceList, head: str, part: str) -> Named | None:
    """Give a part the head words of a part before it: «CĐS giáo dục, y tế» names two."""
    words = head.split()
    for count in range(len(words) - 1, 0, -1):
        if found := _with_detail(choices, " ".join([*words[:count], part])):
            return found
    return None


def _with_detail(choices: ChoiceList, text: str) -> Named | None:
    """Return what a text names, whatever stands behind a colon or a dash."""
    if found := _with_bracket(choices, text):
        return found
    name = _DETAIL.split(text, maxsplit=1)[0]
    return find_value(choices, name) if name and name != text else None


def _with_bracket(choices: ChoiceList, text: str) -> Named | None:
    """Return what a text names, whatever a bracket behind it adds about the same."""
    if found := find_value(choices, text):
        return found
    match = _BRACKETS.search(text)
    if match and (found := find_value(choices, text[: match.start()])):
        inside = _several(choices, match[1])
        if inside is None or {each.code for each in inside} <= {found.code}:
            return found
    return None


def _unknown(context: Context, choices: ChoiceList, part: str) -> Converted:
    labels = [item.label for item in choices.items]
    near = process.extractOne(
        plain(part), [plain(label) for label in labels], scorer=fuzz.ratio, score_cutoff=_NEAR
    )
    words = context.schema.text("common.suggestion", suggestion=labels[near[2]]) if near else ""
    return refuse("unknown_choice", list_title=choices.title, suggestion=words, example=labels[0])
