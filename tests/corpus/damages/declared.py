"""«There is none»: said, contradicted, or not said."""

from __future__ import annotations

from tests.corpus.damages.base import Expected, Findings, damage
from tests.corpus.sheets import Draft, Line, Sheet


def _cleared(sheet: Sheet) -> None:
    """Delete all rows of a sheet, as somebody does who means to."""
    for line in sheet.rows:
        sheet.lines.remove(line)


def _declaration(sheet: Sheet, words: str) -> Line:
    line = sheet.line({"commune": words})
    sheet.insert(len(sheet.lines), line)
    return line


@damage
def none_declared(draft: Draft) -> Findings:
    """A unit says that it has no resources."""
    sheet = draft["resources"]
    _cleared(sheet)
    _declaration(sheet, "Không có")
    return []


@damage
def none_and_yet_some(draft: Draft) -> Findings:
    """A unit says that it has no needs, and has some."""
    sheet = draft["needs"]
    line = _declaration(sheet, "Không có nhu cầu")
    return [Expected("none_but_rows", sheet, line, column=0)]


@damage
def silence(draft: Draft) -> Findings:
    """A unit says nothing of its resources."""
    sheet = draft["resources"]
    _cleared(sheet)
    return [Expected("not_answered", sheet)]
