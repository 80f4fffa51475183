"""Lines around and between the cells of a range."""

from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy
from deploy.local.emulator.state.sheet import Sheet


def draw(sheet: Sheet, rect: Rect, place: tuple[int, int], lines: Json) -> None:
    """Set the borders of one cell of ``rect``; ``lines`` are those of the request."""
    row, column = place
    sides = {
        "top": "top" if row == rect.top else "innerHorizontal",
        "bottom": "bottom" if row == rect.bottom - 1 else "innerHorizontal",
        "left": "left" if column == rect.left else "innerVertical",
        "right": "right" if column == rect.right - 1 else "innerVertical",
    }
    old = sheet.grid.formats.get(row, column) or {}
    borders = dict(old.get("borders", {}))
    for side, source in sides.items():
        if source not in lines:
            continue
        line = tidy(lines[source])
        if line.get("style", "NONE") == "NONE":
            borders.pop(side, None)
        else:
            borders[side] = line
    new = {key: item for key, item in old.items() if key != "borders"}
    if borders:
        new["borders"] = borders
    sheet.grid.formats.put(row, column, new or None)
