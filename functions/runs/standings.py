"""Where every table of a workbook stands, for whoever puts its look right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from functions.domain.workbook import Tab, Workbook
from functions.tables.locate import Located, find_tab, locate
from functions.writers.layout.standing import Standing, as_provisioned
from functions.writers.words import book_of
from sheets_schema.model import Schema, Table, TableKind

_TYPED = (TableKind.INPUT, TableKind.LEDGER)


@dataclass(frozen=True, slots=True)
class Standings:
    """The tabs that were found, by table name, and where the tables stand in them.

    A table whose rows cannot be placed for sure has a tab and no standing.
    """

    tabs: Mapping[str, Tab] = field(default_factory=dict)
    tables: Mapping[str, Standing] = field(default_factory=dict)

    @property
    def typed(self) -> frozenset[int]:
        """The sheet ids of the tabs in which people type."""
        return frozenset(
            each.sheet_id for each in self.tables.values() if each.table.kind in _TYPED
        )


def standings_of(
    schema: Schema,
    workbook: Workbook,
    unit: str,
    *,
    known: Mapping[str, Located | None] | None = None,
    grown: Mapping[int, int] | None = None,
) -> Standings:
    """Find every table of the workbook of `unit`.

    `known` are tables that were located already, `grown` the rows that tonight adds, by sheet id.
    """
    tabs: dict[str, Tab] = {}
    tables: dict[str, Standing] = {}
    for table in schema.book(book_of(unit)):
        tab = find_tab(workbook, table)
        if tab is None:
            continue
        tabs[table.name] = tab
        row_count = tab.row_count + (grown or {}).get(tab.sheet_id, 0)
        if table.kind in _TYPED:
            if known and table.name in known:
                located = known[table.name]
            else:
                located, _ = locate(unit, workbook, table, schema)
            standing = _standing(schema, table, tab, located, row_count)
        else:
            standing = as_provisioned(table, tab, row_count)
        if standing:
            tables[table.name] = standing
    return Standings(tabs, tables)


def _standing(
    schema: Schema, table: Table, tab: Tab, located: Located | None, row_count: int
) -> Standing | None:
    if not any(any(cell not in (None, "") for cell in row) for row in tab.rows):
        return _emptied(table, tab, row_count)
    if located is None or located.header is None or len(located.parts) > 1:
        return None
    first = located.header + 1
    id_field = table.id_field
    at = located.columns.get(id_field.name) if id_field else None
    example = schema.text("example_row.id")
    if at is not None and tab.cell(first, at) == example:
        first += 1
    return Standing(table, tab, located.header, first, located.columns, row_count)


def _emptied(table: Table, tab: Tab, row_count: int) -> Standing:
    """Return where a table stood in a tab from which everything was deleted."""
    standing = as_provisioned(table, tab, row_count)
    columns = {name: column for column, name in tab.column_keys.items()}
    return replace(standing, columns=columns) if columns else standing
