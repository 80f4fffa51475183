"""Writes into tabs that people type in, and looks afterwards whether it hit the right cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from functions.domain.workbook import Workbook
from functions.logs import log
from functions.ports import Request, Workbooks
from functions.writers.layout.ranges import write_cells
from functions.writers.recovery import Entered, Position, misplaced, written_cells

MOST_ATTEMPTS = 4
"""How often cells are put right while somebody keeps moving rows."""


def write_carefully(
    workbooks: Workbooks, before: Workbook, requests: Sequence[Request], typed: frozenset[int]
) -> None:
    """Write `requests`, made for `before`; give back what they hit by mistake.

    `typed` are the sheet ids of the tabs in which people type. Where nothing is written into them,
    this is one request; else one more reading, and further requests only if rows or columns moved
    between the reading and the writing.
    """
    for _ in range(MOST_ATTEMPTS):
        workbooks.write(before.workbook_id, requests)
        cells = {sheet: each for sheet, each in written_cells(requests).items() if sheet in typed}
        if not cells:
            return
        after = workbooks.read(before.workbook_id)
        requests = _corrections(before, after, cells)
        if not requests:
            return
        log("rows moved while they were written", severity="WARNING", tabs=len(requests))
        before = after


def writes_values(requests: Sequence[Request], typed: frozenset[int]) -> bool:
    """Say whether requests write values into a tab in which people type."""
    return not typed.isdisjoint(written_cells(requests))


def _corrections(
    before: Workbook, after: Workbook, cells: Mapping[int, Mapping[Position, Entered]]
) -> list[Request]:
    tabs = {tab.sheet_id: tab for tab in after.tabs}
    return [
        write_cells(tab.sheet_id, row, column, [[cell]], "userEnteredValue")
        for tab in before.tabs
        if tab.sheet_id in cells and tab.sheet_id in tabs
        for (row, column), cell in misplaced(tab, tabs[tab.sheet_id], cells[tab.sheet_id]).items()
    ]
