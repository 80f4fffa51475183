"""Moves everything that points at cells when rows, columns or tabs change."""

from collections.abc import Callable

from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.edits.embedded_shifts import move_sources, shift_positions
from deploy.local.emulator.formulas import rewriting
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json, JsonValue
from deploy.local.emulator.state.grid import Formula
from deploy.local.emulator.state.sheet import Group, Sheet
from deploy.local.emulator.state.shifts import Shift
from deploy.local.emulator.state.workbook import Workbook

Rewrite = Callable[[str, str], str]
"""(formula, title of the tab it stands on) to the new formula."""


def shift_all(workbook: Workbook, sheet: Sheet, shift: Shift, dimension: str) -> None:
    """Apply a shift of rows or columns of ``sheet`` to the whole document.

    Cells, notes, formats and rules move with the grid; merges, protections, filters, conditional
    formats, groups, named ranges, developer metadata and formulas follow.
    """
    rows = dimension == "ROWS"
    sheet.grid.shift(shift, rows=rows)
    sheet.merges = _shift_merges(sheet.merges, shift, rows=rows)
    shifted_groups = [_shift_group(group, shift) for group in sheet.groups(dimension)]
    sheet.groups(dimension)[:] = [group for group in shifted_groups if group is not None]
    properties = sheet.dimension_properties(dimension)
    moved = [(shift.index(at), item) for at, item in properties.items()]
    properties.clear()
    properties.update({at: item for at, item in moved if at is not None})
    _shift_objects(workbook, sheet, shift, dimension)
    decimal = locale_of(workbook.locale).decimal

    def rewrite(formula: str, own_title: str) -> str:
        return rewriting.shifted(
            formula, decimal, own_title=own_title, title=sheet.title, change=(shift, dimension)
        )

    rewrite_formulas(workbook, rewrite)
    workbook.restructured()
    sheet.dirty = True


def retitle(workbook: Workbook, old: str, new: str | None) -> None:
    """Rename a tab in every formula; None turns references to it into #REF!."""
    decimal = locale_of(workbook.locale).decimal
    rewrite_formulas(workbook, lambda formula, _own: rewriting.retitled(formula, decimal, old, new))
    workbook.restructured()


def rewrite_formulas(workbook: Workbook, rewrite: Rewrite) -> None:
    """Rewrite formulas in cells, validation rules and conditional formats."""
    for sheet in workbook.sheets:
        for row, column, entered in list(sheet.grid.entered.everything()):
            if isinstance(entered, Formula):
                text = rewrite(entered.text, sheet.title)
                if text != entered.text:
                    sheet.grid.entered.put(row, column, Formula(text))
                    sheet.dirty = True
        _rewrite_rules(sheet, rewrite)
        formats = [rewrite_conditions(rule, rewrite, sheet) for rule in sheet.conditional_formats]
        sheet.dirty = sheet.dirty or formats != sheet.conditional_formats
        sheet.conditional_formats = formats


def _rewrite_rules(sheet: Sheet, rewrite: Rewrite) -> None:
    known: dict[int, Json] = {}
    kept: list[Json] = []
    for row, column, rule in list(sheet.grid.rules.everything()):
        if id(rule) not in known:
            kept.append(rule)
            new = rewrite_conditions(rule, rewrite, sheet)
            known[id(rule)] = rule if new == rule else new
        if known[id(rule)] is not rule:
            sheet.grid.rules.put(row, column, known[id(rule)])
            sheet.dirty = True


def rewrite_conditions(value: JsonValue, rewrite: Rewrite, sheet: Sheet) -> JsonValue:
    """Return ``value`` with every formula among its condition values rewritten."""
    if isinstance(value, list):
        return [rewrite_conditions(item, rewrite, sheet) for item in value]
    if not isinstance(value, dict):
        return value
    result = {key: rewrite_conditions(item, rewrite, sheet) for key, item in value.items()}
    text = result.get("userEnteredValue")
    if isinstance(text, str) and text.startswith("="):
        result["userEnteredValue"] = rewrite(text, sheet.title)
    return result


