"""Sizes and visibility of rows or columns."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.dimensions import check_inside
from deploy.local.emulator.edits.fields import overlay, read_fields
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy

KIND = "updateDimensionProperties"


def apply(edit: Edit, body: Json) -> Json:
    """Change the masked properties of every row or column in the range."""
    mask = read_fields(body, "DimensionProperties")
    sheet, dimension, start, end = edit.dimension(body.get("range"))
    check_inside(sheet, dimension, end)
    stored = sheet.dimension_properties(dimension)
    for index in range(start, end):
        new = tidy(overlay(stored.get(index, {}), body.get("properties", {}), mask))
        if new:
            stored[index] = new
        else:
            stored.pop(index, None)
    return {}
