"""The requests that bring one workbook up to date with the night; none when it is already."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from functions.domain.look import Json
from functions.domain.night import Night
from functions.domain.records import PROVINCE
from functions.domain.workbook import Tab
from functions.ports import Request
from functions.writers.chart_specs import feed_of
from functions.writers.charts import chart_requests
from functions.writers.diff import replace_grid, update_rows
from functions.writers.page import page_requests, write_page
from functions.writers.tabs import TABLE_WRITERS, assignments, figures, guide, journal, summary
from functions.writers.tabs.base import INFO_ROWS, grid_of
from functions.writers.values import Out
from functions.writers.words import book_of
from sheets_schema.model import FilledBy, Schema

_IDENTITY = frozenset({"assignment_id", "need_id", "team_id", "start", "end"})

Tabs = Callable[[str], Tab | None]
"""Finds the tab of a table by the table's name."""


def unit_requests(schema: Schema, night: Night, unit: str, tabs: Tabs) -> list[Request]:
    """Return what changes in the workbook of a unit."""
    entry = night.campaign.unit(unit)
    requests = _tables(schema, night, unit, tabs)
    if entry and guide.PART in night.parts and (tab := tabs(guide.TABLE)):
        page = guide.page(schema, night.campaign.settings, entry.name, night.ran_at)
        # When the robot last came is no news by itself, but it is told along with any.
        requests += write_page(tab, page) if requests else page_requests(tab, page)
    return requests


def province_requests(
    schema: Schema,
    night: Night,
    tabs: Tabs,
    ledger_columns: Mapping[str, int],
    charts: Mapping[int, Json],
) -> list[Request]:
    """Return what changes in the province's workbook, the journal aside.

    `ledger_columns` says where the columns of «Phân công» are now: people may have moved them.
    `charts` are the specifications of all charts in the workbook, by id.
    """
    requests = _tables(schema, night, PROVINCE, tabs)
    if summary.PART in night.parts and (tab := tabs(summary.TABLE)):
        page = summary.page(schema, night)
        requests += page_requests(tab, page)
        feed = tabs(figures.TABLE)
        if feed and page.chart_row is not None:
            have = replace(tab.look, charts=charts)
            drawn = feed_of(night.summary, feed.sheet_id)
            requests += chart_requests(schema, tab.sheet_id, page.chart_row, drawn, have)
    if assignments.PART in night.parts and (tab := tabs(assignments.TABLE)):
        requests += _ledger(schema, night, tab, ledger_columns)
    return requests


def journal_requests(
    schema: Schema, night: Night, tabs: Tabs, workbooks_written: int
) -> list[Request]:
    """Return the requests that put tonight's row on top of the journal."""
    tab = tabs(journal.TABLE)
    if tab is None:
        return []
    fields = schema.table("province", journal.TABLE).fields
    today = journal.row(schema, night, workbooks_written)
    first = INFO_ROWS + 1
    before = [list(row) for row in tab.rows[first : first + journal.KEPT - 1]]
    grid: list[Sequence[Out]] = [
        [schema.text("journal_tab.info")],
        [each.title for each in fields],
        [today.get(each.name) for each in fields],
        *([_plain(cell) for cell in row] for row in before),
    ]
    return replace_grid(tab, grid)


def _plain(cell: object) -> Out:
    return cell if isinstance(cell, str | int | float) else None


def _tables(schema: Schema, night: Night, unit: str, tabs: Tabs) -> list[Request]:
    book = book_of(unit)
    requests: list[Request] = []
    for writer in TABLE_WRITERS[book]:
        if writer.PART in night.parts and (tab := tabs(writer.TABLE)):
            content = writer.content(schema, night, unit)
            grid = grid_of(schema, book, writer.TABLE, content)
            requests += replace_grid(tab, grid, volatile_rows=INFO_ROWS)
    return requests


def _ledger(schema: Schema, night: Night, tab: Tab, columns: Mapping[str, int]) -> list[Request]:
    """Write the robot's columns of each row in place, new rows below the last one in use.

    Where a column that tells the rows apart is gone, nothing is written: the rows that stand there
    could not be read, so that all of them would be written a second time.
    """
    if _IDENTITY.difference(columns):
        return []
    fields = schema.table("province", assignments.TABLE).fields
    own = [each.name for each in fields if each.filled_by is FilledBy.ROBOT]
    used = [index for index, row in enumerate(tab.rows) if any(cell is not None for cell in row)]
    next_row = max([INFO_ROWS, *used]) + 1
    cells: dict[int, dict[int, Out]] = {}
    for entry, row in zip(night.entries, assignments.rows(schema, night), strict=True):
        at = entry.row
        if at is None:
            at, next_row = next_row, next_row + 1
        cells[at] = {columns[name]: row[name] for name in own if name in columns and name in row}
    requests = update_rows(tab, cells)
    if requests:
        requests += update_rows(tab, {0: {0: assignments.info(schema, night)}})
    return requests
