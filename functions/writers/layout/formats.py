"""How the cells of each column look: number formats, alignment, the grey of the robot's columns."""

from __future__ import annotations

from functions.ports import Request
from functions.writers import style
from functions.writers.layout.ranges import format_range, grid_range
from functions.writers.layout.spans import row_runs, rows_unlike, same_colour
from functions.writers.layout.standing import Standing
from sheets_schema.model import Field, TableKind


def formats(standing: Standing) -> list[Request]:
    """Return the requests that give cells the format of their column.

    A cell in which a person typed keeps its format: what it shows is what the person saw.
    """
    return [
        format_range(
            grid_range(standing.sheet_id, rows=rows, columns=(column, column + 1)),
            _column_format(standing, each),
        )
        for column, each in standing.fields()
        for rows in row_runs(_rows(standing, column, each))
    ]


def _rows(standing: Standing, column: int, field: Field) -> list[int]:
    """Return the rows whose cell of a column has not the format of the column."""
    tab, first = standing.tab, standing.header_row + 1
    wrong = set(range(max(first, tab.row_count), standing.row_count))
    if field.name in standing.added:
        return list(range(first, standing.row_count))
    old = range(standing.first_row, min(tab.row_count, standing.row_count))
    own = standing.is_robots(field)
    if own:
        grey = style.colour(style.ROBOT_CELL)
        spans = tab.look.backgrounds.get(column, ())
        wrong.update(rows_unlike(spans, old, lambda have: same_colour(have, grey)))
    wanted = style.NUMBER_FORMATS.get(field.kind)
    if wanted:
        spans = tab.look.number_formats.get(column, ())
        mine = own or standing.table.kind is TableKind.ROBOT
        wrong.update(
            row
            for row in rows_unlike(spans, old, lambda have: have == wanted)
            if mine or tab.cell(row, column) in (None, "")
        )
    return sorted(wrong)


def _column_format(standing: Standing, field: Field) -> dict[str, object]:
    own = standing.is_robots(field)
    return style.cell_format(
        background=style.ROBOT_CELL if own else "",
        text=style.MUTED_TEXT if own else "",
        number=style.NUMBER_FORMATS.get(field.kind),
        # A number pushed to the right would touch the text of the next column.
        align="CENTER" if field.kind in style.CENTRED else "",
    )
