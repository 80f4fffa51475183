"""Builds Google's Spreadsheet object, only the parts a mask asks for."""

from deploy.local.emulator import masks
from deploy.local.emulator.cells.view import View
from deploy.local.emulator.edits.filters import view_json
from deploy.local.emulator.edits.groups import group_json
from deploy.local.emulator.edits.protections import protection_json
from deploy.local.emulator.edits.ranges import Place
from deploy.local.emulator.edits.sheets import sheet_properties
from deploy.local.emulator.edits.tables import table_json
from deploy.local.emulator.masks import Mask
from deploy.local.emulator.rects import Rect, grid_range
from deploy.local.emulator.responses.grid_data import grid_data
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import DriveFile
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook


def url_of(file_id: str) -> str:
    """Return the address a spreadsheet is edited at."""
    return f"https://docs.google.com/spreadsheets/d/{file_id}/edit"


def spreadsheet_json(
    file: DriveFile, workbook: Workbook, user: str, mask: Mask, places: list[Place] | None
) -> Json:
    """Return the masked Spreadsheet.

    Args:
        file: The file as Drive knows it.
        workbook: Its content.
        user: Who is asking.
        mask: What to show; grid data only when ``sheets.data`` is named.
        places: Ranges asked for; None shows every tab as a whole.
    """
    shown: Json = {"spreadsheetId": file.id, "properties": workbook.properties}
    if masks.wants(mask, "sheets"):
        deeper = masks.below(mask, "sheets")
        wanted = [place.sheet for place in places or []]
        shown["sheets"] = [
            _sheet_json((file, user), workbook, sheet, deeper, _blocks(sheet, places))
            for sheet in workbook.sheets
            if places is None or any(sheet is other for other in wanted)
        ]
    if workbook.named_ranges:
        shown["namedRanges"] = workbook.named_ranges
    shown["spreadsheetUrl"] = url_of(file.id)
    general = [
        entry for entry in workbook.metadata if entry["location"]["locationType"] == "SPREADSHEET"
    ]
    if general:
        shown["developerMetadata"] = general
    rest = {name: item for name, item in mask.items() if name != "sheets"}
    result: Json = {}
    for name, item in shown.items():
        if name == "sheets":
            result[name] = item
        elif mask == masks.ALL or name in rest:
            result[name] = masks.apply(masks.below(mask, name), item)
    return result


def _blocks(sheet: Sheet, places: list[Place] | None) -> list[Rect]:
    if places is None:
        return [sheet.all]
    return [place.rect for place in places if place.sheet is sheet]


def _sheet_json(
    seen: tuple[DriveFile, str], workbook: Workbook, sheet: Sheet, mask: Mask, blocks: list[Rect]
) -> Json:
    shown: Json = {"properties": sheet_properties(workbook, sheet)}
    if masks.wants(mask, "data") and sheet.is_grid:
        view = View(workbook)
        deeper = masks.below(mask, "data")
        shown["data"] = [grid_data(workbook, view, sheet, rect, deeper) for rect in blocks]
    parts = {
        "merges": [grid_range(rect, sheet.id) for rect in sheet.merges],
        "conditionalFormats": sheet.conditional_formats,
        "filterViews": [view_json(workbook, view) for view in sheet.filter_views],
        "protectedRanges": [protection_json(seen[0], item, seen[1]) for item in sheet.protections],
        "charts": sheet.charts,
        "basicFilter": sheet.basic_filter,
        "bandedRanges": sheet.bandings,
        "developerMetadata": _sheet_metadata(workbook, sheet),
        "rowGroups": [group_json(sheet, "ROWS", group) for group in sheet.row_groups],
        "columnGroups": [group_json(sheet, "COLUMNS", group) for group in sheet.column_groups],
        "slicers": sheet.slicers,
    }
    if sheet.tables and masks.wants(mask, "tables"):
        view = View(workbook)
        parts["tables"] = [table_json(view, sheet, table) for table in sheet.tables]
    shown |= {name: part for name, part in parts.items() if part}
    return {
        # Grid data went through its mask cell by cell already.
        name: item if name == "data" else masks.apply(masks.below(mask, name), item)
        for name, item in shown.items()
        if masks.wants(mask, name)
    }


def _sheet_metadata(workbook: Workbook, sheet: Sheet) -> list[Json]:
    return [
        entry
        for entry in workbook.metadata
        if entry["location"]["locationType"] == "SHEET" and entry["location"]["sheetId"] == sheet.id
    ]
