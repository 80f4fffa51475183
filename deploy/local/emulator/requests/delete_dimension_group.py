"""Takes one level of grouping away."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.groups import group_json
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

KIND = "deleteDimensionGroup"


def apply(edit: Edit, body: Json) -> Json:
    """Delete the deepest group over the range."""
    sheet, dimension, start, end = edit.dimension(body.get("range"))
    groups = sheet.groups(dimension)
    touched = [group for group in groups if group.start < end and start < group.end]
    if not touched:
        raise RequestFault("There is no group over the given range.")
    groups.remove(max(touched, key=lambda group: group.depth))
    listed = [group_json(sheet, dimension, group) for group in groups]
    return {"deleteDimensionGroup": {"dimensionGroups": listed} if listed else {}}
