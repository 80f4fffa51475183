"""How files, workbooks and tabs are written down as JSON."""

from dataclasses import asdict
from typing import cast

from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json, JsonValue
from deploy.local.emulator.state.files import DriveFile, root_id
from deploy.local.emulator.state.grid import Entered, Formula, Layer
from deploy.local.emulator.state.sheet import Group, Sheet
from deploy.local.emulator.state.workbook import Workbook


def file_record(file: DriveFile) -> Json:
    """Return the record of a file."""
    return asdict(file)


def read_file(record: Json) -> DriveFile:
    """Return the file of a record."""
    # Folders written before everybody's My Drive had an id of its own call it "root".
    top = root_id(record["owner"])
    parents = [top if parent == "root" else parent for parent in record["parents"]]
    return DriveFile(**{**record, "parents": parents})


def workbook_record(workbook: Workbook) -> Json:
    """Return the record of a workbook; tabs are named, not contained."""
    return {
        "properties": workbook.properties,
        "sheets": [sheet.id for sheet in workbook.sheets],
        "named_ranges": workbook.named_ranges,
        "metadata": workbook.metadata,
    }


def read_workbook(identifier: str, record: Json, sheets: dict[int, Json]) -> Workbook:
    """Return the workbook of a record and the records of its tabs."""
    return Workbook(
        identifier,
        record["properties"],
        [read_sheet(sheets[sheet_id]) for sheet_id in record["sheets"]],
        record["named_ranges"],
        record["metadata"],
    )


def sheet_record(sheet: Sheet) -> Json:
    """Return the record of a tab; each distinct format and rule is written once."""
    return {
        "properties": sheet.properties,
        "entered": _rows(sheet.grid.entered),
        "formats": _shared(sheet.grid.formats),
        "notes": _rows(sheet.grid.notes),
        "rules": _shared(sheet.grid.rules),
        "runs": sheet.grid.runs.rows,
        "merges": [[r.top, r.left, r.bottom, r.right] for r in sheet.merges],
        "protections": sheet.protections,
        "conditional_formats": sheet.conditional_formats,
        "basic_filter": sheet.basic_filter,
        "filter_views": sheet.filter_views,
        "bandings": sheet.bandings,
        "charts": sheet.charts,
        "slicers": sheet.slicers,
        "tables": sheet.tables,
        "row_groups": [asdict(group) for group in sheet.row_groups],
        "column_groups": [asdict(group) for group in sheet.column_groups],
        "row_properties": sheet.row_properties,
        "column_properties": sheet.column_properties,
    }


def read_sheet(record: Json) -> Sheet:
    """Return the tab of a record, marked as stored."""
    sheet = Sheet(record["properties"], dirty=False)
    _read_rows(sheet.grid.entered, record["entered"])
    _read_shared(sheet.grid.formats, record["formats"])
    _read_rows(sheet.grid.notes, record["notes"])
    _read_shared(sheet.grid.rules, record["rules"])
    sheet.grid.runs.rows = {
        int(row): {int(column): runs for column, runs in cells.items()}
        for row, cells in record.get("runs", {}).items()
    }
    sheet.merges = [Rect(*corners) for corners in record["merges"]]
    for name in ("protections", "conditional_formats", "basic_filter", "filter_views", "bandings"):
        setattr(sheet, name, record[name])
    # Folders written before these existed have records without them.
    for name in ("charts", "slicers", "tables"):
        setattr(sheet, name, record.get(name, []))
    sheet.row_groups = [Group(**group) for group in record["row_groups"]]
    sheet.column_groups = [Group(**group) for group in record["column_groups"]]
    sheet.row_properties = {int(at): item for at, item in record["row_properties"].items()}
    sheet.column_properties = {int(at): item for at, item in record["column_properties"].items()}
    return sheet


def _rows(layer: Layer[Entered] | Layer[str]) -> JsonValue:
    return {
        row: {column: _plain(item) for column, item in cells.items()}
        for row, cells in layer.rows.items()
    }


def _plain(item: Entered) -> JsonValue:
    return [item.text] if isinstance(item, Formula) else item


def _read_rows(layer: Layer[Entered] | Layer[str], rows: JsonValue) -> None:
    layer.rows = {
        int(row): {
            int(column): Formula(item[0]) if isinstance(item, list) else item
            for column, item in cells.items()
        }
        for row, cells in rows.items()
    }


def _shared(layer: Layer[Json]) -> Json:
    numbers: dict[int, int] = {}
    items: list[Json] = []
    rows: dict[int, dict[int, int]] = {}
    for row, cells in layer.rows.items():
        for column, item in cells.items():
            if id(item) not in numbers:
                numbers[id(item)] = len(items)
                items.append(item)
            rows.setdefault(row, {})[column] = numbers[id(item)]
    return {"items": items, "rows": rows}


def _read_shared(layer: Layer[Json], record: Json) -> None:
    items = cast("list[Json]", record["items"])
    layer.rows = {
        int(row): {int(column): items[number] for column, number in cells.items()}
        for row, cells in record["rows"].items()
    }
