"""Rows that only name or number the columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from functions.domain.workbook import Cell
from functions.tables.row_words.line import is_text, line_of, plain_phrases
from functions.tables.words import clean

IsLabel = Callable[[int, Cell], bool]
"""Says whether the cell in a column is that column's label."""

_NUMBER = re.compile(r"(?P<mark>[(\[-]|cột\s*)?(?P<number>\d{1,2}|[a-h])[)\]]?\.?(?P<sum>\s*=.*)?")
_FIRST = re.compile(r"[(\[-]?(?:cột\s*)?[1ai][)\]]?\.?(?:\s*=.*)?")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_NUMBER_LABELS = plain_phrases("stt", "tt", "số tt", "số thứ tự", "thứ tự")
# They stand under a label that spans several columns.
_LOWER_LABELS = plain_phrases("tổng số", "trong đó", "nam", "nữ", "tổng", "kế hoạch", "thực hiện")
_LEAST_NUMBERS = 3
_LEAST_LABELS = 2
_MOST_GAPS = 2
_CELLS_FOR_ONE_STRANGER = 4


def numbers_columns(cells: Sequence[Cell]) -> bool:
    """Say whether filled cells number the columns: `(1) | (2) | (3)=(1)+(2)`, `A | B | 1 | 2`."""
    if not cells or not _FIRST.fullmatch(_written(cells[0])):
        return False
    written = tuple(_written(cell) for cell in cells)
    if len(written) >= _LEAST_NUMBERS and written == _ROMAN[: len(written)]:
        return True
    matches = [_NUMBER.fullmatch(each) for each in written]
    numbers = [match["number"] for match in matches if match]
    if len(numbers) < len(cells):
        return False
    letters = next((at for at, each in enumerate(numbers) if each.isdecimal()), len(numbers))
    marked = letters > 0 or all(match["mark"] or match["sum"] for match in matches if match)
    if len(cells) < (_LEAST_LABELS if marked else _LEAST_NUMBERS):
        return False
    # A column that people write about the rows in is not looked at, and leaves a gap.
    rising = [int(each) for each in numbers[letters:]]
    if marked and not letters and rising == sorted(set(rising)):
        return rising[0] == 1 and rising[-1] <= len(rising) + _MOST_GAPS
    counted = [str(each + 1) for each in range(len(cells))]
    return numbers[:letters] == list("abcdefgh")[:letters] and numbers[letters:] in (
        counted[: len(cells) - letters],
        counted[letters:],
    )


def names_columns(filled: Sequence[tuple[int, Cell]], is_label: IsLabel) -> bool:
    """Say whether two cells or more are labels of their columns, and hardly any is not."""
    if len(filled) < _LEAST_LABELS:
        return False
    numbered = len(filled) > _LEAST_LABELS and _numbers_rows(filled[0][1])
    bearable = len(filled) if numbered else max(1, len(filled) // _CELLS_FOR_ONE_STRANGER)
    strangers = 0
    for column, cell in filled:
        if is_label(column, cell) or _is_lower_label(cell):
            continue
        strangers += 1
        # Most rows are no headers and are known for it by their first cells.
        if strangers > bearable or not is_text(cell):
            return False
    return numbered or len(filled) - strangers >= _LEAST_LABELS


def _numbers_rows(cell: Cell) -> bool:
    return isinstance(cell, str) and line_of(cell).plain in _NUMBER_LABELS


def _is_lower_label(cell: Cell) -> bool:
    return isinstance(cell, str) and line_of(cell).plain in _LOWER_LABELS


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return clean(cell).casefold()
    if not isinstance(cell, int | float) or isinstance(cell, bool):
        return ""
    # Google takes «(1)» for minus one.
    return f"({-cell:g})" if cell < 0 else f"{cell:g}"
