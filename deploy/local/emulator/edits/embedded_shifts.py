"""Lets charts, slicers, tables and filter criteria follow cells that move."""

from collections.abc import Callable
from typing import Final

from deploy.local.emulator.edits.chart_sources import with_sources
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.shifts import Shift
from deploy.local.emulator.state.workbook import Workbook

UNCERTAIN: Final = (
    (
        "Embedded objects: when the row or column of an anchor is deleted, the object stays at "
        "the edge; Google's choice of the new anchor is not known."
    ),
    (
        "Slicers and filters: criteria of a column that is deleted go away with it; Google's "
        "answer is not known."
    ),
    (
        "Tables: when the header row is deleted, the next row becomes the header; a column "
        "inserted inside is named Column N and its header cell stays empty. Google's answers are "
        "not known."
    ),
)
FAR = 2**31

Move = Callable[[Json], Json | None]
"""A GridRange to what becomes of it, None when nothing is left."""


def shift_positions(workbook: Workbook, sheet: Sheet, shift: Shift, dimension: str) -> None:
    """Let everything that counts rows or columns of ``sheet`` follow a shift; ranges come later.

    These are anchors of objects, columns of filters and slicers, and the columns of tables.
    """
    for item in (*sheet.charts, *sheet.slicers):
        _shift_anchor(item, sheet, shift, dimension)
    if dimension != "COLUMNS":
        return
    if sheet.basic_filter is not None:
        sheet.basic_filter = _filter_columns(sheet.basic_filter, shift)
    sheet.filter_views = [_filter_columns(view, shift) for view in sheet.filter_views]
    sheet.tables = [_table_columns(table, shift) for table in sheet.tables]
    for other in workbook.sheets:
        for item in other.slicers:
            if item["spec"]["dataRange"].get("sheetId", 0) == sheet.id:
                item["spec"] = _slicer_column(item["spec"], shift)
                other.dirty = True


def move_sources(workbook: Workbook, sheet: Sheet, move: Move) -> None:
    """Move the ranges of ``sheet`` that charts, slicers and tables of the document are made of."""

    def here(grid_range: Json) -> Json | None:
        return move(grid_range) if grid_range.get("sheetId", 0) == sheet.id else grid_range

    for other in workbook.sheets:
        charts = [{**chart, "spec": with_sources(chart["spec"], here)} for chart in other.charts]
        slicers = [item for item in (_slicer(item, here) for item in other.slicers) if item]
        other.dirty = other.dirty or (charts, slicers) != (other.charts, other.slicers)
        other.charts, other.slicers = charts, slicers
    sheet.tables = [table for table in (_table(table, move) for table in sheet.tables) if table]


def _slicer(item: Json, move: Move) -> Json | None:
    data_range = move(item["spec"]["dataRange"])
    return (
        None if data_range is None else {**item, "spec": {**item["spec"], "dataRange": data_range}}
    )


def _slicer_column(spec: Json, shift: Shift) -> Json:
    start, end = spec["dataRange"]["startColumnIndex"], spec["dataRange"]["endColumnIndex"]
    span = shift.span(start, end)
    if "columnIndex" not in spec or span is None:
        return spec
    column = shift.index(start + spec["columnIndex"])
    if column is None:
        return {k: v for k, v in spec.items() if k not in ("columnIndex", "filterCriteria")}
    return {**spec, "columnIndex": column - span[0]}


def _shift_anchor(item: Json, sheet: Sheet, shift: Shift, dimension: str) -> None:
    overlay = item["position"].get("overlayPosition")
    if overlay is None:
        return
    name = "rowIndex" if dimension == "ROWS" else "columnIndex"
    at = overlay["anchorCell"].get(name, 0)
    moved = shift.index(at)
    if moved is None:
        edge = shift.span(at, FAR)
        moved = min(0 if edge is None else edge[0], sheet.length(dimension) - 1)
    anchor = {key: index for key, index in overlay["anchorCell"].items() if key != name}
    if moved:
        anchor[name] = moved
    item["position"] = {"overlayPosition": {**overlay, "anchorCell": anchor}}


def _table(table: Json, move: Move) -> Json | None:
    place = move(table["range"])
    if place is None:
        return None
    width = place["endColumnIndex"] - place["startColumnIndex"]
    columns = (table["columns"] + [{}] * width)[:width]
    return {**table, "range": place, "columns": columns}


def _table_columns(table: Json, shift: Shift) -> Json:
    start, end = table["range"]["startColumnIndex"], table["range"]["endColumnIndex"]
    span = shift.span(start, end)
    if span is None:
        return table
    places = {shift.index(start + at): column for at, column in enumerate(table["columns"])}
    return {**table, "columns": [places.get(at, {}) for at in range(*span)]}


def _filter_columns(stored: Json, shift: Shift) -> Json:
    result = dict(stored)
    if "criteria" in stored:
        rules = [(shift.index(int(at)), rule) for at, rule in stored["criteria"].items()]
        result["criteria"] = {str(at): rule for at, rule in rules if at is not None}
    for name, key in (("filterSpecs", "columnIndex"), ("sortSpecs", "dimensionIndex")):
        specs = [(shift.index(spec.get(key, 0)), spec) for spec in stored.get(name, [])]
        result[name] = [{**spec, key: at} for at, spec in specs if at is not None]
    return {name: item for name, item in result.items() if item not in ({}, [])}
