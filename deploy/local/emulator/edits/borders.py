"""Lines around and between the cells of a range."""

from typing import Final

from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy
from deploy.local.emulator.state.sheet import Sheet

UNCERTAIN: Final = (
    (
        "Borders: a line read back has the width of its style (1, 2 or 3) and black as its colour "
        "when none was given, as answers quoted by users show; no recording has one."
    ),
)
_WIDTHS = {
    "DOTTED": 1,
    "DASHED": 1,
    "SOLID": 1,
    "SOLID_MEDIUM": 2,
    "SOLID_THICK": 3,
    "DOUBLE": 3,
}
_STYLES = {1: "SOLID", 2: "SOLID_MEDIUM", 3: "SOLID_THICK"}


def kept_line(line: Json) -> Json | None:
    """Return a border as Google keeps it; None when it is to be erased.

    Without a style the old way counts: a width of 1 to 3 pixels.
    """
    style = line.get("style", _STYLES.get(line.get("width", 0), "NONE"))
    if style not in _WIDTHS:
        return None
    colours = {name: line[name] for name in ("color", "colorStyle") if name in line}
    if "rgbColor" not in colours.get("colorStyle", {"rgbColor": {}}):
        return {"style": style, "width": _WIDTHS[style], **tidy(colours)}
    colour = tidy(colours.get("colorStyle", {}).get("rgbColor", colours.get("color", {})))
    given: Json = {"color": colour, "colorStyle": {"rgbColor": colour}}
    return {"style": style, "width": _WIDTHS[style], **tidy(given)}


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
        line = kept_line(lines[source])
        if line is None:
            borders.pop(side, None)
        else:
            borders[side] = line
    new = {key: item for key, item in old.items() if key != "borders"}
    if borders:
        new["borders"] = borders
    sheet.grid.formats.put(row, column, new or None)
