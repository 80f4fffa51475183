"""Who may write where: headers and the robot's cells are closed to people."""

from __future__ import annotations

from collections.abc import Sequence

from functions.ports import Request
from functions.writers.layout.ranges import grid_range
from functions.writers.layout.tabs import first_row, header_row, sheet_id
from sheets_schema.model import FilledBy, Table, TableKind


def protections(table: Table, editors: Sequence[str]) -> list[Request]:
    """Return the requests that leave a tab's closed cells to `editors` (and the owner, always).

    A protection without editors would bind nobody, so they are always named.
    """
    if table.kind in (TableKind.ROBOT, TableKind.PAGE, TableKind.LISTS):
        return [_protect({"sheetId": sheet_id(table)}, editors)]
    if table.kind is TableKind.LEDGER:
        open_columns = [
            grid_range(
                sheet_id(table), rows=(header_row(table) + 1, None), columns=(index, index + 1)
            )
            for index, each in enumerate(table.fields)
            if each.filled_by is FilledBy.PEOPLE
        ]
        return [_protect({"sheetId": sheet_id(table)}, editors, open_columns)]
    top = header_row(table)
    # The header, and the example below it.
    requests = [_protect(grid_range(sheet_id(table), rows=(top, first_row(table))), editors)]
    for index, each in enumerate(table.fields):
        if each.filled_by is not FilledBy.PEOPLE:
            where = grid_range(
                sheet_id(table), rows=(first_row(table), None), columns=(index, index + 1)
            )
            requests.append(_protect(where, editors))
    return requests


def _protect(
    where: dict[str, int], editors: Sequence[str], unprotected: Sequence[dict[str, int]] = ()
) -> Request:
    protected: dict[str, object] = {
        "range": where,
        "warningOnly": False,
        "editors": {"users": list(editors), "domainUsersCanEdit": False},
    }
    if unprotected:
        protected["unprotectedRanges"] = list(unprotected)
    return {"addProtectedRange": {"protectedRange": protected}}
