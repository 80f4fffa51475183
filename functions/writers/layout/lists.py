"""«Danh mục»: the values of every dropdown, and the communes of this unit alone."""

from __future__ import annotations

from collections.abc import Sequence

from functions.ports import Request
from functions.writers import style
from functions.writers.diff import replace_grid
from functions.writers.layout.ranges import format_range, grid_range
from functions.writers.layout.standing import Standing
from functions.writers.values import Out
from sheets_schema.model import Schema


def lists(schema: Schema, standing: Standing, communes: Sequence[str]) -> list[Request]:
    """Return the requests that make the tab of lists complete; `communes` are full names."""
    named = [(schema.text("lists_tab.communes"), list(communes))]
    named += [
        (each.title, [item.label for item in each.items])
        for each in schema.lists_of(standing.table.book)
    ]
    height = max(len(values) for _, values in named)
    grid: list[list[Out]] = [[title for title, _ in named]]
    grid += [
        [values[index] if index < len(values) else None for _, values in named]
        for index in range(height)
    ]
    requests = replace_grid(standing.tab, grid)
    if standing.is_new:
        header = style.cell_format(bold=True, background=style.ROBOT_HEADER, text=style.WHITE)
        where = grid_range(standing.sheet_id, rows=(0, 1), columns=(0, len(named)))
        requests.append(format_range(where, header))
    return requests
