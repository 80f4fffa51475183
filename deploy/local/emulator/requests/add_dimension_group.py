"""Groups rows or columns."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.dimensions import check_inside
from deploy.local.emulator.edits.groups import group_json
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Group

KIND = "addDimensionGroup"


def apply(edit: Edit, body: Json) -> Json:
    """Add a group; inside or around others it takes a depth of its own."""
    sheet, dimension, start, end = edit.dimension(body.get("range"))
    check_inside(sheet, dimension, end)
    groups = sheet.groups(dimension)
    around = [group for group in groups if group.start <= start and end <= group.end]
    inside = [group for group in groups if group not in around and start <= group.start]
    inside = [group for group in inside if group.end <= end]
    for group in inside:
        group.depth += 1
    depth = 1 + max((group.depth for group in around), default=0)
    groups.append(Group(start, end, depth))
    groups.sort(key=lambda group: (group.start, group.depth))
    name = "row" if dimension == "ROWS" else "column"
    sheet.properties["gridProperties"][f"{name}GroupControlAfter"] = True
    listed = [group_json(sheet, dimension, group) for group in groups]
    return {"addDimensionGroup": {"dimensionGroups": listed}}