def _shift_merges(merges: list[Rect], shift: Shift, *, rows: bool) -> list[Rect]:
    result = []
    for merge in merges:
        start, end = (merge.top, merge.bottom) if rows else (merge.left, merge.right)
        span = shift.span(start, end)
        if span is None:
            continue
        moved = (
            Rect(span[0], merge.left, span[1], merge.right)
            if rows
            else Rect(merge.top, span[0], merge.bottom, span[1])
        )
        if moved.height * moved.width > 1:
            result.append(moved)
    return result


def _shift_group(group: Group, shift: Shift) -> Group | None:
    span = shift.span(group.start, group.end)
    return None if span is None else Group(span[0], span[1], group.depth, group.collapsed)


def _shift_objects(workbook: Workbook, sheet: Sheet, shift: Shift, dimension: str) -> None:
    rows = dimension == "ROWS"

    def move(grid_range: Json) -> Json | None:
        return shift_range(grid_range, shift, rows=rows)

    shift_positions(workbook, sheet, shift, dimension)
    move_objects(workbook, sheet, move)
    kept = [_shift_metadata(entry, sheet, shift, dimension) for entry in workbook.metadata]
    workbook.metadata = [entry for entry in kept if entry is not None]


def move_objects(workbook: Workbook, sheet: Sheet, move: Callable[[Json], Json | None]) -> None:
    """Move the ranges of everything that hangs on a tab; None means that it is gone."""
    for name in ("protections", "conditional_formats", "filter_views", "bandings"):
        moved = [_move_ranges(item, move) for item in getattr(sheet, name)]
        setattr(sheet, name, [item for item in moved if item is not None])
    if sheet.basic_filter is not None:
        sheet.basic_filter = _move_ranges(sheet.basic_filter, move)
    here = [
        _move_ranges(entry, move) if entry["range"].get("sheetId", 0) == sheet.id else entry
        for entry in workbook.named_ranges
    ]
    workbook.named_ranges = [entry for entry in here if entry is not None]
    move_sources(workbook, sheet, move)


def _move_ranges(value: Json, move: Callable[[Json], Json | None]) -> Json | None:
    result = dict(value)
    if "range" in value:
        moved = move(value["range"])
        if moved is None:
            return None
        result["range"] = moved
    for key in ("ranges", "unprotectedRanges"):
        if key in value:
            ranges = [move(item) for item in value[key]]
            result[key] = [item for item in ranges if item is not None]
            if key == "ranges" and not result[key]:
                return None
    return result


def shift_range(grid_range: Json, shift: Shift, *, rows: bool) -> Json | None:
    """Return a GridRange after a shift, None when nothing of it is left; open sides stay open."""
    first, last = (
        ("startRowIndex", "endRowIndex") if rows else ("startColumnIndex", "endColumnIndex")
    )
    if first not in grid_range and last not in grid_range:
        return grid_range
    start = grid_range.get(first, 0)
    span = shift.span(start, grid_range.get(last, rewriting.FAR))
    if span is None:
        return None
    result = dict(grid_range)
    if first in grid_range:
        result[first] = span[0]
    if last in grid_range:
        result[last] = span[1]
    return result


def _shift_metadata(entry: Json, sheet: Sheet, shift: Shift, dimension: str) -> Json | None:
    spot = entry["location"].get("dimensionRange")
    if spot is None or spot.get("sheetId", 0) != sheet.id or spot["dimension"] != dimension:
        return entry
    span = shift.span(spot["startIndex"], spot["endIndex"])
    if span is None:
        return None
    moved = {**spot, "startIndex": span[0], "endIndex": span[1]}
    return {**entry, "location": {**entry["location"], "dimensionRange": moved}}
