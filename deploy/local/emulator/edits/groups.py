"""Groups of rows and columns as Google shows them."""

from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Group, Sheet


def group_json(sheet: Sheet, dimension: str, group: Group) -> Json:
    """Return Google's DimensionGroup."""
    place: Json = {"sheetId": sheet.id} if sheet.id else {}
    place |= {"dimension": dimension, "startIndex": group.start, "endIndex": group.end}
    shown: Json = {"range": place, "depth": group.depth}
    if group.collapsed:
        shown["collapsed"] = True
    return shown
