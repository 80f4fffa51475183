"""Rows and columns as strips of a tab: insert, delete, check."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.references import shift_all
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.shifts import Deletion, Insertion

_WORDS = {"ROWS": "row", "COLUMNS": "column"}


def shift_dimension(body: Json) -> str:
    """Return the dimension in which the cells of a request shift."""
    dimension: str = body.get("shiftDimension", "DIMENSION_UNSPECIFIED")
    if dimension not in _WORDS:
        raise RequestFault("No dimension specified.")
    return dimension


def strip(sheet: Sheet, dimension: str, start: int, end: int) -> Rect:
    """Return the cells of those rows or columns."""
    if dimension == "ROWS":
        return Rect(start, 0, end, sheet.columns)
    return Rect(0, start, sheet.rows, end)


def check_inside(sheet: Sheet, dimension: str, end: int) -> None:
    """Refuse rows or columns the tab does not have."""
    if end > sheet.length(dimension):
        raise RequestFault(
            f"range.endIndex[{end}] is greater than the grid's "
            f"{_WORDS[dimension]} count [{sheet.length(dimension)}]."
        )


def insert(
    edit: Edit, sheet: Sheet, dimension: str, span: tuple[int, int], *, inherit_before: bool
) -> None:
    """Insert rows or columns ``span``; formats come from the neighbour."""
    start, end = span
    if _cuts(sheet, dimension, start):
        edit.guard(sheet, strip(sheet, dimension, start, start + 1))
    count = end - start
    rows = dimension == "ROWS"
    shift_all(edit.workbook, sheet, Insertion(start, count), dimension)
    _grow(sheet, count, rows=rows)
    edit.check_size()
    neighbour = start - 1 if inherit_before else end
    if 0 <= neighbour < sheet.length(dimension):
        _copy_formats(sheet, neighbour, (start, end), rows=rows)


def _cuts(sheet: Sheet, dimension: str, start: int) -> bool:
    """Say whether an insertion there would open a protected range in its middle."""
    names = ("startRowIndex", "endRowIndex")
    if dimension == "COLUMNS":
        names = ("startColumnIndex", "endColumnIndex")
    size = sheet.length(dimension)
    spans = [item.get("range", {}) for item in sheet.protections]
    return any(span.get(names[0], 0) < start < span.get(names[1], size) for span in spans)


def _grow(sheet: Sheet, count: int, *, rows: bool) -> None:
    if rows:
        sheet.resize(sheet.rows + count, sheet.columns)
    else:
        sheet.resize(sheet.rows, sheet.columns + count)


def _copy_formats(sheet: Sheet, neighbour: int, span: tuple[int, int], *, rows: bool) -> None:
    for layer in (sheet.grid.formats, sheet.grid.rules):
        line = strip(sheet, "ROWS" if rows else "COLUMNS", neighbour, neighbour + 1)
        for row, column, item in list(layer.within(line)):
            for index in range(*span):
                layer.put(*((index, column) if rows else (row, index)), item)


def delete(edit: Edit, sheet: Sheet, dimension: str, start: int, end: int) -> None:
    """Delete rows or columns ``[start, end)``."""
    length, word = sheet.length(dimension), _WORDS[dimension]
    if start >= length:
        raise RequestFault(
            f"Cannot delete a {word} that doesn't exist. Tried to delete {word} index {start} "
            f"but there are only {length} {word}s."
        )
    end = min(end, length)
    if end - start >= length:
        raise RequestFault(f"You can't delete all the {word}s on the sheet.")
    frozen = sheet.properties["gridProperties"].get(f"frozen{word.title()}Count", 0)
    if frozen and length - (end - start) <= frozen - max(0, min(end, frozen) - start):
        raise RequestFault("Sorry, it is not possible to delete all non-frozen " + f"{word}s.")
    edit.guard(sheet, strip(sheet, dimension, start, end))
    shift_all(edit.workbook, sheet, Deletion(start, end), dimension)
    if start < frozen:
        left = frozen - (min(end, frozen) - start)
        name = f"frozen{word.title()}Count"
        sheet.properties["gridProperties"].pop(name)
        if left:
            sheet.properties["gridProperties"][name] = left
    _grow(sheet, start - end, rows=dimension == "ROWS")
