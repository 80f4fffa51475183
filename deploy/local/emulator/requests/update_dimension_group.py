"""Folds or unfolds a group of rows or columns."""

from typing import Final

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.fields import read_fields
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.masks import wants
from deploy.local.emulator.shapes import Json

KIND = "updateDimensionGroup"
UNCERTAIN: Final = (
    "UpdateDimensionGroup: the sentence for a group that does not exist is the local server's own.",
)


def apply(edit: Edit, body: Json) -> Json:
    """Set ``collapsed`` of the group with that range and depth, and hide or show what is in it."""
    mask = read_fields(body, "DimensionGroup")
    wanted = body.get("dimensionGroup", {})
    sheet, dimension, start, end = edit.dimension(wanted.get("range"))
    span = (start, end, wanted.get("depth", 0))
    found = [one for one in sheet.groups(dimension) if (one.start, one.end, one.depth) == span]
    if not found:
        raise RequestFault("There is no group with the given range and depth.")
    if wants(mask, "collapsed"):
        found[0].collapsed = wanted.get("collapsed", False)
        stored = sheet.dimension_properties(dimension)
        for index in range(start, end):
            kept = {k: v for k, v in stored.get(index, {}).items() if k != "hiddenByUser"}
            stored[index] = {**kept, "hiddenByUser": True} if found[0].collapsed else kept
            if not stored[index]:
                del stored[index]
    return {}
