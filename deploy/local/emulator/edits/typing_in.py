"""Puts typed text into cells, as a person at the keyboard would."""

from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.cells.typed import read_into
from deploy.local.emulator.edits.cells import check_text
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.state.sheet import Sheet


def type_in(edit: Edit, sheet: Sheet, place: tuple[int, int], text: str) -> None:
    """Type ``text`` into a cell; a new number format comes along, an empty text clears it.

    Raises:
        RequestFault: The text is longer than a cell can hold.
    """
    own = sheet.grid.formats.get(*place) or {}
    typed = read_into(check_text(text), locale_of(edit.workbook.locale), own.get("numberFormat"))
    edit.workbook.enter(sheet, *place, typed.value if typed.value != "" else None)
    if typed.number_format is not None:
        sheet.grid.formats.put(*place, {**own, "numberFormat": typed.number_format})


def make_room(edit: Edit, sheet: Sheet, bottom: int, right: int) -> None:
    """Enlarge the grid so that it has that many rows and columns.

    Raises:
        RequestFault: The document would get too big.
    """
    sheet.resize(max(sheet.rows, bottom), max(sheet.columns, right))
    edit.check_size()
