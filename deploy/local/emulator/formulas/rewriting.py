"""Moves the references of formulas when rows, columns or tabs change."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from deploy.local.emulator import a1
from deploy.local.emulator.formulas.tokens import Token, tokenize
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.state.shifts import Shift

_PART = re.compile(r"^(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?$")
LOST = "#REF!"
FAR = 2**31


@dataclass(frozen=True)
class _Corner:
    column_mark: str
    column: int | None
    row_mark: str
    row: int | None

    def text(self) -> str:
        letters = "" if self.column is None else self.column_mark + a1.column_letters(self.column)
        return letters + ("" if self.row is None else f"{self.row_mark}{self.row + 1}")


def shifted(
    formula: str,
    decimal: str,
    *,
    own_title: str,
    title: str,
    change: tuple[Shift, str],
    across: tuple[int, int] | None = None,
) -> str:
    """Return ``formula`` after rows or columns of the tab ``title`` were shifted.

    ``own_title`` is the tab the formula stands on: references without a tab mean it. ``change``
    is the shift and its dimension. With ``across`` only the part of the rows (or columns)
    between these two moved: references not wholly inside stay.
    """
    shift, dimension = change
    rows = dimension == "ROWS"

    def move(token: Token) -> str:
        meant = token.sheet if token.sheet is not None else own_title
        if meant.casefold() != title.casefold():
            return token.text
        if across is not None and not _lies_in(token.cells, across, rows=rows):
            return token.text
        cells = _shift_cells(token.cells, shift, rows=rows)
        prefix = token.text[: len(token.text) - len(token.cells)]
        return LOST if cells is None else prefix + cells

    return _rewrite(formula, decimal, move)


def retitled(formula: str, decimal: str, old: str, new: str | None) -> str:
    """Return ``formula`` after the tab ``old`` got the title ``new``, or was deleted (None)."""

    def move(token: Token) -> str:
        if token.sheet is None or token.sheet.casefold() != old.casefold():
            return token.text
        return LOST if new is None else f"{a1.quoted(new)}!{token.cells}"

    return _rewrite(formula, decimal, move)


def renamed(formula: str, decimal: str, old: str, new: str) -> str:
    """Return ``formula`` after the named range ``old`` got the name ``new``."""
    pieces: list[str] = []
    for token in tokenize(formula.removeprefix("="), decimal):
        head, mark, name = token.text.rpartition("!")
        meant = token.kind == "name" and name.casefold() == old.casefold()
        pieces.append(f"{head}{mark}{new}" if meant else token.text)
    return f"={''.join(pieces)}"


def localised(formula: str, old: str, new: str) -> str:
    """Return ``formula``, written with the decimal mark ``old``, as one writes it with ``new``."""
    if old == new:
        return formula
    to_comma = new == ","
    pieces: list[str] = []
    opened: list[str] = []
    for token in tokenize(formula.removeprefix("="), old):
        text = token.text
        if token.kind == "open":
            opened.append(text)
        elif token.kind == "close" and opened:
            opened.pop()
        elif token.kind == "number":
            text = text.replace(old, new)
        elif token.kind == "separator":
            text = _separator(text, in_braces=opened[-1:] == ["{"], to_comma=to_comma)
        pieces.append(text)
    return f"={''.join(pieces)}"


def _separator(mark: str, *, in_braces: bool, to_comma: bool) -> str:
    if in_braces:
        column, other = (",", "\\") if to_comma else ("\\", ",")
        return other if mark == column else mark
    return ";" if to_comma else ","


def displaced(formula: str, decimal: str, rows: int, columns: int) -> str:
    """Return ``formula`` copied that many rows and columns away: relative references follow."""

    def move(token: Token) -> str:
        prefix = token.text[: len(token.text) - len(token.cells)]
        parts = [_displace(_corner(part), rows, columns) for part in token.cells.split(":")]
        if any(part is None for part in parts):
            return LOST
        return prefix + ":".join(part.text() for part in parts if part is not None)

    return _rewrite(formula, decimal, move)


def relocated(
    formula: str,
    decimal: str,
    *,
    own_title: str,
    source: tuple[str, Rect],
    target: tuple[str, int, int],
) -> str:
    """Return ``formula`` after a block was cut: references wholly inside it follow.

    ``source`` is the tab's title and the block, ``target`` the quoted title it went to and how
    many rows and columns away.
    """
    (title, rect), (new_title, rows, columns) = source, target

    def move(token: Token) -> str:
        meant = token.sheet if token.sheet is not None else own_title
        corners = [_corner(part) for part in token.cells.split(":")]
        if meant.casefold() != title.casefold() or not all(_inside(one, rect) for one in corners):
            return token.text
        moved = [
            _Corner(
                one.column_mark, (one.column or 0) + columns, one.row_mark, (one.row or 0) + rows
            )
            for one in corners
        ]
        prefix = (
            "" if token.sheet is None and new_title == a1.quoted(own_title) else f"{new_title}!"
        )
        return prefix + ":".join(one.text() for one in moved)

    return _rewrite(formula, decimal, move)


def _lies_in(cells: str, across: tuple[int, int], *, rows: bool) -> bool:
    corners = [_corner(part) for part in cells.split(":")]
    places = [corner.column if rows else corner.row for corner in corners]
    return all(place is not None and across[0] <= place < across[1] for place in places)


def _inside(corner: _Corner, rect: Rect) -> bool:
    if corner.row is None or corner.column is None:
        return False
    return rect.top <= corner.row < rect.bottom and rect.left <= corner.column < rect.right


def _rewrite(formula: str, decimal: str, move: Callable[[Token], str]) -> str:
    body = formula.removeprefix("=")
    pieces = [
        move(token) if token.kind == "ref" else token.text for token in tokenize(body, decimal)
    ]
    return formula[: len(formula) - len(body)] + "".join(pieces)


def _corner(text: str) -> _Corner:
    match = _PART.match(text)
    if match is None:
        return _Corner("", None, "", None)
    mark, letters, row_mark, row = match.groups()
    if letters is None:
        return _Corner("", None, mark or row_mark, int(row) - 1)
    return _Corner(mark, a1.column_index(letters), row_mark, int(row) - 1 if row else None)


def _displace(corner: _Corner, rows: int, columns: int) -> _Corner | None:
    row, column = corner.row, corner.column
    if row is not None and not corner.row_mark:
        row += rows
    if column is not None and not corner.column_mark:
        column += columns
    if (row is not None and row < 0) or (column is not None and column < 0):
        return None
    return _Corner(corner.column_mark, column, corner.row_mark, row)


def _shift_cells(cells: str, shift: Shift, *, rows: bool) -> str | None:
    corners = [_corner(part) for part in cells.split(":")]
    indexes = [corner.row if rows else corner.column for corner in corners]
    first, last = indexes[0], indexes[-1]
    if first is None and last is None:
        return cells
    if len(corners) > 1 and (first is None) != (last is None):
        open_span = shift.span(first if first is not None else last or 0, FAR)
        edge = None if open_span is None else open_span[0]
        places = [None if index is None else edge for index in indexes]
        if edge is None:
            return None
    elif first is None or last is None or len(corners) == 1:
        places = [None if index is None else shift.index(index) for index in indexes]
        if any(
            index is not None and place is None
            for index, place in zip(indexes, places, strict=True)
        ):
            return None
    else:
        span = shift.span(min(first, last), max(first, last) + 1)
        if span is None:
            return None
        low, high = span[0], span[1] - 1
        places = [low, high] if first <= last else [high, low]
    return ":".join(
        _moved(corner, place, rows=rows).text()
        for corner, place in zip(corners, places, strict=True)
    )


def _moved(corner: _Corner, place: int | None, *, rows: bool) -> _Corner:
    if rows:
        return _Corner(corner.column_mark, corner.column, corner.row_mark, place)
    return _Corner(corner.column_mark, place, corner.row_mark, corner.row)
