"""Splits one column of texts into several."""

from typing import Final

from deploy.local.emulator.cells.view import View
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.typing_in import make_room, type_in
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.grid import Formula
from deploy.local.emulator.state.sheet import Sheet

KIND = "textToColumns"
UNCERTAIN: Final = (
    (
        "TextToColumns: pieces are typed into the cells as they are, spaces around them included; "
        "two delimiters in a row leave an empty cell, and formulas are not split."
    ),
    (
        "TextToColumns: AUTODETECT takes the delimiter (comma, semicolon, period, space) found in "
        "the most cells; Google's way is not documented."
    ),
    "TextToColumns: columns beyond the edge enlarge the grid.",
)
_MARKS: Final = {"COMMA": ",", "SEMICOLON": ";", "PERIOD": ".", "SPACE": " "}


def apply(edit: Edit, body: Json) -> Json:
    """Split the cells of one column; the pieces overwrite the cells to the right."""
    sheet, rect = edit.area(body.get("source"), "source")
    if rect.width != 1:
        raise RequestFault("source must span exactly one column.")
    view = View(edit.workbook)
    texts = {
        row: view.formatted(sheet, row, column)
        for row, column, entered in sheet.grid.entered.within(rect)
        if not isinstance(entered, Formula)
    }
    mark = _mark(body, list(texts.values()))
    pieces = {row: text.split(mark) for row, text in texts.items() if mark and mark in text}
    width = max((len(parts) for parts in pieces.values()), default=1)
    edit.guard(sheet, Rect(rect.top, rect.left, rect.bottom, rect.left + width))
    make_room(edit, sheet, sheet.rows, rect.left + width)
    _write(edit, sheet, rect.left, pieces)
    return {}


def _write(edit: Edit, sheet: Sheet, left: int, pieces: dict[int, list[str]]) -> None:
    for row, parts in pieces.items():
        for offset, part in enumerate(parts):
            type_in(edit, sheet, (row, left + offset), part)


def _mark(body: Json, texts: list[str]) -> str:
    kind = body.get("delimiterType", "DELIMITER_TYPE_UNSPECIFIED")
    if kind in _MARKS:
        return _MARKS[kind]
    if kind == "CUSTOM":
        mark: str = body.get("delimiter", "")
        if not mark:
            raise RequestFault("delimiter must be specified if delimiterType is CUSTOM.")
        return mark
    if kind != "AUTODETECT":
        raise RequestFault("No delimiterType specified.")
    counts = {mark: sum(mark in text for text in texts) for mark in _MARKS.values()}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] else ""
