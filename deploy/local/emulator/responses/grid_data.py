"""Builds Google's GridData of a block of cells."""

from deploy.local.emulator import masks
from deploy.local.emulator.cells.filtering import filtered_rows
from deploy.local.emulator.cells.view import View
from deploy.local.emulator.masks import Mask
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.responses.cell_data import CellBuilder
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.defaults import COLUMN_PIXELS, ROW_PIXELS
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook


def grid_data(workbook: Workbook, view: View, sheet: Sheet, rect: Rect, mask: Mask) -> Json:
    """Return one GridData; trailing empty rows and cells are cut."""
    inside = rect.clipped(sheet.rows, sheet.columns)
    data: Json = {}
    if inside.top and masks.wants(mask, "startRow"):
        data["startRow"] = inside.top
    if inside.left and masks.wants(mask, "startColumn"):
        data["startColumn"] = inside.left
    if masks.wants(mask, "rowData"):
        rows = _rows(workbook, view, sheet, inside, masks.below(mask, "rowData"))
        if rows:
            data["rowData"] = rows
    sizes = (
        ("rowMetadata", "ROWS", range(inside.top, inside.bottom)),
        ("columnMetadata", "COLUMNS", range(inside.left, inside.right)),
    )
    for name, dimension, indexes in sizes:
        if masks.wants(mask, name):
            deeper = masks.below(mask, name)
            entries = _dimension_entries(workbook, sheet, dimension)
            shown = [_size(sheet, dimension, index, entries.get(index, [])) for index in indexes]
            if dimension == "ROWS":
                _mark_filtered((workbook, view), sheet, shown, inside.top)
            data[name] = masks.apply(deeper, shown)
    return data


def _rows(workbook: Workbook, view: View, sheet: Sheet, rect: Rect, mask: Mask) -> list[Json]:
    if not masks.wants(mask, "values"):
        return []
    builder = CellBuilder(workbook, view, masks.below(mask, "values"))
    cells: dict[int, dict[int, Json]] = {}
    for row, column in _touched(view, sheet, rect):
        cell = builder.build(sheet, row, column)
        if cell:
            cells.setdefault(row, {})[column] = cell
    if not cells:
        return []
    return [_row(cells.get(row, {}), rect.left) for row in range(rect.top, max(cells) + 1)]


def _row(cells: dict[int, Json], left: int) -> Json:
    if not cells:
        return {}
    return {"values": [cells.get(column, {}) for column in range(left, max(cells) + 1)]}


def _touched(view: View, sheet: Sheet, rect: Rect) -> list[tuple[int, int]]:
    places = {
        (row, column) for layer in sheet.grid.layers() for row, column, _ in layer.within(rect)
    }
    places.update(
        (row, column)
        for row, column in view.computed(sheet)
        if rect.top <= row < rect.bottom and rect.left <= column < rect.right
    )
    return sorted(places)


def _size(sheet: Sheet, dimension: str, index: int, entries: list[Json]) -> Json:
    pixels = ROW_PIXELS if dimension == "ROWS" else COLUMN_PIXELS
    stored = sheet.dimension_properties(dimension).get(index, {})
    shown: Json = {"hiddenByUser": True} if stored.get("hiddenByUser") else {}
    shown["pixelSize"] = stored.get("pixelSize", pixels)
    if entries:
        shown["developerMetadata"] = entries
    return shown


def _mark_filtered(seen: tuple[Workbook, View], sheet: Sheet, shown: list[Json], top: int) -> None:
    filtered = filtered_rows(*seen, sheet)
    for row, properties in enumerate(shown, top):
        if row in filtered:
            properties["hiddenByFilter"] = True


def _dimension_entries(workbook: Workbook, sheet: Sheet, dimension: str) -> dict[int, list[Json]]:
    entries: dict[int, list[Json]] = {}
    for entry in workbook.metadata:
        spot = entry["location"].get("dimensionRange")
        here = spot is not None and spot.get("sheetId", 0) == sheet.id
        if here and spot["dimension"] == dimension:
            entries.setdefault(spot["startIndex"], []).append(entry)
    return entries
