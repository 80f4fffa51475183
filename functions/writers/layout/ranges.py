"""Small pieces of `batchUpdate` that every part of the layout uses."""

from __future__ import annotations

from collections.abc import Mapping

from functions.ports import Request


def grid_range(
    sheet_id: int,
    *,
    rows: tuple[int, int | None] | None = None,
    columns: tuple[int, int | None] | None = None,
) -> dict[str, int]:
    """Return an API `GridRange`; an end of None is open, a missing axis is the whole of it."""
    found = {"sheetId": sheet_id}
    for name, axis in (("Row", rows), ("Column", columns)):
        if axis:
            found[f"start{name}Index"] = axis[0]
            if axis[1] is not None:
                found[f"end{name}Index"] = axis[1]
    return found


def write_cells(
    sheet_id: int, row: int, column: int, cells: list[list[Mapping[str, object]]], fields: str
) -> Request:
    """Return a request that writes `CellData` from one corner on."""
    return {
        "updateCells": {
            "start": {"sheetId": sheet_id, "rowIndex": row, "columnIndex": column},
            "rows": [{"values": values} for values in cells],
            "fields": fields,
        }
    }


def format_range(where: Mapping[str, int], style: Mapping[str, object]) -> Request:
    """Return a request that gives every cell of a range one format."""
    return {
        "repeatCell": {
            "range": dict(where),
            "cell": {"userEnteredFormat": dict(style)},
            "fields": "userEnteredFormat",
        }
    }
