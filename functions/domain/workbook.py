"""A workbook exactly as it was read: nothing converted, nothing left out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

TAB_KEY = "muaheso.tab"
"""Developer metadata of a tab; its value is the name of the table."""

COLUMN_KEY = "muaheso.column"
"""Developer metadata of a column; its value is the name of the field."""


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell that shows an error, such as `#REF!`."""

    code: str


Cell = str | int | float | bool | CellError | None


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab. `rows` are ragged: trailing empty cells are not there.

    `key` and `column_keys` come from developer metadata, which follows a tab or a column wherever
    people move it. `formulas` holds the formula of each cell that has one, by zero-based position.
    """

    sheet_id: int
    title: str
    index: int
    rows: tuple[tuple[Cell, ...], ...] = ()
    key: str = ""
    column_keys: Mapping[int, str] = field(default_factory=dict)
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    row_count: int = 0
    column_count: int = 0

    def cell(self, row: int, column: int) -> Cell:
        """Return the cell at a zero-based position, None outside what was filled."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None


@dataclass(frozen=True, slots=True)
class Workbook:
    """One workbook at the moment `read_at`."""

    workbook_id: str
    title: str
    tabs: tuple[Tab, ...]
    read_at: datetime
    locale: str = ""
    time_zone: str = ""


def digest(workbook: Workbook) -> str:
    """Return a name for the content of a workbook: the same content has the same name."""
    content = {key: value for key, value in to_json(workbook).items() if key != "read_at"}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def to_json(workbook: Workbook) -> dict[str, object]:
    """Return the workbook as JSON values; `from_json` gives the same workbook back."""
    return {
        "workbook_id": workbook.workbook_id,
        "title": workbook.title,
        "read_at": workbook.read_at.isoformat(),
        "locale": workbook.locale,
        "time_zone": workbook.time_zone,
        "tabs": [_tab_to_json(tab) for tab in workbook.tabs],
    }


def from_json(data: Mapping[str, object]) -> Workbook:
    """Return the workbook that `to_json` wrote."""
    tabs = data["tabs"]
    if not isinstance(tabs, list):
        raise TypeError("tabs must be a list")
    return Workbook(
        workbook_id=str(data["workbook_id"]),
        title=str(data["title"]),
        tabs=tuple(_tab_from_json(tab) for tab in tabs),
        read_at=datetime.fromisoformat(str(data["read_at"])),
        locale=str(data["locale"]),
        time_zone=str(data["time_zone"]),
    )


def _tab_to_json(tab: Tab) -> dict[str, object]:
    return {
        "sheet_id": tab.sheet_id,
        "title": tab.title,
        "index": tab.index,
        "key": tab.key,
        "column_keys": [[column, key] for column, key in sorted(tab.column_keys.items())],
        "formulas": [[*place, formula] for place, formula in sorted(tab.formulas.items())],
        "row_count": tab.row_count,
        "column_count": tab.column_count,
        "rows": [
            [{"error": cell.code} if isinstance(cell, CellError) else cell for cell in row]
            for row in tab.rows
        ],
    }


def _tab_from_json(data: Mapping[str, object]) -> Tab:
    plain: dict[str, object] = dict(data)
    rows, keys, formulas = plain.pop("rows"), plain.pop("column_keys"), plain.pop("formulas")
    return Tab(
        **plain,  # type: ignore[arg-type]  # the names and types are those that _tab_to_json wrote
        rows=tuple(
            tuple(CellError(cell["error"]) if isinstance(cell, dict) else cell for cell in row)
            for row in rows  # type: ignore[attr-defined]
        ),
        column_keys={int(column): str(key) for column, key in keys},  # type: ignore[attr-defined]
        formulas={(row, column): text for row, column, text in formulas},  # type: ignore[attr-defined]
    )
