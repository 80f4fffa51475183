"""«Danh mục»: the values of every dropdown, and the communes of this unit alone."""

from __future__ import annotations

from collections.abc import Sequence

from functions.ports import Request
from functions.writers import style
from functions.writers.layout.ranges import write_cells
from functions.writers.layout.tabs import sheet_id
from sheets_schema.model import Schema, Table


def lists(schema: Schema, table: Table, communes: Sequence[str]) -> list[Request]:
    """Return the request that fills the tab of lists; `communes` are full names."""
    named = [(schema.text("lists_tab.communes"), list(communes))]
    named += [
        (each.title, [item.label for item in each.items]) for each in schema.lists_of(table.book)
    ]
    height = max(len(values) for _, values in named) + 1
    header = style.cell_format(bold=True, background=style.ROBOT_HEADER, text=style.WHITE)
    rows: list[list[dict[str, object]]] = [
        [
            {"userEnteredValue": {"stringValue": title}, "userEnteredFormat": header}
            for title, _ in named
        ]
    ]
    rows += [
        [
            {"userEnteredValue": {"stringValue": values[index]}} if index < len(values) else {}
            for _, values in named
        ]
        for index in range(height - 1)
    ]
    fields = "userEnteredValue,userEnteredFormat"
    return [write_cells(sheet_id(table), 0, 0, [list(row) for row in rows], fields)]
