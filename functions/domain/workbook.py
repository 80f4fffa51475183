"""A workbook exactly as it was read: nothing converted, nothing left out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field
from datetime import datetime

from functions.domain.look import Look

TAB_KEY = "muaheso.tab"
"""Developer metadata of a tab; its value is the name of the table."""

COLUMN_KEY = "muaheso.column"
"""Developer metadata of a column; its value is the name of the field."""

HIGHEST_KEY = "muaheso.highest"
"""Developer metadata of a tab; its value is the highest number that a row id of it ever had."""

SCHEMA_KEY = "muaheso.schema"
"""Developer metadata of a workbook; its value names the schema that it was last laid out by."""

ROBOT_KEY = "muaheso.robot"
"""Developer metadata of a workbook; its value is the address of the robot that works in it."""


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell that shows an error, such as `#REF!`."""

    code: str


Cell = str | int | float | bool | CellError | None


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells joined into one: zero-based, ends exclusive. Only the top left one holds a value."""

    first_row: int
    end_row: int
    first_column: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab. `rows` are ragged: trailing empty cells are not there.

    `key` and `column_keys` come from developer metadata, which follows a tab or a column wherever
    people move it. `formulas` holds the formula of each cell that has one, by zero-based position.
    `hidden_rows` are those that nobody sees, hidden by hand or by a filter. `highest` is the
    highest number that a row id ever had here, 0 when nobody noted it.

    The snapshots keep what people typed; `look` and `highest` are not part of it.
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
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    look: Look = field(default_factory=Look)
    highest: int = 0

    def cell(self, row: int, column: int) -> Cell:
        """Return the cell at a zero-based position, None outside what was filled."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None

    def holds(self, row: int, columns: Iterable[int]) -> bool:
        """Say whether any of these cells of a row says something: not empty, not only spaces."""
        cells = (self.cell(row, column) for column in columns)
        return any(
            bool(cell.strip()) if isinstance(cell, str) else cell is not None for cell in cells
        )


@dataclass(frozen=True, slots=True)
class Workbook:
    """One workbook at the moment `read_at`; `schema` and `robot` are what its metadata says."""

    workbook_id: str
    title: str
    tabs: tuple[Tab, ...]
    read_at: datetime
    locale: str = ""
    time_zone: str = ""
    schema: str = ""
    robot: str = ""


def column_letters(column: int) -> str:
    """Return the letters of a zero-based column: 0 is A, 25 is Z, 26 is AA."""
    before, last = divmod(column, 26)
    return (column_letters(before - 1) if before else "") + chr(ord("A") + last)


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
        "merges": [astuple(merge) for merge in tab.merges],
        "hidden_rows": sorted(tab.hidden_rows),
        "rows": [
            [{"error": cell.code} if isinstance(cell, CellError) else cell for cell in row]
            for row in tab.rows
        ],
    }


def _tab_from_json(data: Mapping[str, object]) -> Tab:
    plain: dict[str, object] = dict(data)
    rows, keys, formulas = plain.pop("rows"), plain.pop("column_keys"), plain.pop("formulas")
    # Snapshots of earlier releases know neither merges nor hidden rows.
    merges, hidden = plain.pop("merges", ()), plain.pop("hidden_rows", ())
    return Tab(
        **plain,  # type: ignore[arg-type]  # the names and types are those that _tab_to_json wrote
        rows=tuple(
            tuple(CellError(cell["error"]) if isinstance(cell, dict) else cell for cell in row)
            for row in rows  # type: ignore[attr-defined]
        ),
        column_keys={int(column): str(key) for column, key in keys},  # type: ignore[attr-defined]
        formulas={(row, column): text for row, column, text in formulas},  # type: ignore[attr-defined]
        merges=tuple(Merge(*ends) for ends in merges),  # type: ignore[attr-defined]
        hidden_rows=frozenset(hidden),  # type: ignore[call-overload]
    )
