"""Tab titles and formulas in a form Excel accepts."""

import re

from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.formulas.translation import Context, Translated, translate
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook

TITLE_LIMIT = 31
LAST_ROW, LAST_COLUMN = 1_048_576, "XFD"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_OPEN_END = re.compile(r"^\$?([A-Za-z]{1,3})?\$?(\d+)?$")


class SheetNames:
    """Maps the tabs of a workbook to names Excel allows, and its formulas with them."""

    def __init__(self, workbook: Workbook) -> None:
        self._names: dict[int, str] = {}
        for sheet in workbook.sheets:
            self._names[sheet.id] = self._free(sheet.title)
        titles = {sheet.title.casefold(): self._names[sheet.id] for sheet in workbook.sheets}
        named = workbook.names(self._names)
        decimal = locale_of(workbook.locale).decimal
        self._context = Context(decimal, titles, named, closed)

    def _free(self, title: str) -> str:
        base = _FORBIDDEN.sub("_", title).strip("'")[:TITLE_LIMIT] or "_"
        taken = {name.casefold() for name in self._names.values()}
        name, number = base, 1
        while name.casefold() in taken or name.casefold() == "history":
            number += 1
            ending = f" {number}"
            name = base[: TITLE_LIMIT - len(ending)] + ending
        return name

    def excel(self, sheet: Sheet) -> str:
        """Return the tab's name in the file."""
        return self._names[sheet.id]

    def formula(self, text: str) -> Translated:
        """Return the formula in Excel's language; ``plain`` is the text to write."""
        return translate(text, self._context)


def closed(cells: str) -> str:
    """Return ``A2:A`` as ``A2:A1048576``: Excel knows no open ends."""
    first, colon, last = cells.partition(":")
    start, end = _OPEN_END.match(first), _OPEN_END.match(last)
    if not colon or start is None or end is None:
        return cells
    rows = (start[2], end[2])
    columns = (start[1], end[1])
    if (rows[0] is None) != (rows[1] is None):
        if rows[0] is None:
            first += "1"
        else:
            last += str(LAST_ROW)
    if (columns[0] is None) != (columns[1] is None):
        if columns[0] is None:
            first = "A" + first
        else:
            last = LAST_COLUMN + last
    return f"{first}:{last}"
