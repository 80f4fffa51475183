"""Tables of a tab as far as cells must know them: what a header cell may hold."""

from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.grid import Entered, Formula


def column_title(index: int) -> str:
    """Return what Google calls the column ``index`` (from 0) of a table nobody named."""
    return f"Column {index + 1}"


def header_entry(
    tables: list[Json], row: int, column: int, entered: Entered | None
) -> Entered | None:
    """Return what stays in a cell: a table's header takes no formula and is never empty."""
    if entered is not None and not isinstance(entered, Formula):
        return entered
    for table in tables:
        place = table["range"]
        left = place["startColumnIndex"]
        if row == place["startRowIndex"] and left <= column < place["endColumnIndex"]:
            return column_title(column - left)
    return entered
