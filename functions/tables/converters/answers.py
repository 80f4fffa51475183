"""The column kind `bool`: yes or no."""

from __future__ import annotations

import re
from functools import lru_cache

from functions.domain.workbook import Cell
from functions.tables.converters.base import Context, Converted, Remark, accept, refuse
from functions.tables.converters.choice_names import find_value
from functions.tables.converters.texts import as_text
from sheets_schema.model import ChoiceList

_DETAIL = re.compile(r"\s*[,;:]|\s[-–]\s|\s*\([^()]*\)$")


def convert_bool(cell: Cell, context: Context) -> Converted:
    """Read yes or no; a reason behind the answer is left out with a remark."""
    if isinstance(cell, bool):
        return accept(cell)
    text = as_text(cell).strip(" .,;!")
    choices = context.schema.lists[context.field.list_name]
    if "?" in text:
        return refuse("bad_bool")  # «x?» is a question, not an answer.
    if code := _answer(choices, text):
        return accept(code == "true")
    if code := _answer(choices, _DETAIL.split(text, maxsplit=1)[0]):
        return accept(code == "true", Remark("extra_text", {"read_as": choices.label(code)}))
    return refuse("bad_bool")


@lru_cache(maxsize=1024)
def _answer(choices: ChoiceList, text: str) -> str | None:
    marks = {
        word.casefold(): item.code
        for item in reversed(choices.items)
        for word in (item.label, *item.aliases)
    }
    if code := marks.get(text.casefold()):
        return code
    found = find_value(choices, text)
    return found.code if found and not found.remark else None
