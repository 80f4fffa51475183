"""Cells inserted or deleted in the middle of a tab: what stands below or to the right moves."""

from typing import Any, Final

from deploy.local.emulator import errors
from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.references import move_objects, rewrite_formulas, shift_range
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.formulas import rewriting
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.grid import Layer
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.shifts import Shift

UNCERTAIN: Final = (
    (
        "InsertRange and deleteRange: references, named ranges, protections, filters and "
        "conditional formats move when they lie wholly inside the rows or columns that shift, and "
        "stay as they are otherwise; Google may split some of them."
    ),
    ("InsertRange and deleteRange: a merge that would be torn apart is refused in our own words."),
)


def band_of(sheet: Sheet, rect: Rect, dimension: str) -> Rect:
    """Return the cells that shift with ``rect``: from it to the edge of the grid."""
    if dimension == "ROWS":
        return Rect(rect.top, rect.left, sheet.rows, rect.right)
    return Rect(rect.top, rect.left, rect.bottom, sheet.columns)


def shift_block(edit: Edit, sheet: Sheet, rect: Rect, shift: Shift, dimension: str) -> None:
    """Apply a shift to the columns (dimension ROWS) or rows of ``rect`` only.

    Cells move with all they carry; references, merges and other ranges follow.

    Raises:
        RequestFault: A merge would be torn apart.
        GoogleError: 501 when a table is among what shifts.
    """
    rows = dimension == "ROWS"
    across = (rect.left, rect.right) if rows else (rect.top, rect.bottom)
    band = band_of(sheet, rect, dimension)
    if any(sheet.rect(table["range"]).meets(band) for table in sheet.tables):
        raise errors.unimplemented("shifting a part of a tab that holds a table")
    sheet.merges = _shifted_merges(sheet.merges, (rect, band), shift, rows=rows)
    for layer in sheet.grid.layers():
        _shift_layer(layer, band, shift, rows=rows)

    def move(grid_range: Json) -> Json | None:
        inside = sheet.rect(grid_range)
        span = (inside.left, inside.right) if rows else (inside.top, inside.bottom)
        if not (across[0] <= span[0] and span[1] <= across[1]):
            return grid_range
        return shift_range(grid_range, shift, rows=rows)

    move_objects(edit.workbook, sheet, move)
    decimal = locale_of(edit.workbook.locale).decimal

    def rewrite(formula: str, own_title: str) -> str:
        return rewriting.shifted(
            formula,
            decimal,
            own_title=own_title,
            title=sheet.title,
            change=(shift, dimension),
            across=across,
        )

    rewrite_formulas(edit.workbook, rewrite)
    edit.workbook.restructured()
    sheet.dirty = True


def _shift_layer(layer: Layer[Any], band: Rect, shift: Shift, *, rows: bool) -> None:
    lifted = list(layer.within(band))
    layer.clear(band)
    for row, column, item in lifted:
        place = shift.index(row if rows else column)
        if place is not None:
            layer.put(*((place, column) if rows else (row, place)), item)


def _shifted_merges(
    merges: list[Rect], moving: tuple[Rect, Rect], shift: Shift, *, rows: bool
) -> list[Rect]:
    rect, band = moving
    kept = []
    for merge in merges:
        if not merge.meets(band):
            kept.append(merge)
            continue
        if not (band.covers(merge) and (rect.covers(merge) or _whole(merge, shift, rows=rows))):
            raise RequestFault(
                "You can't do this because it would tear merged cells apart. "
                "Please unmerge them and try again."
            )
        span = shift.span(*((merge.top, merge.bottom) if rows else (merge.left, merge.right)))
        if span is not None:
            kept.append(
                Rect(span[0], merge.left, span[1], merge.right)
                if rows
                else Rect(merge.top, span[0], merge.bottom, span[1])
            )
    return kept


def _whole(merge: Rect, shift: Shift, *, rows: bool) -> bool:
    start, end = (merge.top, merge.bottom) if rows else (merge.left, merge.right)
    span = shift.span(start, end)
    return span is not None and span[1] - span[0] == end - start
