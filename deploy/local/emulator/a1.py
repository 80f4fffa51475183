"""A1 notation: ``'Tab name'!B2:D9``, open ranges such as ``A2:C``, single cells."""

import re
from dataclasses import dataclass

_CORNER = re.compile(r"^\$?([A-Za-z]{1,3})?\$?([1-9][0-9]{0,7})?$")
_LOOKS_LIKE_CELL = re.compile(r"^([A-Za-z]{1,3}[0-9]+|[Rr][0-9]*[Cc][0-9]*)$")
_PLAIN_TITLE = re.compile(r"^[^\W\d]\w*$")
LETTERS = 26


@dataclass(frozen=True)
class OpenRect:
    """Corners of a range, zero-based and half-open; None where the text left them open."""

    top: int | None
    left: int | None
    bottom: int | None
    right: int | None


WHOLE = OpenRect(None, None, None, None)


def column_letters(index: int) -> str:
    """Return the letters of the zero-based column ``index``."""
    letters = ""
    index += 1
    while index > 0:
        index, rest = divmod(index - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """Return the zero-based index of a column's letters."""
    index = 0
    for letter in letters.upper():
        index = index * LETTERS + ord(letter) - ord("A") + 1
    return index - 1


def cell_name(row: int, column: int) -> str:
    """Return ``B3`` for row 2, column 1."""
    return f"{column_letters(column)}{row + 1}"


def range_name(title: str, top: int, left: int, bottom: int, right: int) -> str:
    """Return the normalised name of a block, one cell without a colon."""
    first, last = cell_name(top, left), cell_name(bottom - 1, right - 1)
    return f"{quoted(title)}!{first}" if first == last else f"{quoted(title)}!{first}:{last}"


def quoted(title: str) -> str:
    """Return the tab title, in quotes where Google needs them."""
    if _PLAIN_TITLE.match(title) and not _LOOKS_LIKE_CELL.match(title):
        return title
    return "'" + title.replace("'", "''") + "'"


def split_sheet(text: str) -> tuple[str | None, str]:
    """Return (tab title or None, the rest) of a range text; quotes are taken off the title."""
    if text.startswith("'"):
        match = re.match(r"^'((?:[^']|'')*)'(?:!(.*))?$", text, re.DOTALL)
        if match:
            return match[1].replace("''", "'"), match[2] or ""
    title, mark, rest = text.rpartition("!")
    return (title, rest) if mark else (None, text)


def parse_cells(text: str) -> OpenRect | None:
    """Return the corners that ``text`` (without a tab) names, None when it names none."""
    first, colon, second = text.partition(":")
    start = _corner(first)
    end = _corner(second) if colon else start
    if start is None or end is None:
        return None
    if not colon and None in start:
        return None
    top, bottom = _ordered(start[0], end[0])
    left, right = _ordered(start[1], end[1])
    return OpenRect(top, left, bottom, right)


def _corner(text: str) -> tuple[int | None, int | None] | None:
    match = _CORNER.match(text)
    if not match or text in ("", "$"):
        return None
    row = int(match[2]) - 1 if match[2] else None
    return row, column_index(match[1]) if match[1] else None


def _ordered(first: int | None, second: int | None) -> tuple[int | None, int | None]:
    if first is None:
        return (second, None) if second is not None else (None, None)
    if second is None:
        return first, None
    return min(first, second), max(first, second) + 1
