"""The pictures there are, and what of its tab each one shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deploy.local.pictures.archive import Archive, Grid
from deploy.local.pictures.marks import marked_columns, marks_of
from deploy.local.pictures.paper import View, column_pixels
from functions.writers.layout.tabs import header_row
from sheets_schema.model import Book, Schema, Table, TableKind

PHONE_PIXELS = 400
"""How much of a sheet's width a phone shows."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: the first `rows` of a tab.

    With `columns`, only these columns and those with a marked cell are shown, so that a very wide
    tab stays legible.
    """

    name: str
    book: Book
    tab: str
    rows: int
    columns: tuple[str, ...] = ()
    phone: bool = False


NEEDS_ROWS = 17
_NEEDS = ("need_id", "status", "commune", "topics", "date_range", "explanation", "robot_note")
_ASSIGNMENTS = (
    "assignment_id", "state", "decision", "remark", "need_id", "unit", "commune", "team", "start",
    "end", "why",
)  # fmt: skip
_ARRIVALS = (
    "need_id", "commune", "place", "state", "start", "end", "team", "size", "leader",
    "leader_phone", "promised", "report",
)  # fmt: skip
SHOTS = (
    Shot("tong-hop", "province", "summary", 200),
    Shot("phan-cong-tinh", "province", "assignments", 16, _ASSIGNMENTS),
    Shot("chua-dap-ung", "province", "unmet", 14),
    Shot("huong-dan", "unit", "guide", 100),
    Shot("nhu-cau", "unit", "needs", NEEDS_ROWS, _NEEDS),
    Shot("loi-can-sua", "unit", "findings", 20),
    Shot("phan-cong-don-vi", "unit", "arrivals", 16, _ARRIVALS),
    Shot("huong-dan-dien-thoai", "unit", "guide", 100, phone=True),
    Shot("nhu-cau-dien-thoai", "unit", "needs", NEEDS_ROWS, phone=True),
    Shot("loi-can-sua-dien-thoai", "unit", "findings", 12, phone=True),
)


def view_of(shot: Shot, archive: Archive, schema: Schema) -> View:
    """Return what a picture shows of a workbook; raise KeyError when the tab is not there."""
    table = schema.table(shot.book, shot.tab)
    widths = column_pixels(archive, table.title)
    shown = [index for index, width in enumerate(widths) if width]
    if shot.phone:
        shown = [index for index in shown if sum(widths[:index]) < PHONE_PIXELS]
    elif shot.columns:
        wanted = _wanted(shot, archive, schema, table)
        shown = [index for index in shown if index in wanted]
    rows = min(shot.rows, _last_row(archive.grid(table.title), shown))
    pixels = sum(widths[index] for index in shown)
    return View(table.title, rows, tuple(shown), pixels, portrait=shot.phone)


def _last_row(grid: Grid, columns: Sequence[int]) -> int:
    """Return the number, from 1, of the last row with a text in one of the columns."""
    return max(
        number
        for number, row in enumerate(grid, 1)
        if any(row[column] for column in columns if column < len(row))
    )


def _wanted(shot: Shot, archive: Archive, schema: Schema, table: Table) -> set[int]:
    grid = archive.grid(table.title)
    titles = {table.field(name).title for name in shot.columns}
    named = {index for index, title in enumerate(grid[header_row(table)]) if title in titles}
    if table.kind is not TableKind.INPUT:
        return named
    marks = marks_of(archive, schema)
    return named | marked_columns(grid, table, shot.rows, marks.red | marks.yellow)
