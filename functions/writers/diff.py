"""Writes only what is not there yet: the requests that turn a tab into what it should be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from functions.domain.workbook import Tab
from functions.ports import Request
from functions.writers.values import Formula, Out, entered, formula_of, shown

SPARE_ROWS = 50
"""Rows added beyond the need when a tab has to grow, so that it does not grow every night."""


def replace_grid(
    tab: Tab, grid: Sequence[Sequence[Out]], *, volatile_rows: int = 0
) -> list[Request]:
    """Return requests that make `grid` the whole content of `tab`.

    A difference in the first `volatile_rows` rows alone, such as a stamp, is no reason to write,
    once there is one.
    """
    height = max(len(grid), len(tab.rows))
    width = max(
        max((len(row) for row in grid), default=0), max((len(row) for row in tab.rows), default=0)
    )
    rows = [_padded(grid[index] if index < len(grid) else (), width) for index in range(height)]
    changed = [index for index, row in enumerate(rows) if not _same(tab, index, 0, row)]
    if not any(index >= volatile_rows or not tab.cell(index, 0) for index in changed):
        return []
    return [
        *grow(tab, height, width),
        *(_cells(tab, first, 0, rows[first : last + 1]) for first, last in runs(changed)),
    ]


def update_rows(
    tab: Tab,
    rows: Mapping[int, Mapping[int, Out]],
) -> list[Request]:
    """Return requests that write these cells, by row and column, and touch no other cell."""
    requests: list[Request] = []
    blocks: dict[tuple[int, int], list[int]] = {}
    for index in sorted(rows):
        for first, last in runs(sorted(rows[index])):
            values = [rows[index][column] for column in range(first, last + 1)]
            if not _same(tab, index, first, values):
                blocks.setdefault((first, last), []).append(index)
    for (left, right), indexes in sorted(blocks.items()):
        for top, bottom in runs(indexes):
            block = [
                [rows[index][column] for column in range(left, right + 1)]
                for index in range(top, bottom + 1)
            ]
            requests.append(_cells(tab, top, left, block))
    if requests:
        width = max(column for cells in rows.values() for column in cells) + 1
        return [*grow(tab, max(rows) + 1, width), *requests]
    return []


def grow(tab: Tab, height: int, width: int) -> list[Request]:
    """Return requests that give `tab` at least `height` rows and `width` columns."""
    requests: list[Request] = []
    for dimension, have, want, spare in (
        ("ROWS", tab.row_count, height, SPARE_ROWS),
        ("COLUMNS", tab.column_count, width, 0),
    ):
        if want > have:
            extra = {"sheetId": tab.sheet_id, "dimension": dimension, "length": want - have + spare}
            requests.append({"appendDimension": extra})
    return requests


def _padded(row: Sequence[Out], width: int) -> list[Out]:
    return [*row, *([None] * (width - len(row)))]


def _same(tab: Tab, row: int, column: int, values: Sequence[Out]) -> bool:
    return all(
        tab.formulas.get((row, column + offset), "") == formula_of(value)
        and (isinstance(value, Formula) or _equal(tab.cell(row, column + offset), shown(value)))
        for offset, value in enumerate(values)
    )


def _equal(have: object, want: object) -> bool:
    if have in (None, "") and want is None:
        return True
    # Python takes TRUE for 1; a checkbox is never what the robot writes.
    return have == want and not isinstance(have, bool)


def runs(indexes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of consecutive numbers; `indexes` are sorted."""
    start = previous = None
    for index in indexes:
        if start is None or previous is None:
            start = index
        elif index != previous + 1:
            yield start, previous
            start = index
        previous = index
    if start is not None and previous is not None:
        yield start, previous


def _cells(tab: Tab, row: int, column: int, block: Sequence[Sequence[Out]]) -> Request:
    return {
        "updateCells": {
            "start": {"sheetId": tab.sheet_id, "rowIndex": row, "columnIndex": column},
            "rows": [{"values": [entered(value) for value in values]} for values in block],
            "fields": "userEnteredValue",
        }
    }
