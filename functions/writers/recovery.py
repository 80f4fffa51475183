"""Puts right what landed beside its place because somebody moved rows or columns meanwhile.

Google takes positions, not rows: a request that was made for row 7 writes into whatever is row 7
when it arrives. So what was written is looked at afterwards, and cells that it hit by mistake get
back what they held.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from functions.domain.workbook import Cell, Tab
from functions.ports import Request
from functions.writers.layout.values import entered

Position = tuple[int, int]
Entered = Mapping[str, object]
Cells = Mapping[Position, Entered]
"""Cells by zero-based row and column, as the API's `CellData`."""


def written_cells(requests: Iterable[Request]) -> dict[int, dict[Position, Entered]]:
    """Return the values that requests write cell by cell, by sheet id.

    Tabs into which columns are inserted by the same requests are left out: their positions are
    those after the insertion.
    """
    found: dict[int, dict[Position, Entered]] = {}
    inserted = set()
    for request in requests:
        for body in request.values():
            if not isinstance(body, Mapping):
                continue
            if "insertDimension" in request:
                inserted.add(body["range"]["sheetId"])
            elif "updateCells" in request and "userEnteredValue" in str(body.get("fields")):
                start = body["start"]
                cells = found.setdefault(start["sheetId"], {})
                for down, row in enumerate(body["rows"]):
                    for right, cell in enumerate(row.get("values", ())):
                        position = (start["rowIndex"] + down, start["columnIndex"] + right)
                        cells[position] = {"userEnteredValue": cell.get("userEnteredValue", {})}
    return {sheet: cells for sheet, cells in found.items() if sheet not in inserted}


def misplaced(before: Tab, after: Tab, cells: Cells) -> dict[Position, Entered]:
    """Return the cells to write so that `cells` stand where they were meant and nowhere else.

    `before` is the tab for which they were made, `after` the tab once they were written. Nothing is
    returned when rows and columns stand where they stood.
    """
    columns = _columns(before, after)
    rows = _rows(before, after, columns, {column for _, column in cells})
    if all(rows.get(row) == row and columns.get(column) == column for row, column in cells):
        return {}
    row_of = {there: here for here, there in rows.items()}
    column_of = {there: here for here, there in columns.items()}
    wanted: dict[Position, Entered] = {}
    for row, column in cells:
        origin = (row_of.get(row), column_of.get(column))
        if None in origin:
            wanted[row, column] = {}
        elif origin not in cells:
            wanted[row, column] = _entered(before, *origin)  # type: ignore[arg-type]
    for (row, column), cell in cells.items():
        if row in rows and column in columns:
            wanted[rows[row], columns[column]] = cell
    return wanted


def _columns(before: Tab, after: Tab) -> dict[int, int]:
    """Return where each column went: by its key, the others by how far their neighbour moved."""
    places = {key: column for column, key in after.column_keys.items()}
    shift = 0
    found = {}
    for column in range(max(before.column_count, after.column_count)):
        key = before.column_keys.get(column)
        if key in places:
            shift = places[key] - column
        elif key:
            continue
        found[column] = column + shift
    return found


def _rows(before: Tab, after: Tab, columns: Mapping[int, int], written: set[int]) -> dict[int, int]:
    """Return where each row went, told by the cells that were not written."""
    quiet = [
        (here, there)
        for here, there in columns.items()
        if here not in written and there not in written
    ]
    height = max(before.row_count, after.row_count, len(before.rows), len(after.rows))
    old = [tuple(before.cell(row, here) for here, _ in quiet) for row in range(height)]
    new = [tuple(after.cell(row, there) for _, there in quiet) for row in range(height)]
    if old == new:
        return {row: row for row in range(height)}
    found = dict(_unique(old, new))
    left = [row for row in range(height) if row not in found]
    right = sorted(set(range(height)) - set(found.values()))
    matcher = SequenceMatcher(
        a=[old[row] for row in left], b=[new[row] for row in right], autojunk=False
    )
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal" or b - a == d - c:
            found.update(zip(left[a:b], right[c:d], strict=True))
    return found


def _unique(
    old: Sequence[tuple[Cell, ...]], new: Sequence[tuple[Cell, ...]]
) -> Iterator[tuple[int, int]]:
    """Yield the rows that say something nobody else says, before and after."""
    count_old, count_new = Counter(old), Counter(new)
    places = {cells: row for row, cells in enumerate(new)}
    for row, cells in enumerate(old):
        if count_old[cells] == count_new[cells] == 1 and any(each is not None for each in cells):
            yield row, places[cells]


def _entered(tab: Tab, row: int, column: int) -> Entered:
    formula = tab.formulas.get((row, column))
    if formula:
        return {"userEnteredValue": {"formulaValue": formula}}
    return entered(tab.cell(row, column))
