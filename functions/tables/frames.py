"""All rows of all workbooks, one pandas frame per table, for checks that look across units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd

from functions.domain.findings import Finding, Place, RowCount
from functions.domain.records import PROVINCE, Window
from functions.tables.locate import Located
from functions.tables.typed import TableReading
from sheets_schema.model import FilledBy, Schema

KEYS = ("owner", "row_id", "row", "sheet_id")
"""The columns that say where a row came from; they stand before the fields of the table."""

Row = Mapping[str, Any]
"""One row by column; the type of a value follows from the kind of its column."""


@dataclass(frozen=True)
class Tables:
    """The rows that are still accepted, by table name.

    Each frame has the columns KEYS and then one per field of the table; a cell that says nothing is
    None. `located` is where each table of each unit was found, `read` how many rows it had,
    `declared` the row in which a unit says of a tab that it has nothing to enter.
    """

    schema: Schema
    today: date
    campaign: Window
    frames: Mapping[str, pd.DataFrame]
    located: Mapping[tuple[str, str], Located]
    read: Mapping[tuple[str, str], int]
    declared: Mapping[tuple[str, str], int] = field(default_factory=dict)
    # Converting a frame takes longer than any check that reads it, so it is done once.
    _rows: dict[str, list[Row]] = field(default_factory=dict, repr=False, compare=False)

    def frame(self, name: str) -> pd.DataFrame:
        """Return the accepted rows of a table; an empty frame when there are none."""
        return self.frames[name]

    def rows(self, name: str) -> Sequence[Row]:
        """Return the accepted rows of a table as mappings; none when nobody's workbook has it."""
        if name not in self._rows:
            self._rows[name] = [*rows_of(self.frames[name])] if name in self.frames else []
        return self._rows[name]

    def place(self, table: str, row: Row, name: str = "") -> Place:
        """Return where the field `name` of a row stands, or the whole row."""
        unit = str(row["owner"])
        columns = self.located[unit, table].columns_at(row["row"]) if name else {}
        column = columns.get(name)
        return Place(unit, table, str(row["row_id"]), name, row["sheet_id"], row["row"], column)

    def unit_name(self, code: str) -> str:
        """Return what people call a unit; its code when the province does not list it."""
        if code == PROVINCE:
            return self.schema.text("common.province")
        units = (row for row in self.rows("units") if row["row_id"] == code)
        names = (str(row["name"]) for row in units if row["name"])
        return next(names, code)

    def title(self, table: str, name: str) -> str:
        """Return the header of a column."""
        return next(
            each.field(name).title
            for each in self.schema.tables
            if each.name == table and any(one.name == name for one in each.fields)
        )

    def set_aside(self, findings: Iterable[Finding]) -> Tables:
        """Return the tables without the rows that an error among `findings` keeps out."""
        bad: dict[str, set[tuple[str, object]]] = {}
        for finding in findings:
            at = finding.place
            if at.row is not None and self.schema.findings[finding.code].severity == "error":
                bad.setdefault(at.table, set()).add((at.unit, at.row))
        if not bad:
            return self
        frames, kept_rows = dict(self.frames), dict(self._rows)
        for table in bad.keys() & frames.keys():
            rows = self.rows(table)
            keep = [(row["owner"], row["row"]) not in bad[table] for row in rows]
            mask = pd.Series(keep, index=frames[table].index, dtype=bool)
            frames[table] = frames[table][mask]
            kept_rows[table] = [row for row, kept in zip(rows, keep, strict=True) if kept]
        return replace(self, frames=frames, _rows=kept_rows)

    def counts(self) -> dict[tuple[str, str], RowCount]:
        """Return what became of the rows, by unit and table."""
        accepted = {
            (unit, name): int(number)
            for name, frame in self.frames.items()
            for unit, number in frame.groupby("owner").size().items()
        }
        return {key: RowCount(read, accepted.get(key, 0)) for key, read in self.read.items()}


def make_tables(
    schema: Schema, today: date, campaign: Window, readings: Sequence[TableReading]
) -> Tables:
    """Put the rows of all readings together, those with errors included."""
    by_name: dict[str, list[dict[str, object]]] = {}
    names = {reading.table.name: _columns(reading) for reading in readings}
    for reading in readings:
        rows = by_name.setdefault(reading.table.name, [])
        sheet_id = reading.located.tab.sheet_id if reading.located else None
        rows += [
            {
                "owner": reading.source.unit,
                "row_id": row.row_id,
                "row": row.index,
                "sheet_id": sheet_id,
                **row.typed,
            }
            for row in reading.rows
        ]
    return Tables(
        schema=schema,
        today=today,
        campaign=campaign,
        frames={
            name: pd.DataFrame(rows, columns=names[name], dtype=object)
            for name, rows in by_name.items()
        },
        located={
            (reading.source.unit, reading.table.name): reading.located
            for reading in readings
            if reading.located
        },
        read={(reading.source.unit, reading.table.name): len(reading.rows) for reading in readings},
        declared={
            (reading.source.unit, reading.table.name): reading.declared_none
            for reading in readings
            if reading.declared_none is not None
        },
        _rows={name: [*rows] for name, rows in by_name.items()},
    )


def rows_of(frame: pd.DataFrame) -> list[dict[str, object]]:
    """Return the rows of a frame as plain mappings."""
    return [dict(zip(frame.columns, row, strict=True)) for row in frame.itertuples(index=False)]


def _columns(reading: TableReading) -> list[str]:
    fields = [
        each.name
        for each in reading.table.fields
        if each.filled_by is FilledBy.PEOPLE and each.kind not in ("id", "any")
    ]
    return [*KEYS, *fields]
