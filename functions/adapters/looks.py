"""Reads how a tab looks, column by column, so that thousands of equal cells become one span."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from functions.domain.look import Look, Protection, Span

CELL_MASK = (
    "note,dataValidation(condition(type,values(userEnteredValue)),strict),"
    "userEnteredFormat(numberFormat(type,pattern),backgroundColorStyle(rgbColor))"
)
"""What is read of each cell beside its value."""

SHEET_MASK = (
    "conditionalFormats(ranges,booleanRule(condition,format(backgroundColorStyle,textFormat))),"
    "protectedRanges(protectedRangeId,range,unprotectedRanges,editors(users),warningOnly,"
    "description),filterViews(title),charts(chartId,spec,position(overlayPosition(anchorCell)))"
)
"""What is read of each tab beside its cells."""

Json = Mapping[str, Any]
Columns = dict[int, list[Span]]


def look_of(sheet: Json, grid: Json, data: Json) -> Look:
    """Return the look of a tab from its `Sheet`, its grid properties and its only `GridData`."""
    validations: Columns = {}
    number_formats: Columns = {}
    backgrounds: Columns = {}
    notes = {}
    rows: Sequence[Json] = data.get("rowData", ())
    for row, entry in enumerate(rows):
        for column, cell in enumerate(entry.get("values", ())):
            style = cell.get("userEnteredFormat", {})
            _extend(validations, column, row, cell.get("dataValidation"))
            _extend(number_formats, column, row, style.get("numberFormat"))
            _extend(backgrounds, column, row, style.get("backgroundColorStyle"))
            if "note" in cell:
                notes[row, column] = str(cell["note"])
    charts: Sequence[Json] = sheet.get("charts", ())
    return Look(
        frozen_rows=grid.get("frozenRowCount", 0),
        frozen_columns=grid.get("frozenColumnCount", 0),
        rules=tuple(sheet.get("conditionalFormats", ())),
        protections=tuple(_protection(each) for each in sheet.get("protectedRanges", ())),
        validations=_frozen(validations),
        number_formats=_frozen(number_formats),
        backgrounds=_frozen(backgrounds),
        notes=notes,
        hidden_columns=frozenset(
            index
            for index, column in enumerate(data.get("columnMetadata", ()))
            if column.get("hiddenByUser")
        ),
        filter_views=frozenset(each.get("title", "") for each in sheet.get("filterViews", ())),
        charts={each["chartId"]: each.get("spec", {}) for each in charts},
        chart_rows={each["chartId"]: _anchor_row(each) for each in charts},
    )


def _extend(columns: Columns, column: int, row: int, value: Json | None) -> None:
    """Add a cell to the last span of its column, or begin another one."""
    if not value:
        return
    spans = columns.setdefault(column, [])
    if spans and spans[-1].end == row and spans[-1].value == value:
        spans[-1] = Span(spans[-1].first, row + 1, spans[-1].value)
    else:
        spans.append(Span(row, row + 1, value))


def _frozen(columns: Columns) -> Mapping[int, tuple[Span, ...]]:
    return {column: tuple(spans) for column, spans in columns.items()}


def _protection(entry: Json) -> Protection:
    return Protection(
        id=entry["protectedRangeId"],
        range=entry.get("range", {}),
        unprotected=tuple(entry.get("unprotectedRanges", ())),
        editors=frozenset(str(each).lower() for each in entry.get("editors", {}).get("users", ())),
        warning_only=entry.get("warningOnly", False),
        description=entry.get("description", ""),
    )


def _anchor_row(chart: Json) -> int:
    anchor = chart.get("position", {}).get("overlayPosition", {}).get("anchorCell", {})
    row: int = anchor.get("rowIndex", 0)
    return row
