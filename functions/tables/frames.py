"""All rows of all workbooks, one pandas frame per table, for checks that look across units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from functions.domain.findings import Finding, Place, RowCount
from functions.domain.records import Window
from functions.tables.typed import TableReading
from sheets_schema.model import FilledBy, Schema

KEYS = ("owner", "row_id", "row", "sheet_id")
"""The columns that say where a row came from; they stand before the fields of the table."""


@dataclass(frozen=True)
class Tables:
    """The rows that are still accepted, by table name.

    Each frame has the columns KEYS and then one per field of the table; a cell that says nothing is
    None. `columns` gives the position of a field in the tab of one unit, `counts` what was read.
    """

    schema: Schema
    today: date
    campaign: Window
    frames: Mapping[str, pd.DataFrame]
    columns: Mapping[tuple[str, str], Mapping[str, int]]
    read: Mapping[tuple[str, str], int]

    def frame(self, name: str) -> pd.DataFrame:
        """Return the accepted rows of a table; an empty frame when there are none."""
        return self.frames[name]

    def place(self, table: str, row: Mapping[str, object], field: str = "") -> Place:
        """Return where a field of a row stands."""
        unit = str(row["owner"])
        return Place(
            unit,
            table,
            str(row["row_id"]),
            field,
            row["sheet_id"],  # type: ignore[arg-type]  # Tab.sheet_id put it there
            row["row"],  # type: ignore[arg-type]  # TypedRow.index put it there
            self.columns[unit, table].get(field) if field else None,
        )

    def title(self, table: str, field: str) -> str:
        """Return the header of a column."""
        return next(
            each.field(field).title
            for each in self.schema.tables
            if each.name == table and any(one.name == field for one in each.fields)
        )

    def set_aside(self, findings: Iterable[Finding]) -> Tables:
        """Return the tables without the rows that an error among `findings` keeps out."""
        bad: dict[str, set[tuple[str, object]]] = {}
        for finding in findings:
            at = finding.place
            if at.row is not None and self.schema.findings[finding.code].severity == "error":
                bad.setdefault(at.table, set()).add((at.unit, at.row))
        frames = dict(self.frames)
        for table, rows in bad.items():
            if table in frames:
                frame = frames[table]
                keep = [
                    each not in rows
                    for each in frame[["owner", "row"]].itertuples(index=False, name=None)
                ]
                frames[table] = frame[pd.Series(keep, index=frame.index, dtype=bool)]
        return replace(self, frames=frames)

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
        columns={
            (reading.source.unit, reading.table.name): reading.located.columns
            for reading in readings
            if reading.located
        },
        read={(reading.source.unit, reading.table.name): len(reading.rows) for reading in readings},
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
