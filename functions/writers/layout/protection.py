"""Who may write where: headers and the robot's cells are closed to people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from functions.domain.look import Json, Protection
from functions.ports import Request
from functions.writers.layout.ranges import grid_range
from functions.writers.layout.spans import covers
from functions.writers.layout.standing import Standing
from sheets_schema.model import FilledBy, Schema, TableKind


@dataclass(frozen=True, slots=True)
class Closed:
    """A range that only the robot (and the owner, always) may write, but for `open` parts."""

    range: dict[str, int]
    open: tuple[dict[str, int], ...] = ()


def closed(standing: Standing) -> list[Closed]:
    """Return what is closed to people in a tab."""
    table, sheet_id, top = standing.table, standing.sheet_id, standing.header_row
    if table.kind in (TableKind.ROBOT, TableKind.PAGE, TableKind.LISTS):
        return [Closed({"sheetId": sheet_id})]
    if table.kind is TableKind.LEDGER:
        open_columns = tuple(
            grid_range(sheet_id, rows=(top + 1, None), columns=(column, column + 1))
            for column, each in sorted(standing.fields(), key=lambda pair: pair[0])
            if each.filled_by is FilledBy.PEOPLE
        )
        return [Closed({"sheetId": sheet_id}, open_columns)]
    # The header, and the example below it.
    found = [Closed(grid_range(sheet_id, rows=(top, standing.first_row)))]
    found += [
        Closed(grid_range(sheet_id, rows=(standing.first_row, None), columns=(column, column + 1)))
        for column, each in standing.fields()
        if each.filled_by is not FilledBy.PEOPLE
    ]
    return found


def protections(schema: Schema, standing: Standing, robot: str) -> list[Request]:
    """Return the requests that protect what is not, and lift what protects the wrong cells.

    Protections of people are left alone; ours bear a description. A protection without editors
    would bind nobody, so the robot is always named.
    """
    description = schema.text("protection.description")
    wanted = closed(standing)
    ours = [each for each in standing.tab.look.protections if each.description == description]
    missing = [each for each in wanted if not any(_is(each, one, standing, robot) for one in ours)]
    stale = [one for one in ours if not any(_is(each, one, standing, robot) for each in wanted)]
    return [
        *({"deleteProtectedRange": {"protectedRangeId": each.id}} for each in stale),
        *(_protect(each, description, robot) for each in missing),
    ]


def _is(want: Closed, have: Protection, standing: Standing, robot: str) -> bool:
    return (
        _covers(have.range, want.range, standing)
        and _all_covered(have.unprotected, want.open, standing)
        and not have.warning_only
        and robot.lower() in have.editors
    )


def _all_covered(have: Sequence[Json], want: Sequence[Json], standing: Standing) -> bool:
    return len(have) == len(want) and all(
        any(_covers(one, each, standing) for one in have) for each in want
    )


def _covers(have: Json, want: Json, standing: Standing) -> bool:
    return covers(have, want, standing.row_count)


def _protect(what: Closed, description: str, robot: str) -> Request:
    protected: dict[str, object] = {
        "range": what.range,
        "description": description,
        "warningOnly": False,
        "editors": {"users": [robot], "domainUsersCanEdit": False},
    }
    if what.open:
        protected["unprotectedRanges"] = list(what.open)
    return {"addProtectedRange": {"protectedRange": protected}}
