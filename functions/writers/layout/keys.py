"""Developer metadata: by what a tab and its columns are known when people rename them."""

from __future__ import annotations

from collections.abc import Mapping

from functions.domain.workbook import COLUMN_KEY, TAB_KEY
from functions.ports import Request
from functions.writers.layout.standing import Standing


def keys(standing: Standing) -> list[Request]:
    """Return the requests that mark a tab and its columns, where the marks are missing or wrong."""
    table, tab = standing.table, standing.tab
    requests: list[Request] = []
    if tab.key != table.name:
        requests.append(create(TAB_KEY, table.name, {"sheetId": tab.sheet_id}))
    wanted = {column: each.name for column, each in standing.fields()}
    for column, key in sorted(tab.column_keys.items()):
        # Cut and pasted cells leave the mark of their column behind.
        if key in wanted.values() and wanted.get(column) != key:
            lookup = {"metadataKey": COLUMN_KEY, "metadataLocation": _column(tab.sheet_id, column)}
            requests.append(
                {"deleteDeveloperMetadata": {"dataFilter": {"developerMetadataLookup": lookup}}}
            )
    for column, name in wanted.items():
        if tab.column_keys.get(column) != name:
            requests.append(create(COLUMN_KEY, name, _column(tab.sheet_id, column)))
    return requests


def create(key: str, value: str, location: Mapping[str, object]) -> Request:
    """Return the request that adds one entry of metadata that everybody with access may read."""
    entry = {
        "metadataKey": key,
        "metadataValue": value,
        "visibility": "DOCUMENT",
        "location": dict(location),
    }
    return {"createDeveloperMetadata": {"developerMetadata": entry}}


def _column(sheet_id: int, column: int) -> dict[str, object]:
    where = {
        "sheetId": sheet_id,
        "dimension": "COLUMNS",
        "startIndex": column,
        "endIndex": column + 1,
    }
    return {"dimensionRange": where}
