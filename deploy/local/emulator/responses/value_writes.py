"""Puts a ValueRange into cells and counts what was written."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from deploy.local.emulator import a1, errors
from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.cells.typed import Typed, read_into
from deploy.local.emulator.cells.view import View
from deploy.local.emulator.discovery.queries import Query
from deploy.local.emulator.edits.cells import check_text
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.ranges import Place, name_of
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.responses.value_ranges import rendering_of, value_range
from deploy.local.emulator.shapes import Json, JsonValue
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook

LARGEST = sys.float_info.max
Matrix = Sequence[Sequence[JsonValue]]


@dataclass
class Written:
    """What one write touched."""

    sheet: Sheet
    rect: Rect
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    cells: int = 0

    def answer(self, spreadsheet_id: str) -> Json:
        """Return Google's UpdateValuesResponse without values."""
        counts = {
            "updatedRows": len(self.rows),
            "updatedColumns": len(self.columns),
            "updatedCells": self.cells,
        }
        return {
            "spreadsheetId": spreadsheet_id,
            "updatedRange": name_of(self.sheet, self.rect),
            **{name: count for name, count in counts.items() if count},
        }


def matrix_of(value_range: Json) -> Matrix:
    """Return the values of a ValueRange row by row.

    Raises:
        RequestFault: A cell is a list, an object or a number no double can hold.
    """
    values: list[list[JsonValue]] = value_range.get("values", [])
    for line_number, line in enumerate(values):
        for position, cell in enumerate(line):
            if isinstance(cell, list | dict):
                kind = "list_value" if isinstance(cell, list) else "struct_value"
                raise RequestFault(f"Invalid values[{line_number}][{position}]: {kind} {{\n}}\n")
            if isinstance(cell, int | float) and not abs(cell) <= LARGEST:
                raise RequestFault(f"Invalid values[{line_number}][{position}]: number_value")
    if value_range.get("majorDimension") != "COLUMNS":
        return values
    height = max((len(line) for line in values), default=0)
    return [[line[at] if at < len(line) else None for line in values] for at in range(height)]


def write_block(edit: Edit, place: Place, matrix: Matrix, option: str) -> Written:
    """Write ``matrix`` from the place's top left on, enlarging the grid where needed.

    Raises:
        RequestFault: It does not fit, is protected or cannot be held by a cell.
    """
    check_option(option)
    width = max((len(row) for row in matrix), default=0)
    top, left = place.rect.top, place.rect.left
    rect = Rect(top, left, top + max(len(matrix), 1), left + max(width, 1))
    _check_fit(place, rect, has_values=width > 0)
    edit.guard(place.sheet, rect)
    sheet = edit.sheet(place.sheet.id)
    sheet.resize(max(sheet.rows, rect.bottom), max(sheet.columns, rect.right))
    edit.check_size()
    written = Written(sheet, rect)
    writer = _Writer(edit, sheet, option)
    for row, line in enumerate(matrix, top):
        for column, value in enumerate(line, left):
            if value is not None:
                writer.put(row, column, value)
                written.rows.add(row)
                written.columns.add(column)
                written.cells += 1
    return written


def check_option(option: str) -> None:
    """Refuse a write that does not say how to read its values."""
    if option not in ("RAW", "USER_ENTERED"):
        raise errors.invalid("'valueInputOption' is required but not specified")


def _check_fit(place: Place, rect: Rect, *, has_values: bool) -> None:
    written = place.written
    single = place.rect.height == 1 and place.rect.width == 1
    if single or not has_values:
        return
    wanted = f"Requested writing within range [{place.name}], but tried writing to"
    if written.bottom is not None and rect.bottom > written.bottom:
        raise RequestFault(f"{wanted} row [{written.bottom + 1}]")
    if written.right is not None and rect.right > written.right:
        raise RequestFault(f"{wanted} column [{a1.column_letters(written.right)}]")


def clear_block(edit: Edit, place: Place) -> str:
    """Empty the cells of a place, formats stay; return its normalised name.

    Raises:
        RequestFault: Some of them are protected.
    """
    edit.guard(place.sheet, place.rect)
    for row, column, _ in list(place.sheet.grid.entered.within(place.rect)):
        edit.workbook.enter(place.sheet, row, column, None)
    return place.name


def totals(done: Sequence[Written]) -> Json:
    """Return what several writes touched together; what is zero is left out."""
    counts = {
        "totalUpdatedRows": len({(one.sheet.id, row) for one in done for row in one.rows}),
        "totalUpdatedColumns": len({(one.sheet.id, at) for one in done for at in one.columns}),
        "totalUpdatedCells": sum(one.cells for one in done),
        "totalUpdatedSheets": len({one.sheet.id for one in done}),
    }
    return {name: count for name, count in counts.items() if count}


def answer_of(workbook: Workbook, written: Written, query: Query) -> Json:
    """Return Google's UpdateValuesResponse, with the values where ``query`` asks for them."""
    answer = written.answer(workbook.id)
    if query.flag("includeValuesInResponse"):
        shown = rendering_of(query, "response")
        answer["updatedData"] = value_range(View(workbook), written.sheet, written.rect, shown)
    return answer


def options_of(body: Json) -> Query:
    """Return the options that a batch carries in its body as if they stood in the URL."""
    return Query({name: [item] for name, item in body.items() if isinstance(item, str | bool)})


class _Writer:
    def __init__(self, edit: Edit, sheet: Sheet, option: str) -> None:
        self._edit = edit
        self._sheet = sheet
        self._raw = option == "RAW"
        self._locale = locale_of(edit.workbook.locale)

    def put(self, row: int, column: int, value: JsonValue) -> None:
        typed = self._typed(row, column, value)
        entered = typed.value if typed.value != "" else None
        self._edit.workbook.enter(self._sheet, row, column, entered)
        if typed.number_format is not None:
            formats = self._sheet.grid.formats
            old = formats.get(row, column) or {}
            formats.put(row, column, {**old, "numberFormat": typed.number_format})

    def _typed(self, row: int, column: int, value: JsonValue) -> Typed:
        if not isinstance(value, str):
            return Typed(value)
        check_text(value)
        if self._raw:
            return Typed(value)
        own = self._sheet.grid.formats.get(row, column) or {}
        return read_into(value, self._locale, own.get("numberFormat"))
