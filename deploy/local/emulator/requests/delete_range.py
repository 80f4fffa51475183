"""Cells taken out of the middle of a tab."""

from typing import Final

from deploy.local.emulator.edits.block_shifts import band_of, shift_block
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.dimensions import shift_dimension
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.shifts import Deletion

KIND = "deleteRange"
LIMITS: Final = ("A table among the cells that shift is a 501.",)


def apply(edit: Edit, body: Json) -> Json:
    """Delete cells; those below (ROWS) or to the right (COLUMNS) take their place."""
    sheet, rect = edit.area(body.get("range"))
    dimension = shift_dimension(body)
    edit.guard(sheet, band_of(sheet, rect, dimension))
    span = (rect.top, rect.bottom) if dimension == "ROWS" else (rect.left, rect.right)
    shift_block(edit, sheet, rect, Deletion(*span), dimension)
    return {}
