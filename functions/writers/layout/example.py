"""The example row under the header of an input tab, which the reader skips."""

from __future__ import annotations

from collections.abc import Mapping

from functions.ports import Request
from functions.writers import style
from functions.writers.layout.ranges import write_cells
from functions.writers.layout.standing import Standing
from sheets_schema.model import FilledBy, Schema


def example(schema: Schema, standing: Standing) -> list[Request]:
    """Return the request that writes the example row of a new tab.

    An existing tab keeps what stands there: somebody may have typed over it.
    """
    if not standing.is_new or standing.first_row != standing.header_row + 2:
        return []
    look = style.cell_format(italic=True, text=style.EXAMPLE_TEXT, background=style.ROBOT_CELL)
    cells: list[Mapping[str, object]] = []
    for _, each in standing.fields():
        text = each.example if each.filled_by is FilledBy.PEOPLE else ""
        if each.kind == "id":
            text = schema.text("example_row.id")
        value = {"userEnteredValue": {"stringValue": text}} if text else {}
        cells.append({"userEnteredFormat": look, **value})
    fields = "userEnteredValue,userEnteredFormat"
    return [write_cells(standing.sheet_id, standing.header_row + 1, 0, [cells], fields)]
