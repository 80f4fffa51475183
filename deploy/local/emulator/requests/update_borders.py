"""Lines around and between cells."""

from deploy.local.emulator.edits.borders import draw
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.shapes import Json

KIND = "updateBorders"


def apply(edit: Edit, body: Json) -> Json:
    """Set the named borders of a range; the others stay."""
    sheet, rect = edit.area(body.get("range"))
    edit.guard(sheet, rect)
    lines = {key: line for key, line in body.items() if key != "range"}
    for row in range(rect.top, rect.bottom):
        for column in range(rect.left, rect.right):
            draw(sheet, rect, (row, column), lines)
    return {}
